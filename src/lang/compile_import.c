#include <string.h>

#include "lang/compiler.h"

/* Parts of a dotted name: the one at `*position`, which moves behind the dot after it. */
static Slice next_part(Slice dotted, size_t *position)
{
    const char *start = dotted.bytes + *position;
    const char *dot = memchr(start, '.', dotted.length - *position);
    size_t length = dot ? (size_t)(dot - start) : dotted.length - *position;
    *position += length + (dot ? 1 : 0);
    return (Slice){start, length};
}

static void attribute_of_import(Compiler *compiler, Slice name)
{
    compiler_emit(compiler, OP_IMPORT_FROM,
                  compile_name_number(compiler, name_intern(compiler->names, name)));
}

/* compile.c, compiler_import_as: `import a.b.c as m` takes c from b from a. */
static void import_as(Compiler *compiler, const Alias *alias, Range range)
{
    Slice dotted = alias->name->text;
    size_t position = 0;
    next_part(dotted, &position);
    bool deep = position < dotted.length;
    while (position < dotted.length) {
        attribute_of_import(compiler, next_part(dotted, &position));
        if (position < dotted.length) {
            compiler_emit(compiler, OP_SWAP, 2);
            compiler_emit(compiler, OP_POP_TOP, 0);
        }
    }
    compile_name(compiler, alias->as, ACCESS_STORE, range);
    if (deep)
        compiler_emit(compiler, OP_POP_TOP, 0);
}

void compile_import(Compiler *compiler, Stmt *stmt)
{
    for (size_t i = 0; i < stmt->import.count; i++) {
        const Alias *alias = &stmt->import.aliases[i];
        compiler_load_int(compiler, 0);
        compiler_load_none(compiler);
        compiler_emit(compiler, OP_IMPORT_NAME, compile_name_number(compiler, alias->name));
        if (alias->as) {
            import_as(compiler, alias, stmt->range);
            continue;
        }
        size_t position = 0;
        Slice first = next_part(alias->name->text, &position);
        compile_name(compiler, name_intern(compiler->names, first), ACCESS_STORE, stmt->range);
    }
}

void compile_import_from(Compiler *compiler, Stmt *stmt)
{
    const Alias *aliases = stmt->import.aliases;
    bool future = stmt->import.module && slice_is(stmt->import.module->text, "__future__");
    if (future && stmt->range.start >= compiler->tables->future.end)
        compiler_fail(compiler, stmt->range,
                      "from __future__ imports must occur at the beginning of the file");
    size_t count = stmt->import.count;
    const Name **names = region_allocate(compiler->scratch, (count + 1) * sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = aliases[i].name;
    compiler_load_int(compiler, (long)stmt->import.level);
    compiler_load_names(compiler, names, count);
    const Name *module =
        stmt->import.module ? stmt->import.module : name_of(compiler->names, "");
    compiler_emit(compiler, OP_IMPORT_NAME, compile_name_number(compiler, module));
    if (slice_is(names[0]->text, "*")) {
        compiler_emit(compiler, OP_IMPORT_STAR, 0);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        attribute_of_import(compiler, names[i]->text);
        compile_name(compiler, aliases[i].as ? aliases[i].as : aliases[i].name, ACCESS_STORE,
                     stmt->range);
    }
    compiler_emit(compiler, OP_POP_TOP, 0);
}
