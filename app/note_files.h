/* A note on its way to a folder: under which name, written, read back. */
#ifndef NOTE_FILES_H
#define NOTE_FILES_H

#include "host.h"
#include "note/note.h"

/* A new reference and the time now. */
bool stamp_make(const struct host *host, struct arena *a, struct stamp *out, struct error *e);

/* The formats of a list like "txt,html", as bits of the table of writers; all for NULL; 0 if
 * one is unknown. */
unsigned note_formats(const char *list);

/* Those of the formats that have pages: they need the fonts. */
unsigned note_formats_with_pages(unsigned formats);

/* Writes the note in these formats as <reference>.<format>; all files or none (host.h). `names` gets one
 * path a line. */
bool note_files_write(const struct host *host, struct arena *a, const struct note *n, const struct font_set *fonts, unsigned formats,
                      const char *folder, struct buffer *names, struct error *e);

#endif
