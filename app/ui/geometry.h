/* Boxes of the window, in pixels at window scale 1. The painter multiplies. */
#ifndef UI_GEOMETRY_H
#define UI_GEOMETRY_H

#include <stdbool.h>

struct rect {
    float x, y, w, h;
};

static inline bool rect_has(struct rect r, float x, float y) {
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

static inline struct rect rect_inset(struct rect r, float x, float y) {
    return (struct rect){ r.x + x, r.y + y, r.w - 2 * x, r.h - 2 * y };
}

static inline bool rect_overlap(struct rect a, struct rect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

#endif
