#include "sample.h"

#include <stdio.h>

static const Colour PAPER = 0xF6F4EEFF, WHITE = 0xFFFFFFFF, INK = 0x1F2430FF, GREY = 0x6B7280FF;
static const Colour LINE = 0xDAD6CBFF, ARROW = 0x4A5263FF, PALE = 0xA9A59AFF, WARM = 0xB86E00FF;
static const Colour BLUE = 0x0072B2FF, VIOLET = 0x7A3E9DFF, GREEN = 0x1B7F4BFF,
                    NAVY = 0x0B5C8AFF;

typedef struct Sketch {
    Scene *scene;
    Measure measure;
} Sketch;

static Item *label(Sketch sketch, double x, double y, const char *text, FontFace font,
                   double size, Colour colour)
{
    Slice slice = slice_of(text);
    double width = sketch.measure.width(sketch.measure.context, slice, font, size);
    return scene_text(sketch.scene, (ItemId){0}, (Point){x, y}, slice, font, size, width,
                      colour);
}

static void label_end(Sketch sketch, double x, double y, const char *text, FontFace font,
                      double size, Colour colour)
{
    label(sketch, x, y, text, font, size, colour)->anchor = ANCHOR_END;
}

static Item *panel(Sketch sketch, Box box, double radius, Colour fill, Colour stroke,
                   double width)
{
    Item *item = scene_rect(sketch.scene, (ItemId){0}, box, radius, fill);
    item->stroke = stroke;
    item->stroke_width = width;
    return item;
}

static void rule(Sketch sketch, double x, double y, double width)
{
    const Point ends[2] = {{x, y}, {x + width, y}};
    scene_path(sketch.scene, (ItemId){0}, ends, 2, 0, LINE, 1.5);
}

static Item *arrow(Sketch sketch, const Point *points, uint32_t count, Colour colour,
                   double width)
{
    scene_dot(sketch.scene, (ItemId){0}, points[0], 5, colour);
    Item *item =
        scene_path(sketch.scene, (ItemId){2, count, 0}, points, count, 16, colour, width);
    item->head = true;
    item->head_size = 12;
    return item;
}

static void badge(Sketch sketch, double x, double y, const char *text)
{
    scene_dot(sketch.scene, (ItemId){0}, (Point){x, y}, 17, INK);
    label(sketch, x, y + 6.5, text, FONT_SANS_BOLD, 18, WHITE)->anchor = ANCHOR_MIDDLE;
}

typedef struct CardPlan {
    double x, y, width;
    const char *title, *number, *size, *count;
    const char *rows[3];
} CardPlan;

static Item *card(Sketch sketch, const CardPlan *plan, uint32_t object)
{
    int rows = 0;
    while (rows < 3 && plan->rows[rows])
        rows++;
    Box box = {plan->x, plan->y, plan->width, 42 + 34 * rows + (rows ? 8 : 0)};
    uint32_t at = sketch.scene->count;
    scene_rect(sketch.scene, (ItemId){1, object, 0}, box, 10, WHITE);
    sketch.scene->items[at].stroke = LINE;
    sketch.scene->items[at].stroke_width = 1.5;
    double right = plan->x + plan->width;
    label(sketch, plan->x + 14, plan->y + 28, plan->title, FONT_SANS_BOLD, 19, INK);
    double title = sketch.scene->items[sketch.scene->count - 1].box.width;
    label(sketch, plan->x + 24 + title, plan->y + 28, plan->number, FONT_SANS, 15, GREY);
    label_end(sketch, right - 24, plan->y + 28, plan->size, FONT_SANS, 15, GREY);
    for (int i = 0; i < rows; i++) {
        rule(sketch, plan->x, plan->y + 42 + 34 * i, plan->width);
        label(sketch, plan->x + 14, plan->y + 65 + 34 * i, plan->rows[i], FONT_MONO, 17, INK);
    }
    badge(sketch, right, plan->y, plan->count);
    return &sketch.scene->items[at];
}

static void code_line(Sketch sketch, int number, const char *text, Colour colour)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", number);
    double y = 148 + 31 * (number - 1);
    label_end(sketch, 78, y, digits, FONT_MONO, 16, GREY);
    label(sketch, 92, y, text, FONT_MONO, 18.5, colour);
}

static void code(Sketch sketch, int step)
{
    panel(sketch, (Box){24, 104, 500, 552}, 12, WHITE, LINE, 1.5);
    double y = 127 + 31 * (step % 14);
    scene_rect(sketch.scene, (ItemId){0}, (Box){40, y, 470, 31}, 4, 0xFFF1D0FF);
    const Point mark[3] = {{42, y + 9}, {54, y + 15.5}, {42, y + 22}};
    scene_area(sketch.scene, (ItemId){0}, mark, 3, WARM);
    code_line(sketch, 1, "import gc", VIOLET);
    code_line(sketch, 3, "class Person:", INK);
    code_line(sketch, 4, "    def __init__(self, name) -> None:", INK);
    code_line(sketch, 5, "        self.name = name", INK);
    code_line(sketch, 6, "        if self.name != \"\" or x <= 0x7f:", INK);
    code_line(sketch, 7, "            self.table = [[(0, 1)]] * 3**2", INK);
    code_line(sketch, 9, "a = Person(\"Ada Lovelace\")", GREEN);
    code_line(sketch, 10, "b = Person('Zoë Łukasz 日本語 → 🙂')", INK);
    code_line(sketch, 11, "assert a == b and a is not b  # café", GREY);
    code_line(sketch, 13, "del a", INK);
    code_line(sketch, 14, "print(gc.collect())", INK);
}

static void caption(Sketch sketch)
{
    panel(sketch, (Box){24, 752, 500, 186}, 12, WHITE, WARM, 2);
    label(sketch, 44, 786, "del a", FONT_SANS_BOLD, 19, WARM);
    label(sketch, 44, 820, "The name a is gone from the module.", FONT_SANS, 17, INK);
    label(sketch, 44, 851, "Person #9: 2 → 1 references, at 0x7f3a 4 x 4.", FONT_SANS_BOLD, 17,
          INK);
    label(sketch, 44, 882, "It lives: Person #12 still holds it", FONT_SANS, 17, INK);
    label(sketch, 44, 913, "through its attribute friend. AVATAR To Ty", FONT_SANS, 17, INK);
}

static void stack(Sketch sketch)
{
    static const char *const names[] = {"gc", "Person", "a", "b", "names"};
    label(sketch, 560, 122, "stack", FONT_SANS_BOLD, 17, GREY);
    panel(sketch, (Box){556, 138, 256, 238}, 10, WHITE, LINE, 1.5);
    label(sketch, 572, 166, "module", FONT_SANS_BOLD, 19, INK);
    for (int i = 0; i < 5; i++) {
        rule(sketch, 556, 180 + 38 * i, 256);
        Item *name =
            label(sketch, 572, 205 + 38 * i, names[i], FONT_MONO, 18, i == 2 ? GREY : INK);
        name->strike = i == 2;
    }
    Item *hollow = scene_dot(sketch.scene, (ItemId){0}, (Point){792, 275}, 5, WHITE);
    hollow->stroke = PALE;
    hollow->stroke_width = 1.5;
}

static void band(Sketch sketch, Box box, Colour fill, Colour ink, const char *name,
                 const char *count)
{
    scene_rect(sketch.scene, (ItemId){0}, box, 14, fill);
    label(sketch, box.x + 18, box.y + 30, name, FONT_SANS_BOLD, 17, ink);
    label_end(sketch, box.x + box.width - 18, box.y + 30, count, FONT_SANS_BOLD, 16, ink);
    panel(sketch, (Box){1270, box.y + 19, 104, 10}, 5, WHITE, ink, 1);
    scene_rect(sketch.scene, (ItemId){0}, (Box){1270, box.y + 19, 34, 10}, 5, ink);
}

static void heap(Sketch sketch, int step)
{
    band(sketch, (Box){852, 128, 636, 692}, 0xE3F1F9FF, NAVY, "generation 0 · young",
         "11 / 700");
    band(sketch, (Box){852, 832, 636, 48}, 0xE6E9F8FF, 0x3B4A9BFF, "generation 1", "0 / 10");
    band(sketch, (Box){852, 892, 636, 46}, 0xEDE4F4FF, 0x6B3F96FF, "generation 2 · old",
         "0 / 10");
    scene_rect(sketch.scene, (ItemId){0}, (Box){1502, 128, 394, 810}, 14, 0xF1EFE8FF);
    label(sketch, 1520, 158, "not tracked by the collector", FONT_SANS_BOLD, 17, GREY);
    static const CardPlan plans[] = {
        {900, 236, 236, "Person", "#12", "48 B", "2", {"name", "friend"}},
        {1196, 236, 236, "Person", "#9", "48 B", "1", {"name", "friend"}},
        {900, 458, 236, "list", "#15", "72 B", "1", {"0", "1"}},
        {900, 648, 300, "class Person", "#5", "1,704 B", "7", {"__init__"}},
        {1220, 560, 236, "Person", "#7", "48 B", "1", {"name", "friend"}},
        {1570, 236, 270, "'Bob'", "#11", "44 B", "∞", {NULL}},
        {1570, 336, 270, "'a->b != 0x7f'", "#8", "53 B", "4", {NULL}},
        {1570, 436, 270, "None", "#1", "16 B", "∞", {NULL}},
    };
    for (uint32_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        Item *item = card(sketch, &plans[i], i + 1);
        if (i == 1) {
            item->stroke = WARM;
            item->stroke_width = 3;
        }
        if (i == 4) {
            item->stroke = 0xD55E00FF;
            item->stroke_width = 2;
            item->dash = 8;
            item->hatch = 0xD55E0038;
            item->hatch_gap = 14;
        }
    }
    panel(sketch, (Box){1373, 223, 37, 26}, 13, WHITE, 0xD55E00FF, 2);
    label(sketch, 1391.5, 242, step % 2 ? "−2" : "−1", FONT_SANS_BOLD, 16, 0xD55E00FF)->anchor =
        ANCHOR_MIDDLE;
}

static void arrows(Sketch sketch)
{
    const Point to_person[] = {{792, 313}, {842, 313}, {842, 256}, {896, 256}};
    const Point to_list[] = {{792, 351}, {832, 351}, {832, 478}, {896, 478}};
    const Point to_class[] = {{792, 237}, {822, 237}, {822, 668}, {896, 668}};
    const Point to_bob[] = {{1120, 295}, {1156, 295}, {1156, 186},
                            {1500, 186}, {1500, 250}, {1566, 250}};
    const Point to_other[] = {{1120, 329}, {1170, 329}, {1170, 261}, {1192, 256}};
    const Point to_word[] = {{1120, 517}, {1516, 517}, {1516, 364}, {1566, 364}};
    const Point back[] = {{1416, 329}, {1458, 329}, {1458, 390}, {1018, 390}, {1018, 358}};
    arrow(sketch, to_class, 4, PALE, 1.5);
    arrow(sketch, to_person, 4, ARROW, 2.4);
    arrow(sketch, to_list, 4, ARROW, 2.4);
    arrow(sketch, to_bob, 6, ARROW, 2.4);
    arrow(sketch, to_other, 4, ARROW, 2.4);
    arrow(sketch, to_word, 4, WARM, 4);
    arrow(sketch, back, 5, ARROW, 2.4);
    const Point fading[] = {{1416, 619}, {1540, 619}, {1540, 450}, {1566, 450}};
    Item *item = arrow(sketch, fading, 4, ARROW, 2.4);
    item->opacity = 0.4;
    item->dash = 6;
}

static void timeline(Sketch sketch)
{
    panel(sketch, (Box){24, 950, 1872, 108}, 12, WHITE, LINE, 1.5);
    const Point area[] = {{150, 996},   {468, 985},   {945, 968}, {1184, 968},
                          {1740, 1001}, {1740, 1004}, {150, 1004}};
    scene_area(sketch.scene, (ItemId){0}, area, 7, 0x0072B229);
    scene_path(sketch.scene, (ItemId){0}, area, 5, 0, BLUE, 2);
    const Point past[2] = {{150, 1012}, {1422, 1012}}, future[2] = {{1422, 1012}, {1740, 1012}};
    scene_path(sketch.scene, (ItemId){0}, past, 2, 0, WARM, 6);
    scene_path(sketch.scene, (ItemId){0}, future, 2, 0, LINE, 6);
    for (int i = 0; i <= 20; i++) {
        const Point tick[2] = {{150 + 79.5 * i, 1020}, {150 + 79.5 * i, 1027}};
        scene_path(sketch.scene, (ItemId){0}, tick, 2, 0, PALE, 1);
    }
    Item *knob = scene_dot(sketch.scene, (ItemId){4, 0, 0}, (Point){1422, 1012}, 11, WHITE);
    knob->stroke = WARM;
    knob->stroke_width = 3;
    scene_clip(sketch.scene, (Box){547, 1030, 240, 20}, 6);
    panel(sketch, (Box){547, 1030, 240, 20}, 6, 0xE3F1F9FF, NAVY, 1.5);
    label(sketch, 558, 1045, "__init__ and a name that is too long for it", FONT_MONO, 14,
          NAVY);
    scene_unclip(sketch.scene);
    label(sketch, 48, 1000, "step", FONT_SANS, 15, GREY);
    label(sketch, 48, 1030, "16 / 20", FONT_SANS_BOLD, 21, INK);
    label_end(sketch, 1872, 1000, "bytes in use", FONT_SANS, 15, GREY);
    label_end(sketch, 1872, 1030, "1,904", FONT_SANS_BOLD, 21, INK);
}

void sample_picture(Scene *scene, Measure measure, int step)
{
    scene_clear(scene, (Box){0, 0, 1920, 1080}, PAPER);
    Sketch sketch = {scene, measure};
    label(sketch, 36, 52, "Two friends and the collector", FONT_SANS_BOLD, 27, INK);
    label(sketch, 36, 80, "Deleting a name is not deleting an object", FONT_SANS, 17, GREY);
    label_end(sketch, 1884, 52, "CPython 3.12", FONT_SANS_BOLD, 19, BLUE);
    label_end(sketch, 1884, 80, "file mode · thresholds 700, 10, 10", FONT_SANS, 16, GREY);
    code(sketch, step);
    panel(sketch, (Box){24, 668, 500, 72}, 12, WHITE, LINE, 1.5);
    label(sketch, 44, 696, "output", FONT_SANS, 15, GREY);
    caption(sketch);
    stack(sketch);
    heap(sketch, step);
    arrows(sketch);
    timeline(sketch);
}

void sample_dense(Scene *scene, Measure measure)
{
    scene_clear(scene, (Box){0, 0, 1920, 1080}, PAPER);
    Sketch sketch = {scene, measure};
    for (uint32_t i = 0; i < 54; i++) {
        char number[16], size[16];
        snprintf(number, sizeof number, "#%u", i);
        snprintf(size, sizeof size, "%u B", 40 + 8 * i);
        const CardPlan plan = {20 + 210.0 * (i % 9),
                               20 + 175.0 * (i / 9),
                               160,
                               "list",
                               number,
                               size,
                               "3",
                               {"name", "friend", i % 2 ? "other" : NULL}};
        card(sketch, &plan, i + 1);
    }
    for (uint32_t i = 0; i < 11; i++)
        label(sketch, 20 + 170.0 * i, 1070, "generation", FONT_SANS, 15, GREY);
    for (uint32_t i = 0; i < 60; i++) {
        double x = 180 + 210.0 * (i % 8), y = 80 + 175.0 * (i / 10),
               turn = x + 10 + 3 * (i % 5);
        const Point points[4] = {{x, y}, {turn, y}, {turn, y + 90}, {x + 46, y + 90}};
        arrow(sketch, points, 4, ARROW, 2.4);
    }
}
