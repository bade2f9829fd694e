#include "lang_test.h"

#include <string.h>

Profile lang_test_profile(int minor)
{
    Profile profile;
    memset(&profile, 0, sizeof profile);
    profile.minor = minor;
    profile.identity.consts_merged_across_code_objects = minor >= 8;
    profile.identity.const_tuple_items_merged = minor != 7;
    profile.identity.folds_in_ast = minor >= 7;
    profile.identity.str_repeat_fold_limit = minor >= 7 ? 4096 : 20;
    profile.identity.tuple_repeat_fold_limit = minor >= 7 ? 256 : 20;
    return profile;
}

Compilation lang_test_compile(const char *text, int minor)
{
    Compilation result = {.source = source_create("test.py", text, strlen(text))};
    Profile profile = lang_test_profile(minor);
    Span all = {0, result.source->length};
    result.status = lang_compile(result.source, all, LANG_SCRIPT, &profile, &result.program,
                                 &result.problem, &result.diagnostics);
    return result;
}

void lang_test_done(Compilation *compilation)
{
    program_destroy(compilation->program);
    diagnostics_done(&compilation->diagnostics);
    source_destroy(compilation->source);
    memset(compilation, 0, sizeof *compilation);
}
