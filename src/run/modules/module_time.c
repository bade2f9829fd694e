/* time: Modules/timemodule.c, with a clock of the model's own. It starts at the same moment in
 * every run, goes on a little with every statement and every look at it, and jumps in sleep():
 * a program's output is the same each time, and sleeping takes no time. Local time is UTC. */
#include <math.h>
#include <time.h>

#include "run/interpreter.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"

enum { BILLION = 1000000000, STATEMENT_NANOSECONDS = 100, LOOK_NANOSECONDS = 1000 };
/* The clock at the start: 2024-01-01 12:00:00 UTC; the others count from the machine's start.
 */
static const int64_t EPOCH_SECONDS = 1704110400, UPTIME_SECONDS = 1000;

/* --- the clocks --- */

/* Time that the program has taken. */
static int64_t busy_nanoseconds(Run *run)
{
    run->clock_looks++;
    return (int64_t)run->statements * STATEMENT_NANOSECONDS +
           (int64_t)run->clock_looks * LOOK_NANOSECONDS;
}
static int64_t since_epoch(Run *run)
{
    return EPOCH_SECONDS * BILLION + busy_nanoseconds(run) + run->slept_nanoseconds;
}
static int64_t since_boot(Run *run)
{
    return UPTIME_SECONDS * BILLION + busy_nanoseconds(run) + run->slept_nanoseconds;
}

static ObjectId seconds(Run *run, int64_t nanoseconds)
{
    return float_from(run_model(run), (double)nanoseconds / BILLION);
}

static ObjectId time_time(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return seconds(run, since_epoch(run));
}
static ObjectId time_time_ns(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return int_from(run_model(run), since_epoch(run));
}
static ObjectId time_monotonic(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return seconds(run, since_boot(run));
}
static ObjectId time_monotonic_ns(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return int_from(run_model(run), since_boot(run));
}
static ObjectId time_process(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return seconds(run, busy_nanoseconds(run));
}
static ObjectId time_process_ns(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return int_from(run_model(run), busy_nanoseconds(run));
}

/* --- seconds as arguments --- */

static bool raise_range_of_time(Run *run)
{
    return raise_error(run, EXC_OverflowError, "timestamp out of range for platform time_t") !=
           0;
}

/* A number of seconds, rounded down to nanoseconds as _PyTime_FromSecondsObject does. */
static bool read_seconds(Run *run, ObjectId value, double *ret_seconds)
{
    const Model *model = run_model(run);
    ObjectKind kind = model_kind(model, value);
    if (kind == KIND_FLOAT) {
        *ret_seconds = float_value(model, value);
        if (isnan(*ret_seconds))
            return raise_error(run, EXC_ValueError, "Invalid value NaN (not a number)") != 0;
        return true;
    }
    if (!kind_is_integer(kind) && run->profile->minor < 10)
        return raise_error(run, EXC_TypeError, "an integer is required (got type %s)",
                           type_string(run, value)) != 0;
    int64_t whole;
    if (!object_index(run, value, &whole)) {
        if (!raised_is(run, EXC_TypeError)) {
            raise_clear(run);
            raise_range_of_time(run);
        }
        return false;
    }
    *ret_seconds = (double)whole;
    return true;
}

static ObjectId time_sleep(Run *run, const Arguments *arguments)
{
    double duration = 0;
    if (!read_seconds(run, arguments->values[0], &duration))
        return 0;
    if (duration < 0)
        return raise_error(run, EXC_ValueError, "sleep length must be non-negative");
    if (duration > (double)INT32_MAX)
        return raise_error(run, EXC_OverflowError,
                           "timestamp too large to convert to C _PyTime_t");
    run->slept_nanoseconds += (int64_t)(duration * BILLION);
    return run_model(run)->none;
}

/* --- struct_time --- */

enum { FIELD_COUNT = 9, FIELD_MOST = 11 };

static const char *const fields[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour",  "tm_min",
                                     "tm_sec",  "tm_wday", "tm_yday", "tm_isdst", NULL};

/* Field c tells GMT (1) from local time. */
static ObjectId get_zone(Run *run, ObjectId self)
{
    return str_from_string(run_model(run),
                           model_object(run_model(run), self)->c ? "GMT" : "UTC");
}
static ObjectId get_offset(Run *run, ObjectId self)
{
    (void)self;
    return int_from(run_model(run), 0);
}
static const NativeAttribute attributes[] = {
    {"tm_zone", get_zone, .member = true}, {"tm_gmtoff", get_offset, .member = true}, {""}};

static ObjectId struct_time_new(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    if (!argument_count(run, arguments, 1, "structseq", 1, 1))
        return 0;
    ObjectId list = iterate_list(run, arguments->values[1]);
    if (!list && raised_is(run, EXC_TypeError)) {
        raise_clear(run);
        return raise_error(run, EXC_TypeError, "constructor requires a sequence");
    }
    if (!list)
        return 0;
    uint32_t count = model_object(model, list)->slot_count;
    if (count < FIELD_COUNT || count > FIELD_MOST)
        return raise_error(run, EXC_TypeError,
                           "time.struct_time() takes an at %s %d-sequence (%u-sequence given)",
                           count < FIELD_COUNT ? "least" : "most",
                           count < FIELD_COUNT ? FIELD_COUNT : FIELD_MOST, count);
    return tuple_of_type(model, arguments->values[0], model_object(model, list)->slots,
                         FIELD_COUNT);
}

static const Native struct_time_methods[] = {
    {"__new__", struct_time_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};

static const NativeType type_struct_time = {.name = "time.struct_time",
                                            .base = TYPE_TUPLE,
                                            .flags = NATIVE_GC,
                                            .methods = struct_time_methods,
                                            .attributes = attributes,
                                            .fields = fields};

static ObjectId struct_time(Run *run, const struct tm *broken, bool gmt)
{
    Model *model = run_model(run);
    const int64_t numbers[FIELD_COUNT] = {(int64_t)broken->tm_year + 1900,
                                          broken->tm_mon + 1,
                                          broken->tm_mday,
                                          broken->tm_hour,
                                          broken->tm_min,
                                          broken->tm_sec,
                                          (broken->tm_wday + 6) % 7,
                                          (int64_t)broken->tm_yday + 1,
                                          0};
    ObjectId values[FIELD_COUNT];
    for (int i = 0; i < FIELD_COUNT; i++)
        values[i] = int_from(model, numbers[i]);
    ObjectId result =
        tuple_of_type(model, native_type(run, &type_struct_time), values, FIELD_COUNT);
    object_set_field(model, result, FIELD_C, gmt);
    collector_untrack(model, result); /* PyStructSequence_New does not track */
    return result;
}

/* The moment that an optional argument gives; now where it is missing or None. */
static bool read_moment(Run *run, const Arguments *arguments, struct tm *ret_broken)
{
    ObjectId value = argument_at(arguments, 0);
    double moment;
    if (!value || value == run_model(run)->none)
        moment = (double)(since_epoch(run) / BILLION);
    else if (!read_seconds(run, value, &moment))
        return false;
    if (fabs(moment) > 0x1p62)
        return raise_range_of_time(run);
    time_t whole = (time_t)floor(moment);
    return gmtime_r(&whole, ret_broken) || raise_range_of_time(run);
}

static ObjectId time_gmtime(Run *run, const Arguments *arguments)
{
    struct tm broken;
    return read_moment(run, arguments, &broken) ? struct_time(run, &broken, true) : 0;
}
static ObjectId time_localtime(Run *run, const Arguments *arguments)
{
    struct tm broken;
    return read_moment(run, arguments, &broken) ? struct_time(run, &broken, false) : 0;
}

/* gettmarg: nine numbers of a tuple, not checked yet. */
static bool read_tuple(Run *run, ObjectId tuple, const char *function, struct tm *ret_broken)
{
    const Model *model = run_model(run);
    if (model_kind(model, tuple) != KIND_TUPLE)
        return raise_error(run, EXC_TypeError, "Tuple or struct_time argument required") != 0;
    const Object *object = model_object(model, tuple);
    if (object->slot_count != FIELD_COUNT)
        return raise_error(run, EXC_TypeError, "%s(): illegal time tuple argument", function) !=
               0;
    int64_t numbers[FIELD_COUNT];
    for (int i = 0; i < FIELD_COUNT; i++)
        if (!object_index(run, object->slots[i], &numbers[i]))
            return false;
    *ret_broken = (struct tm){.tm_year = (int)(numbers[0] - 1900),
                              .tm_mon = (int)(numbers[1] - 1),
                              .tm_mday = (int)numbers[2],
                              .tm_hour = (int)numbers[3],
                              .tm_min = (int)numbers[4],
                              .tm_sec = (int)numbers[5],
                              .tm_wday = (int)((numbers[6] + 1) % 7),
                              .tm_yday = (int)(numbers[7] - 1)};
    ret_broken->tm_zone =
        object->type == native_type(run, &type_struct_time) && object->c ? "GMT" : "UTC";
    return true;
}

/* checktm: each number in its range; month, day and day of the year may be 0. */
static bool check_tuple(Run *run, struct tm *broken)
{
    const struct {
        int *value, least, most;
        const char *name;
        bool may_be_below; /* one below the least counts as the least */
    } rows[] = {
        {&broken->tm_mon, 0, 11, "month", true},
        {&broken->tm_mday, 1, 31, "day of month", true},
        {&broken->tm_hour, 0, 23, "hour", false},
        {&broken->tm_min, 0, 59, "minute", false},
        {&broken->tm_sec, 0, 61, "seconds", false},
        {&broken->tm_wday, 0, 6, "day of week", false},
        {&broken->tm_yday, 0, 365, "day of year", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].may_be_below && *rows[i].value == rows[i].least - 1)
            *rows[i].value = rows[i].least;
        if (*rows[i].value < rows[i].least || *rows[i].value > rows[i].most)
            return raise_error(run, EXC_ValueError, "%s out of range", rows[i].name) != 0;
    }
    return true;
}

/* The optional tuple of asctime and strftime; now where it is missing. */
static bool read_broken(Run *run, const Arguments *arguments, uint32_t index,
                        const char *function, struct tm *ret_broken)
{
    if (index < arguments->count)
        return read_tuple(run, arguments->values[index], function, ret_broken) &&
               check_tuple(run, ret_broken);
    return read_moment(run, &(Arguments){.count = 0}, ret_broken);
}

/* --- as text --- */

static ObjectId format_asctime(Run *run, const struct tm *broken)
{
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    Text text = {0};
    text_append_format(&text, "%s %s%3d %.2d:%.2d:%.2d %d", days[broken->tm_wday],
                       months[broken->tm_mon], broken->tm_mday, broken->tm_hour, broken->tm_min,
                       broken->tm_sec, 1900 + broken->tm_year);
    return str_of_text(run, &text);
}

static ObjectId time_ctime(Run *run, const Arguments *arguments)
{
    struct tm broken;
    return read_moment(run, arguments, &broken) ? format_asctime(run, &broken) : 0;
}
static ObjectId time_asctime(Run *run, const Arguments *arguments)
{
    struct tm broken;
    return read_broken(run, arguments, 0, "asctime", &broken) ? format_asctime(run, &broken)
                                                              : 0;
}

/* One conversion; `letter` 0: the format ends with %. */
static void append_conversion(Text *text, char letter, const struct tm *broken)
{
    char pattern[] = {'%', letter, 0}, piece[128];
    if (!letter) {
        text_append_char(text, '%');
        return;
    }
    text_append(text, piece, strftime(piece, sizeof piece, pattern, broken));
}

static ObjectId time_strftime(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    struct tm broken;
    if (model_kind(model, arguments->values[0]) != KIND_STR)
        return raise_error(run, EXC_TypeError, "strftime() argument 1 must be str, not %s",
                           argument_type_string(run, arguments->values[0]));
    if (!read_broken(run, arguments, 1, "strftime", &broken))
        return 0;
    Slice format = str_slice(model, arguments->values[0]);
    Text text = {0};
    for (size_t i = 0; i < format.length; i++) {
        if (format.bytes[i] != '%') {
            text_append_char(&text, format.bytes[i]);
            continue;
        }
        i++;
        append_conversion(&text, i < format.length ? format.bytes[i] : 0, &broken);
    }
    return str_of_text(run, &text);
}

static ObjectId time_mktime(Run *run, const Arguments *arguments)
{
    struct tm broken;
    if (!read_tuple(run, arguments->values[0], "mktime", &broken))
        return 0;
    return float_from(run_model(run), (double)timegm(&broken));
}

static ObjectId time_unsupported(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return raise_unsupported(run, "heapstep has no time.strptime");
}

static ObjectId time_nothing(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run_model(run)->none;
}

/* --- the module --- */

static const Native functions[] = {
    {"asctime", time_asctime, 0, 1, NULL, NATIVE_VARARGS},
    {"clock", time_process, 0, 0, NULL, NATIVE_NOARGS, .until = 7},
    {"ctime", time_ctime, 0, 1, NULL, NATIVE_VARARGS},
    {"gmtime", time_gmtime, 0, 1, NULL, NATIVE_VARARGS},
    {"localtime", time_localtime, 0, 1, NULL, NATIVE_VARARGS},
    {"mktime", time_mktime, 1, 1, NULL, NATIVE_O},
    {"monotonic", time_monotonic, 0, 0, NULL, NATIVE_NOARGS},
    {"monotonic_ns", time_monotonic_ns, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
    {"perf_counter", time_monotonic, 0, 0, NULL, NATIVE_NOARGS},
    {"perf_counter_ns", time_monotonic_ns, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
    {"process_time", time_process, 0, 0, NULL, NATIVE_NOARGS},
    {"process_time_ns", time_process_ns, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
    {"sleep", time_sleep, 1, 1, NULL, NATIVE_O},
    {"strftime", time_strftime, 1, 2, NULL, NATIVE_VARARGS},
    {"strptime", time_unsupported, 1, 2, NULL, NATIVE_VARARGS},
    {"thread_time", time_process, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
    {"thread_time_ns", time_process_ns, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
    {"time", time_time, 0, 0, NULL, NATIVE_NOARGS},
    {"time_ns", time_time_ns, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
    {"tzset", time_nothing, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

static bool fill(Run *run, ObjectId dict)
{
    Model *model = run_model(run);
    static const char *const zeros[] = {"timezone", "altzone", "daylight"};
    for (int i = 0; i < 3; i++)
        dict_set_str(model, dict, model_intern(model, slice_of(zeros[i])), int_from(model, 0));
    ObjectId zone = model_intern(model, slice_of("UTC"));
    dict_set_str(model, dict, model_intern(model, slice_of("tzname")),
                 tuple_of(run, zone, zone));
    return true;
}

static const NativeType *const types[] = {&type_struct_time, NULL};
const NativeModule module_time = {"time", functions, fill, types};
