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

struct faults {
    char *what; /* about the first */
    size_t size;
    int count;
};

static void say(struct faults *f, const char *fault, const char *name) {
    if (f->count++ == 0)
        snprintf(f->what, f->size, "%s: %.80s", fault, name);
}

static void check_texts(const struct picture *p, struct faults *f) {
    for (int i = 0; i < p->draw_count; i++) {
        const struct draw *d = &p->draws[i];
        if (d->kind != DRAW_TEXT)
            continue;
        struct rect box = words_box(p, d);
        if (box.x < d->box.x - 1.5f || box.x + box.w > d->box.x + d->box.w + 1.5f)
            say(f, "a text leaves its box", d->text->text);
        if (!inside_window(p, box))
            say(f, "a text leaves the window", d->text->text);
        for (int j = 0; j < i; j++)
            if (p->draws[j].kind == DRAW_TEXT && clash(box, words_box(p, &p->draws[j])))
                say(f, "a text lies over another", d->text->text);
    }
}

/* ---- contrast: only pairs of theme_pairs meet, and the tests of the theme compute those */

/* What was painted last under a point, before this draw. Hair lines are decoration. */
static enum paint paint_under(const struct picture *p, int before, float x, float y) {
    for (int i = before - 1; i >= 0; i--)
        if (p->draws[i].kind == DRAW_BOX && p->draws[i].filled && p->draws[i].paint != PAINT_HAIRLINE && rect_has(p->draws[i].box, x, y))
            return p->draws[i].paint;
    return PAINT_PAGE;
}

static bool is_pair(enum paint front, enum paint back, double least) {
    for (int i = 0; i < theme_pair_count; i++)
        if (theme_pairs[i].front == front && theme_pairs[i].back == back && theme_pairs[i].least >= least)
            return true;
    return false;
}

static void check_pair(const struct picture *p, int draw, enum paint front, struct rect box, double least, struct faults *f) {
    char name[80];
    enum paint back = paint_under(p, draw, box.x + box.w / 2, box.y + box.h / 2);
    if (box.w <= 0 || is_pair(front, back, least))
        return;
    snprintf(name, sizeof name, "%s on %s", theme_paint_name(front), theme_paint_name(back));
    say(f, "a pair of colours nobody has computed", name);
}

/* An edge is seen against what lies inside it or what lies around it. */
static void check_edge(const struct picture *p, int draw, struct faults *f) {
    const struct draw *d = &p->draws[draw];
    char name[80];
    enum paint around = paint_under(p, draw, d->box.x + d->box.w / 2, d->box.y - 2);
    enum paint inside = d->filled ? d->paint : paint_under(p, draw, d->box.x + d->box.w / 2, d->box.y + d->box.h / 2);
    if (d->edge_paint == PAINT_HAIRLINE || is_pair(d->edge_paint, around, 3) || is_pair(d->edge_paint, inside, 3))
        return;
    snprintf(name, sizeof name, "%s round %s on %s", theme_paint_name(d->edge_paint), theme_paint_name(inside), theme_paint_name(around));
    say(f, "an edge nobody has computed", name);
}

static void check_contrast(const struct picture *p, struct faults *f) {
    for (int i = 0; i < p->draw_count; i++) {
        const struct draw *d = &p->draws[i];
        if (d->kind == DRAW_TEXT)
            check_pair(p, i, d->paint, words_box(p, d), 7, f);
        else if (d->kind == DRAW_ICON)
            check_pair(p, i, d->paint, d->box, 3, f);
        else if (d->kind == DRAW_BOX && d->edge > 0 && d->box.w > 0 && d->box.h > 0)
            check_edge(p, i, f);
    }
}

static void check_nodes(const struct picture *p, struct faults *f) {
    for (int i = 0; i < p->node_count; i++) {
        const struct node *n = &p->nodes[i];
        if (!can_be_pressed(n))
            continue;
        if (n->box.w < TARGET_LEAST - 0.5f || n->box.h < TARGET_LEAST - 0.5f)
            say(f, "a target is smaller than 48 pixels", n->key);
        if (!inside_window(p, n->box))
            say(f, "a target leaves the window", n->key);
        for (int j = 0; j < i; j++) {
            const struct node *m = &p->nodes[j];
            if (can_be_pressed(m) && clash(n->box, m->box) && !around(m->box, n->box))
                say(f, "a target lies over another", n->key);
            if (!strcmp(n->key, m->key))
                say(f, "two nodes have one key", n->key);
        }
    }
}

int picture_faults(const struct picture *p, char *what, size_t size) {
    struct faults f = { what, size, 0 };
    check_texts(p, &f);
    check_nodes(p, &f);
    check_contrast(p, &f);
    return f.count;
}
