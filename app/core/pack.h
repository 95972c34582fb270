/* The content of the program: which signs there are, what they may mean, what to do next.
 *
 * A pack is read once and never changes; everything it points to lives in the arena given to
 * pack_read(). Ids come from the content files and are stable across versions; indexes are
 * stable only within one loaded pack. Texts are English; content_text() translates. */
#ifndef CORE_PACK_H
#define CORE_PACK_H

#include "base/bytes.h"
#include "base/ids.h"
#include "core/expr.h"

/* What a ref in a content file may point to. */
enum thing {
    THING_SOURCE,
    THING_INDICATOR,
    THING_ACTIVITY,
    THING_FORM,
    THING_MEASURE,
    THING_ROUTE,
    THING_DANGER,
    THING_OUTCOME,
    THING_RULE,
    THING_DEFINITION,
    THING_QUESTION,
    THING_FIELD,
    THING_GUARD,
    THING_SETTING,
    THING_COUNT
};
extern const char *const thing_names[THING_COUNT];

struct source {
    struct origin origin;
    const char *key, *document, *year, *place, *checked; /* year and place may be "" */
    bool cited;                                          /* something names it; made when read */
};

/* Where a text or a rule comes from, and how sure it is: V seen, V2 seen at second hand,
 * S founding document, K general knowledge, own our own wording. */
struct citation {
    struct origin origin;
    struct ref key;
    const char *place; /* "" or NULL: the whole document */
    int tag;
};
typedef LIST(struct citation) citations;

struct strengths {
    struct origin origin;
    int adult, child;
};

struct indicator {
    struct origin origin;
    const char *id, *short_name, *statement, *why, *look;
    const char *ask;      /* NULL: not asked, noted only when seen or told */
    struct ref ask_child; /* a question of the child bank, or index -1 */
    const char *caution;
    unsigned settings; /* bits of place_kind */
    int who;
    unsigned gender; /* bits of gender_words: sorts and explains, never hides */
    unsigned known, elements;
    const char *dimension; /* ILO key "D5.1", or NULL */
    int dimension_number;  /* 1 to 6, or 0 */
    struct refs forms;     /* every: any form */
    struct strengths strength;
    int basis;
    unsigned ordinary_with;
    citations sources;
    int block; /* index of its block */
    int alike; /* signs with the same number weigh the same in every rule */
};

struct block {
    struct origin origin;
    const char *id, *title, *intro;
    LIST(struct indicator) indicators;
};

struct definition {
    struct origin origin;
    const char *id, *text;
    struct expr when;
};

struct firm {
    struct origin origin;
    int known;
    struct expr unless; /* EXPR_ALL without parts where nothing takes it away */
    bool has_unless;
};

struct ordinary_rule {
    struct origin origin;
    int circumstance;
    struct expr when;
    int strength; /* as which such a sign counts at most */
    const char *text;
};

/* Least numbers of strong, medium and weak signs that make a dimension positive. */
struct dimension_pattern {
    struct origin origin;
    int strong, medium, weak;
};

struct dimension {
    struct origin origin;
    const char *id, *name;
    int keys; /* how many keys the list of the ILO has: D1.1 to D1.10 */
};
#define DIMENSIONS 6

/* A sentence that stands on its own in a list. */
struct line {
    struct origin origin;
    const char *id, *text;
    unsigned settings; /* bits of place_kind: it is shown only there; 0: everywhere */
};
typedef LIST(struct line) line_list;

struct outcome {
    struct origin origin;
    const char *id, *name, *meaning;
    const char *meaning_for_child; /* or NULL */
    int rank;                      /* higher means more is done */
    bool enough;                   /* nothing more has to be asked once a rule that is enough led here */
    struct ref for_child;          /* what it becomes on the child path when an officer goes higher, or index -1 */
    line_list steps;               /* what to do, in order */
    line_list steps_for_child;     /* where a child is concerned; empty: the same steps */
    line_list steps_for_file;      /* where only a file is here, child or not; empty: as if the person were */
};

struct clause {
    struct origin origin;
    struct ref outcome;
    struct expr when;
};

struct rule {
    struct origin origin;
    const char *id;
    const char *name; /* a few words for the screen */
    const char *text;
    bool beside;    /* its outcome stands beside the one of the other rules */
    bool otherwise; /* true when no other rule that decides is */
    bool enough;    /* nothing more has to be asked once it leads to an outcome that is enough */
    LIST(struct clause) clauses;
    citations sources;
};

struct urgency_row {
    struct origin origin;
    int level;
    bool past; /* signs of the past count for this row */
    struct expr when;
    const char *text;
};

/* A fact that comes first among the open points, whenever the condition holds. */
struct open_first {
    struct origin origin;
    int fact;
    struct expr when;
};

/* An answer tried when the assessment says what would raise it. */
struct raise_by {
    struct origin origin;
    int fact, value;
};

struct rules {
    struct origin origin;
    LIST(struct definition) definitions;
    LIST(struct firm) firm;
    LIST(struct ordinary_rule) ordinary;
    LIST(struct dimension) dimensions;
    LIST(struct dimension_pattern) dimension_patterns;
    LIST(struct outcome) outcomes;
    LIST(struct rule) rules;
    LIST(struct urgency_row) urgency;
    LIST(struct open_first) open_first;
    LIST(struct raise_by) would_change;
    int child; /* index of the definition named child */
};

/* What to do in some kinds of place, where something else can be done than elsewhere. */
struct danger_at {
    struct origin origin;
    const char *id;
    unsigned settings; /* bits of place_kind */
    const char *action, *now;
};

/* A danger question, asked before anything else. */
struct danger_question {
    struct origin origin;
    const char *id, *name, *question;
    const char *row;           /* the question as one line of a list */
    const char *action;        /* what to do now if yes or unsure */
    const char *now;           /* the same in one or two short sentences */
    LIST(struct danger_at) at; /* stands in place of both in some kinds of place; may be empty */
    const char *note;          /* what the note says of it, when it must say less; or NULL */
    int yes, unsure;           /* effects */
    unsigned settings;
    int who;
    struct refs again; /* signs that speak against "nothing seen or told": noted, they ask for another look */
    citations sources;
};

struct activity {
    struct origin origin;
    const char *id, *name, *child_name, *examples, *caution;
    bool offence; /* "Do not ask more." */
    bool open;    /* says only that it is not known: no answer to what the person does */
};

#define ACTIVITIES_MAX 3 /* more would be an inventory, not what stands out */

struct activities {
    struct origin origin;
    const char *ask;
    int limit;
    LIST(struct activity) activities;
};

struct form {
    struct origin origin;
    const char *id, *name, *text;
    struct refs activities; /* name the form, where forms.json's activity_when holds */
    struct refs signs;      /* name it alone: they are about it */
    const char *htcds;      /* code of vic_TypeOfExploitation (IOM HTCDS 2.0) */
    struct ref named_by;    /* the law that first names it, where not every state has it; or index -1 */
    citations sources;
};

struct forms {
    struct origin origin;
    struct expr activity_when;
    struct ref not_known;
    LIST(struct form) forms;
};

struct measure {
    struct origin origin;
    const char *id, *name, *text, *reason;
    const char *note; /* all that the note says of it, where its name would tell too much; or NULL */
    struct expr when;
    citations sources;
};

/* A neighbouring situation that looks alike, and what helps there (fact base 19). It never lowers the
 * next step. */
struct guard {
    struct origin origin;
    const char *id, *name;
    const char *differs; /* how it differs */
    const char *instead; /* what to do then */
    struct expr when;
    citations sources;
};

/* How to behave, at the screen where it matters (fact base 14). */
struct conduct_rule {
    struct origin origin;
    const char *id, *text;
    int moment; /* conduct_moments: the id of a step */
    unsigned settings;
    int who;
    citations sources;
};

/* What a person has a right to (fact base 12); law as of the pack's legal status. */
struct right {
    struct origin origin;
    const char *id, *title, *text;
    int who;
    unsigned settings;
    citations sources;
};

struct route {
    struct origin origin;
    const char *id, *name, *text, *reason;
    const char *consent; /* what agreement it needs */
    const char *caution; /* or NULL */
    struct expr when;
    bool receives_note;
    bool no_contact; /* whoever stands there knows how to call: no number is missing */
    citations sources;
};

struct routes {
    struct origin origin;
    LIST(struct route) routes;
    struct ref adult, child; /* the receiver of a note when none is named */
};

/* For a child, who is asked nothing else (rulings 21). */
struct question {
    struct origin origin;
    const char *id, *text;
    const char *allowed_because; /* why it may be answered by yes or no; NULL: it may not */
};

struct questions {
    struct origin origin;
    struct ref open; /* stands in place of a setting's open question */
    LIST(struct question) child;
};

struct group {
    struct origin origin;
    const char *id, *title;
    struct refs signs;
};

struct quick_set {
    struct origin origin;
    struct refs adult, child;
    struct refs file, file_child; /* where only the file is there; may be empty */
};

/* A row of the booth lane (rulings 8): a neutral noun for the screen, the full text on demand, and the
 * sign it notes, known as `known`. */
struct lane_row {
    struct origin origin;
    const char *id, *noun, *text;
    struct ref sign;
    int known;
    const char *remark; /* stands beside the sign where the row may mean two things; or NULL */
};

struct setting {
    struct origin origin;
    const char *id, *name;
    const char *purpose; /* what it is for, in one line */
    int order;           /* on the start screen */
    int kind;
    const char *duty;          /* what this officer must also report; to be checked before deployment */
    line_list begin;           /* what to say first */
    line_list begin_for_child; /* the same to a child; empty: the same lines */
    const char *open_question;
    const char *activity_question; /* what the person does there, where activities.json asks it wrongly; or NULL */
    struct quick_set quick;
    int mode;                   /* how the talk is held unless another way is chosen: a value of talk.mode; 0: open */
    unsigned steps;             /* bits of step_words: the screens of the walk, in their order */
    LIST(struct lane_row) lane; /* the walk is the booth lane; at most LANE_ROWS; empty: it is not */
    struct refs tiles;          /* the danger questions shown first */
    LIST(struct group) groups;
    struct ids signs; /* which indicators the groups hold, by id; made when read */
};

enum law_state { LAW_BOUND, LAW_NOT_BOUND, LAW_NOT_CHECKED };

/* The order in which whom to call is looked for (rulings 27). */
enum contact_kind {
    CONTACT_AUTHORITY,
    CONTACT_SPECIALIST,
    CONTACT_HELPLINE,
    CONTACT_CHILD_HELPLINE,
    CONTACT_MISSING_CHILDREN,
    CONTACT_EMERGENCY
};

/* Somebody who can be reached, checked in a source. What is not known is NULL; a number or another
 * way is always there. */
struct contact {
    struct origin origin;
    const char *id;
    struct ref route;
    int kind;
    const char *service;
    const char *number; /* as it is dialled there */
    const char *other;  /* mail or web address */
    const char *for_whom, *hours, *note;
    const char *source;
    const char *date; /* "2022", "2022-05" or "2022-05-04"; NULL: the source has no date */
    bool own;         /* from the file of the deploying authority, not from the pack */
};

/* Is a state bound by a law that the content rests on, as far as somebody checked? */
struct law_status {
    struct origin origin;
    struct ref instrument; /* a source */
    int status;            /* law_status_words */
    const char *date, *note;
};

struct country {
    struct origin origin;
    const char *id, *name;
    LIST(struct contact) contacts;
    LIST(struct line) to_check; /* what exists and nobody has checked */
    LIST(struct law_status) law;
};

/* The file of the deploying authority, outside the program: contacts that come before the pack's. */
struct own_contacts {
    struct origin origin;
    LIST(struct country) countries;
};

struct agreement_answer {
    struct origin origin;
    const char *id, *label, *hint; /* hint: what the answer means, in one line */
    line_list say;                 /* what the officer says then */
    line_list leads_to;            /* what the officer does then */
};

struct agreements {
    struct origin origin;
    line_list covers;
    LIST(struct agreement_answer) answers;
    line_list grounds; /* for sharing without agreement */
    citations sources;
};

/* What a screen is for, what to do there and the caution that matters. */
struct help_text {
    struct origin origin;
    const char *id, *title, *text;
};

struct help_file {
    struct origin origin;
    LIST(struct help_text);
};

/* The neutral page that stands there while the work is hidden, one for each kind of place. */
struct hidden_box {
    struct origin origin;
    const char *id, *title, *text;
    citations sources;
};

struct hidden_page {
    struct origin origin;
    const char *id;
    unsigned settings; /* bits of place_kind */
    const char *title;
    const char *wait; /* the last line: please wait */
    LIST(struct hidden_box) boxes;
};

struct hidden_file {
    struct origin origin;
    LIST(struct hidden_page);
};

/* A language the person may speak. `own` is its name in itself, where that is certain. */
struct spoken_language {
    struct origin origin;
    const char *code, *name, *own;
};

struct languages {
    struct origin origin;
    LIST(struct spoken_language) languages;
};

/* A state or territory by its two letters. */
struct country_name {
    struct origin origin;
    const char *code, *name;
};

struct states {
    struct origin origin;
    LIST(struct country_name) states;
};

/* Signs that are easily missed for a person like this one: a reminder, which hides nothing. */
struct prompt {
    struct origin origin;
    const char *id, *text;
    struct expr when;
    struct refs signs;
};

struct prompts {
    struct origin origin;
    LIST(struct prompt) prompts;
};

/* How the text of a field of the note comes about. */
enum field_source {
    NOTE_DERIVED, /* from the session and the assessment, by a function of note/ */
    NOTE_FIXED,   /* always the same sentence */
    NOTE_TEXT,    /* typed in, short */
    NOTE_DATE,
    NOTE_TIME,
    NOTE_CHOICE,
    NOTE_CHOICES
};
enum field_need { NEED_REQUIRED, NEED_OPTIONAL, NEED_IF_SAFE };
extern const struct choices field_source_words, field_need_words;

struct field_value {
    struct origin origin;
    const char *id, *label;
    int naming; /* enum naming: what this answer allows */
};

/* May the person be named to the receiver? */
enum naming { NAMING_NONE, NAMING_AGREED, NAMING_GROUND };
extern const struct choices naming_words;

struct note_field {
    struct origin origin;
    const char *id, *label, *text, *hint;
    int source, need;
    LIST(struct field_value) values;
    struct refs share; /* the routes that may read it */
    struct expr when;
    bool has_when;
    bool said;  /* what the person says, as they say it: no word of it is corrected */
    int detail; /* index among the fields that are typed in, or -1 */
};

struct note_block_plan {
    struct origin origin;
    const char *id, *title;
    bool small; /* on paper, in small print */
    struct refs fields;
};

/* Things about offences and the like: only these routes may read them (rulings 24). */
struct withheld {
    struct origin origin;
    const char *id;
    struct refs indicators, activities, forms, dangers, measures;
    struct refs share;
};

/* The signs behind a code of vic_MethodsOfControl (IOM HTCDS 2.0). */
struct control_code {
    struct origin origin;
    const char *id;
    struct refs signs;
};

struct note_plan {
    struct origin origin;
    const char *title;
    struct refs identity;        /* fields that tell who the person is */
    struct refs identity_child;  /* routes that may know who a child is */
    struct refs identity_ground; /* routes that may know who an adult is on a ground that needs no agreement */
    struct refs page_lead;       /* on paper: fields in small print under the title */
    struct refs page_when;       /* in the frame at the head of page one: how soon */
    struct ref page_whom;        /* beside it: who is to act, and how to call */
    struct ref page_edge;        /* at the upper edge of each page */
    struct ref page_foot;        /* at the foot of each page */
    LIST(struct note_field) fields;
    LIST(struct note_block_plan) blocks;
    LIST(struct withheld) withheld;
    LIST(struct control_code) controls;
};

/* A fictional person's answers and what must come out (content/cases). */
struct expectation {
    struct origin origin;
    struct ref outcome;
    int urgency;
    struct refs rules;                           /* exactly these */
    struct refs forms, routes, measures, guards; /* at least these */
    struct refs without_forms, without_routes, without_measures, without_guards;
    const char *first_open; /* or NULL */
};

struct content_case {
    struct origin origin;
    const char *id, *story;
    const struct json *answers;
    struct expectation expect;
};

struct case_file {
    struct origin origin;
    LIST(struct content_case) cases;
};

/* Words no text of the pack may hold, several with commas between, and what to say instead. */
struct forbidden {
    struct origin origin;
    const char *id, *words, *instead;
    const char *may_stand_in; /* names of files with commas between; NULL: nowhere */
};

/* Words by which a question leads, and what to write instead. */
enum leading_place { LEADING_ANYWHERE, LEADING_TAG };
extern const struct choices leading_place_words;

struct leading {
    struct origin origin;
    const char *id, *words, *instead;
    int who; /* whose questions: of a child, of an adult, of both */
    int at;  /* enum leading_place; a tag: after the last comma */
};

struct pack_about {
    struct origin origin;
    const char *id, *name, *version, *date, *legal_status;
    const char *eu_states; /* codes with blanks between, for tallies by group of citizenship */
    LIST(struct forbidden) forbidden;
    const char *child_begins; /* words with which a question for a child begins, commas between */
    LIST(struct leading) leading;
};

/* Files that hold one list: the list is reached as if it stood in the pack itself. */
struct source_file {
    struct origin origin;
    LIST(struct source);
};

struct triage_file {
    struct origin origin;
    LIST(struct danger_question);
};

struct measure_file {
    struct origin origin;
    LIST(struct measure);
};

struct guard_file {
    struct origin origin;
    LIST(struct guard);
};

struct conduct_file {
    struct origin origin;
    LIST(struct conduct_rule);
};

struct right_file {
    struct origin origin;
    LIST(struct right);
};

struct pack {
    struct pack_about about;
    struct source_file sources;
    LIST(struct block) blocks;
    LIST(struct indicator) indicators; /* all blocks one after another */
    LIST(struct setting) settings;
    LIST(struct country) countries;
    LIST(struct own_contacts) own; /* none or one */
    LIST(struct case_file) case_files;
    struct rules rules;
    struct triage_file dangers;
    struct activities activities;
    struct forms forms;
    struct measure_file measures;
    struct guard_file guards;
    struct conduct_file conduct;
    struct right_file rights;
    struct routes routes;
    struct questions questions;
    struct agreements agreements;
    struct note_plan note;
    struct help_file help;
    struct hidden_file hidden;
    struct languages languages;
    struct states states;
    struct prompts prompts;
    int detail_count; /* fields of the note that are typed in */
    int alike_count;
    struct ids ids[THING_COUNT];
};

/* Where the file of the deploying authority stands among the files of a pack. */
#define PACK_OWN_FILES "own/"
/* ...and the cases. */
#define PACK_CASE_FILES "cases/"

/* One file of a pack, its name relative to the folder: "indicators/c-companion.json". */
struct pack_file {
    const char *name;
    struct bytes text;
};

/* Reads a pack from its files. Problems are added to `problems`, all that can be found; the
 * pack may only be used if there are none. Knows no disk: the caller brings the bytes. */
const struct pack *pack_read(struct arena *a, const struct pack_file *files, int count, struct problems *problems);

/* What no single file can show: rules, routes, measures and forms that no case leads to, cases
 * that come out otherwise, signs that stand in no setting, forbidden words. Needs a pack read
 * without problems. No date may lie after today; NULL where the day is not known. */
struct date_time;
void pack_check(struct arena *a, const struct pack *p, const struct date_time *today, struct problems *problems);
/* Of the authority's own contacts alone: asked at each start, for nobody else has checked them. */
void pack_check_own(struct arena *a, const struct pack *p, const struct date_time *today, struct problems *problems);

/* The index of a thing, or -1. */
int pack_find(const struct pack *p, enum thing thing, const char *id);
int pack_find_setting(const struct pack *p, const char *id);

/* The lines of a list that are shown in this kind of place, in their order. */
line_list pack_lines_at(struct arena *a, const line_list *lines, int place_kind);

/* What stands there instead of action and now; NULL: nothing. */
const struct danger_at *pack_danger_at(const struct danger_question *q, int place_kind);

/* The page that hides the work in this kind of place. */
const struct hidden_page *pack_hidden_page(const struct pack *p, int place_kind);

/* What is known of a law in a state; NULL where nothing is. `place` may be NULL. */
const struct law_status *pack_law(const struct pack *p, const char *place, int instrument);

/* The name of a language or a state by its code, in the language `l`; the code itself where the
 * pack does not know it. */
struct language;
const char *pack_language_name(const struct pack *p, const struct language *l, const char *code);
/* Is it a member of the European Union? Two capital letters. */
bool pack_is_eu(const struct pack *p, const char *code);
const char *pack_state_name(const struct pack *p, const struct language *l, const char *code);

/* Which words in a text may stand nowhere (pack.json), or NULL. They are English. */
const struct forbidden *pack_forbidden(struct arena *scratch, const struct pack *p, const char *text);

/* All texts of the pack that are translated, in the order of the files. `kind`, `id` and
 * `field` make the context (see content_text); `id` may be NULL. */
struct pack_text {
    const char *kind, *id, *field, *text, *file;
    int line;         /* of the thing it belongs to */
    const char *path; /* "indicators/docs-held-by-other/why" */
};
typedef LIST(struct pack_text) pack_texts;
pack_texts pack_list_texts(struct arena *a, const struct pack *p);

/* Which table reads which file, and where in the pack it goes: the name is "rules.json", or
 * "indicators/" for all files of a folder. A NULL name ends the list. */
struct pack_layout {
    const char *name, *schema;
    const struct record *record;
    size_t at;     /* offset in struct pack of the record, or of a LIST for a folder */
    bool optional; /* a folder that may be missing */
};
extern const struct pack_layout pack_layouts[];

/* The tables of things that are listed one by one. */
enum pack_table {
    TABLE_INDICATOR,
    TABLE_SETTING,
    TABLE_RULE,
    TABLE_ROUTE,
    TABLE_ACTIVITY,
    TABLE_FORM,
    TABLE_MEASURE,
    TABLE_SOURCE,
    TABLE_COUNT
};
extern const struct record *const pack_tables[TABLE_COUNT];

#endif
