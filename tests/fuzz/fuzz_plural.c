/* Any text as a plural rule. Whatever the rule says, the form for any n must be one of the
 * forms it promises. */
#include "base/arena.h"
#include "base/plural.h"

#include <assert.h>
#include <limits.h>
#include <stdint.h>

#define NUMBERS_TRIED 130

static void try_number(const struct plural *p, unsigned long n) {
    int form = plural_form(p, n);
    assert(form >= 0 && form < p->forms);
}

static void try_rule(const struct plural *p) {
    assert(p->forms >= 1 && p->forms <= 8);
    for (unsigned long n = 0; n < NUMBERS_TRIED; n++)
        try_number(p, n);
    try_number(p, 1000000);
    try_number(p, ULONG_MAX / 2);
    try_number(p, ULONG_MAX);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = { 0 };
    struct plural p;
    if (plural_read(arena_copy(&a, (const char *)data, size), &p))
        try_rule(&p);
    arena_free(&a);
    return 0;
}
