/* What an officer has noted about one person, with undo.
 *
 * A session is an array of slots, one for each thing that can be answered: the facts, the
 * danger questions, the signs, three activities, what is typed into the note, and a few more.
 * Every change is one slot exchanged for another, so undo and redo are the same step in two
 * directions. Nothing derived is stored. A session is never saved half: session_write() takes
 * all of it. Texts are copied into the session's arena; wiping the arena wipes the case.
 *
 * Validity: setters assert that the slot exists; values are the caller's to get right. What
 * comes from outside goes through session_read(), which checks. */
#ifndef CORE_SESSION_H
#define CORE_SESSION_H

#include "base/date.h"
#include "base/error.h"
#include "core/pack.h"

#define SESSION_ACTIVITIES ACTIVITIES_MAX
#define SESSION_CODES 8       /* languages, citizenships */
#define SESSION_TEXT_MAX 4000 /* bytes of one typed text */

/* One answer, of whatever kind. Which members mean something depends on the slot. */
struct slot {
    int value;          /* fact value from 1, state, danger, activity + 1, choice + 1, outcome + 1; 0: none */
    unsigned known;     /* bits of enum known */
    unsigned bits;      /* activity times; choices of a note field */
    int when;           /* enum when */
    const char *text;   /* own words, typed text, codes with blanks between; NULL: none */
    const char *remark; /* the officer's remark */
};

enum slot_kind {
    SLOT_FACT,     /* index: enum fact */
    SLOT_TEXT,     /* index: enum session_text */
    SLOT_RAISE,    /* value: outcome + 1; text: the reason */
    SLOT_ACTIVITY, /* index: 0 to SESSION_ACTIVITIES - 1 */
    SLOT_DANGER,   /* index: danger question */
    SLOT_SIGN,     /* index: indicator */
    SLOT_DETAIL    /* index: note_field.detail */
};

enum session_text { TEXT_STANDS, TEXT_SERVES, TEXT_LANGUAGES, TEXT_CITIZENSHIP, TEXT_DEADLINE, TEXT_COUNT };

struct change {
    int slot;
    int step;          /* changes of one step are undone together */
    struct slot other; /* what stands there after undoing (or redoing) */
};

struct session {
    struct arena *arena;
    const struct pack *pack;
    int setting;
    struct slot *slots;
    struct change *changes;
    int change_count; /* done, and can be undone */
    int redo_count;   /* undone, behind the done ones */
    int change_capacity;
    int step; /* of the last change */
};

/* An empty session: everything not asked, nothing known. */
struct session session_new(struct arena *a, const struct pack *p, int setting);

/* How many slots a session of this pack has. */
int session_slot_count(const struct pack *p);

/* Where the slot of a thing stands in `slots`. */
int session_slot_index(const struct session *s, enum slot_kind kind, int index);

/* Reading and changing one slot. Texts are copied. Setting what stands there already is no
 * change. */
const struct slot *session_get(const struct session *s, enum slot_kind kind, int index);
void session_set(struct session *s, enum slot_kind kind, int index, struct slot value);

/* The same as part of the step that the last session_set() began, whether that one changed
 * something or not: "nothing seen or told, for all that is open" is taken back at once. */
void session_set_more(struct session *s, enum slot_kind kind, int index, struct slot value);

/* Takes back the last step, or does it again; false if there is none. */
bool session_undo(struct session *s);
bool session_redo(struct session *s);

/* Short forms for what is read most. */
int session_fact(const struct session *s, enum fact fact); /* value from 1, or 0 */
enum state session_sign(const struct session *s, int indicator);
enum danger session_danger(const struct session *s, int danger);
const char *session_text(const struct session *s, enum session_text text); /* or NULL */

/* The state whose numbers, contacts and laws count: the one served, else where the officer stands; or
 * NULL. */
const char *session_place(const struct session *s);

/* Walks the codes of a text slot, which stand with blanks between: the next one, or false. */
bool session_next_code(const char **at, struct bytes *code);
/* A sign was just noted: takes back "nothing seen or told" where the sign speaks against it, as part of the
 * same step. The first danger question that is open again, or -1. */
int session_look_again(struct session *s, int sign);
/* Is this danger question open although a sign asks for a look? */
bool session_asks_again(const struct session *s, int danger);

/* The signs for the first minutes: for a child, an adult, or a file without the person. */
const struct refs *session_quick(const struct session *s, bool child);

/* Is this wish one to ask about here? Asylum: where it can be asked for and is not under way. The own
 * consulate: of an adult, elsewhere than there, who does not want asylum from that state (rulings D). What was answered all the same is
 * kept, and the note says it. */
bool session_asks_wish(const struct session *s, bool child, enum fact wish);

/* Only a file is here, in a setting that looks at files before people. */
bool session_on_file(const struct session *s);
/* What to do after this outcome, and what to say first, as it is shown there. */
line_list session_steps(struct arena *a, const struct session *s, int outcome, bool child);
line_list session_begin(struct arena *a, const struct session *s, bool child);
/* The lines of any list that are shown where this session is. */
line_list session_lines(struct arena *a, const struct session *s, const line_list *lines);
bool session_setting_has(const struct session *s, int indicator); /* is it in a group of the setting? */

/* When and under which name a note is written: everything about a run that is not answered
 * by a person. `time` may be missing for an assessment alone. */
struct stamp {
    const char *reference; /* "7K-M2Q9": random, says nothing; also the file name */
    struct date_time time;
    bool has_time;
};

/* Is this a reference we would make or accept: two signs, a hyphen, four signs, each a
 * capital letter or digit? */
bool stamp_reference_valid(const char *reference);

/* Reads an answers file (design 6). `name` names it in problems. Problems never quote what
 * the file says. False if there is any problem; the session is then not to be used. */
bool session_read(struct arena *a, const struct pack *p, struct bytes text, const char *name, struct session *out, struct problems *ps);

/* The same from a value that is parsed already (the cases of the content). */
bool session_read_json(struct arena *a, const struct pack *p, const struct json *root, const char *name, struct session *out,
                       struct problems *ps);

/* The answers file of a session; reading it back gives the same session. */
void session_write(const struct session *s, struct buffer *out);

/* Reads a stamp file. */
bool stamp_read(struct arena *a, struct bytes text, const char *name, struct stamp *out, struct error *e);

#endif
