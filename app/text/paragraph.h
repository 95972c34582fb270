/* A paragraph laid out: lines of runs of glyphs, in the order they are seen.
 *
 * One engine for screen and paper: the bidirectional algorithm by FriBidi, line breaks by
 * libunibreak, fallback fonts character by character, shaping and measuring by HarfBuzz. It
 * knows no screen and no page: whoever draws takes the glyphs at their places.
 *
 * All measures are pixels, x from the left edge and y from the top of the paragraph. Offsets
 * are bytes of the text. A line end in the text begins a new line. A word that is wider than
 * the paragraph is broken where it must be: no text is ever cut.
 *
 * The language says on which side lines stand. Their words begin there too, unless a line of the text
 * has no letter that is written from right to left: a telephone number, a date or a Latin name runs
 * from left to right in any language. */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include "base/arena.h"
#include "text/font.h"

struct text_style {
    float size; /* of the font */
    float line; /* from baseline to baseline */
    bool bold;
};

struct glyph {
    uint32_t id; /* in the font of its run */
    float x, y;  /* where it is drawn: from the line's left edge and baseline, y downwards */
    float advance;
    int cluster; /* offset of the first byte it stands for */
};

/* Characters of one font, one script and one direction. */
struct text_run {
    int font;
    hb_script_t script;
    int from, to;
    bool right_to_left;
    float x, width; /* in its line */
    struct glyph *glyphs;
    int glyph_count;
};

struct text_line {
    int from, to;       /* blanks at its end included, which take no room */
    bool right_to_left; /* does reading begin at its right end? */
    float x;            /* where it begins: more than 0 where it is set against the right edge */
    float width, baseline;
    const struct text_run *runs; /* from left to right */
    int run_count;
};

struct paragraph {
    const char *text;
    int size;
    struct text_style style;
    bool right_to_left;
    float width;  /* of the widest line */
    float height; /* of all lines */
    const struct text_line *lines;
    int line_count;    /* at least 1 */
    const bool *stops; /* size + 1: may a caret stand before this byte? */
};

/* What a paragraph is made of and for. */
struct paragraph_options {
    struct text_style style;
    float width;          /* most; 0: one line as long as it needs */
    bool right_to_left;   /* the direction of the language, not of the text */
    const char *language; /* a tag like "de"; NULL: not known */
    int bold_to;          /* so many bytes at the beginning are bold, whatever the style */
    bool paper;           /* for a file whose words must be found again: no ligatures, a cluster for
                             each character, blanks at line ends as glyphs */
};

/* The text must be valid UTF-8 and outlive the paragraph. */
struct paragraph paragraph_make(struct arena *a, const struct font_set *fonts, const char *text, const struct paragraph_options *options);

/* The offset of the first character of a run that no font has, or -1. It shows as a box: nobody can read it,
 * though it stays text in whatever is made of it. */
int text_run_missing(const struct text_run *run);

/* Where a caret before the byte at `offset` stands. */
struct caret {
    int line;
    float x;
};
struct caret paragraph_caret(const struct paragraph *p, int offset);

/* The offset nearest to a point; points outside give the nearest line and end. */
int paragraph_hit(const struct paragraph *p, float x, float y);

/* The next place for a caret after or before an offset, in the order of reading. */
int paragraph_next(const struct paragraph *p, int offset);
int paragraph_previous(const struct paragraph *p, int offset);

/* The parts of one line that a selection covers, from left to right; returns how many, at
 * most `most`. In mixed text a selection may be in several pieces. */
struct text_span {
    float from, to;
};
int paragraph_selection(const struct paragraph *p, int line, int from, int to, struct text_span *out, int most);

#endif
