#ifndef TESTS_LANG_TEST_H
#define TESTS_LANG_TEST_H
/* What the tests of lang share: a profile without figures, and a compilation to look at. */
#include "lang/lang.h"

Profile lang_test_profile(int minor);

/* A compilation of a text, with everything that came of it. Release with lang_test_done. */
typedef struct Compilation {
    Source *source;
    LangStatus status;
    Program *program; /* NULL unless LANG_OK */
    SyntaxProblem problem;
    Diagnostics diagnostics;
} Compilation;

Compilation lang_test_compile(const char *text, int minor);
void lang_test_done(Compilation *compilation);

#endif
