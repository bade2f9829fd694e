#include "lang/lang.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "lang/compiler.h"
#include "lang/encoding.h"
#include "lang/fold.h"
#include "lang/future.h"
#include "lang/parser.h"
#include "lang/word.h"

void program_destroy(Program *program)
{
    if (!program)
        return;
    Region region = program->region; /* the program lives in it */
    region_done(&region);
}

int code_find_handler(const Code *code, uint32_t instruction)
{
    uint32_t low = 0, high = code->handler_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (code->handlers[middle].end <= instruction)
            low = middle + 1;
        else
            high = middle;
    }
    bool covered = low < code->handler_count && code->handlers[low].start <= instruction;
    return covered ? (int)low : -1;
}

uint32_t code_line_at(const Code *code, uint32_t instruction)
{
    if (instruction >= code->instruction_count)
        return code->first_line;
    while (instruction > 0 && !code->locations[instruction].line)
        instruction--;
    uint32_t line = code->locations[instruction].line;
    return line ? line : code->first_line;
}

/* Everything that lives during one compilation. */
typedef struct Job {
    const Source *source;
    const Profile *profile;
    LangMode mode;
    Lexer lexer;
    Region scratch;
    NameTable names;
    SymbolTables tables;
    Problems problems;
} Job;

static void job_done(Job *job)
{
    lexer_done(&job->lexer);
    symtable_done(&job->tables);
    name_table_done(&job->names);
    problems_done(&job->problems);
    region_done(&job->scratch);
}

/* Unlike CPython: to 3.8 the parts of a dotted name in an import are no names of the tree. */
static void count_names(Job *job)
{
    for (size_t i = 0; i < job->lexer.count; i++) {
        const Token *token = &job->lexer.tokens[i];
        Slice text = {job->source->bytes + token->start, token->end - token->start};
        if (token->kind == TOKEN_NAME)
            name_written(&job->names, word_normal(&job->scratch, text));
    }
}

static Module *parse(Job *job, Span part)
{
    encoding_check(job->source, &job->problems);
    if (job->problems.failed || job->problems.refusal_count)
        return NULL;
    int minor = job->profile->minor;
    job->problems.counts_bytes = job->mode == LANG_SCRIPT && minor >= 9 && minor <= 12 &&
                                 !encoding_is_declared(job->source);
    lexer_run(&job->lexer, job->source, part, minor);
    job->names.region = &job->scratch;
    Module *module =
        parser_run(&job->lexer, job->mode, &job->scratch, &job->names, &job->problems);
    if (job->problems.failed || job->problems.refusal_count)
        return NULL;
    count_names(job);
    return module;
}

static bool analyze(Job *job, Module *module)
{
    job->problems.counts_bytes = job->profile->minor >= 8;
    job->tables = (SymbolTables){.region = &job->scratch,
                                 .names = &job->names,
                                 .problems = &job->problems,
                                 .minor = job->profile->minor};
    job->tables.future = future_check(module, job->profile->minor, &job->problems);
    if (job->problems.failed)
        return false;
    fold_module(module, &job->scratch, job->profile);
    return symtable_build(&job->tables, module);
}

static void keep_warnings(Program *program, const Problems *problems)
{
    ProgramWarning *kept =
        region_allocate(&program->region, (problems->warning_count + 1) * sizeof *kept);
    for (size_t i = 0; i < problems->warning_count; i++) {
        const Warning *warning = &problems->warnings[i];
        kept[i].line = source_position(problems->source, warning->offset).line;
        kept[i].message = slice_of(region_format(&program->region, "%s", warning->message));
    }
    program->warnings = kept;
    program->warning_count = problems->warning_count;
}

/* A string that is a name in the source is the name's object, not that of a literal. */
static void note_names(Const *consts, uint32_t count, NameTable *names)
{
    for (uint32_t i = 0; i < count; i++) {
        if (consts[i].kind != CONST_STR || !consts[i].interned)
            continue;
        consts[i].name_count = name_intern(names, consts[i].text)->count;
        consts[i].literal = consts[i].literal && !consts[i].name_count;
    }
}

static Program *finish(Compiler *compiler, Program *program, const Source *source)
{
    program->source = source;
    keep_warnings(program, compiler->problems);
    for (size_t i = 0; i < compiler->code_count; i++) {
        Code *code = compiler->codes[i];
        if (code->consts_tuple) /* from here on what other constants have made of it */
            code->consts_tuple = compiler->pool.entries[code->consts_tuple - 1].exported;
    }
    program->codes = (const Code **)region_copy(&program->region, (const char *)compiler->codes,
                                                compiler->code_count * sizeof *compiler->codes);
    program->code_count = (uint32_t)compiler->code_count;
    Const *consts = constant_pool_finish(&compiler->pool, &program->const_count);
    note_names(consts, program->const_count, compiler->names);
    program->consts = consts;
    return program;
}

static Program *generate(Job *job, Module *module)
{
    Region region = {0};
    Program *program = region_allocate(&region, sizeof *program);
    program->region = region;
    Compiler compiler = {.profile = job->profile,
                         .minor = job->profile->minor,
                         .single = job->mode == LANG_SINGLE,
                         .source = job->source,
                         .problems = &job->problems,
                         .names = &job->names,
                         .tables = &job->tables,
                         .scratch = &job->scratch,
                         .region = &program->region,
                         .pool = {.profile = job->profile, .region = &program->region}};
    bool worked = compiler_run(&compiler, module);
    if (worked)
        finish(&compiler, program, job->source);
    constant_pool_done(&compiler.pool);
    free(compiler.codes);
    if (worked)
        return program;
    program_destroy(program);
    return NULL;
}

LangStatus lang_compile(const Source *source, Span part, LangMode mode, const Profile *profile,
                        Program **ret_program, SyntaxProblem *ret_problem,
                        Diagnostics *diagnostics)
{
    Job job = {.source = source,
               .profile = profile,
               .mode = mode,
               .problems = {.source = source, .minor = profile->minor}};
    Module *module = parse(&job, part);
    Program *program = module && analyze(&job, module) ? generate(&job, module) : NULL;
    LangStatus status = problems_report(&job.problems, ret_problem, diagnostics);
    if (status == LANG_OK)
        *ret_program = program;
    else
        program_destroy(program);
    job_done(&job);
    return status;
}

LangStatus lang_split(const Source *source, Span part, const Profile *profile, Region *region,
                      StatementSpans *ret_spans, SyntaxProblem *ret_problem,
                      Diagnostics *diagnostics)
{
    Job job = {.source = source,
               .profile = profile,
               .problems = {.source = source, .minor = profile->minor}};
    const Module *module = parse(&job, part);
    LangStatus status = problems_report(&job.problems, ret_problem, diagnostics);
    if (status == LANG_OK) {
        Span *spans = region_allocate(region, (module->statement_count + 1) * sizeof *spans);
        for (size_t i = 0; i < module->statement_count; i++)
            spans[i] = (Span){module->statements[i].start, module->statements[i].end};
        *ret_spans = (StatementSpans){spans, module->statement_count};
    }
    job_done(&job);
    return status;
}
