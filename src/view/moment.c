#include "view/moment.h"

#include <string.h>

/* The key that shows a view is its number on the command line, too. */
typedef struct ViewName {
    const char *word;
    char key;
} ViewName;

static const ViewName names[VIEW_COUNT] = {
    [VIEW_OBJECTS] = {"objects", '1'}, [VIEW_COLLECTOR] = {"collector", '2'},
    [VIEW_HEAP] = {"heap", '3'},       [VIEW_TIME] = {"time", '4'},
    [VIEW_CODE] = {"code", '5'},
};

bool view_named(const char *word, View *ret_view)
{
    for (int i = 0; i < VIEW_COUNT; i++) {
        bool is_key = word[0] == names[i].key && word[1] == '\0';
        if (strcmp(word, names[i].word) != 0 && !is_key)
            continue;
        *ret_view = (View)i;
        return true;
    }
    return false;
}

const char *view_name(View view)
{
    return names[view].word;
}

bool view_has_canvas(View view)
{
    return view == VIEW_OBJECTS || view == VIEW_COLLECTOR;
}
