/* Finding and reading what stands beside the program: content, catalogues, fonts.
 *
 * They are looked for in the installed place, in the program's own folder and in the tree it was
 * built in; never in the working directory: who can write there must not choose what an officer
 * reads. */
#ifndef RESOURCES_H
#define RESOURCES_H

#include "base/language.h"
#include "host.h"

/* The folder of this name, or NULL. */
const char *resources_find(const struct host *host, struct arena *a, const char *name);

/* The languages that can be chosen: English and those whose catalogues were built. */
bool resources_languages(const struct host *host, struct arena *a, struct host_names *out, struct error *e);

/* Those of them that no named body has approved yet. */
bool resources_drafts(const struct host *host, struct arena *a, struct host_names *out, struct error *e);

/* Reads the three catalogues of a language that is in the list. */
bool resources_language(const struct host *host, struct arena *a, const char *code, struct language *out, struct error *e);

/* Reads the fonts that fonts.json of the assets lists, from the folder they were staged to. */
bool resources_fonts(const struct host *host, struct arena *a, const char *assets, struct font_set *out, struct error *e);

#endif
