#include "core/fixture.h"
#include "paper.h"

#include "note/note.h"

#include <stdio.h>

#define SECOND_LINE "'setting': 'border-second-line'"
#define NOTED(id, known) "'" id "': {'state': 'noted', 'known': ['" known "']}"

static const struct stamp stamp = { "7K-M2Q9", { 2026, 1, 2, 10, 0, 0, 60 }, true };

/* The words of the pages. */
static const char *on_paper(struct fixture *f, const struct note *n) {
    struct font_set fonts = { .count = 0 };
    paper_fonts(&f->scratch, &fonts);
    struct pages pages = note_pages(&f->scratch, n, &fonts);
    const char *words = paper_words(&f->scratch, &pages).data;
    font_close(&fonts);
    return words;
}

static const char *note_in(struct fixture *f, const char *answers, const char *receiver, const char *format, const struct language *l) {
    struct session *s = arena_alloc(&f->scratch, 1, sizeof *s);
    struct assessment *r = arena_alloc(&f->scratch, 1, sizeof *r);
    struct buffer out = { .arena = &f->scratch };
    *s = fixture_session(f, answers);
    *r = assess(&f->scratch, f->pack, s, &stamp);
    int route = receiver ? pack_find(f->pack, THING_ROUTE, receiver) : note_receiver(s, r);
    assert_true(route >= 0);
    struct note n = note_make(&f->scratch, f->pack, s, r, route, l, &stamp);
    if (!strcmp(format, "pdf"))
        return on_paper(f, &n);
    for (int i = 0; i < writer_count; i++)
        if (!strcmp(writers[i].format, format))
            writers[i].write(&n, &out);
    assert_true(out.size > 0);
    return buffer_text(&out);
}

static const char *note_as(struct fixture *f, const char *answers, const char *receiver, const char *format) {
    return note_in(f, answers, receiver, format, &language_english);
}

static void holds(const char *note, const char *text) {
    if (!strstr(note, text))
        fail_msg("missing: %s\nin:\n%s", text, note);
}

static void holds_not(const char *note, const char *text) {
    if (strstr(note, text))
        fail_msg("should not hold: %s\nin:\n%s", text, note);
}

static void the_same_input_gives_the_same_bytes(void **state) {
    struct fixture *f = *state;
    const char *answers = "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'answers': {" NOTED("docs-held-by-other", "said") "}}";
    for (int i = 0; i < writer_count; i++)
        assert_string_equal(note_as(f, answers, NULL, writers[i].format), note_as(f, answers, NULL, writers[i].format));
}

/* Everything a receiver could learn of an offence, a name or a quote, looked for in each note. */
static void each_receiver_reads_only_what_is_meant_for_it(void **state) {
    static const char answers[] =
        "{" SECOND_LINE ", 'profile': {'age': 'adult', 'citizenship': ['BG'], 'gender': 'male'}, 'needs': {'medical': 'yes'},"
        " 'activities': [{'id': 'stealing', 'when': ['done'], 'known': ['said']}, {'id': 'farm', 'when': ['done'], 'known': ['said']}],"
        " 'triage': {'t-danger-now': 'yes', 't-others': 'unsure'},"
        " 'answers': {'made-to-offend': {'state': 'noted', 'known': ['said'], 'words': 'QUOTE-1', 'remark': 'REMARK-1'},"
        " 'docs-held-by-other': {'state': 'noted', 'known': ['said'], 'words': 'QUOTE-2'}},"
        " 'details': {'person-name': 'NAME-1', 'person-alias': 'ALIAS-1', 'others-risk': 'OTHERS-1', 'employer': 'EMPLOYER-1',"
        " 'wants': 'WANTS-1', 'agree-referral': 'yes'}}";
    static const struct {
        const char *receiver, *has, *has_not;
    } rows[] = {
        { "nrm-contact", "QUOTE-1 QUOTE-2 REMARK-1 NAME-1 ALIAS-1 EMPLOYER-1 WANTS-1 made-to-offend", "OTHERS-1" },
        { "legal-aid", "QUOTE-1 NAME-1 made-to-offend", "OTHERS-1" },
        { "ngo-specialist", "ALIAS-1 WANTS-1 docs-held-by-other",
          "QUOTE-1 QUOTE-2 REMARK-1 NAME-1 OTHERS-1 EMPLOYER-1 made-to-offend forced-criminality non-punishment" },
        { "medical", "ALIAS-1",
          "QUOTE-1 QUOTE-2 REMARK-1 NAME-1 OTHERS-1 EMPLOYER-1 WANTS-1 made-to-offend docs-held-by-other R5 rafficking" },
        { "police-special", "OTHERS-1 EMPLOYER-1",
          "QUOTE-1 QUOTE-2 REMARK-1 NAME-1 ALIAS-1 made-to-offend forced-criminality docs-held-by-other \"BG\"" },
        { "labour-inspectorate", "EMPLOYER-1",
          "QUOTE-1 QUOTE-2 REMARK-1 NAME-1 ALIAS-1 OTHERS-1 WANTS-1 made-to-offend stealing docs-held-by-other R5 \"BG\" rafficking" },
        { "asylum-authority", "docs-held-by-other NAME-1", "QUOTE-1 QUOTE-2 REMARK-1 OTHERS-1 EMPLOYER-1 made-to-offend" },
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int w = 0; w < writer_count; w++) {
            const char *note = note_as(f, answers, rows[i].receiver, writers[w].format);
            char words[256];
            bool ids = !strcmp(writers[w].format, "json");
            snprintf(words, sizeof words, "%s", rows[i].has);
            for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
                if (ids || word[0] < 'a')
                    holds(note, word);
            snprintf(words, sizeof words, "%s", rows[i].has_not);
            for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
                holds_not(note, word);
        }
}

/* Kept back is not the same as not there. */
static void what_is_kept_back_never_reads_like_none(void **state) {
    static const char answers[] = "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'triage': {'t-selfharm': 'yes'}, "
                                  "'answers': {" NOTED("made-to-offend", "said") "}}";
    struct fixture *f = *state;
    for (int w = 0; w < writer_count; w++) {
        const char *asylum = note_as(f, answers, "asylum-authority", writers[w].format);
        holds_not(asylum, "None today");
        holds(asylum, "more, kept by the unit");
        const char *police = note_as(f, answers, "police-special", writers[w].format);
        holds(police, "more, kept by the unit");
    }
}

static void a_reason_tells_no_more_than_its_field(void **state) {
    static const char answers[] =
        "{" SECOND_LINE ", 'profile': {'age': 'child', 'guardian': 'absent'}, 'activities': [{'id': 'begging', 'when': ['done']}], "
        "'answers': {" NOTED("child-works", "said") ", " NOTED("number-slip", "seen") "}}";
    struct fixture *f = *state;
    const char *missing = note_as(f, answers, "missing-child", "txt");
    holds_not(missing, "Work unsuitable");
    holds_not(missing, "Slip or phone");
    holds_not(missing, "egging");
    holds(missing, "more, kept by the unit");
    const char *ngo = note_as(f, answers, "ngo-specialist", "txt");
    holds_not(ngo, "egging");
    holds_not(ngo, "Parent or guardian");
}

static void codes_tell_no_more_than_the_words(void **state) {
    static const char answers[] =
        "{" SECOND_LINE
        ", 'profile': {'age': 'adult'}, 'details': {'phase': ['during']}, 'answers': {" NOTED("violence-suffered", "said") "}}";
    struct fixture *f = *state;
    static const char *const few[] = { "medical", "labour-inspectorate", "port-state" };
    for (size_t i = 0; i < 3; i++)
        holds_not(note_as(f, answers, few[i], "json"), "rafficking");
    holds_not(note_as(f, answers, "labour-inspectorate", "json"), "\"child\"");
    holds_not(note_as(f, answers, "police-special", "json"), "during");
    holds(note_as(f, answers, "nrm-contact", "json"), "PossibleVictimOfTrafficking");
    holds_not(note_as(f, "{" SECOND_LINE ", 'profile': {'age': 'adult'}}", "nrm-contact", "json"), "PossibleVictim");
}

static void the_group_of_citizenship_is_counted_by_the_state_served(void **state) {
    static const struct {
        const char *citizenship, *stands, *group;
    } rows[] = {
        { "'RO'", "RO", "\"own\"" },       { "'BG'", "RO", "\"eu\"" },     { "'VN'", "RO", "\"non-eu\"" },
        { "'VN', 'RO'", "RO", "\"own\"" }, { "'CH'", "AT", "\"non-eu\"" },
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *answers =
            "{" SECOND_LINE
            ", 'place': {'stands': '%s'}, 'profile': {'age': 'adult', 'citizenship': [%s]}, 'details': {'agree-referral': 'yes'}}";
        holds(note_as(f, arena_printf(&f->scratch, answers, rows[i].stands, rows[i].citizenship), "nrm-contact", "json"),
              arena_printf(&f->scratch, "\"citizenship-group\": %s", rows[i].group));
    }
    holds_not(note_as(f, "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'details': {'agree-referral': 'yes'}}", "nrm-contact", "json"),
              "citizenship-group");
}

static void needs_and_facts_not_asked_are_named(void **state) {
    struct fixture *f = *state;
    const char *note = note_as(
        f,
        "{" SECOND_LINE ", 'talk': {'mode': 'in-person'}, 'profile': {'age': 'child', 'guardian': 'absent'}, 'needs': {'medical': 'no'}}",
        "child-protection", "txt");
    holds(note, "Privacy of the talk: Not asked yet");
    holds(note, "Doctor or nurse: No");
    holds(note, "Not asked yet: Care in pregnancy or after birth; Safe place tonight");
    holds(note, "Plan for the child: Not checked yet");
}

static void a_remark_on_what_was_refused_is_kept(void **state) {
    struct fixture *f = *state;
    for (int w = 0; w < writer_count; w++)
        holds(note_as(f,
                      "{" SECOND_LINE
                      ", 'profile': {'age': 'adult'}, 'answers': {'violence-suffered': {'state': 'declined', 'remark': 'REMARK-2'}}}",
                      "nrm-contact", writers[w].format),
              "REMARK-2");
}

static void a_child_is_named_only_to_those_who_protect_it(void **state) {
    static const char answers[] =
        "{" SECOND_LINE
        ", 'profile': {'age': 'child', 'citizenship': ['BG']}, 'details': {'person-name': 'NAME-1', 'agree-referral': 'yes'}}";
    static const char *const others[] = { "nrm-contact", "asylum-authority", "legal-aid", "medical", "police-special" };
    struct fixture *f = *state;
    holds(note_as(f, answers, "guardian-authority", "txt"), "NAME-1");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        holds_not(note_as(f, answers, others[i], "json"), "NAME-1");
        holds_not(note_as(f, answers, others[i], "json"), "\"BG\"");
    }
}

static void every_note_says_what_it_is_for(void **state) {
    static const char *const answers[] = {
        "{" SECOND_LINE ", 'profile': {'age': 'adult'}}",
        "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'triage': {'t-injury': 'yes'}}",
        "{" SECOND_LINE ", 'profile': {'age': 'child'}}",
        "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'wishes': {'help': 'yes'}}",
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        for (int r = 0; r < f->pack->routes.routes.count; r++)
            if (f->pack->routes.routes.items[r].receives_note)
                holds(note_as(f, answers[i], f->pack->routes.routes.items[r].id, "txt"), "Purpose of this note: ");
}

static void a_raise_that_changed_nothing_is_told_all_the_same(void **state) {
    struct fixture *f = *state;
    holds(note_as(f,
                  "{" SECOND_LINE
                  ", 'profile': {'age': 'adult'}, 'wishes': {'help': 'yes'}, 'raise': {'to': 'consult', 'reason': 'REASON-1'}}",
                  NULL, "txt"),
          "REASON-1");
}

static void a_reason_that_is_kept_back_says_that_there_is_one(void **state) {
    struct fixture *f = *state;
    const char *answers = "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'answers': {" NOTED("made-to-offend", "said") "}}";
    holds(note_as(f, answers, "ngo-specialist", "txt"), "more, kept by the unit");
    holds_not(note_as(f, answers, "nrm-contact", "txt"), "more, kept by the unit");
}

/* The same words however many there are: one does not read how many. */
static void count_is(const char *note, const char *text, int expected) {
    int count = 0;
    for (const char *at = note; (at = strstr(at, text)) != NULL; at += strlen(text))
        count++;
    if (count != expected)
        fail_msg("%d times, not %d: %s\nin:\n%s", count, expected, text, note);
}

static void activities_that_are_kept_back_are_told_as_more(void **state) {
    static const char one[] = "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'activities': [{'id': 'stealing', 'when': ['done']}]}";
    static const char three[] = "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'activities': [{'id': 'stealing', 'when': ['done']}, "
                                "{'id': 'farm', 'when': ['done']}, {'id': 'growing', 'when': ['done']}]}";
    struct fixture *f = *state;
    holds(note_as(f, one, "labour-inspectorate", "txt"), "Activities told: more, kept by the unit");
    count_is(note_as(f, three, "labour-inspectorate", "txt"), "Activities told: more, kept by the unit", 1);
    holds(note_as(f, three, "labour-inspectorate", "txt"), "Farm");
    holds_not(note_as(f, three, "nrm-contact", "txt"), "Activities told: more");
}

static void measures_that_are_kept_back_are_told_as_more(void **state) {
    static const char answers[] = "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'needs': {'withdrawal': 'yes'}, "
                                  "'answers': {" NOTED("made-to-offend", "said") "}}";
    struct fixture *f = *state;
    count_is(note_as(f, answers, "asylum-authority", "txt"), "Measures for this person: more, kept by the unit", 1);
    holds_not(note_as(f, answers, "nrm-contact", "txt"), "Measures for this person: more");
}

/* Also beside dangers that may be read, and whatever the answer was. */
static void dangers_that_are_kept_back_are_told_as_more(void **state) {
    static const char *const kept[] = { "yes", "unsure", "none-noted" };
    static const char *const told[] = { "yes", "unsure", "none-noted", "not-asked" };
    struct fixture *f = *state;
    for (size_t k = 0; k < 3; k++)
        for (size_t t = 0; t < 4; t++) {
            const char *answers = arena_printf(
                &f->scratch,
                "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'triage': {'t-selfharm': '%s', 't-injury': '%s', 't-others': '%s'}}",
                kept[k], kept[k], told[t]);
            count_is(note_as(f, answers, "police-special", "txt"), "Danger questions: more, kept by the unit", 1);
            holds_not(note_as(f, answers, "nrm-contact", "txt"), "Danger questions: more");
        }
}

/* The pack with one text of one of its files in other words. */
static struct fixture with_change(struct fixture *f, const char *name, const char *find, const char *replace) {
    struct problems ps = { .arena = &f->scratch };
    struct fixture out = { 0 };
    int count;
    struct pack_file *files = fixture_files(&f->scratch, &count);
    for (int i = 0; i < count; i++) {
        if (strcmp(files[i].name, name) != 0)
            continue;
        const char *text = files[i].text.data, *at = strstr(text, find);
        assert_non_null(at);
        files[i].text = support_bytes(arena_printf(&f->scratch, "%.*s%s%s", (int)(at - text), text, replace, at + strlen(find)));
    }
    out.pack = pack_read(&out.arena, files, count, &ps);
    assert_int_equal(ps.count, 0);
    return out;
}

static void close_pack(struct fixture *f) {
    arena_free(&f->scratch);
    arena_free(&f->arena);
}

static void a_sign_that_is_kept_back_is_not_named_among_those_not_asked(void **state) {
    static const char answers[] = "{" SECOND_LINE ", 'profile': {'age': 'adult'}}";
    struct fixture *f = *state;
    struct fixture other =
        with_change(f, "settings/border-second-line.json", "\"injuries-unexplained\"],", "\"injuries-unexplained\", \"made-to-offend\"],");
    holds(note_as(&other, answers, "nrm-contact", "txt"), "Offence done for others");
    for (int w = 0; w < writer_count; w++)
        holds_not(note_as(&other, answers, "ngo-specialist", writers[w].format), "Offence done");
    close_pack(&other);
}

/* The number of those not asked would be one less. */
static void an_answer_that_is_kept_back_leaves_no_trace_among_those_not_asked(void **state) {
    static const char *const answers[] = { "not-noted", "declined", "not-safe", "not-known", "not-observable" };
    struct fixture *f = *state;
    const char *before = note_as(f, "{" SECOND_LINE ", 'profile': {'age': 'adult'}}", "ngo-specialist", "txt");
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        assert_string_equal(
            note_as(f,
                    arena_printf(&f->scratch,
                                 "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'answers': {'made-to-offend': {'state': '%s'}}}",
                                 answers[i]),
                    "ngo-specialist", "txt"),
            before);
}

static void the_code_of_the_urgency_goes_to_those_who_read_it(void **state) {
    static const char answers[] = "{" SECOND_LINE ", 'profile': {'age': 'adult'}}",
                      head[] = "\"label\": \"Urgency\",\n      "
                               "\"source\": \"derived\",\n      \"need\": \"required\",\n      \"share\": ";
    struct fixture *f = *state;
    struct fixture other =
        with_change(f, "note.json", arena_printf(&f->scratch, "%s[\"all\"]", head), arena_printf(&f->scratch, "%s[\"nrm-contact\"]", head));
    holds(note_as(&other, answers, "nrm-contact", "json"), "\"urgency\": \"");
    holds_not(note_as(&other, answers, "medical", "json"), "\"urgency\"");
    close_pack(&other);
}

static void the_frame_of_page_one_joins_in_the_form_of_the_language(void **state) {
    static const char form[] = "{second} <- {first}";
    static const struct catalog_entry entry = { "{first}. {second}", form, sizeof form - 1 };
    static const struct catalog catalog = { .entries = &entry, .count = 1 };
    static const char answers[] =
        "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'deadline': {'what': 'flight', 'time': '2026-01-02T14:20:00+01:00'}}";
    struct language other = language_english;
    struct fixture *f = *state;
    holds(note_as(f, answers, NULL, "pdf"), "Today. ");
    other.ui = &catalog;
    holds(note_in(f, answers, NULL, "pdf", &other), " <- Today");
}

static void an_adult_who_did_not_agree_is_not_named(void **state) {
    static const char *const refusals[] = { "'agree-referral': 'no', ", "'agree-referral': 'not-now', ", "" };
    struct fixture *f = *state;
    for (size_t i = 0; i < 3; i++) {
        const char *note = note_as(
            f,
            arena_printf(
                &f->scratch,
                "{" SECOND_LINE
                ", 'profile': {'age': 'adult', 'citizenship': ['BG']}, 'details': {%s'person-name': 'NAME-1', 'contact-safe': 'PHONE-1'}}",
                refusals[i]),
            "nrm-contact", "json");
        holds_not(note, "NAME-1");
        holds_not(note, "PHONE-1");
        holds_not(note, "\"BG\"");
        holds(note, "Known to the unit");
    }
    holds(
        note_as(
            f,
            "{" SECOND_LINE
            ", 'profile': {'age': 'adult'}, 'details': {'agree-referral': 'no', 'no-consent-ground': ['danger'], 'person-name': 'NAME-1'}}",
            "nrm-contact", "txt"),
        "NAME-1");
    holds(note_as(f, "{" SECOND_LINE ", 'profile': {'age': 'child'}, 'details': {'person-name': 'NAME-1'}}", "child-protection", "txt"),
          "NAME-1");
}

static void swallowed_packages_are_only_a_medical_emergency(void **state) {
    static const char *const answers[] = { "yes", "unsure", "none-noted", "not-asked" };
    struct fixture *f = *state;
    for (size_t i = 0; i < 4; i++)
        for (int w = 0; w < writer_count; w++) {
            const char *note = note_as(
                f,
                arena_printf(&f->scratch, "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'triage': {'t-body-packing': '%s'}}", answers[i]),
                "nrm-contact", writers[w].format);
            holds_not(note, "ackages");
            if (i < 2)
                holds(note, "Medical emergency");
            else
                holds_not(note, "Medical emergency");
        }
}

static void what_was_said_through_a_companion_says_so(void **state) {
    struct fixture *f = *state;
    const char *note = note_as(f,
                               "{" SECOND_LINE ", 'profile': {'age': 'adult', 'interpreter': 'came-with'}, 'answers': "
                               "{'docs-held-by-other': {'state': 'noted', 'known': ['said'], 'words': 'He has it.'}}}",
                               "nrm-contact", "txt");
    holds(note, "He has it.\xE2\x80\x9D (through an interpreter who");
    holds(note, "Ask a specialist");
}

static void the_past_is_printed_as_past(void **state) {
    struct fixture *f = *state;
    holds(
        note_as(f,
                "{" SECOND_LINE
                ", 'profile': {'age': 'adult'}, 'answers': {'violence-suffered': {'state': 'noted', 'known': ['said'], 'when': 'before'}}}",
                NULL, "txt"),
        "When: In the past");
}

static void for_a_child_means_are_not_needed(void **state) {
    struct fixture *f = *state;
    holds(note_as(f, "{" SECOND_LINE ", 'profile': {'age': 'maybe-child'}, 'answers': {" NOTED("child-works", "said") "}}", NULL, "txt"),
          "Means: Not needed by law for a child.");
    holds(note_as(f,
                  "{" SECOND_LINE
                  ", 'profile': {'age': 'adult', 'began-under-18': 'yes'}, 'answers': {" NOTED("violence-suffered", "said") "}}",
                  NULL, "txt"),
          "Means: Not needed by law for the time before the age of 18.");
}

static void few_signs_never_sound_like_an_all_clear(void **state) {
    struct fixture *f = *state;
    const char *note = note_as(f, "{" SECOND_LINE ", 'profile': {'age': 'adult'}}", "nrm-contact", "txt");
    holds(note, "Little was noted today. That rules nothing out.");
    holds_not(note, "may be a victim");
}

static void each_kind_of_unknown_is_said_apart(void **state) {
    struct fixture *f = *state;
    const char *note = note_as(f,
                               "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'answers': {'docs-held-by-other': {'state': 'declined'}, "
                               "'debt-for-journey': {'state': 'not-safe'}, 'threat-of-violence': {'state': 'not-known'}, "
                               "'fear-of-companion': {'state': 'not-observable'}, 'destination-unknown': {'state': 'not-noted'}}}",
                               "nrm-contact", "txt");
    holds(note, "Declined: Papers held");
    holds(note, "Not safe to ask: Debt");
    holds(note, "Person does not know: Threats of violence");
    holds(note, "Could not be observed: Fear of the companion");
    holds(note, "Looked or asked: no: Destination");
    holds(note, "Not asked yet: ");
}

static void html_takes_no_markup_from_answers(void **state) {
    struct fixture *f = *state;
    const char *note = note_as(f,
                               "{" SECOND_LINE ", 'profile': {'age': 'adult'}, 'details': {'wants': '<script>alert(1)</script> & more'}, "
                               "'answers': {'docs-held-by-other': {'state': 'noted', 'known': ['said'], 'words': '<img src=x>'}}}",
                               "nrm-contact", "html");
    holds_not(note, "<script");
    holds_not(note, "<img");
    holds(note, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
    holds(note, "default-src 'none'");
    holds_not(note, "http://");
    holds_not(note, "https://");
}

static void no_line_of_the_text_is_longer_than_76_columns(void **state) {
    static const char *const cases[] = { "adult", "child", "maybe-child", "danger", "refusal", "labour" };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes file = support_file(&f->scratch, arena_printf(&f->scratch, "tests/golden/%s/answers.json", cases[i]));
        for (const char *line = note_as(f, file.data, NULL, "txt"); *line;) {
            size_t size = strcspn(line, "\n");
            const char *quotes = memchr(line, '\xE2', size);
            if (!quotes && size > 76)
                fail_msg("%.*s", (int)size, line);
            line += size + (line[size] == '\n');
        }
    }
}

/* The pack with one state and the file of an authority instead of its own states. */
static struct fixture with_countries(struct fixture *f, const char *country, const char *own) {
    struct problems ps = { .arena = &f->scratch };
    struct fixture out = { 0 };
    int count, kept = 0;
    struct pack_file *files = fixture_files(&f->scratch, &count), *chosen = arena_alloc(&f->scratch, (size_t)count + 2, sizeof *chosen);
    for (int i = 0; i < count; i++)
        if (strncmp(files[i].name, "countries/", 10) != 0)
            chosen[kept++] = files[i];
    chosen[kept++] = (struct pack_file){ "countries/RO.json", support_quotes(&f->scratch, country) };
    if (own)
        chosen[kept++] = (struct pack_file){ "own/contacts.json", support_quotes(&f->scratch, own) };
    out.pack = pack_read(&out.arena, chosen, kept, &ps);
    assert_int_equal(ps.count, 0);
    return out;
}

static void a_contact_is_shown_with_its_source_and_its_age(void **state) {
    static const char country[] =
        "{'id': 'RO', 'name': 'Romania', 'contacts': ["
        "{'id': 'help', 'route': 'nrm-contact', 'kind': 'helpline', 'service': 'Invented helpline', 'number': '000 001', 'other': null, "
        "'for-whom': null, 'hours': null, 'source': 'a page', 'date': null, 'note': null},"
        "{'id': 'line', 'route': 'nrm-contact', 'kind': 'authority', 'service': 'Invented line', 'number': '000 000', 'other': null, "
        "'for-whom': null, 'hours': null, 'source': 'an invented page', 'date': '2022', 'note': null},"
        "{'id': 'sos', 'route': 'police-special', 'kind': 'emergency', 'service': 'Invented call', 'number': '000', 'other': null, "
        "'for-whom': null, 'hours': null, 'source': 'a page', 'date': null, 'note': null}]}";
    static const char own[] =
        "{'countries': [{'id': 'RO', 'name': 'Romania', 'contacts': [{'id': 'ours', 'route': 'nrm-contact', 'kind': 'helpline', "
        "'service': 'Our own desk', 'number': '000 9', 'other': null, 'for-whom': null, 'hours': null, 'source': 'our authority', "
        "'date': '2026-01-01', 'note': null}]}]}";
    static const char answers[] = "{" SECOND_LINE ", 'place': {'stands': 'RO'}, 'profile': {'age': 'adult'}}";
    static const char danger[] =
        "{" SECOND_LINE ", 'place': {'stands': 'RO'}, 'profile': {'age': 'adult'}, 'triage': {'t-danger-now': 'yes'}}";
    struct fixture *f = *state;
    struct fixture other = with_countries(f, country, NULL);
    const char *note = note_as(&other, answers, "nrm-contact", "txt");
    holds(note, "Authority: Invented line: 000 000");
    holds(note, "an invented page, 2022. Older than 24 months:");
    /* An emergency call is for now alone. */
    holds(note_as(&other, answers, "police-special", "txt"), "Number not yet checked");
    holds(note_as(&other, danger, "police-special", "txt"), "Emergency call: Invented call: 000");
    /* From abroad it reaches nobody near. */
    holds(note_as(&other,
                  "{'setting': 'consular-help', 'place': {'serves': 'RO'}, 'profile': {'age': 'adult'}, 'triage': {'t-danger-now': 'yes'}}",
                  "police-special", "txt"),
          "Number not yet checked");
    holds(note_as(&other, "{" SECOND_LINE ", 'place': {'stands': 'AT'}, 'profile': {'age': 'adult'}}", "nrm-contact", "txt"),
          "Number not yet checked");
    close_pack(&other);
    /* What the authority itself has given comes before all others. */
    other = with_countries(f, country, own);
    holds(note_as(&other, answers, "nrm-contact", "txt"), "National helpline: Our own desk: 000 9");
    close_pack(&other);
}

/* With the file alone nobody agreed, wanted or feared anything: one sentence says so, not twelve squares. */
static void a_note_from_a_file_says_in_one_sentence_that_nobody_was_asked(void **state) {
    struct fixture *f = *state;
    static const char sentence[] = "From the file: Only the file was here; the person was not asked";
    static const char adult[] = "{'setting': 'visa-desk', 'talk': {'mode': 'file'}, 'profile': {'age': 'adult'}, 'answers': {" NOTED(
        "same-sponsor-many", "document") "}, 'details': {'officer-id': 'U', 'officer-contact': '1', 'retention': '2026-12-31', 'asked':"
                                         " ['advise']}}";
    static const char child[] = "{'setting': 'visa-desk', 'talk': {'mode': 'file'}, 'profile': {'age': 'child', 'guardian': 'absent'},"
                                " 'answers': {" NOTED("child-as-spouse", "document") "}}";
    static const char before[] = "{'setting': 'visa-desk', 'talk': {'mode': 'file'}, 'profile': {'age': 'adult'},"
                                 " 'triage': {'t-danger-now': 'none-noted'}, 'details': {'wants': 'WANTS-1'}}";
    static const char glass[] = "{'setting': 'visa-desk', 'talk': {'mode': 'in-person'}, 'profile': {'age': 'adult'}}";
    static const char elsewhere[] = "{'setting': 'consular-help', 'talk': {'mode': 'file'}, 'profile': {'age': 'adult'}}";
    for (int i = 0; i < f->pack->routes.routes.count; i++)
        if (f->pack->routes.routes.items[i].receives_note)
            holds(note_as(f, adult, f->pack->routes.routes.items[i].id, "txt"), sentence);
    const char *note = note_as(f, adult, "nrm-contact", "txt");
    holds_not(note, "Not filled in");
    holds_not(note, "Danger questions");
    holds_not(note, "The talk:");
    holds_not(note, "Agreement to the referral");
    holds_not(note, "What is needed");

    note = note_as(f, child, "child-protection", "txt");
    holds(note, "Agreement to the referral: Not needed: child or danger");
    holds(note, "Parent or guardian: Not named in the file");

    /* What was answered while the person was here stays. */
    note = note_as(f, before, "nrm-contact", "txt");
    holds(note, "Nothing seen or told: By 2026-01-02 10:00");
    holds(note, "What the person wants: WANTS-1");
    holds_not(note, "Danger questions not asked yet");

    note = note_as(f, glass, "nrm-contact", "txt");
    holds_not(note, "Only the file was here");
    holds(note, "What the person wants: Not filled in");
    holds(note, "Danger questions not asked yet");
    holds(note_as(f, elsewhere, "nrm-contact", "txt"), "What the person wants: Not filled in");
}

/* In the interview help is offered, and advice is asked without a name: until then nobody gets the note by itself. */
static void a_note_from_a_file_goes_to_nobody_until_one_is_chosen(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *answers, *receiver;
    } rows[] = {
        { "{'setting': 'visa-desk', 'talk': {'mode': 'file'}, 'profile': {'age': 'adult'}}", NULL },
        { "{'setting': 'visa-desk', 'talk': {'mode': 'file'}, 'profile': {'age': 'child'}}", NULL },
        { "{'setting': 'visa-desk', 'talk': {'mode': 'in-person'}, 'profile': {'age': 'adult'}}", "nrm-contact" },
        { "{'setting': 'visa-desk', 'talk': {'mode': 'in-person'}, 'profile': {'age': 'child'}}", "child-protection" },
        { "{'setting': 'consular-help', 'talk': {'mode': 'file'}, 'profile': {'age': 'adult'}}", "nrm-contact" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct session s = fixture_session(f, rows[i].answers);
        struct assessment r = assess(&f->scratch, f->pack, &s, &stamp);
        assert_int_equal(note_receiver(&s, &r), rows[i].receiver ? pack_find(f->pack, THING_ROUTE, rows[i].receiver) : -1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_same_input_gives_the_same_bytes, fixture_clean),
        cmocka_unit_test_teardown(each_receiver_reads_only_what_is_meant_for_it, fixture_clean),
        cmocka_unit_test_teardown(what_is_kept_back_never_reads_like_none, fixture_clean),
        cmocka_unit_test_teardown(a_reason_tells_no_more_than_its_field, fixture_clean),
        cmocka_unit_test_teardown(codes_tell_no_more_than_the_words, fixture_clean),
        cmocka_unit_test_teardown(the_group_of_citizenship_is_counted_by_the_state_served, fixture_clean),
        cmocka_unit_test_teardown(needs_and_facts_not_asked_are_named, fixture_clean),
        cmocka_unit_test_teardown(a_remark_on_what_was_refused_is_kept, fixture_clean),
        cmocka_unit_test_teardown(a_child_is_named_only_to_those_who_protect_it, fixture_clean),
        cmocka_unit_test_teardown(every_note_says_what_it_is_for, fixture_clean),
        cmocka_unit_test_teardown(a_raise_that_changed_nothing_is_told_all_the_same, fixture_clean),
        cmocka_unit_test_teardown(a_reason_that_is_kept_back_says_that_there_is_one, fixture_clean),
        cmocka_unit_test_teardown(activities_that_are_kept_back_are_told_as_more, fixture_clean),
        cmocka_unit_test_teardown(measures_that_are_kept_back_are_told_as_more, fixture_clean),
        cmocka_unit_test_teardown(dangers_that_are_kept_back_are_told_as_more, fixture_clean),
        cmocka_unit_test_teardown(a_sign_that_is_kept_back_is_not_named_among_those_not_asked, fixture_clean),
        cmocka_unit_test_teardown(an_answer_that_is_kept_back_leaves_no_trace_among_those_not_asked, fixture_clean),
        cmocka_unit_test_teardown(the_code_of_the_urgency_goes_to_those_who_read_it, fixture_clean),
        cmocka_unit_test_teardown(the_frame_of_page_one_joins_in_the_form_of_the_language, fixture_clean),
        cmocka_unit_test_teardown(an_adult_who_did_not_agree_is_not_named, fixture_clean),
        cmocka_unit_test_teardown(swallowed_packages_are_only_a_medical_emergency, fixture_clean),
        cmocka_unit_test_teardown(what_was_said_through_a_companion_says_so, fixture_clean),
        cmocka_unit_test_teardown(the_past_is_printed_as_past, fixture_clean),
        cmocka_unit_test_teardown(for_a_child_means_are_not_needed, fixture_clean),
        cmocka_unit_test_teardown(few_signs_never_sound_like_an_all_clear, fixture_clean),
        cmocka_unit_test_teardown(each_kind_of_unknown_is_said_apart, fixture_clean),
        cmocka_unit_test_teardown(a_note_from_a_file_says_in_one_sentence_that_nobody_was_asked, fixture_clean),
        cmocka_unit_test_teardown(a_note_from_a_file_goes_to_nobody_until_one_is_chosen, fixture_clean),
        cmocka_unit_test_teardown(html_takes_no_markup_from_answers, fixture_clean),
        cmocka_unit_test_teardown(no_line_of_the_text_is_longer_than_76_columns, fixture_clean),
        cmocka_unit_test_teardown(a_contact_is_shown_with_its_source_and_its_age, fixture_clean),
    };
    return cmocka_run_group_tests(tests, fixture_open, fixture_close);
}
