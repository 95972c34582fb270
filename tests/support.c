#include "support.h"

#include <stdio.h>
#include <string.h>

struct bytes support_file(struct arena *a, const char *path) {
    const char *full = arena_printf(a, "%s/%s", SOURCE_DIR, path);
    FILE *file = fopen(full, "rb");
    if (!file)
        fail_msg("%s cannot be opened", path);
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *data = arena_alloc(a, size + 1, 1);
    assert_int_equal(fread(data, 1, size, file), size);
    fclose(file);
    return (struct bytes){ data, size };
}

struct bytes support_quotes(struct arena *a, const char *text) {
    char *copy = arena_string(a, text);
    for (char *at = copy; *at; at++)
        if (*at == '\'')
            *at = '"';
    return (struct bytes){ copy, strlen(copy) };
}

struct bytes support_bytes(const char *text) {
    return (struct bytes){ text, strlen(text) };
}
