#include "ui/icon.h"

#include "base/bytes.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define TURN 6.2831853f /* radians */

enum { ATTRIBUTES_MAX = 12, SHAPES_MAX = 32, STEPS_MAX = 128 };

static const char *const names[ICON_COUNT] = {
    [ICON_NONE] = "none",           [ICON_ADD] = "add",
    [ICON_ATTENTION] = "attention", [ICON_BACK] = "back",
    [ICON_CARE] = "care",           [ICON_CHILD] = "child",
    [ICON_CLOSE] = "close",         [ICON_DECLINED] = "declined",
    [ICON_DELETE] = "delete",       [ICON_DOCUMENT] = "document",
    [ICON_FILE] = "file",           [ICON_FIND] = "find",
    [ICON_HELP] = "help",           [ICON_HIDE] = "hide",
    [ICON_LESS] = "less",           [ICON_MEASURE] = "measure",
    [ICON_MENU] = "menu",           [ICON_NEXT] = "next",
    [ICON_NOT_ASKED] = "not-asked", [ICON_NOT_KNOWN] = "not-known",
    [ICON_NOT_NOTED] = "not-noted", [ICON_NOT_OBSERVABLE] = "not-observable",
    [ICON_NOT_SAFE] = "not-safe",   [ICON_NOTED] = "noted",
    [ICON_OFFICIAL] = "official",   [ICON_OPEN] = "open",
    [ICON_PERSON] = "person",       [ICON_PHONE] = "phone",
    [ICON_SAID] = "said",           [ICON_SEEN] = "seen",
    [ICON_SETTINGS] = "settings",   [ICON_SHUT] = "shut",
    [ICON_SPEAK] = "speak",         [ICON_THIRD_PARTY] = "third-party",
    [ICON_TICK] = "tick",           [ICON_TIME] = "time",
    [ICON_UNDO] = "undo",           [ICON_WHY] = "why",
    [ICON_WRITE] = "write",
};

static const struct {
    const char *name, *svg;
} files[] = {
#include "icons.inc"
};

const char *icon_name(enum icon icon) {
    return names[icon];
}

bool icon_mirrors(enum icon icon) {
    return icon == ICON_BACK || icon == ICON_NEXT || icon == ICON_UNDO || icon == ICON_SPEAK || icon == ICON_MEASURE;
}

/* ---- characters and numbers */

/* What is left of a text to read. */
struct cursor {
    const char *at, *end;
};

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static void skip_blanks(struct cursor *c) {
    while (c->at < c->end && is_blank(*c->at))
        c->at++;
}

static bool take(struct cursor *c, char expected) {
    if (c->at == c->end || *c->at != expected)
        return false;
    c->at++;
    return true;
}

/* Not strtof(): in half of Europe that expects a decimal comma. */
static bool take_number(struct cursor *c, float *out) {
    float value = 0, place = 1;
    skip_blanks(c);
    bool minus = take(c, '-');
    if (c->at == c->end || !is_digit(*c->at))
        return false;
    for (; c->at < c->end && is_digit(*c->at); c->at++)
        if ((value = value * 10 + (float)(*c->at - '0')) > 1000)
            return false;
    if (take(c, '.'))
        for (; c->at < c->end && is_digit(*c->at); c->at++)
            value += (float)(*c->at - '0') * (place /= 10);
    *out = minus ? -value : value;
    return true;
}

static bool take_numbers(struct cursor *c, float out[], int count) {
    for (int i = 0; i < count; i++)
        if (!take_number(c, &out[i]))
            return false;
    return true;
}

/* ---- elements */

struct attribute {
    struct bytes name, value;
};

/* <name attribute="value" .../> */
struct element {
    struct bytes name;
    struct attribute attributes[ATTRIBUTES_MAX];
    int count;
    bool closed; /* ends with "/>" */
};

static bool same(struct bytes text, const char *word) {
    return text.size == strlen(word) && !memcmp(text.data, word, text.size);
}

static bool take_name(struct cursor *c, struct bytes *out) {
    const char *from = c->at;
    while (c->at < c->end && ((*c->at >= 'a' && *c->at <= 'z') || (*c->at >= 'A' && *c->at <= 'Z') || *c->at == '-' || is_digit(*c->at)))
        c->at++;
    *out = (struct bytes){ from, (size_t)(c->at - from) };
    return out->size > 0;
}

static bool take_attribute(struct cursor *c, struct attribute *out) {
    if (!take_name(c, &out->name) || !take(c, '=') || !take(c, '"'))
        return false;
    const char *quote = memchr(c->at, '"', (size_t)(c->end - c->at));
    if (!quote)
        return false;
    out->value = (struct bytes){ c->at, (size_t)(quote - c->at) };
    c->at = quote + 1;
    return true;
}

static bool take_element(struct cursor *c, struct element *out) {
    *out = (struct element){ 0 };
    if (!take(c, '<') || !take_name(c, &out->name))
        return false;
    for (;;) {
        skip_blanks(c);
        out->closed = take(c, '/');
        if (take(c, '>'))
            return true;
        if (out->closed || out->count == ATTRIBUTES_MAX || !take_attribute(c, &out->attributes[out->count++]))
            return false;
    }
}

static bool take_end(struct cursor *c, const char *name) {
    struct bytes found;
    skip_blanks(c);
    return take(c, '<') && take(c, '/') && take_name(c, &found) && same(found, name) && take(c, '>');
}

static const struct bytes *attribute(const struct element *e, const char *name) {
    for (int i = 0; i < e->count; i++)
        if (same(e->attributes[i].name, name))
            return &e->attributes[i].value;
    return NULL;
}

/* False where the attribute is missing or is no number of the grid. */
static bool number(const struct element *e, const char *name, float *out) {
    const struct bytes *value = attribute(e, name);
    if (!value)
        return false;
    struct cursor c = { value->data, value->data + value->size };
    return take_number(&c, out) && c.at == c.end && *out >= 0 && *out <= ICON_GRID;
}

static bool known_attributes(const struct element *e, const char *const *known) {
    for (int i = 0; i < e->count; i++) {
        int k = 0;
        while (known[k] && !same(e->attributes[i].name, known[k]))
            k++;
        if (!known[k])
            return false;
    }
    return true;
}

/* ---- steps */

/* A shape on its way. */
struct outline {
    struct arena *arena;
    struct icon_step *steps;
    int count, capacity;
    float x, y; /* where the pen is */
};

static bool on_grid(float x, float y) {
    return x >= 0 && x <= ICON_GRID && y >= 0 && y <= ICON_GRID;
}

static bool add_step(struct outline *o, struct icon_step step, float x, float y) {
    if (o->count == STEPS_MAX || !on_grid(x, y) || (o->count == 0) != (step.verb == ICON_MOVE))
        return false;
    o->steps = arena_grow(o->arena, o->steps, o->count, &o->capacity, sizeof *o->steps);
    o->steps[o->count++] = step;
    o->x = x;
    o->y = y;
    return true;
}

static bool add_line(struct outline *o, enum icon_verb verb, float x, float y) {
    return add_step(o, (struct icon_step){ verb, { x, y } }, x, y);
}

static bool add_curve(struct outline *o, const float p[6]) {
    struct icon_step step = { ICON_CURVE, { p[0], p[1], p[2], p[3], p[4], p[5] } };
    return on_grid(p[0], p[1]) && on_grid(p[2], p[3]) && add_step(o, step, p[4], p[5]);
}

/* SVG names the ends of an arc, whoever draws needs its centre: it lies on the line that halves
 * the chord at a right angle, on the side that the two flags say. */
static bool add_arc(struct outline *o, float radius, bool large, bool clockwise, float x, float y) {
    float dx = x - o->x, dy = y - o->y, chord = sqrtf(dx * dx + dy * dy);
    if (radius <= 0 || chord < 0.01f || chord > 2 * radius + 0.01f)
        return false;
    float height = sqrtf(fmaxf(0, radius * radius - chord * chord / 4)), side = large == clockwise ? -height : height;
    float cx = (o->x + x) / 2 - side * dy / chord, cy = (o->y + y) / 2 + side * dx / chord;
    float from = atan2f(o->y - cy, o->x - cx), to = atan2f(y - cy, x - cx);
    if (clockwise && to < from)
        to += TURN;
    if (!clockwise && to > from)
        to -= TURN;
    return add_step(o, (struct icon_step){ ICON_ARC, { cx, cy, radius, from, to } }, x, y);
}

static bool add_close(struct outline *o) {
    return add_step(o, (struct icon_step){ ICON_CLOSE_PATH, { 0 } }, o->x, o->y);
}

/* ---- shapes */

static bool path_arc(struct outline *o, struct cursor *c) {
    float p[7]; /* rx ry rotation large sweep x y */
    if (!take_numbers(c, p, 7) || p[0] < p[1] || p[0] > p[1] || p[0] > ICON_GRID)
        return false;
    return add_arc(o, p[0], p[3] > 0, p[4] > 0, p[5], p[6]);
}

static bool path_step(struct outline *o, struct cursor *c, char letter) {
    float p[6];
    switch (letter) {
    case 'M': return take_numbers(c, p, 2) && add_line(o, ICON_MOVE, p[0], p[1]);
    case 'L': return take_numbers(c, p, 2) && add_line(o, ICON_LINE, p[0], p[1]);
    case 'H': return take_numbers(c, p, 1) && add_line(o, ICON_LINE, p[0], o->y);
    case 'V': return take_numbers(c, p, 1) && add_line(o, ICON_LINE, o->x, p[0]);
    case 'C': return take_numbers(c, p, 6) && add_curve(o, p);
    case 'A': return path_arc(o, c);
    case 'Z': return add_close(o);
    default: return false;
    }
}

static bool read_path(const struct element *e, struct outline *o) {
    static const char *const known[] = { "d", "fill", "stroke", NULL };
    const struct bytes *d = attribute(e, "d");
    if (!d || !known_attributes(e, known))
        return false;
    struct cursor c = { d->data, d->data + d->size };
    for (skip_blanks(&c); c.at < c.end; skip_blanks(&c)) {
        char letter = *c.at++;
        if (!path_step(o, &c, letter))
            return false;
    }
    return o->count > 1;
}

static bool read_circle(const struct element *e, struct outline *o) {
    static const char *const known[] = { "cx", "cy", "r", "fill", "stroke", "stroke-dasharray", "stroke-linecap", NULL };
    float x, y, r;
    if (!known_attributes(e, known) || !number(e, "cx", &x) || !number(e, "cy", &y) || !number(e, "r", &r))
        return false;
    return r > 0 && on_grid(x - r, y - r) && add_line(o, ICON_MOVE, x + r, y)
           && add_step(o, (struct icon_step){ ICON_ARC, { x, y, r, 0, TURN } }, x + r, y) && add_close(o);
}

static bool corner(struct outline *o, float radius, float x, float y) {
    return radius <= 0 || add_arc(o, radius, false, true, x, y);
}

static bool read_rect(const struct element *e, struct outline *o) {
    static const char *const known[] = { "x", "y", "width", "height", "rx", "fill", "stroke", NULL };
    float x, y, w, h, r = 0;
    if (!known_attributes(e, known) || !number(e, "x", &x) || !number(e, "y", &y) || !number(e, "width", &w) || !number(e, "height", &h))
        return false;
    if ((attribute(e, "rx") && !number(e, "rx", &r)) || w <= 0 || h <= 0 || 2 * r > w || 2 * r > h)
        return false;
    return add_line(o, ICON_MOVE, x + r, y) && add_line(o, ICON_LINE, x + w - r, y) && corner(o, r, x + w, y + r)
           && add_line(o, ICON_LINE, x + w, y + h - r) && corner(o, r, x + w - r, y + h) && add_line(o, ICON_LINE, x + r, y + h)
           && corner(o, r, x, y + h - r) && add_line(o, ICON_LINE, x, y + r) && corner(o, r, x + r, y) && add_close(o);
}

/* Two looks beside the plain pen: filled without a pen, and a pen in the colour behind. */
static bool read_look(const struct element *e, struct icon_shape *shape) {
    const struct bytes *fill = attribute(e, "fill"), *stroke = attribute(e, "stroke"), *dashes = attribute(e, "stroke-dasharray"),
                       *ends = attribute(e, "stroke-linecap");
    shape->filled = fill && stroke && same(*fill, "currentColor") && same(*stroke, "none");
    shape->cut = !fill && stroke && same(*stroke, "#fff");
    if ((fill || stroke) && !shape->filled && !shape->cut)
        return false;
    if (ends && !same(*ends, "butt"))
        return false;
    if (!dashes)
        return true;
    struct cursor c = { dashes->data, dashes->data + dashes->size };
    return take_number(&c, &shape->dash) && take_number(&c, &shape->gap) && c.at == c.end && shape->dash > 0 && shape->gap > 0;
}

static bool read_shape(struct arena *a, const struct element *e, struct icon_shape *out) {
    struct outline o = { .arena = a };
    *out = (struct icon_shape){ 0 };
    bool ok = e->closed && read_look(e, out)
              && (same(e->name, "path")     ? read_path(e, &o)
                  : same(e->name, "circle") ? read_circle(e, &o)
                  : same(e->name, "rect")   ? read_rect(e, &o)
                                            : false);
    out->steps = o.steps;
    out->count = o.count;
    return ok;
}

/* ---- the whole file */

static bool read_root(struct cursor *c) {
    struct element root;
    const struct bytes *box;
    skip_blanks(c);
    return take_element(c, &root) && same(root.name, "svg") && !root.closed && (box = attribute(&root, "viewBox"))
           && same(*box, "0 0 24 24");
}

static bool skip_title(struct cursor *c, const struct element *e) {
    const char *less = memchr(c->at, '<', (size_t)(c->end - c->at));
    if (e->closed || !less)
        return false;
    c->at = less;
    return take_end(c, "title");
}

bool icon_parse(struct arena *a, const char *svg, struct icon_drawing *out) {
    struct cursor c = { svg, svg + strlen(svg) };
    struct icon_shape *shapes = arena_alloc(a, SHAPES_MAX, sizeof *shapes);
    int count = 0;
    *out = (struct icon_drawing){ 0 };
    if (!read_root(&c))
        return false;
    for (skip_blanks(&c); c.end - c.at > 1 && c.at[1] != '/'; skip_blanks(&c)) {
        struct element e;
        if (!take_element(&c, &e))
            return false;
        if (same(e.name, "title") ? !skip_title(&c, &e) : count == SHAPES_MAX || !read_shape(a, &e, &shapes[count++]))
            return false;
    }
    if (!take_end(&c, "svg"))
        return false;
    skip_blanks(&c);
    *out = (struct icon_drawing){ shapes, count };
    return count > 0 && c.at == c.end;
}

/* ---- the icons of the program */

static const char *svg_of(enum icon icon) {
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (!strcmp(files[i].name, names[icon]))
            return files[i].svg;
    return NULL;
}

static struct icon_step upside_down(struct icon_step step) {
    if (step.verb == ICON_ARC)
        return (struct icon_step){ ICON_ARC, { step.p[0], ICON_GRID - step.p[1], step.p[2], -step.p[3], -step.p[4] } };
    for (int i = 1; i < 6; i += 2)
        step.p[i] = ICON_GRID - step.p[i];
    return step;
}

static struct icon_drawing turn_over(struct arena *a, struct icon_drawing drawing) {
    struct icon_shape *shapes = arena_alloc(a, (size_t)drawing.count, sizeof *shapes);
    for (int s = 0; s < drawing.count; s++) {
        struct icon_step *steps = arena_alloc(a, (size_t)drawing.shapes[s].count, sizeof *steps);
        shapes[s] = drawing.shapes[s];
        for (int i = 0; i < shapes[s].count; i++)
            steps[i] = upside_down(drawing.shapes[s].steps[i]);
        shapes[s].steps = steps;
    }
    return (struct icon_drawing){ shapes, drawing.count };
}

struct icon_drawing icon_shapes(struct arena *a, enum icon icon) {
    struct icon_drawing drawing = { 0 };
    if (icon == ICON_NONE)
        return drawing;
    const char *svg = svg_of(icon == ICON_SHUT ? ICON_OPEN : icon);
    bool ok = svg && icon_parse(a, svg, &drawing);
    assert(ok);
    (void)ok;
    return icon == ICON_SHUT ? turn_over(a, drawing) : drawing;
}
