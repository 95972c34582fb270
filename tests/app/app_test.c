/* The program without a window: what it does when the world fails, what it keeps and forgets. */
#include "paper.h"

#include "app.h"
#include "commands/pack_files.h"
#include "core/fact.h"
#include "screens/asking.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

struct world {
    struct arena arena;
    struct host host;
    struct app app;
    const struct pack *pack;
    const char *settings;  /* what the settings file holds; NULL: there is none */
    const char *clipboard; /* or NULL */
    bool write_fails;      /* the folder cannot be written */
    bool pages_fail;       /* no PDF can be made */
    bool catalog_damaged;
    struct host_file files[8];
    int file_count;
    const char *title;
    int forgotten; /* how often drawn texts were forgotten */
};

static const struct bytes *written(struct world *w, const char *path) {
    const char *name = strrchr(path, '/') + 1;
    for (int i = 0; i < w->file_count; i++)
        if (!strcmp(w->files[i].name, name))
            return &w->files[i].bytes;
    return NULL;
}

static bool ends_in(const char *text, const char *end) {
    size_t size = strlen(text), tail = strlen(end);
    return size >= tail && !strcmp(text + size - tail, end);
}

static bool world_read(void *self, struct arena *a, const char *path, size_t limit, struct bytes *out, struct error *e) {
    struct world *w = self;
    (void)limit;
    if (!strcmp(path, "/settings.json")) {
        if (!w->settings)
            return error_set(e, ERROR_INPUT, "%s: cannot be opened", path);
        *out = support_bytes(w->settings);
    } else if (written(w, path)) {
        *out = *written(w, path);
    } else if (w->catalog_damaged && ends_in(path, ".mo")) {
        *out = support_bytes("no catalogue");
    } else {
        *out = support_file(a, path + strlen(SOURCE_DIR) + 1);
    }
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
        return error_set(e, ERROR_WORLD, "%s: the folder cannot be made", folder);
    for (int i = 0; i < count; i++)
        w->files[w->file_count++] =
            (struct host_file){ arena_string(&w->arena, files[i].name),
                                { arena_copy(&w->arena, files[i].bytes.data, files[i].bytes.size), files[i].bytes.size } };
    return true;
}

static bool world_replace(void *self, const char *path, struct bytes text, struct error *e) {
    struct world *w = self;
    (void)path;
    if (w->write_fails)
        return error_set(e, ERROR_WORLD, "the settings cannot be written");
    w->settings = arena_copy(&w->arena, text.data, text.size);
    return true;
}

static bool world_now(void *self, struct date_time *out, struct error *e) {
    (void)self;
    (void)e;
    *out = (struct date_time){ 2026, 3, 4, 5, 6, 7, 120 };
    return true;
}

static bool world_random(void *self, unsigned char *out, size_t size, struct error *e) {
    static unsigned char next;
    (void)self;
    (void)e;
    for (size_t i = 0; i < size; i++)
        out[i] = next++;
    return true;
}

static void world_title(void *self, const char *title) {
    ((struct world *)self)->title = title;
}

static void world_forget(void *self) {
    ((struct world *)self)->forgotten++;
}

static const char *world_paste(void *self, struct arena *a) {
    (void)a;
    return ((struct world *)self)->clipboard;
}

static void world_full_screen(void *self, bool on) {
    (void)self;
    (void)on;
}

static bool list_real_folder(void *self, struct arena *a, const char *path, struct host_names *out, struct error *e) {
    DIR *folder = opendir(path);
    int capacity = 0;
    (void)self;
    (void)e;
    assert_non_null(folder);
    *out = (struct host_names){ 0 };
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        out->items = arena_grow(a, out->items, out->count, &capacity, sizeof *out->items);
        out->items[out->count++] = arena_string(a, entry->d_name);
    }
    closedir(folder);
    return true;
}

static void open_app(struct world *w, const char *language) {
    struct error e = { 0 };
    struct app_start start = { .language = language, .keep_preferences = true };
    if (!app_open(&w->app, &w->host, &w->arena, w->pack, &start, &e))
        fail_msg("%s", e.text);
}

static bool world_pdf(void *self, struct arena *a, const struct pages *pages, struct bytes *out, struct error *e) {
    const struct world *w = self;
    return w->pages_fail ? error_set(e, ERROR_WORLD, "no such face") : paper_pdf(self, a, pages, out, e);
}

static int set_up(void **state) {
    struct world *w = calloc(1, sizeof *w);
    struct problems problems = { .arena = &w->arena };
    struct pack_files files;
    struct error e = { 0 };
    w->host = (struct host){
        .self = w,
        .program_folder = SOURCE_DIR "/" BUILD_DIR,
        .read_file = world_read,
        .list_folder = list_real_folder,
        .is_folder = world_is_folder,
        .write_files = world_write,
        .replace_file = world_replace,
        .now = world_now,
        .random = world_random,
        .set_title = world_title,
        .set_full_screen = world_full_screen,
        .forget_drawn = world_forget,
        .pages_pdf = world_pdf,
        .paste = world_paste,
        .preferences_file = "/settings.json",
        .documents_folder = "/notes",
    };
    assert_true(pack_files_load(&w->host, &w->arena, SOURCE_DIR "/content", PACK_TO_WORK, &files, &e));
    w->pack = pack_read(&w->arena, files.items, files.count, &problems);
    assert_int_equal(problems.count, 0);
    *state = w;
    return 0;
}

static int tear_down(void **state) {
    struct world *w = *state;
    app_close(&w->app);
    arena_free(&w->arena);
    free(w);
    return 0;
}

static void give(struct world *w, struct input in) {
    in.milliseconds = w->app.ui.milliseconds + 100;
    app_handle(&w->app, &in);
}

static void key(struct world *w, int key) {
    give(w, (struct input){ .kind = INPUT_KEY, .key = key });
}

static void control(struct world *w, int key) {
    give(w, (struct input){ .kind = INPUT_KEY, .key = key, .control = true });
}

static void type(struct world *w, const char *text) {
    assert_true(w->app.ui.typing);
    give(w, (struct input){ .kind = INPUT_TEXT, .text = text });
}

static const struct node *find(struct world *w, const char *name) {
    return picture_find(app_picture(&w->app), name);
}

static bool says(struct world *w, const char *name, const char *words) {
    const struct node *n = find(w, name);
    return n && strstr(n->label, words);
}

static void press(struct world *w, const char *name) {
    ui_set_focus(&w->app.ui, name);
    key(w, KEY_SPACE);
}

/* ---- cases */

static void closing_with_an_open_case_asks_and_escape_stays(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    give(w, (struct input){ .kind = INPUT_CLOSE });
    assert_non_null(find(w, "dialog/close"));
    key(w, KEY_ESCAPE);
    assert_false(w->app.done);
    assert_int_equal(w->app.case_count, 1);
    give(w, (struct input){ .kind = INPUT_CLOSE });
    key(w, '2');
    assert_true(w->app.done);
}

static void closing_without_a_case_closes(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    give(w, (struct input){ .kind = INPUT_CLOSE });
    assert_true(w->app.done);
}

static void several_cases_are_open_at_once_and_one_too_many_is_said(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    for (int i = 0; i < CASES_MAX + 1; i++) {
        key(w, KEY_ENTER);
        key(w, KEY_ESCAPE);
    }
    assert_int_equal(w->app.case_count, CASES_MAX);
    assert_non_null(find(w, "problem"));
}

static void a_handed_over_case_is_wiped(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    control(w, '8');
    key(w, KEY_ENTER);
    assert_int_equal(w->file_count, 4);
    assert_int_equal(w->app.case_count, 1);
    int forgotten = w->forgotten;
    key(w, KEY_ENTER);
    assert_non_null(find(w, "dialog/handed-over"));
    key(w, KEY_ENTER); /* "Not yet" is the safe way */
    assert_int_equal(w->app.case_count, 1);
    key(w, KEY_ENTER);
    key(w, '2');
    assert_int_equal(w->app.case_count, 0);
    assert_true(w->forgotten > forgotten);
    assert_true(says(w, "bar/name", "Waymark"));
}

/* ---- hand-over into a world that fails */

static void a_folder_that_cannot_be_written_is_said_and_everything_kept(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    key(w, '2');
    control(w, '8');
    w->write_fails = true;
    key(w, KEY_ENTER);
    assert_non_null(find(w, "problem"));
    assert_int_equal(w->app.case_count, 1);
    assert_int_equal(session_danger(&w->app.cases[0]->session, w->pack->settings.items[0].tiles.items[0].index), DANGER_UNSURE);
    w->write_fails = false;
    key(w, KEY_ENTER);
    assert_int_equal(w->file_count, 4);
    assert_null(find(w, "problem"));
}

static void where_no_pdf_can_be_made_the_other_files_are_saved_and_it_is_said(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    control(w, '8');
    w->pages_fail = true;
    key(w, KEY_ENTER);
    assert_true(w->app.cases[0]->view.written);
    assert_int_equal(w->file_count, 3);
    assert_true(says(w, "problem", "The PDF was not saved.") && says(w, "problem", "no such face"));
    assert_non_null(find(w, "hand-over/written"));
}

static void an_answer_after_the_note_was_saved_asks_to_save_again(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    control(w, '8');
    key(w, KEY_ENTER);
    assert_true(w->app.cases[0]->view.written);
    control(w, '1');
    key(w, '1');
    assert_false(w->app.cases[0]->view.written);
}

/* ---- discretion */

static void hiding_leaves_no_word_and_returns_to_the_place(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    control(w, '2');
    const char *const tried[] = { "bar/name", "footer/next", "bar/hide", "who/profile.age/adult" };
    key(w, KEY_F9);
    assert_string_equal(w->title, w->pack->hidden.items[0].title);
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++)
        assert_null(find(w, tried[i]));
    for (int k = 'a'; k <= 'z'; k++)
        control(w, k);
    key(w, KEY_ENTER);
    key(w, KEY_ESCAPE);
    assert_true(w->app.hidden);
    key(w, KEY_F9);
    assert_string_equal(w->title, "Waymark");
    assert_string_equal(app_screen_id(&w->app), "who");
}

static const char *title_when_hidden(struct world *w) {
    key(w, KEY_F9);
    assert_true(w->app.hidden);
    const char *title = arena_string(&w->arena, w->title);
    key(w, KEY_F9);
    return title;
}

static void the_page_that_hides_fits_the_place(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    for (int i = 0; i < w->pack->settings.count; i++) {
        w->app.start.setting = i;
        assert_string_equal(title_when_hidden(w), pack_hidden_page(w->pack, w->pack->settings.items[i].kind)->title);
    }
    w->app.start.setting = pack_find_setting(w->pack, "reception");
    key(w, KEY_ENTER);
    w->app.start.setting = 0;
    assert_string_equal(title_when_hidden(w), "Information for residents");
}

static void words_being_typed_are_kept_when_hiding(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    control(w, '8');
    ui_set_focus(&w->app.ui, "hand-over/folder");
    give(w, (struct input){ 0 });
    type(w, "/elsewhere");
    key(w, KEY_F9);
    assert_true(w->app.hidden);
    assert_string_equal(w->app.preferences.texts[PREFERENCE_FOLDER], "/elsewhere");
}

static void words_being_typed_are_kept_when_the_display_goes_or_the_window_is_closed(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    control(w, '8');
    ui_set_focus(&w->app.ui, "hand-over/folder");
    give(w, (struct input){ 0 });
    type(w, "/one");
    give(w, (struct input){ .kind = INPUT_LOST });
    assert_string_equal(w->app.preferences.texts[PREFERENCE_FOLDER], "/one");
    key(w, KEY_F9);
    ui_set_focus(&w->app.ui, "hand-over/folder");
    give(w, (struct input){ 0 });
    type(w, "/two");
    give(w, (struct input){ .kind = INPUT_CLOSE });
    assert_string_equal(w->app.preferences.texts[PREFERENCE_FOLDER], "/one/two");
    assert_true(find(w, "dialog/close/safe")->state & NODE_FOCUSED);
}

static void the_clock_of_the_hidden_page_has_to_be_held(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_F9);
    struct rect box = find(w, "hidden/clock")->box;
    struct input finger = { .kind = INPUT_DOWN, .x = box.x + box.w / 2, .y = box.y + box.h / 2, .touch = true };
    give(w, finger);
    finger.kind = INPUT_UP;
    give(w, finger);
    assert_true(w->app.hidden);
    finger.kind = INPUT_DOWN;
    give(w, finger);
    finger.kind = INPUT_UP;
    finger.milliseconds = w->app.ui.milliseconds + 2000;
    app_handle(&w->app, &finger);
    assert_false(w->app.hidden);
}

static void a_folder_without_a_root_lies_in_the_documents(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    control(w, '8');
    snprintf(w->app.preferences.texts[PREFERENCE_FOLDER], PREFERENCE_TEXT_MAX, "papers");
    key(w, KEY_ENTER);
    assert_int_equal(strncmp(w->app.cases[0]->view.written_to, "/notes/papers/", 14), 0);
}

static void it_hides_by_itself_when_nobody_touches_it(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    assert_int_equal(w->app.preferences.idle, 300);
    app_handle(&w->app, &(struct input){ .kind = INPUT_TICK, .milliseconds = w->app.ui.milliseconds + 299 * 1000 });
    assert_false(w->app.hidden);
    app_handle(&w->app, &(struct input){ .kind = INPUT_TICK, .milliseconds = w->app.last_input + 300 * 1000 });
    assert_true(w->app.hidden);
}

static void a_display_that_goes_away_hides_and_keeps_the_case(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    give(w, (struct input){ .kind = INPUT_LOST });
    assert_true(w->app.hidden);
    assert_int_equal(w->app.case_count, 1);
}

static void an_idle_window_waits_without_end_or_until_it_hides(void **state) {
    struct world *w = *state;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    assert_true(app_wait(&w->app) > 200 * 1000);
    w->app.preferences.idle = 0;
    assert_int_equal(app_wait(&w->app), -1);
}

/* ---- hostile input */

static void ten_thousand_pasted_characters_are_cut_and_said(void **state) {
    struct world *w = *state;
    char text[10001];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    w->clipboard = text;
    open_app(w, NULL);
    key(w, KEY_ENTER);
    give(w, (struct input){ .kind = INPUT_NONE });
    control(w, '7');
    press(w, "note/details");
    ui_set_focus(&w->app.ui, "details/person-where");
    give(w, (struct input){ 0 });
    control(w, 'v');
    assert_non_null(find(w, "details/person-where/problem"));
    key(w, KEY_ENTER);
    int field = pack_find(w->pack, THING_FIELD, "person-where"), detail = w->pack->note.fields.items[field].detail;
    assert_int_equal(strlen(session_get(&w->app.cases[0]->session, SLOT_DETAIL, detail)->text), SESSION_TEXT_MAX);
}

static void damaged_settings_are_said_and_the_rest_works(void **state) {
    struct world *w = *state;
    w->settings = "{ \"unit\": ";
    open_app(w, NULL);
    assert_non_null(find(w, "problem"));
    key(w, KEY_ENTER);
    assert_int_equal(w->app.case_count, 1);
}

static void a_damaged_catalogue_is_said_and_english_stays(void **state) {
    struct world *w = *state;
    w->catalog_damaged = true;
    open_app(w, "en_XA");
    assert_non_null(find(w, "problem"));
    assert_string_equal(w->app.language.code, "en");
}

static void every_answer_about_the_person_is_translated(void **state) {
    struct world *w = *state;
    struct error e = { 0 };
    open_app(w, NULL);
    assert_true(app_set_language(&w->app, "en_XA", &e));
    struct model m = { .language = &w->app.language };
    for (int f = 0; f < FACT_COUNT; f++)
        for (int v = 1; v <= facts[f].value_count; v++)
            if (fact_answer(&m, (enum fact)f, v)[0] != '[')
                fail_msg("%s, answer %d, is not translated", facts[f].path, v);
}

static void settings_outlive_the_program_and_stand_in_a_new_note(void **state) {
    struct world *w = *state;
    w->settings = "{ \"unit\": \"Shift leader, Port East\", \"number\": \"room 2\", \"theme\": \"dark\" }";
    open_app(w, NULL);
    assert_int_equal(w->app.preferences.theme, THEME_DARK);
    key(w, KEY_ENTER);
    int field = pack_find(w->pack, THING_FIELD, "officer-id"), detail = w->pack->note.fields.items[field].detail;
    assert_string_equal(session_get(&w->app.cases[0]->session, SLOT_DETAIL, detail)->text, "Shift leader, Port East");
    assert_false(session_undo(&w->app.cases[0]->session));
}

static void every_screen_that_can_be_seen_has_its_help(void **state) {
    struct world *w = *state;
    for (int s = 0; s < SCREEN_HELP; s++) {
        bool found = false;
        for (int i = 0; i < w->pack->help.count; i++)
            found |= !strcmp(w->pack->help.items[i].id, screens[s].id);
        if (!found)
            fail_msg("help.json has no text for the screen %s", screens[s].id);
    }
    open_app(w, NULL);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(closing_with_an_open_case_asks_and_escape_stays),
        TEST(closing_without_a_case_closes),
        TEST(several_cases_are_open_at_once_and_one_too_many_is_said),
        TEST(a_handed_over_case_is_wiped),
        TEST(a_folder_that_cannot_be_written_is_said_and_everything_kept),
        TEST(where_no_pdf_can_be_made_the_other_files_are_saved_and_it_is_said),
        TEST(an_answer_after_the_note_was_saved_asks_to_save_again),
        TEST(hiding_leaves_no_word_and_returns_to_the_place),
        TEST(the_page_that_hides_fits_the_place),
        TEST(words_being_typed_are_kept_when_hiding),
        TEST(words_being_typed_are_kept_when_the_display_goes_or_the_window_is_closed),
        TEST(the_clock_of_the_hidden_page_has_to_be_held),
        TEST(a_folder_without_a_root_lies_in_the_documents),
        TEST(it_hides_by_itself_when_nobody_touches_it),
        TEST(a_display_that_goes_away_hides_and_keeps_the_case),
        TEST(an_idle_window_waits_without_end_or_until_it_hides),
        TEST(ten_thousand_pasted_characters_are_cut_and_said),
        TEST(damaged_settings_are_said_and_the_rest_works),
        TEST(a_damaged_catalogue_is_said_and_english_stays),
        TEST(every_answer_about_the_person_is_translated),
        TEST(settings_outlive_the_program_and_stand_in_a_new_note),
        TEST(every_screen_that_can_be_seen_has_its_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
