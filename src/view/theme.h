#ifndef VIEW_THEME_H
#define VIEW_THEME_H
/* Colours and nothing else: sizes and spaces are view's own and the same in every theme. Read
 * from assets/themes/NAME.json by app; see mockup rules: one warm colour for "now", one blue
 * for time and figures, vermilion for losses, green for gains, blue/indigo/violet for the
 * generations. */
#include "scene/scene.h"

typedef struct Theme {
    char name[16];
    Colour page, panel, panel_border, rule; /* the page, panels on it, hairlines */
    Colour text, text_dim, text_faint;      /* primary, secondary, fading out */
    Colour now, now_fill, now_text;         /* the warm colour, a pale fill of it, text in it */
    Colour figure, figure_fill;             /* the blue of time and figures */
    Colour loss, loss_fill, gain, gain_fill;  /* −1 and +1 */
    Colour generation[3], generation_fill[3]; /* heading colour and band */
    Colour generation_hatch[3]; /* lines over the band, closer the older it is; alpha 0: none */
    Colour untracked_fill;
    Colour card, card_border, badge, badge_text;
    Colour arrow, arrow_dim; /* in question, and not */
    Colour garbage, garbage_hatch;
    Colour code_keyword, code_string, code_number, code_comment, code_definition;
} Theme;

#endif
