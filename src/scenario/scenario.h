#ifndef SCENARIO_SCENARIO_H
#define SCENARIO_SCENARIO_H
/* A program with remarks: what a .py file with marker comments, or a .json file, says. Both
 * forms mean the same; scenarios/README.md is their definition. Immutable once read. */
#include <stdbool.h>
#include <stdint.h>

#include "base/diagnostic.h"
#include "base/region.h"
#include "profile/profile.h"

/* The way from a name to an object: a, a.friend, xs[0], d['k']. */
typedef enum PathPartKind {
    PATH_ATTRIBUTE, /* also the name that the path begins with */
    PATH_INDEX,
    PATH_KEY,
} PathPartKind;
typedef struct PathPart {
    PathPartKind kind;
    Slice text;    /* PATH_ATTRIBUTE, PATH_KEY */
    int64_t index; /* PATH_INDEX */
} PathPart;
typedef struct Path {
    const PathPart *parts;
    uint32_t count;
} Path;

typedef enum TestKind {
    TEST_COUNT,
    TEST_SIZE,
    TEST_GENERATION,
    TEST_SAME,
    TEST_ALIVE,
    TEST_PRINTS,
    TEST_DEATHS, /* questions only */
} TestKind;

typedef enum Comparison {
    COMPARISON_EQ,
    COMPARISON_NE,
    COMPARISON_LT,
    COMPARISON_LE,
    COMPARISON_GT,
    COMPARISON_GE,
} Comparison;

/* Something to be judged from the recording. As a question it has no comparison and number. */
typedef struct Test {
    TestKind kind;
    bool negated;
    Path a, b; /* TEST_COUNT, SIZE, GENERATION: a; TEST_SAME: both */
    Comparison comparison;
    int64_t number;
    Slice text;  /* TEST_ALIVE: the label; TEST_PRINTS: what is printed */
    Slice shown; /* as the author wrote it */
    Span where;  /* in Scenario.file */
} Test;

typedef struct Note {
    uint32_t line; /* of the program: where the statement begins */
    Slice text;
} Note;

typedef struct Question {
    uint32_t line;
    Test test;
    Slice text;
} Question;

typedef struct Expectation {
    uint32_t line;
    Test test;
} Expectation;

typedef struct Label {
    uint32_t line;
    Slice name;
    Path path;
} Label;

typedef struct Scenario {
    Region region;
    Source *file;      /* what was read */
    Source *program;   /* the program; the same as `file` for a .py */
    char *script_name; /* as tracebacks show the program */
    Slice title, summary;
    char python[8]; /* "": not said */
    bool repl;
    StartState start;
    bool has_thresholds;
    uint32_t thresholds[3];
    Slice input;
    Note *notes;
    size_t note_count, note_capacity;
    Question *questions;
    size_t question_count, question_capacity;
    Expectation *expectations;
    size_t expectation_count, expectation_capacity;
    Label *labels;
    size_t label_count, label_capacity;
    Slice view_mode; /* "objects" …; empty: not said */
    bool view_inline, view_namespaces;
} Scenario;

/* Reads a file ("-": standard input, a .py form), .json by its ending. NULL, with diagnostics,
 * when it cannot be read or is wrong; every mistake of one file is told. `remarks` false: the
 * program alone matters (`run`), marker comments are not looked at. */
Scenario *scenario_read(const char *path, bool remarks, Diagnostics *diagnostics);
void scenario_destroy(Scenario *scenario);

#endif
