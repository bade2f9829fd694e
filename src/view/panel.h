#ifndef VIEW_PANEL_H
#define VIEW_PANEL_H
/* The panels around the canvas. Each is a function that draws itself into its box; page.c has
 * the table and gives out the boxes once for the whole recording, so that no panel changes its
 * place or size. */
#include "lang/lang.h"
#include "view/caption.h"
#include "view/listing.h"
#include "view/moment.h"
#include "view/page.h"
#include "view/theme.h"

typedef enum PanelName {
    PANEL_HEADER,
    PANEL_SOURCE,
    PANEL_OUTPUT,
    PANEL_CAPTION,
    PANEL_TIMELINE,
    PANEL_TRACK, /* in the collector's view */
    PANEL_COUNT,
} PanelName;

/* Bytes [start, end) of the output went to stderr. */
typedef struct ErrorSpan {
    uint32_t start, end;
} ErrorSpan;

/* What the panels know: about the recording (filled in once), and about the moment (at each
 * drawing). */
typedef struct Sheet {
    const Trace *trace;
    Measure measure;
    PageTexts texts;
    Listings listings;
    const ErrorSpan *errors;
    uint32_t error_count;
    uint32_t output_rows;   /* lines of output that the panel shows */
    const uint32_t *deaths; /* by step: objects with a number that died */
    uint32_t call_rows;     /* rows of calls below the timeline */
    Caption *captions;      /* by step, to know their heights; NULL: too many steps */
    /* the moment */
    const Moment *moment;
    uint32_t output_before; /* bytes of output at moment->since */
    const Caption *caption;
    const Theme *theme;
    Scene *scene;
} Sheet;

typedef void DrawPanel(const Sheet *sheet, Box box);
DrawPanel panel_header, panel_source, panel_output, panel_caption, panel_timeline, panel_track;

/* How much the panels want, for page.c. */
/* How a listing is set in a panel of that size. */
SourceSetting panel_source_setting(const Sheet *sheet, const Listing *listing, double width,
                                   double height);
/* So that no line of code is cut, or no comment behind it either; in any listing. */
double panel_source_width(const Sheet *sheet, bool with_comments);
double panel_source_height(const Sheet *sheet); /* for the longest listing */
/* Is every listing shown whole, and at no less than the normal size? */
bool panel_source_is_roomy(const Sheet *sheet);
double panel_header_width(const Sheet *sheet); /* so that nothing in it is cut */
double panel_output_height(const Sheet *sheet, uint32_t rows);
/* The author's note inside the caption: its height for the longest one, for the one after a
 * step, and for the one at this moment (0: there is none). */
double panel_note_height(const Sheet *sheet, double width);
double panel_note_height_at(const Sheet *sheet, uint32_t step, double width);
double panel_note_height_now(const Sheet *sheet, double width);
double panel_caption_height(const Sheet *sheet, double width); /* with the note */
double panel_timeline_height(const Sheet *sheet);
double panel_track_height(void);
void panel_note(const Sheet *sheet, Box box);
/* The step under an x of the timeline. */
uint32_t panel_timeline_step(const Sheet *sheet, Box box, double x);

/* The frame that panels share: rounded, with a hairline border; and its small grey label. */
void panel_frame(const Sheet *sheet, PanelName name, Box box, Colour border, double line);
void panel_label(const Sheet *sheet, Box box, const char *label);
/* Text with the sheet's measure and scene, and no id. */
Item *panel_text(const Sheet *sheet, double x, double baseline, Slice text, FontFace font,
                 double size, Colour fill);

#endif
