/* What note.json must get right for the program to make a note of it. */
#include "note/note.h"

static void problem(struct problems *ps, const struct note_field *f, const char *text) {
    problem_add(ps, f->origin.file, f->origin.line, f->origin.path, "%s", text);
}

static bool in_a_block(const struct pack *p, int field) {
    for (int b = 0; b < p->note.blocks.count; b++)
        if (refs_have(&p->note.blocks.items[b].fields, field))
            return true;
    return false;
}

/* Fields that a screen asks for where it matters. Content words them as it likes; a screen without its
 * field would be empty. */
static const char *const needed[] = { "agree-referral", "agree-scope",    "no-consent-ground", "no-consent-law", "heard-summary",
                                      "wants",          "fears",          "own-words",         "person-where",   "docs-where",
                                      "officer-id",     "officer-contact" };

static void check_needed(const struct pack *p, struct problems *ps) {
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        int field = pack_find(p, THING_FIELD, needed[i]);
        if (field < 0 || p->note.fields.items[field].detail < 0)
            problem_add(ps, "note.json", 1, "fields", "a screen asks for %s: no field that is typed in or chosen has this id", needed[i]);
    }
}

void note_check(const struct pack *p, struct problems *ps) {
    check_needed(p, ps);
    for (int i = 0; i < p->note.fields.count; i++) {
        const struct note_field *f = &p->note.fields.items[i];
        bool choice = f->source == NOTE_CHOICE || f->source == NOTE_CHOICES;
        if (f->source == NOTE_DERIVED && !note_can_derive(f->id))
            problem(ps, f, "the program cannot work out this field");
        if (f->source == NOTE_FIXED && !f->text)
            problem(ps, f, "a fixed field needs the key text");
        if (choice != (f->values.count > 0))
            problem(ps, f, choice ? "a choice needs values" : "only a choice has values");
        if (!in_a_block(p, i))
            problem(ps, f, "stands in no block, so nobody would see it");
    }
}
