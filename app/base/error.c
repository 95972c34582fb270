#include "base/error.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A text that did not fit may end inside a character. */
static size_t whole_size(const char *text) {
    const char *at = text, *end = text + strlen(text);
    while (at < end) {
        const char *begin = at;
        if (utf8_next(&at, end) == 0xFFFFFFFF && end - begin < 4)
            return (size_t)(begin - text);
    }
    return (size_t)(end - text);
}

bool error_set(struct error *e, enum error_kind kind, const char *format, ...) {
    va_list args;
    va_start(args, format);
    e->kind = kind;
    vsnprintf(e->text, sizeof e->text, format, args);
    e->text[whole_size(e->text)] = '\0';
    va_end(args);
    return false;
}
