#include "text/paragraph.h"

#include "base/utf8.h"

#include <assert.h>
#include <fribidi.h>
#include <linebreak.h>
#include <string.h>

struct character {
    uint32_t code;
    int at; /* offset in the text */
    int font;
    hb_script_t script;
    float advance;      /* of the cluster it begins; 0 inside a cluster */
    bool stop;          /* begins a cluster */
    bool right_to_left; /* so runs the line of the text it stands in */
};

/* A stretch of one font, script and level as it was shaped before lines were found. */
struct shaped {
    int from, to; /* characters */
    struct text_run run;
    const bool *joined; /* each glyph: must be shaped again where a line begins with it */
};

struct layout {
    struct arena *arena;
    const struct font_set *fonts;
    const char *text;
    int size;
    const struct paragraph_options *options;
    struct character *characters;
    FriBidiLevel *levels;
    char *breaks; /* libunibreak's: after each character */
    int count;
    hb_buffer_t *buffer;
    struct shaped *shaped;
    int shaped_count, shaped_capacity;
    struct text_line *lines;
    int line_count, line_capacity;
};

/* ---- characters: what they are */

static void decode(struct layout *l) {
    const char *end = l->text + l->size;
    l->characters = arena_alloc(l->arena, (size_t)l->size + 1, sizeof *l->characters);
    for (const char *at = l->text; at < end;) {
        int offset = (int)(at - l->text);
        uint32_t code = utf8_next(&at, end);
        l->characters[l->count++] = (struct character){ .code = code == 0xFFFFFFFF ? 0xFFFD : code, .at = offset };
    }
    l->characters[l->count].at = l->size;
}

/* A letter that is written from right to left, or a mark that writes any so. */
static bool asks_for_right_to_left(FriBidiCharType type) {
    return type == FRIBIDI_TYPE_RTL || type == FRIBIDI_TYPE_AL || type == FRIBIDI_TYPE_RLO || type == FRIBIDI_TYPE_RLE
           || type == FRIBIDI_TYPE_RLI;
}

static bool asks_for_left_to_right(FriBidiCharType type) {
    return type == FRIBIDI_TYPE_LTR || type == FRIBIDI_TYPE_LRO || type == FRIBIDI_TYPE_LRE || type == FRIBIDI_TYPE_LRI;
}

/* A line runs as its language does, unless all its letters run the other way; numbers alone run from left to
 * right in every language. */
static bool runs_from_right_to_left(const struct layout *l, const FriBidiCharType *types, int from, int to) {
    bool right = false, left = false;
    for (int i = from; i < to; i++) {
        right = right || asks_for_right_to_left(types[i]);
        left = left || asks_for_left_to_right(types[i]);
    }
    return right && (l->options->right_to_left || !left);
}

/* FriBidi takes one paragraph at a time: behind a line end it would forget the direction asked for. */
static void find_levels(struct layout *l, const FriBidiCharType *types, const FriBidiBracketType *brackets) {
    for (int from = 0; from < l->count;) {
        int to = from;
        while (to < l->count && types[to] != FRIBIDI_TYPE_BS)
            to++;
        to += to < l->count;
        bool right_to_left = runs_from_right_to_left(l, types, from, to);
        FriBidiParType direction = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
        for (int i = from; i < to; i++)
            l->characters[i].right_to_left = right_to_left;
        /* It fails only without memory; then every character keeps the direction of the paragraph. */
        if (!fribidi_get_par_embedding_levels_ex(types + from, brackets + from, to - from, &direction, l->levels + from))
            memset(l->levels + from, right_to_left, (size_t)(to - from) * sizeof *l->levels);
        from = to;
    }
}

/* libunibreak 1.1 stops the program at the second of two of these; told of a letter, it breaks no line
 * beside either. */
static void spare_line_breaks(FriBidiChar *codes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if ((codes[i] >= 0x1F1E6 && codes[i] <= 0x1F1FF) || utf8_is_no_character(codes[i]))
            codes[i] = 0xFFFD;
}

static bool is_letter(uint32_t code) {
    hb_unicode_general_category_t kind = hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
    return kind >= HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER && kind <= HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER;
}

static bool goes_before_numbers(uint32_t code) {
    return code == '+' || code == 0xB1 || code == 0x2212
           || hb_unicode_general_category(hb_unicode_funcs_get_default(), code) == HB_UNICODE_GENERAL_CATEGORY_CURRENCY_SYMBOL;
}

/* Rule LB24 of UAX #14 as it is since Unicode 9, which libunibreak 1.1 does not know: no break inside
 * "UTC+01:00". */
static void keep_signs_with_letters(struct layout *l) {
    for (int i = 0; i + 1 < l->count; i++)
        if (l->breaks[i] == LINEBREAK_ALLOWBREAK && goes_before_numbers(l->characters[i + 1].code) && is_letter(l->characters[i].code))
            l->breaks[i] = LINEBREAK_NOBREAK;
}

/* FriBidi and libunibreak want the characters as a plain array. */
static void find_levels_and_breaks(struct layout *l) {
    size_t count = (size_t)l->count;
    FriBidiChar *codes = arena_alloc(l->arena, count, sizeof *codes);
    FriBidiCharType *types = arena_alloc(l->arena, count, sizeof *types);
    FriBidiBracketType *brackets = arena_alloc(l->arena, count, sizeof *brackets);
    l->levels = arena_alloc(l->arena, count, sizeof *l->levels);
    l->breaks = arena_alloc(l->arena, count + 1, 1);
    for (int i = 0; i < l->count; i++)
        codes[i] = l->characters[i].code;
    fribidi_get_bidi_types(codes, l->count, types);
    fribidi_get_bracket_types(codes, l->count, types, brackets);
    find_levels(l, types, brackets);
    spare_line_breaks(codes, count);
    set_linebreaks_utf32(codes, count, l->options->language, l->breaks);
    keep_signs_with_letters(l);
}

static bool is_neutral(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

/* Blanks, digits and marks belong to the script before them, at the start to the one after. */
static void find_scripts(struct layout *l) {
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    hb_script_t script = HB_SCRIPT_LATIN;
    for (int i = 0; i < l->count; i++)
        l->characters[i].script = hb_unicode_script(unicode, l->characters[i].code);
    for (int i = 0; i < l->count; i++)
        if (!is_neutral(l->characters[i].script)) {
            script = l->characters[i].script;
            break;
        }
    for (int i = 0; i < l->count; i++) {
        if (is_neutral(l->characters[i].script))
            l->characters[i].script = script;
        script = l->characters[i].script;
    }
}

/* Marks that combine, and characters that are not seen, stay with the font before them. */
static bool stays_with_font(uint32_t code) {
    hb_unicode_general_category_t kind = hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
    return kind == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || kind == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK
           || kind == HB_UNICODE_GENERAL_CATEGORY_FORMAT || kind == HB_UNICODE_GENERAL_CATEGORY_CONTROL;
}

/* A blank, a digit or a sign of punctuation looks best in the font of the words round it. */
static bool goes_with_any_font(uint32_t code) {
    return hb_unicode_script(hb_unicode_funcs_get_default(), code) == HB_SCRIPT_COMMON;
}

static bool is_bold(const struct layout *l, const struct character *c) {
    return l->options->style.bold || c->at < l->options->bold_to;
}

static void find_fonts(struct layout *l) {
    for (int i = 0; i < l->count; i++) {
        struct character *c = &l->characters[i];
        if (i > 0 && is_bold(l, c) == is_bold(l, c - 1)
            && (stays_with_font(c->code) || (goes_with_any_font(c->code) && font_has(l->fonts, c[-1].font, c->code))))
            c->font = c[-1].font;
        else
            c->font = font_for(l->fonts, c->code, is_bold(l, c));
    }
}

/* ---- shaping */

static bool same_run(const struct layout *l, int a, int b) {
    return l->characters[a].font == l->characters[b].font && l->characters[a].script == l->characters[b].script
           && l->levels[a] == l->levels[b];
}

/* Scripts whose ligatures are an ornament. */
static bool reads_without_ligatures(hb_script_t script) {
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
}

/* Shapes characters [from, to), all of one run; the glyphs are in the buffer. */
static unsigned shape(struct layout *l, int from, int to) {
    static const hb_feature_t plain[] = { { HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1 },
                                          { HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1 } };
    int begin = l->characters[from].at, end = l->characters[to].at;
    bool without = l->options->paper && reads_without_ligatures(l->characters[from].script);
    hb_buffer_clear_contents(l->buffer);
    if (l->options->paper)
        hb_buffer_set_cluster_level(l->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_direction(l->buffer, l->levels[from] % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(l->buffer, l->characters[from].script);
    if (l->options->language)
        hb_buffer_set_language(l->buffer, hb_language_from_string(l->options->language, -1));
    hb_buffer_add_utf8(l->buffer, l->text, l->size, (unsigned)begin, end - begin);
    hb_shape(l->fonts->fonts[l->characters[from].font].font, l->buffer, plain, without ? 2 : 0);
    return hb_buffer_get_length(l->buffer);
}

static float scale_of(const struct layout *l, int font) {
    return l->options->style.size / l->fonts->fonts[font].units;
}

static int character_at(const struct layout *l, int offset) {
    int low = 0, high = l->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (l->characters[middle].at < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct text_run shape_run(struct layout *l, int from, int to, const bool **joined) {
    unsigned count = shape(l, from, to);
    struct text_run run = {
        .font = l->characters[from].font,
        .script = l->characters[from].script,
        .from = l->characters[from].at,
        .to = l->characters[to].at,
        .right_to_left = l->levels[from] % 2,
        .glyph_count = (int)count,
    };
    float scale = scale_of(l, run.font);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(l->buffer, NULL);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(l->buffer, NULL);
    struct glyph *glyphs = arena_alloc(l->arena, count, sizeof *glyphs);
    bool *breaks = arena_alloc(l->arena, count, sizeof *breaks);
    for (unsigned i = 0; i < count; i++) {
        glyphs[i] = (struct glyph){
            .id = info[i].codepoint,
            .x = run.width + (float)position[i].x_offset * scale,
            .y = -(float)position[i].y_offset * scale,
            .advance = (float)position[i].x_advance * scale,
            .cluster = (int)info[i].cluster,
        };
        run.width += glyphs[i].advance;
        breaks[i] = hb_glyph_info_get_glyph_flags(&info[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK;
    }
    run.glyphs = glyphs;
    *joined = breaks;
    return run;
}

static void measure_run(struct layout *l, int from, int to) {
    struct shaped shaped = { .from = from, .to = to };
    shaped.run = shape_run(l, from, to, &shaped.joined);
    for (int i = 0; i < shaped.run.glyph_count; i++) {
        struct character *c = &l->characters[character_at(l, shaped.run.glyphs[i].cluster)];
        c->advance += shaped.run.glyphs[i].advance;
        c->stop = true;
    }
    l->shaped = arena_grow(l->arena, l->shaped, l->shaped_count, &l->shaped_capacity, sizeof *l->shaped);
    l->shaped[l->shaped_count++] = shaped;
}

/* Calls `each` for every stretch of one font, script and level in [from, to). */
static void for_each_run(struct layout *l, int from, int to, void (*each)(struct layout *l, int from, int to)) {
    for (int start = from; start < to;) {
        int end = start + 1;
        while (end < to && same_run(l, start, end))
            end++;
        each(l, start, end);
        start = end;
    }
}

/* ---- lines */

static bool is_blank(uint32_t code) {
    return code == ' ' || code == '\t' || code == '\n';
}

#define SOFT_HYPHEN 0xAD

/* The glyph that shows a hyphen; 0 if the font has none. */
static uint32_t hyphen_of(const struct layout *l, int font, float *advance) {
    hb_font_t *f = l->fonts->fonts[font].font;
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(f, 0x2010, &glyph))
        hb_font_get_nominal_glyph(f, '-', &glyph);
    *advance = (float)hb_font_get_glyph_h_advance(f, glyph) * scale_of(l, font);
    return glyph;
}

/* Is there room for what a break behind this character adds to the line? */
static bool has_room_for_hyphen(const struct layout *l, int i, float width) {
    float advance;
    return l->characters[i].code != SOFT_HYPHEN || l->options->width <= 0 || !hyphen_of(l, l->characters[i].font, &advance)
           || width + advance <= l->options->width;
}

/* Where the line that begins at `from` ends. */
static int line_end(const struct layout *l, int from) {
    float width = 0, most = l->options->width;
    int possible = -1;
    for (int i = from; i < l->count; i++) {
        const struct character *c = &l->characters[i];
        width += c->advance;
        if (most > 0 && width > most && !is_blank(c->code) && i > from) {
            if (possible > 0)
                return possible;
            if (c->stop)
                return i; /* a word wider than the paragraph */
        }
        if (l->breaks[i] == LINEBREAK_MUSTBREAK)
            return i + 1;
        if (l->breaks[i] == LINEBREAK_ALLOWBREAK && has_room_for_hyphen(l, i, width))
            possible = i + 1;
    }
    return l->count;
}

struct line_maker {
    struct text_run *runs;
    FriBidiLevel *levels;
    int count, capacity, level_capacity;
};

/* The glyph with which a part that begins at this byte begins or, from right to left, ends; -1 where
 * glyphs on both sides depend on one another. */
static int border(const struct shaped *s, int offset) {
    int count = s->run.glyph_count, found = -1;
    if (offset == s->run.from)
        return s->run.right_to_left ? count : 0;
    if (offset == s->run.to)
        return s->run.right_to_left ? 0 : count;
    for (int i = 0; i < count; i++)
        if (s->run.glyphs[i].cluster == offset && (found < 0 || s->run.right_to_left)) {
            if (s->joined[i])
                return -1;
            found = s->run.right_to_left ? i + 1 : i;
        }
    return found;
}

/* A part of what was shaped already, where that is the same; else it is shaped again. */
static struct text_run make_run(struct layout *l, int from, int to) {
    const bool *joined;
    int begin = l->characters[from].at, end = l->characters[to].at;
    for (int i = 0; i < l->shaped_count; i++) {
        struct shaped *s = &l->shaped[i];
        if (from < s->from || to > s->to || s->run.right_to_left != l->levels[from] % 2)
            continue;
        int a = border(s, begin), b = border(s, end), first = a < b ? a : b;
        if (a < 0 || b < 0)
            break;
        struct text_run run = s->run;
        float start = 0;
        for (int g = 0; g < first; g++)
            start += s->run.glyphs[g].advance;
        run.from = begin;
        run.to = end;
        run.glyph_count = (a < b ? b : a) - first;
        run.glyphs = s->run.glyphs + first; /* no two lines have the same part */
        run.width = 0;
        for (int g = 0; g < run.glyph_count; g++) {
            run.glyphs[g].x -= start;
            run.width += run.glyphs[g].advance;
        }
        return run;
    }
    return shape_run(l, from, to, &joined);
}

static void add_run(struct layout *l, struct line_maker *m, int from, int to) {
    m->runs = arena_grow(l->arena, m->runs, m->count, &m->capacity, sizeof *m->runs);
    m->levels = arena_grow(l->arena, m->levels, m->count, &m->level_capacity, sizeof *m->levels);
    m->levels[m->count] = l->levels[from];
    m->runs[m->count++] = make_run(l, from, to);
}

static void turn(struct line_maker *m, int from, int to) {
    for (to--; from < to; from++, to--) {
        struct text_run run = m->runs[from];
        FriBidiLevel level = m->levels[from];
        m->runs[from] = m->runs[to];
        m->levels[from] = m->levels[to];
        m->runs[to] = run;
        m->levels[to] = level;
    }
}

/* Rule L2 of the bidirectional algorithm: from the highest level down to 1, every stretch of at
 * least that level is turned round. */
static void reorder(struct line_maker *m) {
    FriBidiLevel highest = 0;
    for (int i = 0; i < m->count; i++)
        if (m->levels[i] > highest)
            highest = m->levels[i];
    for (FriBidiLevel level = highest; level >= 1; level--)
        for (int start = 0; start < m->count; start++) {
            int end = start;
            while (end < m->count && m->levels[end] >= level)
                end++;
            if (end > start)
                turn(m, start, end);
            start = end;
        }
}

static void place_runs(struct line_maker *m, struct text_line *line) {
    for (int i = 0; i < m->count; i++) {
        struct glyph *glyphs = m->runs[i].glyphs;
        m->runs[i].x = line->width;
        for (int g = 0; g < m->runs[i].glyph_count; g++)
            glyphs[g].x += line->width;
        line->width += m->runs[i].width;
    }
    line->runs = m->runs;
    line->run_count = m->count;
}

/* On paper nothing is left of what only steers the lines: a reader of the file would find it in words. */
static bool leaves_no_trace(const struct layout *l, int i, int to) {
    uint32_t code = l->characters[i].code;
    return l->options->paper && (utf8_turns(code) || (code == SOFT_HYPHEN && (i < to - 1 || to == l->count)));
}

/* The hyphen at the end of a line that was broken there. The glyphs are changed in a copy: what was shaped
 * before lines were found is measured still. */
static void show_hyphen(const struct layout *l, struct text_run *run, int offset) {
    float advance;
    uint32_t id = hyphen_of(l, run->font, &advance);
    struct glyph *glyphs = arena_alloc(l->arena, (size_t)run->glyph_count, sizeof *glyphs);
    for (int i = 0, behind = 0; i < run->glyph_count; i++) {
        glyphs[i] = run->glyphs[i];
        glyphs[i].x += behind ? advance : 0;
        if (id == 0 || glyphs[i].cluster != offset)
            continue;
        glyphs[i].id = id;
        glyphs[i].advance = advance;
        run->width += behind ? 0 : advance;
        behind = 1;
    }
    run->glyphs = glyphs;
}

static void add_line(struct layout *l, int from, int to) {
    struct line_maker m = { 0 };
    struct text_line line = { .from = l->characters[from].at,
                              .to = l->characters[to].at,
                              .right_to_left = l->characters[from].right_to_left };
    int seen = to, shown;
    while (seen > from && is_blank(l->characters[seen - 1].code))
        seen--;
    shown = seen;
    /* On paper one blank between the last word and the next line is there to be read. */
    if (l->options->paper && shown < to && l->characters[shown].code == ' ')
        l->levels[shown++] = line.right_to_left;
    for (int start = from; start < shown;) {
        int end = start + 1;
        bool traceless = leaves_no_trace(l, start, to);
        while (end < shown && same_run(l, start, end) && leaves_no_trace(l, end, to) == traceless)
            end++;
        if (!traceless)
            add_run(l, &m, start, end);
        start = end;
    }
    if (to > from && to < l->count && l->characters[to - 1].code == SOFT_HYPHEN)
        show_hyphen(l, &m.runs[m.count - 1], l->characters[to - 1].at);
    reorder(&m);
    place_runs(&m, &line);
    line.baseline = l->options->style.line * (float)l->line_count + (l->options->style.line + l->options->style.size * 0.7f) / 2;
    l->lines = arena_grow(l->arena, l->lines, l->line_count, &l->line_capacity, sizeof *l->lines);
    l->lines[l->line_count++] = line;
}

static bool ends_with_line_end(const struct layout *l) {
    return l->count > 0 && l->characters[l->count - 1].code == '\n';
}

static void make_lines(struct layout *l) {
    for (int from = 0; from < l->count;) {
        int to = line_end(l, from);
        add_line(l, from, to);
        from = to;
    }
    if (l->line_count == 0 || ends_with_line_end(l))
        add_line(l, l->count, l->count);
}

static const bool *make_stops(struct layout *l) {
    bool *stops = arena_alloc(l->arena, (size_t)l->size + 1, sizeof *stops);
    for (int i = 0; i < l->count; i++)
        stops[l->characters[i].at] = l->characters[i].stop || is_blank(l->characters[i].code);
    stops[0] = stops[l->size] = true;
    return stops;
}

/* On paper the blank at the end of a line hangs over the edge: it has no ink. */
static float blank_at_the_right(const struct layout *l, const struct text_line *line) {
    const struct text_run *last = line->run_count > 0 ? &line->runs[line->run_count - 1] : NULL;
    if (!last || line->right_to_left || last->glyph_count == 0)
        return 0;
    const struct glyph *glyph = &last->glyphs[last->glyph_count - 1];
    return l->text[glyph->cluster] == ' ' ? glyph->advance : 0;
}

/* Lines of a right-to-left paragraph stand against the right edge, and so does each line that runs so. */
static void align(struct layout *l, struct paragraph *p) {
    for (int i = 0; i < l->line_count; i++)
        if (l->lines[i].width > p->width)
            p->width = l->lines[i].width;
    float edge = l->options->width > 0 ? l->options->width : p->width;
    for (int i = 0; i < l->line_count; i++)
        l->lines[i].x = p->right_to_left || l->lines[i].right_to_left ? edge - l->lines[i].width + blank_at_the_right(l, &l->lines[i]) : 0;
}

struct paragraph paragraph_make(struct arena *a, const struct font_set *fonts, const char *text, const struct paragraph_options *options) {
    struct layout l = { .arena = a, .fonts = fonts, .text = text, .size = (int)strlen(text), .options = options };
    assert(fonts->count > 0);
    l.buffer = hb_buffer_create();
    decode(&l);
    find_levels_and_breaks(&l);
    find_scripts(&l);
    find_fonts(&l);
    for_each_run(&l, 0, l.count, measure_run);
    make_lines(&l);
    struct paragraph p = {
        .text = text,
        .size = l.size,
        .style = options->style,
        .right_to_left = options->right_to_left,
        .height = options->style.line * (float)l.line_count,
        .stops = make_stops(&l),
    };
    align(&l, &p);
    p.lines = l.lines;
    p.line_count = l.line_count;
    hb_buffer_destroy(l.buffer);
    return p;
}

int text_run_missing(const struct text_run *run) {
    int missing = -1;
    for (int i = 0; i < run->glyph_count; i++)
        if (run->glyphs[i].id == 0 && (missing < 0 || run->glyphs[i].cluster < missing))
            missing = run->glyphs[i].cluster;
    return missing;
}

/* ---- carets */

int paragraph_next(const struct paragraph *p, int offset) {
    do
        offset++;
    while (offset < p->size && !p->stops[offset]);
    return offset < p->size ? offset : p->size;
}

int paragraph_previous(const struct paragraph *p, int offset) {
    do
        offset--;
    while (offset > 0 && !p->stops[offset]);
    return offset > 0 ? offset : 0;
}

static int stops_between(const struct paragraph *p, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++)
        count += p->stops[i];
    return count;
}

/* The part of a run that one cluster takes: its edges in the line, and its bytes. */
struct cluster {
    float left, right;
    int from, to;
};

/* The cluster whose first glyph is `g`; returns the glyph after it. Glyphs of one cluster
 * stand together. */
static int cluster_at(const struct text_run *run, int g, float left, struct cluster *out) {
    int first = g, from = run->glyphs[g].cluster;
    *out = (struct cluster){ .left = left, .right = left, .from = from, .to = run->to };
    for (; g < run->glyph_count && run->glyphs[g].cluster == from; g++)
        out->right += run->glyphs[g].advance;
    if (run->right_to_left && first > 0)
        out->to = run->glyphs[first - 1].cluster;
    if (!run->right_to_left && g < run->glyph_count)
        out->to = run->glyphs[g].cluster;
    return g;
}

/* Where in a cluster the caret before `offset` stands: a ligature of several characters is
 * divided evenly. */
static float edge_in(const struct paragraph *p, const struct text_run *run, const struct cluster *c, int offset) {
    int all = stops_between(p, c->from, c->to), before = stops_between(p, c->from, offset);
    float part = all > 0 ? (float)before / (float)all : 0;
    return run->right_to_left ? c->right - (c->right - c->left) * part : c->left + (c->right - c->left) * part;
}

static bool edge_in_run(const struct paragraph *p, const struct text_run *run, int offset, float *x) {
    float left = run->x;
    if (offset < run->from || offset > run->to)
        return false;
    for (int g = 0; g < run->glyph_count;) {
        struct cluster c;
        g = cluster_at(run, g, left, &c);
        left = c.right;
        if (offset >= c.from && offset < c.to) {
            *x = edge_in(p, run, &c, offset);
            return true;
        }
    }
    *x = run->right_to_left ? run->x : run->x + run->width;
    return offset == run->to;
}

static int line_of(const struct paragraph *p, int offset) {
    for (int i = 0; i < p->line_count - 1; i++)
        if (offset < p->lines[i].to)
            return i;
    return p->line_count - 1;
}

struct caret paragraph_caret(const struct paragraph *p, int offset) {
    struct caret caret = { .line = line_of(p, offset) };
    const struct text_line *line = &p->lines[caret.line];
    float x = line->right_to_left ? 0 : line->width; /* behind blanks that take no room */
    bool found = false;
    /* At the border of two runs the one that begins there wins. */
    for (int i = 0; i < line->run_count; i++) {
        float edge;
        bool begins = offset < line->runs[i].to;
        if ((!found || begins) && edge_in_run(p, &line->runs[i], offset, &edge)) {
            x = edge;
            found = true;
            if (begins)
                break;
        }
    }
    if (line->run_count == 0)
        x = 0;
    caret.x = line->x + x;
    return caret;
}

int paragraph_hit(const struct paragraph *p, float x, float y) {
    int line = (int)(y / p->style.line);
    line = y < 0 ? 0 : line >= p->line_count ? p->line_count - 1 : line;
    const struct text_line *l = &p->lines[line];
    int last = line < p->line_count - 1 ? paragraph_previous(p, l->to) : l->to;
    int best = l->from;
    float distance = -1;
    for (int offset = l->from; offset <= last; offset = paragraph_next(p, offset)) {
        float away = paragraph_caret(p, offset).x - x;
        away = away < 0 ? -away : away;
        if (distance < 0 || away < distance) {
            distance = away;
            best = offset;
        }
        if (offset == p->size)
            break;
    }
    return best;
}

static int add_span(struct text_span *out, int count, int most, float from, float to) {
    if (count > 0 && from - out[count - 1].to < 0.01f && out[count - 1].to - from < 0.01f) {
        out[count - 1].to = to;
        return count;
    }
    if (count < most)
        out[count++] = (struct text_span){ from, to };
    return count;
}

int paragraph_selection(const struct paragraph *p, int line, int from, int to, struct text_span *out, int most) {
    const struct text_line *l = &p->lines[line];
    int count = 0;
    for (int r = 0; r < l->run_count; r++) {
        const struct text_run *run = &l->runs[r];
        int first = from > run->from ? from : run->from, last = to < run->to ? to : run->to;
        float a, b;
        if (first >= last || !edge_in_run(p, run, first, &a) || !edge_in_run(p, run, last, &b))
            continue;
        count = add_span(out, count, most, l->x + (a < b ? a : b), l->x + (a < b ? b : a));
    }
    return count;
}
