#include "run/builtins/quitter.h"

#include "run/interpreter.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"

/* Field a of an object is an index here. */
static const char *const names[] = {"exit", "quit"};

static ObjectId quitter_call(Run *run, const Arguments *arguments)
{
    if (!argument_count(run, arguments, 1, "__call__", 0, 1))
        return 0;
    ObjectId code = arguments->count > 1    ? arguments->values[1]
                    : arguments->name_count ? arguments->values[1]
                                            : run_model(run)->none;
    ObjectId exception = call_object(run, exception_type(run, EXC_SystemExit), &code, 1);
    return exception ? raise_object(run, exception) : 0;
}

static ObjectId quitter_repr(Run *run, const Arguments *arguments)
{
    Text text = {0};
    text_append_format(&text, "Use %s() or Ctrl-D (i.e. EOF) to exit",
                       names[model_object(run_model(run), arguments->values[0])->a]);
    return str_of_text(run, &text);
}

static const Native methods[] = {
    {"__call__", quitter_call, 0, 1, NULL, NATIVE_RAW},
    {"__repr__", quitter_repr, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};
static const NativeType type_quitter = {
    .name = "_sitebuiltins.Quitter", .flags = NATIVE_HIDDEN, .sizes = {48}, .methods = methods};

void quitter_startup(Run *run, ObjectId builtins)
{
    enum { QUITTER_SIZE = 48 };
    static const NativeType *const types[] = {&type_quitter, NULL};
    Model *model = run_model(run);
    native_types_make(run, 0, types);
    for (uint32_t i = 0; i < 2; i++) {
        ObjectId quitter = object_create_static(
            model, KIND_NATIVE, native_type(run, &type_quitter), QUITTER_SIZE, (Payload){0});
        object_set_field(model, quitter, FIELD_A, i);
        dict_set_str(model, builtins, model_intern(model, slice_of(names[i])), quitter);
    }
}
