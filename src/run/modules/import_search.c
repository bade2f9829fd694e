/* Before a program starts its imports are followed, so that what it needs of the library is
 * part of the start state. */
#include <ctype.h>
#include <string.h>

#include "run/modules/import_source.h"

/* The modules that are yet to be looked into. */
typedef struct Search {
    Run *run;
    Region region;
    struct Seen {
        Slice name;
        struct Seen *next;
    } * seen;
} Search;

static bool search_module(Search *search, Slice name);

static bool is_seen(Search *search, Slice name)
{
    for (const struct Seen *seen = search->seen; seen; seen = seen->next)
        if (slice_equal(seen->name, name))
            return true;
    struct Seen *added = region_allocate(&search->region, sizeof *added);
    added->name = region_slice(&search->region, name);
    added->next = search->seen;
    search->seen = added;
    return false;
}

/* "a.b" of "a" and "b"; either may be empty. */
static Slice join(Search *search, Slice package, Slice name)
{
    const char *dot = package.length && name.length ? "." : "";
    return slice_of(
        region_format(&search->region, "%.*s%s%.*s", SLICE(package), dot, SLICE(name)));
}

static const Const *const_before(const Program *program, const Code *code, uint32_t at,
                                 uint32_t distance)
{
    if (at < distance || code->instructions[at - distance].op != OP_LOAD_CONST)
        return NULL;
    return &program->consts[code->consts[code->instructions[at - distance].arg]];
}

/* The names of `from m import a, b` may be modules themselves. */
static bool search_from(Search *search, const Program *program, const Const *from, Slice module)
{
    if (!from || from->kind != CONST_TUPLE)
        return true;
    for (uint32_t i = 0; i < from->tuple.count; i++)
        if (!search_module(search,
                           join(search, module, program->consts[from->tuple.items[i]].text)))
            return false;
    return true;
}

/* The package that `level` dots mean in a module of `package`. */
static Slice climb(Slice package, long level)
{
    for (; level > 1; level--)
        package = import_package_of(package, false);
    return package;
}

static bool search_import(Search *search, const Program *program, const Code *code, uint32_t at,
                          Slice package)
{
    const Const *level = const_before(program, code, at, 2);
    Slice name = program->consts[code->names[code->instructions[at].arg]].text;
    if (level && level->kind == CONST_INT && mpz_sgn(level->integer) > 0)
        name = join(search, climb(package, mpz_get_si(level->integer)), name);
    return search_module(search, name) &&
           search_from(search, program, const_before(program, code, at, 1), name);
}

static bool calls_import(const Program *program, const Code *code)
{
    for (uint32_t i = 0; i < code->name_count; i++)
        if (slice_is(program->consts[code->names[i]].text, "__import__"))
            return true;
    return false;
}

static bool is_dotted_name(Slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!isalnum((unsigned char)text.bytes[i]) && !strchr("_.", text.bytes[i]))
            return false;
    return text.length > 0;
}

/* Where __import__ is called, any text may be the name of a module. */
static bool search_calls(Search *search, const Program *program, const Code *code)
{
    for (uint32_t i = 0; i < code->const_count; i++) {
        const Const *value = &program->consts[code->consts[i]];
        if (value->kind == CONST_STR && is_dotted_name(value->text) &&
            !search_module(search, value->text))
            return false;
    }
    return true;
}

static bool search_program(Search *search, const Program *program, Slice package)
{
    for (uint32_t i = 0; i < program->code_count; i++) {
        const Code *code = program->codes[i];
        if (calls_import(program, code) && !search_calls(search, program, code))
            return false;
        for (uint32_t at = 0; at < code->instruction_count; at++)
            if (code->instructions[at].op == OP_IMPORT_NAME &&
                !search_import(search, program, code, at, package))
                return false;
    }
    return true;
}

/* A module beside the program is compiled for what it imports; its mistakes are told when it is
 * reached. */
static bool search_file(Search *search, Slice name, ModuleFile file)
{
    if (!file.source)
        return true;
    Program *program = NULL;
    SyntaxProblem problem;
    Diagnostics hidden = {0};
    Span whole = {0, file.source->length};
    LangStatus status = lang_compile(file.source, whole, LANG_SCRIPT, search->run->profile,
                                     &program, &problem, &hidden);
    diagnostics_done(&hidden);
    if (status != LANG_OK)
        return true;
    bool fine = search_program(search, program, import_package_of(name, file.is_package));
    program_destroy(program);
    return fine;
}

static bool search_one(Search *search, Slice name)
{
    ModuleFile file;
    if (is_seen(search, name))
        return true;
    if (import_beside(search->run, name, &file))
        return search_file(search, name, file);
    return import_library(search->run, name);
}

/* a.b.c: a, then a.b, then a.b.c */
static bool search_module(Search *search, Slice name)
{
    for (size_t end = 1; end <= name.length; end++)
        if ((end == name.length || name.bytes[end] == '.') &&
            !search_one(search, (Slice){name.bytes, end}))
            return false;
    return true;
}

bool import_prepare(Run *run, const Program *program)
{
    Search search = {.run = run};
    state_library_begins(&run_model(run)->state);
    bool fine = search_program(&search, program, (Slice){"", 0});
    region_done(&search.region);
    state_library_ends(&run_model(run)->state);
    run->statements = 0;
    return fine;
}
