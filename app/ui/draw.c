#include "ui/draw.h"

#include <stdio.h>
#include <string.h>

const struct node *picture_find(const struct picture *p, const char *key) {
    for (int i = 0; i < p->node_count; i++)
        if (!strcmp(p->nodes[i].key, key))
            return &p->nodes[i];
    return NULL;
}

static bool can_be_pressed(const struct node *n) {
    return node_takes_focus(n) && !(n->state & NODE_HIDDEN);
}

const struct node *picture_hit(const struct picture *p, float x, float y) {
    for (int i = p->node_count - 1; i >= 0; i--)
        if (can_be_pressed(&p->nodes[i]) && rect_has(p->nodes[i].box, x, y))
            return &p->nodes[i];
    return NULL;
}

/* ---- faults */

/* Where the words of a text really stand, in pixels at window scale 1. */
static struct rect words_box(const struct picture *p, const struct draw *d) {
    float left = 1e9f, right = -1e9f, line = d->text->style.line / p->scale;
    for (int i = d->from; i < d->to; i++) {
        const struct text_line *l = &d->text->lines[i];
        if (l->run_count == 0)
            continue;
        left = l->x < left ? l->x : left;
        right = l->x + l->width > right ? l->x + l->width : right;
    }
    if (right < left)
        return (struct rect){ d->box.x, d->box.y, 0, 0 };
    return (struct rect){ d->box.x + left / p->scale, d->box.y, (right - left) / p->scale, line * (float)(d->to - d->from) };
}

static bool inside_window(const struct picture *p, struct rect r) {
    return r.x >= -1 && r.y >= -1 && r.x + r.w <= p->width + 1 && r.y + r.h <= p->height + 1;
}

/* A pixel of overlap is rounding. */
static bool clash(struct rect a, struct rect b) {
    return a.w > 2 && b.w > 2 && rect_overlap(rect_inset(a, 1, 2), rect_inset(b, 1, 2));
}

static bool around(struct rect outer, struct rect inner) {
    return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.x + inner.w <= outer.x + outer.w + 1
           && inner.y + inner.h <= outer.y + outer.h + 1;
}

static void say(char *what, size_t size, int *count, const char *fault, const char *name) {
    if ((*count)++ == 0)
        snprintf(what, size, "%s: %.80s", fault, name);
}

static void check_texts(const struct picture *p, char *what, size_t size, int *count) {
    for (int i = 0; i < p->draw_count; i++) {
        const struct draw *d = &p->draws[i];
        if (d->kind != DRAW_TEXT)
            continue;
        struct rect box = words_box(p, d);
        if (box.x < d->box.x - 1.5f || box.x + box.w > d->box.x + d->box.w + 1.5f)
            say(what, size, count, "a text leaves its box", d->text->text);
        if (!inside_window(p, box))
            say(what, size, count, "a text leaves the window", d->text->text);
        for (int j = 0; j < i; j++)
            if (p->draws[j].kind == DRAW_TEXT && clash(box, words_box(p, &p->draws[j])))
                say(what, size, count, "a text lies over another", d->text->text);
    }
}

static void check_nodes(const struct picture *p, char *what, size_t size, int *count) {
    for (int i = 0; i < p->node_count; i++) {
        const struct node *n = &p->nodes[i];
        if (!can_be_pressed(n))
            continue;
        if (n->box.w < TARGET_LEAST - 0.5f || n->box.h < TARGET_LEAST - 0.5f)
            say(what, size, count, "a target is smaller than 48 pixels", n->key);
        if (!inside_window(p, n->box))
            say(what, size, count, "a target leaves the window", n->key);
        for (int j = 0; j < i; j++) {
            const struct node *m = &p->nodes[j];
            if (can_be_pressed(m) && clash(n->box, m->box) && !around(m->box, n->box))
                say(what, size, count, "a target lies over another", n->key);
            if (!strcmp(n->key, m->key))
                say(what, size, count, "two nodes have one key", n->key);
        }
    }
}

int picture_faults(const struct picture *p, char *what, size_t size) {
    int count = 0;
    check_texts(p, what, size, &count);
    check_nodes(p, what, size, &count);
    return count;
}
