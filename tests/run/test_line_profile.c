/* The column "Occurrences" of memory_profiler.profile. The figures are those of a counter that
 * does what the package does (each line that ends, and each return or yield, of the function
 * and of the code in its constants), run under CPython's sys.settrace:
 * - to 3.11 a comprehension of n items on one line has n + 1 line events and a return of its
 *   own frame, and the function's line event: n + 3. From 3.12 on it has no frame: n + 1;
 * - a generator expression has a line event and a yield or return each time that it is entered,
 *   n + 1 times;
 * - a for loop on one line comes n + 1 times; a while loop too, but n times from 3.10 on, where
 *   the test stands at the loop's end. */
#include "run_fixture.h"

#include <string.h>

static const char program[] = "from _memory_profiler import start, stop\n"
                              "def f(n):\n"
                              "    a = [i for i in range(n)]\n"
                              "    b = {i: i for i in a}\n"
                              "    c = sum(i for i in a)\n"
                              "    d = [[y for y in a] for x in a]\n"
                              "    for i in a: pass\n"
                              "    for i in a:\n"
                              "        c += i\n"
                              "    e = list(map(lambda x: x + 1, a))\n"
                              "    while n: n -= 1\n"
                              "    return a\n"
                              "start(f)\n"
                              "f(5)\n"
                              "print([line[4] for line in stop()])\n";

static void assert_counts(const char *version, const char *counts)
{
    Ran ran = run_program_text(program, &(RunHow){.version = version});
    assert_string_equal(text_string(&ran.err), "");
    assert_string_equal(text_string(&ran.out), counts);
    ran_done(&ran);
}

static void test_counts(void **state)
{
    (void)state;
    assert_counts("3.6", "[1, 8, 8, 13, 43, 6, 6, 5, 11, 6, 1]\n");
    assert_counts("3.9", "[1, 8, 8, 13, 43, 6, 6, 5, 11, 6, 1]\n");
    assert_counts("3.10", "[1, 8, 8, 13, 43, 6, 6, 5, 11, 5, 1]\n");
    assert_counts("3.11", "[1, 8, 8, 13, 43, 6, 6, 5, 11, 5, 1]\n");
    assert_counts("3.12", "[1, 6, 6, 13, 31, 6, 6, 5, 11, 5, 1]\n");
    assert_counts("3.13", "[1, 6, 6, 13, 31, 6, 6, 5, 11, 5, 1]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
