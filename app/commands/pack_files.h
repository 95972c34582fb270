/* Brings the files of a content folder to the reader of the pack, which knows no disk. */
#ifndef COMMANDS_PACK_FILES_H
#define COMMANDS_PACK_FILES_H

#include "core/pack.h"
#include "host.h"

struct pack_files {
    struct pack_file *items; /* names relative to the folder, in a stable order */
    int count;
};

/* Reads all JSON files of the folder and of the folders a pack has; what is missing or does
 * not belong there is for pack_read() to say. */
bool pack_files_load(const struct host *host, struct arena *a, const char *folder, struct pack_files *out, struct error *e);

#endif
