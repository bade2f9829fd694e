#include "view/moment.h"

#include <string.h>

bool view_named(const char *word, View *ret_view)
{
    static const char *const names[VIEW_COUNT] = {
        [VIEW_OBJECTS] = "objects",
        [VIEW_COLLECTOR] = "collector",
    };
    for (int i = 0; i < VIEW_COUNT; i++) {
        char number[] = {(char)('1' + i), '\0'};
        if (strcmp(word, names[i]) != 0 && strcmp(word, number) != 0)
            continue;
        *ret_view = (View)i;
        return true;
    }
    return false;
}
