/* The referral note: what one receiver may read, in one language, as blocks.
 *
 * Which fields there are, in which order, under which title, and who may read them, is content
 * (note.json). This module works out the derived fields and leaves out what the receiver has no
 * business with: at most it says that there is more, never what or how much. Writers turn the
 * blocks into bytes; they decide nothing.
 *
 * The same pack, session, assessment, receiver, language and stamp give the same note. */
#ifndef NOTE_NOTE_H
#define NOTE_NOTE_H

#include "base/language.h"
#include "core/assess.h"
#include "page/page.h"

/* A line under an entry: "How it is known: said". */
struct note_line {
    const char *label, *text;
};

/* One field, or one of several entries of a field. */
struct note_item {
    const char *field; /* id of the field in note.json */
    const char *id;    /* id of the thing an entry is about, or NULL */
    const char *label; /* what stands before or above */
    const char *text;  /* NULL: an entry that has lines only */
    bool missing;      /* required, and nobody filled it in */
    LIST(struct note_line) lines;
    int line_capacity;
};

struct note_block {
    const char *id, *title;
    bool small; /* on paper, in small print */
    LIST(struct note_item) items;
};

struct note {
    const struct language *language;
    const struct pack *pack;
    const struct session *session;
    const struct assessment *assessment;
    const struct stamp *stamp;
    int receiver; /* route */
    const char *title;
    LIST(struct note_block) blocks;
    bool named; /* may this receiver know who the person is? */
};

/* The route a note goes to when the caller names none: the first route of the assessment that
 * receives notes, else the one routes.json gives for an adult or a child. -1: none, because only a
 * file is here; help is offered in the interview, and advice asked without a name. */
int note_receiver(const struct session *s, const struct assessment *r);

struct note note_make(struct arena *a, const struct pack *p, const struct session *s, const struct assessment *r, int receiver,
                      const struct language *l, const struct stamp *stamp);

/* Whom to call for a route where the case is: in the state served, else where the officer stands. The
 * ladder of rulings 27: the authority's own, then the pack's by kind; the emergency call only when the
 * urgency is now, and then first. NULL where nothing was checked. */
const struct contact *note_contact(const struct pack *p, const struct session *s, const struct assessment *r, int route);

/* "Source, 2022-05. Older than 24 months: check before use." */
const char *note_contact_checked(struct arena *a, const struct language *l, const struct contact *c, const struct date_time *now);
/* The number, else another way, and for whom it is. */
const char *note_contact_reach(struct arena *a, const struct language *l, const struct contact *c);

/* Is a field of note.json meant for this receiver? */
bool note_shares(const struct pack *p, int receiver, const char *field);

/* May the receiver know of this thing? Signs about offences and the like go to few (rulings 24). */
bool note_may_tell(const struct pack *p, int receiver, enum thing thing, int index);

/* The same for a reason: it must not say what the field it comes from would withhold. */
bool note_may_tell_ground(const struct pack *p, int receiver, struct ground g);

/* May the receiver know who the person is? An adult is named with agreement, or on a ground that
 * needs none and then to few; a child only to those who protect it (fact base D-11, A-04, 16.3). */
bool note_may_name(const struct pack *p, int receiver, const struct session *s, bool child);

/* Does only the person know what belongs into this field, and only a file is here? Then the note leaves it
 * out where it is empty, and nobody is asked to fill it in. */
bool note_waits(const struct session *s, const char *field);

/* Does the program know how to work out this field? Each derived field of note.json must be one. */
bool note_can_derive(const char *field);

/* Adds what is wrong with note.json to the problems; the pack must have been read without any. */
void note_check(const struct pack *p, struct problems *ps);

/* The note set on A4, in the fonts given. */
struct pages note_pages(struct arena *a, const struct note *n, const struct font_set *fonts);

/* The formats. Adding one is one file and one line in writers.c. */
struct writer {
    const char *format; /* "txt": also the ending of the file */
    /* NULL: made of note_pages(), by who can draw (host.h). */
    void (*write)(const struct note *n, struct buffer *out);
};
extern const struct writer writers[];
extern const int writer_count;

void note_write_text(const struct note *n, struct buffer *out);
void note_write_html(const struct note *n, struct buffer *out);
void note_write_json(const struct note *n, struct buffer *out);

#endif
