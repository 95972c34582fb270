/* Any bytes as JSON. What can be read must be written as JSON that can be read again, and from
 * then on writing must give the same bytes. */
#include "base/json.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

static struct bytes write_again(struct arena *a, const struct json *value) {
    struct buffer out = { .arena = a };
    struct json_writer w = { .out = &out };
    json_write(&w, NULL, value);
    json_end(&w);
    return buffer_bytes(&out);
}

static void check_writing(struct arena *a, const struct json *value) {
    struct json_fault fault;
    struct bytes first = write_again(a, value);
    const struct json *again = json_parse(a, first, &fault);
    assert(again);
    struct bytes second = write_again(a, again);
    assert(first.size == second.size && !memcmp(first.data, second.data, first.size));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = { 0 };
    struct json_fault fault = { 0 };
    const struct json *value = json_parse(&a, (struct bytes){ (const char *)data, size }, &fault);
    assert(value || fault.why);
    if (value)
        check_writing(&a, value);
    arena_free(&a);
    return 0;
}
