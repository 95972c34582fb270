/* Finds a thing by its id: a sorted list of names, each with the index of its thing.
 *
 * Sorted rather than hashed, so that no choice of names by a hostile file makes it slow. */
#ifndef BASE_IDS_H
#define BASE_IDS_H

#include "base/arena.h"

struct id {
    const char *name;
    int index;
};

struct ids {
    struct id *items; /* sorted by name, equal names by index */
    int count;
};

/* Sorts the `count` items in place and makes a list of them. */
struct ids ids_sort(struct id *items, int count);

/* The index that belongs to the name, or -1. Of equal names the one with the least index. */
int ids_find(const struct ids *ids, const char *name);

/* The position of an item equal to the one before it, from `from` on, or -1. */
int ids_next_duplicate(const struct ids *ids, int from);

#endif
