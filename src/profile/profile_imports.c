#include "profile/profile_imports.h"

#include <string.h>

enum { CONTAINERS_LIMIT = 1000 * 1000, COMMENT_LIMIT = 1000 };

/* The row of that name among those read; IMPORT_LIMIT where there is none. */
static uint32_t find(const Profile *profile, Slice name)
{
    for (uint32_t i = 0; i < profile->import_count; i++)
        if (slice_is(name, profile->imports[i].name))
            return i;
    return IMPORT_LIMIT;
}

static void read_name(JsonDocument *document, const cJSON *object, const Profile *profile,
                      ProfileImport *import)
{
    const cJSON *value = json_member(document, object, "module", true);
    Slice text;
    if (!json_text(document, value, 1, IMPORT_NAME - 1, &text) || text.length >= IMPORT_NAME)
        return;
    if (find(profile, text) != IMPORT_LIMIT)
        json_fail(document, value, "this module is there twice");
    memcpy(import->name, text.bytes, text.length + 1);
}

/* A module needs only what stands before it, so that no two can need each other. */
static void read_need(JsonDocument *document, const cJSON *value, const Profile *profile,
                      ProfileImport *import)
{
    Slice text;
    if (!json_text(document, value, 1, IMPORT_NAME - 1, &text))
        return;
    uint32_t need = find(profile, text);
    if (need == IMPORT_LIMIT)
        json_fail(document, value, "no module of that name stands before this one");
    else
        import->needs[import->need_count++] = (uint8_t)need;
}

static uint32_t read_count(JsonDocument *document, const cJSON *object, const char *name,
                           bool required)
{
    long long count = 0;
    const cJSON *member = json_member(document, object, name, required);
    if (member || required)
        json_integer(document, member, 0, CONTAINERS_LIMIT, &count);
    return (uint32_t)count;
}

static void read_import(JsonDocument *document, const cJSON *object, Profile *profile)
{
    static const char *const known[] = {"module", "warm", "native", "garbage", "needs", ""};
    ProfileImport import = {.need_count = 0};
    json_object(document, object, known);
    if (!cJSON_IsObject(object))
        return;
    read_name(document, object, profile, &import);
    import.containers[START_WARM] = read_count(document, object, "warm", true);
    import.containers[START_NATIVE] = read_count(document, object, "native", true);
    import.garbage = read_count(document, object, "garbage", false);
    const cJSON *needs = json_member(document, object, "needs", true);
    if (json_array(document, needs, 0, IMPORT_NEEDS))
        for (const cJSON *item = needs->child; item; item = item->next)
            read_need(document, item, profile, &import);
    profile->imports[profile->import_count++] = import;
}

void profile_imports_read(JsonDocument *document, Profile *profile)
{
    static const char *const known[] = {"comment", "modules", ""};
    const cJSON *group = json_member(document, document->root, "imports", true);
    json_object(document, group, known);
    if (!cJSON_IsObject(group))
        return;
    Slice comment;
    json_text(document, json_member(document, group, "comment", false), 1, COMMENT_LIMIT,
              &comment);
    const cJSON *modules = json_member(document, group, "modules", true);
    if (json_array(document, modules, 0, IMPORT_LIMIT))
        for (const cJSON *item = modules->child; item; item = item->next)
            read_import(document, item, profile);
}
