/* What the pack holds for the screens beside the questions: steps, reminders, names. */
#include "core/fixture.h"

#include <ctype.h>

/* The ids of the reminders that hold for these answers, with a blank after each. */
static const char *reminders(struct fixture *f, const char *profile) {
    struct buffer ids = { .arena = &f->scratch };
    struct session s = fixture_session(f, arena_printf(&f->scratch, "{'setting': 'border-second-line', 'profile': %s}", profile));
    struct view v = view_make(&f->scratch, f->pack, &s, NULL, true);
    for (int i = 0; i < f->pack->prompts.prompts.count; i++)
        if (evaluate(&v, &f->pack->prompts.prompts.items[i].when, NULL) == YES)
            buffer_printf(&ids, "%s ", f->pack->prompts.prompts.items[i].id);
    return buffer_text(&ids);
}

static void each_profile_has_its_reminder(void **state) {
    static const struct {
        const char *profile, *expected;
    } rows[] = {
        { "{'age': 'adult', 'gender': 'female'}", "woman " },
        { "{'age': 'adult', 'gender': 'male'}", "man " },
        { "{'age': 'adult', 'gender': 'other'}", "other-or-not-stated " },
        { "{'age': 'adult', 'gender': 'not-stated'}", "other-or-not-stated " },
        { "{'age': 'adult'}", "other-or-not-stated " },
        { "{'age': 'child', 'gender': 'female'}", "girl " },
        { "{'age': 'child', 'gender': 'male'}", "boy " },
        { "{'age': 'child', 'gender': 'other'}", "child " },
        { "{'age': 'child'}", "child " },
        { "{'age': 'maybe-child', 'gender': 'female'}", "maybe-child girl " },
        { "{'age': 'maybe-child', 'gender': 'male'}", "maybe-child boy " },
        { "{'age': 'maybe-child'}", "maybe-child child " },
    };
    /* Those that hold for everybody come behind. */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *found = reminders(*state, rows[i].profile);
        if (strncmp(found, rows[i].expected, strlen(rows[i].expected)) != 0)
            fail_msg("%s: %s", rows[i].profile, found);
    }
}

static void r1_to_r5_are_enough_to_act(void **state) {
    const struct pack *p = ((struct fixture *)*state)->pack;
    for (int i = 0; i < p->rules.rules.count; i++)
        assert_int_equal(p->rules.rules.items[i].enough, strcmp(p->rules.rules.items[i].id, "R5") <= 0);
}

static void a_child_is_never_asked_to_agree(void **state) {
    const struct pack *p = ((struct fixture *)*state)->pack;
    for (int i = 0; i < p->rules.outcomes.count; i++) {
        const struct outcome *o = &p->rules.outcomes.items[i];
        bool for_children = !strcmp(o->id, "refer-child");
        /* Either it has steps of its own for a child, or it is for children, or it becomes another. */
        assert_true(o->steps_for_child.count > 0 || for_children || o->for_child.index >= 0);
        const struct line *lines = for_children ? o->steps.items : o->steps_for_child.items;
        for (int k = 0; k < (for_children ? o->steps.count : o->steps_for_child.count); k++)
            assert_null(strstr(lines[k].text, "agreement"));
    }
}

static bool holds(const char *text, const char *lower_case) {
    size_t size = strlen(lower_case);
    for (; *text; text++) {
        size_t same = 0;
        while (same < size && tolower((unsigned char)text[same]) == lower_case[same])
            same++;
        if (same == size)
            return true;
    }
    return false;
}

/* Someone may look over the shoulder. */
static const char *const never_named[] = { "traffick", "victim" };

/* What only the note shows may name it. */
static bool is_of_the_note(const char *kind) {
    static const char *const kinds[] = { "form", "note", "note field", "value", "note block" };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kind, kinds[i]))
            return true;
    return false;
}

static void assert_not_named(const char *file, int line, const char *text) {
    for (size_t w = 0; w < sizeof never_named / sizeof *never_named; w++)
        if (holds(text, never_named[w]))
            fail_msg("%s:%d: %s", file, line, text);
}

static void what_screens_show_does_not_name_it(void **state) {
    struct fixture *f = *state;
    pack_texts texts = pack_list_texts(&f->scratch, f->pack);
    int looked_at = 0, left_out = 0;
    for (int i = 0; i < texts.count; i++) {
        const struct pack_text *t = &texts.items[i];
        if (is_of_the_note(t->kind)) {
            left_out++;
            continue;
        }
        assert_not_named(t->file, t->line, t->text);
        looked_at++;
    }
    assert_true(looked_at > 1000 && left_out > 100);
}

/* They show too, but are not in the list of texts. */
static void definitions_and_reasons_for_urgency_do_not_name_it(void **state) {
    const struct rules *r = &((struct fixture *)*state)->pack->rules;
    for (int i = 0; i < r->definitions.count; i++)
        assert_not_named(r->definitions.items[i].origin.file, r->definitions.items[i].origin.line, r->definitions.items[i].text);
    for (int i = 0; i < r->urgency.count; i++)
        assert_not_named(r->urgency.items[i].origin.file, r->urgency.items[i].origin.line, r->urgency.items[i].text);
    for (int i = 0; i < r->ordinary.count; i++)
        assert_not_named(r->ordinary.items[i].origin.file, r->ordinary.items[i].origin.line, r->ordinary.items[i].text);
}

/* What stands there in most talks says still less. */
static void what_shows_in_every_talk_does_not_speak_of_exploitation(void **state) {
    static const char *const kinds[] = { "line",      "outcome",     "danger",     "danger at", "agreement",
                                         "help text", "hidden page", "hidden box", "prompt",    "setting" };
    struct fixture *f = *state;
    pack_texts texts = pack_list_texts(&f->scratch, f->pack);
    int looked_at = 0;
    for (int i = 0; i < texts.count; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            if (!strcmp(texts.items[i].kind, kinds[k])) {
                if (holds(texts.items[i].text, "exploit"))
                    fail_msg("%s:%d: %s", texts.items[i].file, texts.items[i].line, texts.items[i].text);
                looked_at++;
            }
    assert_true(looked_at > 100);
}

static void what_screens_show_is_translated(void **state) {
    static const struct {
        const char *kind, *id, *field;
    } rows[] = {
        { "line", "refer-child-hear", "text" },
        { "line", "consult-child-tell", "text" },
        { "rule", "R1", "name" },
        { "danger", "t-injury", "row" },
        { "danger", "t-injury", "now" },
        { "agreement", "not-now", "hint" },
        { "line", "say-not-now-reach", "text" },
        { "line", "not-now-note", "text" },
        { "help text", "safety", "title" },
        { "help text", "safety", "text" },
        { "hidden page", "travellers", "wait" },
        { "hidden box", "cash", "text" },
        { "spoken language", "ti", "name" },
        { "state", "RO", "name" },
        { "prompt", "man", "text" },
        { "setting", "border-second-line", "purpose" },
    };
    struct fixture *f = *state;
    pack_texts texts = pack_list_texts(&f->scratch, f->pack);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        int found = 0;
        for (int i = 0; i < texts.count; i++) {
            const struct pack_text *t = &texts.items[i];
            bool same_id = rows[r].id && t->id ? !strcmp(t->id, rows[r].id) : rows[r].id == t->id;
            found += !strcmp(t->kind, rows[r].kind) && same_id && !strcmp(t->field, rows[r].field);
        }
        assert_int_equal(found, 1);
    }
}

static void every_language_of_the_list_is_taken_in_an_answers_file(void **state) {
    struct fixture *f = *state;
    const struct languages *l = &f->pack->languages;
    for (int i = 0; i < l->languages.count; i++)
        fixture_session(f, arena_printf(&f->scratch, "{'setting': 'border-second-line', 'profile': {'age': 'adult', 'languages': ['%s']}}",
                                        l->languages.items[i].code));
    assert_true(l->languages.count >= 24);
}

static void every_state_of_the_list_is_taken_in_an_answers_file(void **state) {
    struct fixture *f = *state;
    const struct states *s = &f->pack->states;
    for (int i = 0; i < s->states.count; i++)
        fixture_session(f,
                        arena_printf(&f->scratch, "{'setting': 'border-second-line', 'profile': {'age': 'adult', 'citizenship': ['%s']}}",
                                     s->states.items[i].code));
    assert_int_equal(s->states.count, 249 + 2); /* of ISO, and XK and XX */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(each_profile_has_its_reminder, fixture_clean),
        cmocka_unit_test_teardown(r1_to_r5_are_enough_to_act, fixture_clean),
        cmocka_unit_test_teardown(a_child_is_never_asked_to_agree, fixture_clean),
        cmocka_unit_test_teardown(what_screens_show_does_not_name_it, fixture_clean),
        cmocka_unit_test_teardown(definitions_and_reasons_for_urgency_do_not_name_it, fixture_clean),
        cmocka_unit_test_teardown(what_shows_in_every_talk_does_not_speak_of_exploitation, fixture_clean),
        cmocka_unit_test_teardown(what_screens_show_is_translated, fixture_clean),
        cmocka_unit_test_teardown(every_language_of_the_list_is_taken_in_an_answers_file, fixture_clean),
        cmocka_unit_test_teardown(every_state_of_the_list_is_taken_in_an_answers_file, fixture_clean),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
