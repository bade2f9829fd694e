#include "out/svg.h"

#include <math.h>
#include <stdlib.h>

#include "base/list.h"
#include "out/xml.h"
#include "scene/outline.h"

static const char SANS[] = "Inter, 'DejaVu Sans', sans-serif";
static const char MONO[] = "'JetBrains Mono', 'DejaVu Sans Mono', monospace";

/* A hatching that items share. */
typedef struct Hatch {
    Colour colour;
    double gap;
} Hatch;

typedef struct Writer {
    Text *out;
    const Scene *scene;
    SvgOptions options;
    struct {
        Hatch *items;
        size_t count, capacity;
    } hatches;
    struct { /* the ids that have been given to an element; sorted */
        ItemId *items;
        size_t count, capacity;
    } named;
    ItemId open; /* the group that elements are written into; kind 0: none */
    uint32_t clip_count, clip_depth;
    Text title;
} Writer;

static bool visible(Colour colour)
{
    return (colour & 0xFF) != 0;
}

static void put_stroke(Text *out, const Item *item)
{
    if (!visible(item->stroke) || item->stroke_width <= 0)
        return;
    xml_colour(out, "stroke", item->stroke);
    if (item->stroke_width != 1)
        xml_attribute(out, "stroke-width", item->stroke_width);
    if (item->dash > 0)
        xml_attribute(out, "stroke-dasharray", item->dash);
}

static void put_opacity(Text *out, const Item *item)
{
    if (item->opacity < 1)
        xml_attribute(out, "opacity", item->opacity);
}

static void put_box(Text *out, Box box, double radius)
{
    xml_attribute(out, "x", box.x);
    xml_attribute(out, "y", box.y);
    xml_attribute(out, "width", box.width);
    xml_attribute(out, "height", box.height);
    double rounded = fmin(radius, fmin(box.width, box.height) / 2);
    if (rounded > 0)
        xml_attribute(out, "rx", rounded);
}

static void put_point(Text *out, char command, Point point)
{
    text_append_char(out, command);
    xml_number(out, point.x);
    text_append_char(out, ' ');
    xml_number(out, point.y);
}

static void pen_move(void *context, Point point)
{
    put_point(context, 'M', point);
}

static void pen_line(void *context, Point point)
{
    put_point(context, 'L', point);
}

static void pen_curve(void *context, Point first, Point second, Point end)
{
    put_point(context, 'C', first);
    put_point(context, ' ', second);
    put_point(context, ' ', end);
}

static size_t hatch_index(Writer *writer, const Item *item)
{
    for (size_t i = 0; i < writer->hatches.count; i++) {
        if (writer->hatches.items[i].colour == item->hatch &&
            writer->hatches.items[i].gap == item->hatch_gap)
            return i;
    }
    writer->hatches.items = list_reserve(writer->hatches.items, &writer->hatches.capacity,
                                         writer->hatches.count + 1, sizeof(Hatch));
    writer->hatches.items[writer->hatches.count] = (Hatch){item->hatch, item->hatch_gap};
    return writer->hatches.count++;
}

static void write_hatches(Writer *writer)
{
    Text *out = writer->out;
    for (uint32_t i = 0; i < writer->scene->count; i++) {
        if (visible(writer->scene->items[i].hatch))
            hatch_index(writer, &writer->scene->items[i]);
    }
    for (size_t i = 0; i < writer->hatches.count; i++) {
        Hatch hatch = writer->hatches.items[i];
        double gap = fmax(hatch.gap, 1);
        text_append_format(out, "<pattern id=\"hatch%zu\" patternUnits=\"userSpaceOnUse\"", i);
        xml_attribute(out, "width", gap);
        xml_attribute(out, "height", gap);
        text_append_string(out, " patternTransform=\"rotate(45)\"><path d=\"M");
        xml_number(out, gap / 2);
        text_append_string(out, " 0V");
        xml_number(out, gap);
        text_append_char(out, '"');
        xml_colour(out, "stroke", hatch.colour);
        xml_attribute(out, "stroke-width", gap * OUTLINE_HATCH_WEIGHT);
        text_append_string(out, "/></pattern>\n");
    }
}

static void write_rect(Writer *writer, const Item *item)
{
    Text *out = writer->out;
    bool hatched = visible(item->hatch);
    if (hatched) {
        text_append_string(out, "<g");
        put_opacity(out, item);
        text_append_string(out, ">");
        text_append_string(out, "<rect");
        put_box(out, item->box, item->radius);
        xml_colour(out, "fill", item->fill);
        text_append_string(out, "/>");
    }
    text_append_string(out, "<rect");
    put_box(out, item->box, item->radius);
    if (hatched)
        text_append_format(out, " fill=\"url(#hatch%zu)\"", hatch_index(writer, item));
    else
        xml_colour(out, "fill", item->fill);
    put_stroke(out, item);
    if (!hatched)
        put_opacity(out, item);
    text_append_string(out, hatched ? "/></g>\n" : "/>\n");
}

static void write_head(Text *out, const Item *item)
{
    Point corners[3];
    outline_head(item->points, item->point_count, item->head_size, corners);
    text_append_string(out, "<path d=\"");
    for (int i = 0; i < 3; i++)
        put_point(out, i == 0 ? 'M' : 'L', corners[i]);
    text_append_string(out, "Z\"");
    xml_colour(out, "fill", visible(item->fill) ? item->fill : item->stroke);
    text_append_string(out, "/>");
}

static void write_path(Writer *writer, const Item *item)
{
    Text *out = writer->out;
    if (item->point_count < 2)
        return;
    bool grouped = item->head && item->opacity < 1;
    if (grouped) {
        text_append_string(out, "<g");
        put_opacity(out, item);
        text_append_char(out, '>');
    }
    text_append_string(out, "<path d=\"");
    outline_path((Pen){out, pen_move, pen_line, pen_curve}, item->points, item->point_count,
                 item->radius, item->head ? outline_trim(item->head_size) : 0);
    text_append_string(out, "\" fill=\"none\"");
    put_stroke(out, item);
    if (!grouped)
        put_opacity(out, item);
    text_append_string(out, "/>");
    if (item->head)
        write_head(out, item);
    text_append_string(out, grouped ? "</g>\n" : "\n");
}

static void write_area(Writer *writer, const Item *item)
{
    Text *out = writer->out;
    text_append_string(out, "<path d=\"");
    for (uint32_t i = 0; i < item->point_count; i++)
        put_point(out, i == 0 ? 'M' : 'L', item->points[i]);
    text_append_string(out, "Z\"");
    xml_colour(out, "fill", item->fill);
    put_stroke(out, item);
    put_opacity(out, item);
    text_append_string(out, "/>\n");
}

static void write_dot(Writer *writer, const Item *item)
{
    Text *out = writer->out;
    text_append_string(out, "<circle");
    xml_attribute(out, "cx", item->box.x);
    xml_attribute(out, "cy", item->box.y);
    xml_attribute(out, "r", item->box.width);
    xml_colour(out, "fill", item->fill);
    put_stroke(out, item);
    put_opacity(out, item);
    text_append_string(out, "/>\n");
}

static void write_strike(Text *out, const Item *item)
{
    double size = item->box.height;
    text_append_string(out, "<path d=\"");
    put_point(out, 'M',
              (Point){scene_text_left(item), item->box.y - OUTLINE_STRIKE_HEIGHT * size});
    text_append_char(out, 'h');
    xml_number(out, item->box.width);
    text_append_char(out, '"');
    xml_colour(out, "stroke", item->fill);
    xml_attribute(out, "stroke-width", size * OUTLINE_STRIKE_WEIGHT);
    put_opacity(out, item);
    text_append_string(out, "/>\n");
}

static void put_font(Text *out, FontFace font)
{
    switch (font) {
    case FONT_SANS: /* the document's own */
    case FONT_COUNT:
        break;
    case FONT_SANS_BOLD:
        text_append_string(out, " font-weight=\"700\"");
        break;
    case FONT_MONO_BOLD:
        text_append_format(out, " font-family=\"%s\" font-weight=\"700\"", MONO);
        break;
    case FONT_MONO:
        text_append_format(out, " font-family=\"%s\"", MONO);
        break;
    }
}

static void put_anchor(Text *out, TextAnchor anchor)
{
    switch (anchor) {
    case ANCHOR_START:
        break;
    case ANCHOR_MIDDLE:
        text_append_string(out, " text-anchor=\"middle\"");
        break;
    case ANCHOR_END:
        text_append_string(out, " text-anchor=\"end\"");
        break;
    }
}

static void write_text(Writer *writer, const Item *item)
{
    Text *out = writer->out;
    if (item->text.length == 0)
        return;
    text_append_string(out, "<text");
    xml_attribute(out, "x", item->box.x);
    xml_attribute(out, "y", item->box.y);
    xml_attribute(out, "font-size", item->box.height);
    put_font(out, item->font);
    put_anchor(out, item->anchor);
    xml_colour(out, "fill", item->fill);
    put_opacity(out, item);
    if (item->box.width > 0) {
        xml_attribute(out, "textLength", item->box.width);
        text_append_string(out, " lengthAdjust=\"spacingAndGlyphs\"");
    }
    text_append_char(out, '>');
    xml_escape(out, item->text);
    text_append_string(out, "</text>\n");
    if (item->strike)
        write_strike(out, item);
}

static void write_clip(Writer *writer, const Item *item)
{
    Text *out = writer->out;
    uint32_t number = writer->clip_count++;
    text_append_format(out, "<clipPath id=\"clip%u\"><rect", number);
    put_box(out, item->box, item->radius);
    text_append_format(out, "/></clipPath><g clip-path=\"url(#clip%u)\">\n", number);
    writer->clip_depth++;
}

static int compare_ids(ItemId a, ItemId b)
{
    if (a.kind != b.kind)
        return a.kind < b.kind ? -1 : 1;
    if (a.object != b.object)
        return a.object < b.object ? -1 : 1;
    if (a.part != b.part)
        return a.part < b.part ? -1 : 1;
    return 0;
}

/* Whether an id is seen for the first time: only then may an element carry it. */
static bool claim_id(Writer *writer, ItemId id)
{
    size_t low = 0, high = writer->named.count;
    while (low < high) {
        size_t half = low + (high - low) / 2;
        if (compare_ids(writer->named.items[half], id) < 0)
            low = half + 1;
        else
            high = half;
    }
    if (low < writer->named.count && compare_ids(writer->named.items[low], id) == 0)
        return false;
    writer->named.items = list_reserve(writer->named.items, &writer->named.capacity,
                                       writer->named.count + 1, sizeof(ItemId));
    for (size_t i = writer->named.count++; i > low; i--)
        writer->named.items[i] = writer->named.items[i - 1];
    writer->named.items[low] = id;
    return true;
}

static void close_group(Writer *writer)
{
    if (writer->open.kind != 0)
        text_append_string(writer->out, "</g>\n");
    writer->open = (ItemId){0};
}

/* Items that follow each other with one id share a group: it carries the id (at its first
 * place; later ones refer to it) and the title. */
static void open_group(Writer *writer, ItemId id)
{
    if (compare_ids(writer->open, id) == 0)
        return;
    close_group(writer);
    if (id.kind == 0)
        return;
    Text *out = writer->out;
    const char *name = claim_id(writer, id) ? "id" : "data-of";
    text_append_format(out, "<g %s=\"i%u-%u-%u\">", name, id.kind, id.object, id.part);
    text_clear(&writer->title);
    if (writer->options.title)
        writer->options.title(writer->options.context, id, &writer->title);
    if (writer->title.length > 0) {
        text_append_string(out, "<title>");
        xml_escape(out, text_slice(&writer->title));
        text_append_string(out, "</title>");
    }
    text_append_char(out, '\n');
    writer->open = id;
}

static void write_item(Writer *writer, const Item *item)
{
    switch (item->kind) {
    case ITEM_RECT:
        write_rect(writer, item);
        break;
    case ITEM_PATH:
        write_path(writer, item);
        break;
    case ITEM_DOT:
        write_dot(writer, item);
        break;
    case ITEM_AREA:
        write_area(writer, item);
        break;
    case ITEM_TEXT:
        write_text(writer, item);
        break;
    case ITEM_CLIP:
        write_clip(writer, item);
        break;
    case ITEM_UNCLIP:
        if (writer->clip_depth > 0) {
            writer->clip_depth--;
            text_append_string(writer->out, "</g>\n");
        }
        break;
    }
}

static void write_root(Writer *writer)
{
    Text *out = writer->out;
    Box page = writer->scene->bounds;
    double scale = writer->options.scale > 0 ? writer->options.scale : 1;
    text_append_string(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    xml_attribute(out, "width", page.width * scale);
    xml_attribute(out, "height", page.height * scale);
    text_append_string(out, " viewBox=\"");
    const double view[4] = {page.x, page.y, page.width, page.height};
    for (int i = 0; i < 4; i++) {
        if (i > 0)
            text_append_char(out, ' ');
        xml_number(out, view[i]);
    }
    /* What is shown is what is written: fonts must not join signs (`!=`) into others. */
    text_append_format(out,
                       "\" font-family=\"%s\" stroke-linejoin=\"round\" xml:space=\"preserve\" "
                       "style=\"white-space:pre;font-variant-ligatures:none\">\n",
                       SANS);
}

static void write_background(Writer *writer)
{
    if (!visible(writer->scene->background))
        return;
    text_append_string(writer->out, "<rect");
    put_box(writer->out, writer->scene->bounds, 0);
    xml_colour(writer->out, "fill", writer->scene->background);
    text_append_string(writer->out, "/>\n");
}

void svg_write(const Scene *scene, SvgOptions options, Text *ret_svg)
{
    Writer writer = {.out = ret_svg, .scene = scene, .options = options};
    write_root(&writer);
    write_hatches(&writer);
    write_background(&writer);
    for (uint32_t i = 0; i < scene->count; i++) {
        open_group(&writer, scene->items[i].id);
        write_item(&writer, &scene->items[i]);
    }
    close_group(&writer);
    for (; writer.clip_depth > 0; writer.clip_depth--)
        text_append_string(ret_svg, "</g>\n");
    text_append_string(ret_svg, "</svg>\n");
    free(writer.hatches.items);
    free(writer.named.items);
    text_done(&writer.title);
}
