#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

bool error_set(struct error *e, enum error_kind kind, const char *format, ...) {
    va_list args;
    va_start(args, format);
    e->kind = kind;
    vsnprintf(e->text, sizeof e->text, format, args);
    va_end(args);
    return false;
}
