/* The command line as a contract: statuses, streams, messages. The world is in memory. */
#include "paper.h"

#include "commands/command.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#define WRITTEN_MAX 8
#define CONTACTS_FILE "/home/officer/contacts.json"

struct world {
    struct arena arena;
    const char *answers, *stamp; /* what answers.json and stamp.json hold; NULL: missing */
    const char *contacts;        /* what the authority's own file holds; NULL: there is none; "": it cannot be read */
    int year;                    /* on the clock */
    struct buffer out, err;
    bool out_fails, write_fails, clock_fails;
    bool has_display; /* one that opens windows, and shows nothing in them */
    int opened;       /* windows, so far */
    struct host_file written[WRITTEN_MAX];
    int written_count;
    const char *folder;
};

static bool world_read(void *self, struct arena *a, const char *path, size_t limit, struct bytes *out, struct error *e) {
    struct world *w = self;
    const char *own = !strcmp(path, "answers.json")  ? w->answers
                      : !strcmp(path, "stamp.json")  ? w->stamp
                      : !strcmp(path, CONTACTS_FILE) ? w->contacts
                                                     : NULL;
    if (own == w->contacts && own && !*own)
        return error_set(e, ERROR_INPUT, "%s: is no file", path);
    if (own)
        *out = support_quotes(a, own);
    else if (!strncmp(path, SOURCE_DIR, strlen(SOURCE_DIR)))
        *out = support_file(a, path + strlen(SOURCE_DIR) + 1);
    else
        return error_set(e, ERROR_INPUT, "%s: cannot be opened", path);
    return out->size <= limit || error_set(e, ERROR_INPUT, "%s: is larger than %zu bytes", path, limit);
}

static int compare(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool world_list(void *self, struct arena *a, const char *path, struct host_names *out, struct error *e) {
    DIR *folder = opendir(path);
    int capacity = 0;
    (void)self;
    if (!folder)
        return error_set(e, ERROR_INPUT, "%s: the folder cannot be opened", path);
    *out = (struct host_names){ 0 };
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        out->items = arena_grow(a, out->items, out->count, &capacity, sizeof *out->items);
        out->items[out->count++] = arena_string(a, entry->d_name);
    }
    closedir(folder);
    qsort(out->items, (size_t)out->count, sizeof *out->items, compare);
    return true;
}

static bool world_is_folder(void *self, const char *path) {
    DIR *folder = opendir(path);
    (void)self;
    if (folder)
        closedir(folder);
    return folder != NULL;
}

static bool world_write(void *self, const char *folder, const struct host_file *files, int count, struct error *e) {
    struct world *w = self;
    if (w->write_fails)
        return error_set(e, ERROR_WORLD, "%s: cannot be written: no space left", folder);
    w->folder = arena_string(&w->arena, folder);
    for (int i = 0; i < count && w->written_count < WRITTEN_MAX; i++)
        w->written[w->written_count++] =
            (struct host_file){ arena_string(&w->arena, files[i].name),
                                { arena_copy(&w->arena, files[i].bytes.data, files[i].bytes.size), files[i].bytes.size } };
    return true;
}

static bool world_open_window(void *self, const char *title, struct error *e) {
    struct world *w = self;
    (void)title;
    w->opened++;
    return w->has_display || error_set(e, ERROR_WORLD, "there is no display");
}

static bool world_wait(void *self, int milliseconds, struct input *out, struct error *e) {
    (void)self;
    (void)milliseconds;
    (void)e;
    *out = (struct input){ .kind = INPUT_TICK };
    return true;
}

static bool world_show(void *self, const struct picture *p, struct error *e) {
    (void)self;
    (void)p;
    return error_set(e, ERROR_WORLD, "the window cannot be drawn");
}

static void world_typing(void *self, bool on, struct rect caret) {
    (void)self;
    (void)on;
    (void)caret;
}

static void world_title(void *self, const char *title) {
    (void)self;
    (void)title;
}

static void world_nothing(void *self) {
    (void)self;
}

static bool world_now(void *self, struct date_time *out, struct error *e) {
    struct world *w = self;
    *out = (struct date_time){ w->year, 3, 4, 5, 6, 7, 120 };
    return !w->clock_fails || error_set(e, ERROR_WORLD, "no clock");
}

static bool world_random(void *self, unsigned char *out, size_t size, struct error *e) {
    (void)self;
    (void)e;
    for (size_t i = 0; i < size; i++)
        out[i] = (unsigned char)(i * 31);
    return true;
}

static bool world_print(void *self, enum host_stream stream, struct bytes text) {
    struct world *w = self;
    if (stream == HOST_OUT && w->out_fails)
        return false;
    buffer_add_bytes(stream == HOST_OUT ? &w->out : &w->err, text.data, text.size);
    return true;
}

#define ADULT "{'setting': 'border-second-line', 'profile': {'age': 'adult'}}"

static int open_world(void **state) {
    struct world *w = calloc(1, sizeof *w);
    w->out.arena = w->err.arena = &w->arena;
    w->answers = ADULT;
    w->year = 2026;
    w->stamp = "{'reference': '7K-M2Q9', 'time': '2026-01-02T10:00:00+01:00'}";
    *state = w;
    return 0;
}

static int close_world(void **state) {
    struct world *w = *state;
    arena_free(&w->arena);
    free(w);
    return 0;
}

/* Runs the words of a command line, split at blanks. */
static int run(struct world *w, const char *line) {
    char *words[24] = { "waymark" };
    int count = 1;
    for (char *word = strtok(arena_string(&w->arena, line), " "); word && count < 24; word = strtok(NULL, " "))
        words[count++] = word;
    struct host host = {
        .self = w,
        .program_folder = SOURCE_DIR "/" BUILD_DIR,
        .read_file = world_read,
        .list_folder = world_list,
        .is_folder = world_is_folder,
        .write_files = world_write,
        .now = world_now,
        .random = world_random,
        .print = world_print,
        .open_window = world_open_window,
        .close_window = world_nothing,
        .wait_input = world_wait,
        .show_picture = world_show,
        .set_typing = world_typing,
        .set_title = world_title,
        .forget_drawn = world_nothing,
        .pages_pdf = paper_pdf,
        .documents_folder = "notes",
        .contacts_file = w->contacts ? CONTACTS_FILE : NULL,
    };
    w->out.size = w->err.size = 0;
    if (w->out.text)
        w->out.text[0] = '\0';
    if (w->err.text)
        w->err.text[0] = '\0';
    return command_main(&host, count, words);
}

static bool out_holds(const struct world *w, const char *text) {
    return strstr(buffer_text(&w->out), text) != NULL;
}
static bool err_holds(const struct world *w, const char *text) {
    return strstr(buffer_text(&w->err), text) != NULL;
}

struct call {
    const char *line;
    int status;
    const char *err; /* part of the message, or NULL */
};

static void each_wrong_call_says_what_is_wrong(void **state) {
    static const struct call calls[] = {
        { "", 3, "no display" }, /* no command is the window */
        { "fly", 2, "Usage" },
        { "assess", 2, "--answers is missing" },
        { "assess --answers", 2, "--answers needs a value" },
        { "assess --answers answers.json --answers answers.json", 2, "given twice" },
        { "assess --anwsers answers.json", 2, "does not know this option" },
        { "assess --out x --answers answers.json", 2, "does not know this option" },
        { "assess answers.json", 2, "argument too many" },
        { "note --answers answers.json", 2, "--out is missing" },
        { "note --answers answers.json --out d --format doc", 2, "--format takes" },
        { "note --answers answers.json --out d --format txt,,html", 2, "--format takes" },
        { "note --answers answers.json --out d --receiver nobody", 2, "names no route" },
        { "note --answers answers.json --out d --receiver consular-own", 2, "receives no notes" },
        { "list", 2, "list what?" },
        { "list everything", 2, "list what?" },
        { "list rules more", 2, "argument too many" },
        { "list rules --language xx", 2, "not installed" },
        { "list rules --language ../../etc", 2, "not installed" },
        { "list rules --country romania", 2, "two capital letters" },
        { "list rules --assets nowhere", 2, "--assets needs a folder" },
        { "check --language zz", 2, "not installed" },
        { "check --country ro", 2, "two capital letters" },
        { "check --assets nowhere", 2, "--assets needs a folder" },
        { "list rules --content nowhere", 1, "cannot be opened" },
        { "assess --answers missing.json", 1, "cannot be opened" },
        { "assess --answers answers.json --stamp missing.json", 1, "cannot be opened" },
    };
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        struct world *w = *state;
        int status = run(w, calls[i].line);
        if (status != calls[i].status || !err_holds(w, calls[i].err))
            fail_msg("waymark %s: status %d, %s", calls[i].line, status, buffer_text(&w->err));
        assert_int_equal(w->out.size, 0);
    }
}

static void help_and_version_are_for_standard_output(void **state) {
    struct world *w = *state;
    assert_int_equal(run(w, "--help"), 0);
    assert_true(out_holds(w, "assess") && out_holds(w, "note") && out_holds(w, "check") && out_holds(w, "list"));
    assert_int_equal(run(w, "--version"), 0);
    assert_true(out_holds(w, "waymark "));
    for (int i = 0; i < command_count; i++) {
        assert_int_equal(run(w, arena_printf(&w->arena, "%s --help", commands[i].name)), 0);
        assert_true(out_holds(w, "--content DIR"));
    }
}

static void an_assessment_goes_to_standard_output_alone(void **state) {
    struct world *w = *state;
    assert_int_equal(run(w, "assess --answers answers.json"), 0);
    assert_true(out_holds(w, "\"outcome\": \"inform\""));
    assert_int_equal(w->err.size, 0);
}

static void a_problem_of_the_answers_has_file_line_and_path_and_no_answer(void **state) {
    struct world *w = *state;
    w->answers = "{'setting': 'border-second-line',\n 'profile': {'age': 'Maria'}}";
    assert_int_equal(run(w, "assess --answers answers.json"), 1);
    assert_true(err_holds(w, "answers.json:2: profile.age: is none of"));
    assert_false(err_holds(w, "Maria"));
    assert_int_equal(w->out.size, 0);
}

static void a_full_disk_is_said_and_has_its_own_status(void **state) {
    struct world *w = *state;
    w->out_fails = true;
    assert_int_equal(run(w, "assess --answers answers.json"), 3);
    assert_true(err_holds(w, "standard output cannot be written"));
    assert_int_equal(run(w, "--help"), 3);
    w->out_fails = false;
    w->write_fails = true;
    assert_int_equal(run(w, "note --answers answers.json --out d --stamp stamp.json"), 3);
    assert_true(err_holds(w, "no space left"));
    assert_int_equal(w->out.size, 0);
}

static void a_window_that_opens_and_shows_nothing_is_said_and_not_opened_without_end(void **state) {
    struct world *w = *state;
    w->has_display = true;
    assert_int_equal(run(w, ""), 3);
    assert_true(err_holds(w, "the window cannot be drawn"));
    assert_in_range(w->opened, 2, 20);
}

static void a_note_is_named_after_its_reference_and_nothing_else(void **state) {
    struct world *w = *state;
    assert_int_equal(run(w, "note --answers answers.json --out d --stamp stamp.json"), 0);
    assert_int_equal(w->written_count, 4);
    assert_string_equal(w->written[0].name, "7K-M2Q9.pdf");
    assert_string_equal(w->written[1].name, "7K-M2Q9.txt");
    assert_string_equal(w->written[2].name, "7K-M2Q9.html");
    assert_string_equal(w->written[3].name, "7K-M2Q9.json");
    assert_string_equal(buffer_text(&w->out), "d/7K-M2Q9.pdf\nd/7K-M2Q9.txt\nd/7K-M2Q9.html\nd/7K-M2Q9.json\n");
}

static void only_the_formats_asked_for_are_written(void **state) {
    struct world *w = *state;
    assert_int_equal(run(w, "note --answers answers.json --out d --stamp stamp.json --format json,txt"), 0);
    assert_int_equal(w->written_count, 2);
    assert_string_equal(w->written[0].name, "7K-M2Q9.txt");
    assert_string_equal(w->written[1].name, "7K-M2Q9.json");
}

static void without_a_stamp_the_reference_is_random_and_the_time_is_now(void **state) {
    struct world *w = *state;
    assert_int_equal(run(w, "note --answers answers.json --out d --format json"), 0);
    char reference[8] = { 0 };
    memcpy(reference, w->written[0].name, 7);
    assert_true(stamp_reference_valid(reference));
    assert_non_null(strstr(w->written[0].bytes.data, "2026-03-04T05:06:07+02:00"));
    w->clock_fails = true;
    assert_int_equal(run(w, "note --answers answers.json --out d --format json"), 3);
}

static void the_country_of_the_call_counts_where_the_answers_name_none(void **state) {
    struct world *w = *state;
    assert_int_equal(run(w, "note --answers answers.json --out d --stamp stamp.json --format txt --country PT"), 0);
    assert_non_null(strstr(w->written[0].bytes.data, "State served: PT"));
}

static void a_note_in_another_language_is_in_that_language_throughout(void **state) {
    struct world *w = *state;
    w->answers = "{'setting': 'border-second-line', 'profile': {'age': 'adult'}, 'answers': {'docs-held-by-other': {'state': 'noted', "
                 "'known': ['said']}}}";
    assert_int_equal(run(w, "note --answers answers.json --out d --stamp stamp.json --format txt,html --language en_XA"), 0);
    /* Every label and sentence of the pseudo-language stands in brackets. */
    assert_non_null(strstr(w->written[0].bytes.data, "[Référrál ñöté"));
    assert_null(strstr(w->written[0].bytes.data, "Referral note"));
    assert_null(strstr(w->written[0].bytes.data, "Papers held"));
    assert_null(strstr(w->written[0].bytes.data, "How it is known"));
    assert_non_null(strstr(w->written[1].bytes.data, "<html lang=\"en-XA\" dir=\"ltr\">"));
    w->written_count = 0;
    assert_int_equal(run(w, "note --answers answers.json --out d --stamp stamp.json --format html --language ar_XB"), 0);
    assert_non_null(strstr(w->written[0].bytes.data, "<html lang=\"ar-XB\" dir=\"rtl\">"));
    assert_non_null(strstr(w->written[0].bytes.data, "<bdi dir=\"ltr\">\xE2\x80\x8E"
                                                     "2026-")); /* filled into sentences: these stand apart */
    assert_null(strstr(w->written[0].bytes.data, "\xE2\x81\xA6"));
}

static void each_list_is_json_with_all_fields(void **state) {
    static const struct {
        const char *name, *field;
    } lists[] = {
        { "indicators", "ordinary-with" },
        { "settings", "open-question" },
        { "rules", "clauses" },
        { "routes", "consent" },
        { "activities", "offence" },
        { "forms", "htcds" },
        { "measures", "reason" },
        { "languages", "right-to-left" },
        { "sources", "checked" },
        { "scenarios", NULL },
    };
    struct world *w = *state;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct json_fault fault;
        assert_int_equal(run(w, arena_printf(&w->arena, "list %s", lists[i].name)), 0);
        const struct json *list = json_parse(&w->arena, buffer_bytes(&w->out), &fault);
        assert_non_null(list);
        assert_int_equal(list->kind, JSON_LIST);
        assert_int_equal(list->count > 0, lists[i].field != NULL);
        for (int k = 0; k < list->count; k++)
            assert_non_null(json_get(&list->items[k], lists[i].field));
    }
}

/* Lines that are shown everywhere name no place. */
static void a_list_never_says_that_something_is_meant_for_no_place(void **state) {
    struct world *w = *state;
    assert_int_equal(run(w, "list settings"), 0);
    assert_true(out_holds(w, "\"begin\""));
    assert_false(out_holds(w, "\"settings\": []"));
    assert_false(out_holds(w, "\"activity-question\": null"));
}

static void a_list_in_another_language_translates_texts_and_keeps_ids(void **state) {
    struct world *w = *state;
    assert_int_equal(run(w, "list indicators --language en_XA"), 0);
    assert_true(out_holds(w, "\"id\": \"docs-held-by-other\""));
    assert_true(out_holds(w, "[Pápérš"));
    assert_false(out_holds(w, "\"Papers held by another person\""));
}

static void check_is_silent_about_good_content_and_counts_it(void **state) {
    struct world *w = *state;
    w->year = 3000; /* whenever the content was changed, it was before */
    assert_int_equal(run(w, "check"), 0);
    assert_true(out_holds(w, "no problems"));
    assert_int_equal(w->err.size, 0);
}

static void check_knows_the_day_and_does_without_it(void **state) {
    struct world *w = *state;
    w->year = 2001;
    assert_int_equal(run(w, "check"), 1);
    assert_true(err_holds(w, "lies after today, 2001-03-04"));
    w->clock_fails = true;
    assert_int_equal(run(w, "check"), 0);
}

/* A contact of the authority, with these keys left open. */
static const char *own_contact(struct world *w, const char *state, const char *number, const char *date) {
    return arena_printf(&w->arena,
                        "{'countries': [\n{'id': '%s', 'name': 'A state', 'contacts': [\n{'id': 'ours', 'route': 'nrm-contact', "
                        "'kind': 'authority', 'service': 'Our desk', 'number': %s, 'other': null, 'for-whom': null, 'hours': null, "
                        "'source': 'our list', 'date': %s, 'note': null}]}]}",
                        state, number, date);
}

static void check_reads_the_authoritys_own_file_as_strictly_as_the_content(void **state) {
    static const struct {
        const char *state, *number, *date, *expected;
    } rows[] = {
        { "DE", "null", "null", ":3: countries/DE/contacts/ours: a contact needs a number or another way" },
        { "DE", "'000 1'", "'20.11.2026'", ":3: countries/DE/contacts/ours: the date of a contact must be like" },
        { "DE", "'000 1'", "'3001'", ":3: countries/DE/contacts/ours: the date of the contact 3001 lies after today" },
        { "XQ", "'000 1'", "null", ":2: countries/XQ: there is no state XQ in states.json" },
        { "DE", "'000 1'}", "null", ":3: a comma or a closing bracket is missing; mend this first" },
        { "DE", "'000 1'", "'2026-01'", NULL },
    };
    struct world *w = *state;
    w->year = 3000;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        w->contacts = own_contact(w, rows[i].state, rows[i].number, rows[i].date);
        assert_int_equal(run(w, "check"), rows[i].expected ? 1 : 0);
        if (rows[i].expected && !err_holds(w, arena_printf(&w->arena, CONTACTS_FILE "%s", rows[i].expected)))
            fail_msg("%s: %s", rows[i].expected, buffer_text(&w->err));
    }
}

static void a_note_does_without_an_own_contact_that_nobody_can_reach(void **state) {
    struct world *w = *state;
    w->contacts = own_contact(w, "DE", "null", "null");
    assert_int_equal(run(w, "note --answers answers.json --out d --stamp stamp.json --country DE --receiver nrm-contact"), 0);
    assert_true(err_holds(w, CONTACTS_FILE ":3:"));
    assert_int_equal(w->written_count, 4);
    assert_null(strstr(w->written[1].bytes.data, "Our desk"));
    assert_null(strstr(w->written[1].bytes.data, "(null)"));
}

/* At each start: nobody else has checked them. */
static void an_own_contact_with_a_date_that_cannot_be_is_left_out(void **state) {
    struct world *w = *state;
    static const char *const dates[] = { "'2030-01-01'", "'20.11.2026'" };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        w->written_count = 0;
        w->contacts = own_contact(w, "DE", "'000 1'", dates[i]);
        assert_int_equal(run(w, "note --answers answers.json --out d --stamp stamp.json --country DE --receiver nrm-contact"), 0);
        assert_true(err_holds(w, CONTACTS_FILE ":3:"));
        assert_null(strstr(w->written[1].bytes.data, "Our desk"));
    }
}

static void own_contacts_that_cannot_be_read_keep_nobody_from_working(void **state) {
    struct world *w = *state;
    w->contacts = "";
    assert_int_equal(run(w, "note --answers answers.json --out d --stamp stamp.json"), 0);
    assert_true(err_holds(w, CONTACTS_FILE ": is no file"));
    assert_int_equal(w->written_count, 4);
    assert_int_equal(run(w, "check"), 1);
    assert_true(err_holds(w, CONTACTS_FILE ": is no file"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_own_contact_with_a_date_that_cannot_be_is_left_out, open_world, close_world),
        cmocka_unit_test_setup_teardown(own_contacts_that_cannot_be_read_keep_nobody_from_working, open_world, close_world),
        cmocka_unit_test_setup_teardown(each_wrong_call_says_what_is_wrong, open_world, close_world),
        cmocka_unit_test_setup_teardown(help_and_version_are_for_standard_output, open_world, close_world),
        cmocka_unit_test_setup_teardown(an_assessment_goes_to_standard_output_alone, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_problem_of_the_answers_has_file_line_and_path_and_no_answer, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_full_disk_is_said_and_has_its_own_status, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_window_that_opens_and_shows_nothing_is_said_and_not_opened_without_end, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_note_is_named_after_its_reference_and_nothing_else, open_world, close_world),
        cmocka_unit_test_setup_teardown(only_the_formats_asked_for_are_written, open_world, close_world),
        cmocka_unit_test_setup_teardown(without_a_stamp_the_reference_is_random_and_the_time_is_now, open_world, close_world),
        cmocka_unit_test_setup_teardown(the_country_of_the_call_counts_where_the_answers_name_none, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_note_in_another_language_is_in_that_language_throughout, open_world, close_world),
        cmocka_unit_test_setup_teardown(each_list_is_json_with_all_fields, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_list_never_says_that_something_is_meant_for_no_place, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_list_in_another_language_translates_texts_and_keeps_ids, open_world, close_world),
        cmocka_unit_test_setup_teardown(check_is_silent_about_good_content_and_counts_it, open_world, close_world),
        cmocka_unit_test_setup_teardown(check_knows_the_day_and_does_without_it, open_world, close_world),
        cmocka_unit_test_setup_teardown(check_reads_the_authoritys_own_file_as_strictly_as_the_content, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_note_does_without_an_own_contact_that_nobody_can_reach, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
