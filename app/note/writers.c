#include "note/note.h"

const struct writer writers[] = {
    { "pdf", NULL },
    { "txt", note_write_text },
    { "html", note_write_html },
    { "json", note_write_json },
};
const int writer_count = sizeof writers / sizeof *writers;
