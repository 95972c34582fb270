#include "base/arena.h"

#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 * 1024)
#define ALIGNMENT ((size_t)16)

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    char padding[8]; /* keeps the data that follows aligned */
};

_Static_assert(sizeof(struct arena_block) % ALIGNMENT == 0, "data behind a block must be aligned");

static _Noreturn void out_of_memory(void) {
    fputs("waymark: out of memory\n", stderr);
    exit(3);
}

/* A call the compiler cannot prove useless, so that the overwriting is not optimised away. */
static void *(*const volatile overwrite)(void *, int, size_t) = memset;

static char *block_data(struct arena_block *block) {
    return (char *)(block + 1);
}

static struct arena_block *add_block(struct arena *a, size_t size) {
    size_t wanted = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    struct arena_block *block = wanted < SIZE_MAX - sizeof *block ? calloc(1, sizeof *block + wanted) : NULL;
    if (!block)
        out_of_memory();
    block->size = wanted;
    /* A large piece goes behind the current block, which may have room for small ones. */
    if (a->blocks && size > BLOCK_SIZE) {
        block->next = a->blocks->next;
        a->blocks->next = block;
    } else {
        block->next = a->blocks;
        a->blocks = block;
    }
    return block;
}

void *arena_alloc(struct arena *a, size_t count, size_t size) {
    if (size && count > (SIZE_MAX - ALIGNMENT) / size)
        out_of_memory();
    size_t total = (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    struct arena_block *block = a->blocks;
    if (!block || block->size - block->used < total)
        block = add_block(a, total);
    char *result = block_data(block) + block->used;
    block->used += total;
    a->used += total;
    return result;
}

char *arena_copy(struct arena *a, const char *text, size_t size) {
    char *copy = arena_alloc(a, size + 1, 1);
    if (size)
        memcpy(copy, text, size);
    return copy;
}

char *arena_string(struct arena *a, const char *text) {
    return arena_copy(a, text, strlen(text));
}

char *arena_vprintf(struct arena *a, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    char *text = arena_alloc(a, size < 0 ? 1 : (size_t)size + 1, 1);
    if (size > 0)
        vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

char *arena_printf(struct arena *a, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(a, format, args);
    va_end(args);
    return text;
}

void *arena_grow(struct arena *a, void *items, int count, int *capacity, size_t size) {
    if (count < *capacity)
        return items;
    int larger = *capacity ? *capacity * 2 : 8;
    void *copy = arena_alloc(a, (size_t)larger, size);
    if (count)
        memcpy(copy, items, (size_t)count * size);
    *capacity = larger;
    return copy;
}

static void free_blocks(struct arena_block *block) {
    while (block) {
        struct arena_block *next = block->next;
        overwrite(block_data(block), 0, block->used);
        free(block);
        block = next;
    }
}

void arena_free(struct arena *a) {
    free_blocks(a->blocks);
    *a = (struct arena){ 0 };
}

void arena_clear(struct arena *a) {
    struct arena_block *kept = a->blocks;
    a->used = 0;
    if (!kept)
        return;
    free_blocks(kept->next);
    overwrite(block_data(kept), 0, kept->used);
    kept->next = NULL;
    kept->used = 0;
}
