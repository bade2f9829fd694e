#ifndef VIEW_CODE_VIEW_H
#define VIEW_CODE_VIEW_H
/* The bytecode: the running frame's instructions, its evaluation stack and locals, and the
 * constants and names that the code object holds. */
#include "view/panel.h"

void code_view_draw(const Sheet *sheet, Box box);

#endif
