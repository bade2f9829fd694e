#ifndef PROFILE_PROFILE_IMPORTS_H
#define PROFILE_PROFILE_IMPORTS_H
/* The group "imports" of a profile: what importing a module costs. A table whose length each
 * version has of its own, so it is no row of profile.c. */
#include "profile/profile.h"
#include "json/json.h"

/* Reads the group into `profile`; what is wrong is told to the document. */
void profile_imports_read(JsonDocument *document, Profile *profile);

#endif
