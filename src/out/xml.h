#ifndef OUT_XML_H
#define OUT_XML_H
/* Small parts of SVG and HTML files, appended to a text. Its law: the same values are the same
 * bytes, in every locale. */
#include "base/text.h"
#include "scene/scene.h"

/* A number with two decimals at most, no trailing zeros, no negative zero; 0 where it is none.
 */
void xml_number(Text *out, double number);
/* ` name="number"`. */
void xml_attribute(Text *out, const char *name, double number);
/* Text as content or inside double quotes. What XML 1.0 cannot hold becomes U+FFFD. */
void xml_escape(Text *out, Slice text);
/* ` name="#rrggbb"`, or "none" where alpha is 0; with ` name-opacity="..."` where it is not
 * opaque. */
void xml_colour(Text *out, const char *name, Colour colour);

#endif
