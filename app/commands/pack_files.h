/* Brings the files of a content folder to the reader of the pack, which knows no disk. */
#ifndef COMMANDS_PACK_FILES_H
#define COMMANDS_PACK_FILES_H

#include "core/pack.h"
#include "host.h"

struct pack_files {
    struct pack_file *items; /* names relative to the folder, in a stable order */
    int count;
    const char *own_unreadable; /* why the authority's file could not be read; NULL: it was, or there is none */
};

/* Reads all JSON files of the folder and of the folders a pack has; what is missing or does
 * not belong there is for pack_read() to say. The cases are half of it, and only who checks the
 * content needs them. */
enum pack_use { PACK_TO_WORK, PACK_TO_CHECK };
bool pack_files_load(const struct host *host, struct arena *a, const char *folder, enum pack_use use, struct pack_files *out,
                     struct error *e);

#endif
