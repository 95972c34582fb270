#include "base/ids.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b) {
    const struct id *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

struct ids ids_sort(struct id *items, int count) {
    if (count)
        qsort(items, (size_t)count, sizeof *items, compare);
    return (struct ids){ items, count };
}

int ids_find(const struct ids *ids, const char *name) {
    int low = 0, high = ids->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(ids->items[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < ids->count && !strcmp(ids->items[low].name, name) ? ids->items[low].index : -1;
}

int ids_next_duplicate(const struct ids *ids, int from) {
    for (int i = from > 1 ? from : 1; i < ids->count; i++)
        if (!strcmp(ids->items[i].name, ids->items[i - 1].name))
            return i;
    return -1;
}
