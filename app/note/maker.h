/* Internal to the folder note: what is being made, its words, and its items. Who wants a note
 * includes note/note.h.
 *
 * A maker is filled by note_make() and lives as long as that call; it points into pack, session
 * and assessment, and everything it makes lives in the arena of the note. The fields that the
 * program works out (derive.c) and those that are typed or fixed (note.c) are written through it,
 * so that all call a thing by the same name, join a list the same way, and leave out the same. */
#ifndef NOTE_MAKER_H
#define NOTE_MAKER_H

#include "note/note.h"

struct maker {
    struct arena *arena;
    const struct pack *pack;
    const struct session *session;
    const struct assessment *assessment;
    const struct language *language;
    const struct stamp *stamp;
    struct view view; /* with the outcomes of the assessment */
    int receiver;
    struct note_block *block; /* the one that items are added to */
    int capacity;             /* of the items of the block */
    bool *cited;              /* sources that stand in the note: its last block names them in full */
};

/* ---- words, in the language of the note */

/* A text of the program, marked with N_ where it stands. */
const char *maker_ui(const struct maker *m, const char *text);
/* A text of the content: see content_text(). */
const char *maker_content(const struct maker *m, const char *kind, const char *id, const char *field, const char *english);

const char *maker_fact_name(const struct maker *m, enum fact fact);
const char *maker_fact_value_name(const struct maker *m, enum fact fact, int value); /* from 1 */
const char *maker_sign_name(const struct maker *m, int i);
/* What the note calls a danger: less than the question, where the question says too much. */
const char *maker_danger_name(const struct maker *m, int i);
const char *maker_activity_name(const struct maker *m, int i);
const char *maker_outcome_name(const struct maker *m, int i);

/* A name and its value in one line: "Flight: 14:20". */
const char *maker_pair(const struct maker *m, const char *name, const char *value);
/* Adds an entry, with what stands between two entries before it. */
void maker_add_to_list(const struct maker *m, struct buffer *list, const char *text);

/* note_may_tell() and note_shares() for the receiver of this note. */
bool maker_may_tell(const struct maker *m, enum thing thing, int index);
bool maker_shares(const struct maker *m, const char *field);
/* What stands in the place of everything that the receiver may not read, however much it is. */
const char *maker_kept_back(const struct maker *m);

/* The reasons as a list; those that the receiver may not read are one entry, "kept back". */
const char *maker_grounds_words(const struct maker *m, const struct grounds *g);
/* Does what was said come through someone who came along? Then it is not firm (rulings 4). */
bool maker_through_companion(const struct maker *m);
/* How a thing is known, from bits of enum known. */
const char *maker_known_text(const struct maker *m, unsigned known);

/* ---- items: all are added to the block; what is returned stands there until the next is added */

/* `id` names the thing an entry is about, or is NULL; with `text` NULL the entry has lines only. */
struct note_item *maker_add_item(struct maker *m, const struct note_field *f, const char *id, const char *label, const char *text);
const char *maker_field_label(const struct maker *m, const struct note_field *f);
/* The whole field in one item, under its own label. */
void maker_add_field(struct maker *m, const struct note_field *f, const char *text);
/* A required field that nobody filled in; nothing where it waits for the person. */
void maker_add_missing(struct maker *m, const struct note_field *f);
/* A line under an item; none where `text` is NULL or empty. */
void maker_add_line(struct maker *m, struct note_item *item, const char *label, const char *text);
/* "CETS197, art. 10(2)"; several as a list. From then on they count as cited. A text from general
 * knowledge alone says that somebody must check it. */
const char *maker_sources_words(struct maker *m, const citations *c);

/* ---- derive.c */

/* Adds what the program works out for a derived field: nothing, where there is nothing to say. */
void maker_derive(struct maker *m, const struct note_field *f);

#endif
