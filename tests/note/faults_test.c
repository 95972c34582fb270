/* Each file of tests/packs/bad plants one fault in a copy of the real content: it names a file,
 * a text in it and another text to put there instead. The check must find the fault, with its
 * file and its line, and must have nothing to say about the copy without it. */
#include "core/fixture.h"

#include "note/note.h"

#include <dirent.h>

struct fault {
    const char *name, *file, *find, *replace, *expect, *where;
    const char *too_file, *too_find, *too_replace; /* a second change that the fault needs, or NULL */
};

static const char *line_value(struct arena *a, struct bytes text, const char *key) {
    size_t size = strlen(key);
    for (const char *at = text.data; at && *at; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL)
        if (!strncmp(at, key, size) && at[size] == ':')
            return arena_copy(a, at + size + 2, strcspn(at + size + 2, "\n"));
    return NULL;
}

/* \n in a fault is a line end, so that it may reach over lines. */
static const char *with_line_ends(struct arena *a, const char *text) {
    struct buffer b = { .arena = a };
    buffer_add(&b, "");
    for (const char *at = text; at && *at; at++) {
        bool end = at[0] == '\\' && at[1] == 'n';
        buffer_add_bytes(&b, end ? "\n" : at, 1);
        at += end;
    }
    return buffer_text(&b);
}

static struct fault read_fault(struct arena *a, const char *name) {
    struct bytes text = support_file(a, arena_printf(a, "tests/packs/bad/%s", name));
    struct fault f = { .name = name };
    f.file = line_value(a, text, "file");
    f.find = with_line_ends(a, line_value(a, text, "find"));
    f.replace = with_line_ends(a, line_value(a, text, "replace"));
    f.expect = line_value(a, text, "expect");
    f.where = line_value(a, text, "where");
    f.too_file = line_value(a, text, "too-file");
    f.too_find = with_line_ends(a, line_value(a, text, "too-find"));
    f.too_replace = with_line_ends(a, line_value(a, text, "too-replace"));
    return f;
}

/* Puts the fault into the file and returns the line it is on. */
static int plant(struct arena *a, const struct fault *f, struct pack_file *files, int count) {
    for (int i = 0; i < count; i++) {
        if (strcmp(files[i].name, f->file) != 0)
            continue;
        const char *at = strstr(files[i].text.data, f->find);
        if (!at)
            fail_msg("%s: %s does not hold the text to find", f->name, f->file);
        int line = 1;
        for (const char *c = files[i].text.data; c < at; c++)
            line += *c == '\n';
        const char *text =
            arena_printf(a, "%.*s%s%s", (int)(at - files[i].text.data), files[i].text.data, f->replace, at + strlen(f->find));
        files[i].text = support_bytes(text);
        return line;
    }
    fail_msg("%s: there is no file %s", f->name, f->file);
    return 0;
}

static struct problems check(struct arena *a, const struct pack_file *files, int count) {
    struct problems ps = { .arena = a };
    const struct pack *p = pack_read(a, files, count, &ps);
    if (ps.count == 0) {
        pack_check(a, p, &(struct date_time){ .year = 3000, .month = 1, .day = 2 }, &ps);
        note_check(p, &ps);
    }
    return ps;
}

/* The place is the line itself, or the head of the entry it belongs to. */
static bool is_found(const struct fault *f, const struct problems *ps, int line) {
    for (int i = 0; i < ps->count; i++) {
        const struct problem *p = &ps->items[i];
        bool here = !strcmp(p->file, f->where ? f->where : f->file) && p->line > 0;
        if (strstr(p->text, f->expect) && here && (f->where || (p->line <= line && p->line > line - 40)))
            return true;
    }
    return false;
}

static bool check_fault(const struct fault *f) {
    struct arena a = { 0 };
    int count;
    struct pack_file *files = fixture_all_files(&a, &count);
    int line = plant(&a, f, files, count);
    if (f->too_file)
        plant(&a, &(struct fault){ .name = f->name, .file = f->too_file, .find = f->too_find, .replace = f->too_replace }, files, count);
    struct problems ps = check(&a, files, count);
    bool found = is_found(f, &ps, line);
    if (!found) {
        print_error("%s: not found at %s:%d, but:\n", f->name, f->file, line);
        for (int i = 0; i < ps.count && i < 20; i++)
            print_error("%s\n", problem_line(&a, &ps.items[i]));
    }
    arena_free(&a);
    return found;
}

static void every_planted_fault_is_found_with_its_place(void **state) {
    struct arena a = { 0 };
    int found = 0, missed = 0;
    (void)state;
    DIR *folder = opendir(SOURCE_DIR "/tests/packs/bad");
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (!strstr(entry->d_name, ".fault"))
            continue;
        struct fault f = read_fault(&a, arena_string(&a, entry->d_name));
        if (check_fault(&f))
            found++;
        else
            missed++;
    }
    closedir(folder);
    arena_free(&a);
    assert_int_equal(missed, 0);
    assert_true(found >= 40);
}

static void the_content_without_fault_has_no_problem(void **state) {
    struct arena a = { 0 };
    int count;
    struct pack_file *files = fixture_all_files(&a, &count);
    struct problems ps = check(&a, files, count);
    (void)state;
    for (int i = 0; i < ps.count; i++)
        print_error("%s\n", problem_line(&a, &ps.items[i]));
    assert_int_equal(ps.count, 0);
    arena_free(&a);
}

static void several_faults_are_listed_together(void **state) {
    struct arena a = { 0 };
    int count;
    struct pack_file *files = fixture_all_files(&a, &count);
    struct fault first = read_fault(&a, "unknown-key.fault"), second = read_fault(&a, "unknown-word.fault"),
                 third = read_fault(&a, "unknown-sign.fault");
    int lines[] = { plant(&a, &first, files, count), plant(&a, &second, files, count), plant(&a, &third, files, count) };
    struct problems ps = check(&a, files, count);
    (void)state;
    assert_true(is_found(&first, &ps, lines[0]));
    assert_true(is_found(&second, &ps, lines[1]));
    assert_true(is_found(&third, &ps, lines[2]));
    arena_free(&a);
}

static void a_missing_file_is_named(void **state) {
    (void)state;
    for (const struct pack_layout *l = pack_layouts; l->name; l++) {
        struct arena a = { 0 };
        int count, kept = 0;
        bool found = false;
        struct pack_file *files = fixture_all_files(&a, &count);
        for (int i = 0; i < count; i++)
            if (strncmp(files[i].name, l->name, strlen(l->name)) != 0)
                files[kept++] = files[i];
        struct problems ps = { .arena = &a };
        pack_read(&a, files, kept, &ps);
        for (int i = 0; i < ps.count; i++)
            found = found || (!strcmp(ps.items[i].file, l->name) && strstr(ps.items[i].text, "missing"));
        assert_true(found || l->optional);
        arena_free(&a);
    }
}

static void a_file_that_belongs_to_no_pack_is_named(void **state) {
    struct arena a = { 0 };
    struct pack_file file = { "notes.json", { "{}", 2 } };
    struct problems ps = { .arena = &a };
    (void)state;
    pack_read(&a, &file, 1, &ps);
    bool found = false;
    for (int i = 0; i < ps.count; i++)
        found = found || (!strcmp(ps.items[i].file, "notes.json") && strstr(ps.items[i].text, "no file of the content"));
    assert_true(found);
    arena_free(&a);
}

/* A condition that would take minutes is refused, wherever the work is hidden: in one condition,
 * in definitions that build on one another, or in many rules together. */
static void a_pack_cannot_ask_for_endless_work(void **state) {
    static const struct {
        const char *find, *head, *piece, *tail, *expect;
        int count;
    } rows[] = {
        { "{ \"danger\": \"now\" }", "{ \"any\": [", "{ \"signs\": { \"strength\": \"strong\" } },", "{ \"danger\": \"now\" }] }",
          "too large", 300 },
        { "{ \"fact\": \"wishes.asylum\", \"in\": [\"yes\"] }", "{ \"any\": [", "{ \"always\": true },", "{ \"always\": true }] }",
          "too large", 5000 },
        { "{ \"not\": { \"is\": \"child\" } }", "{ \"any\": [", "{ \"is\": \"child\" },", "{ \"is\": \"child\" }] }", "too large", 5000 },
    };
    static const char *const files_of[] = { "rules.json", "routes.json", "rules.json" };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena a = { 0 };
        struct buffer large = { .arena = &a };
        int count;
        struct pack_file *files = fixture_all_files(&a, &count);
        buffer_add(&large, rows[i].head);
        for (int k = 0; k < rows[i].count; k++)
            buffer_add(&large, rows[i].piece);
        buffer_add(&large, rows[i].tail);
        struct fault fault = {
            .name = "large", .file = files_of[i], .find = rows[i].find, .replace = buffer_text(&large), .expect = rows[i].expect
        };
        plant(&a, &fault, files, count);
        struct problems ps = check(&a, files, count);
        bool found = false;
        for (int k = 0; k < ps.count; k++)
            found = found || strstr(ps.items[k].text, rows[i].expect);
        assert_true(found);
        arena_free(&a);
    }
}

/* Reading stops at no file, so any one of them may end anywhere. */
static void a_file_cut_anywhere_gives_a_problem_and_no_harm(void **state) {
    static const char *const names[] = { "rules.json", "note.json", "indicators/c-companion.json" };
    (void)state;
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        for (int part = 0; part < 40; part++) {
            struct arena a = { 0 };
            int count;
            struct pack_file *files = fixture_all_files(&a, &count);
            struct problems ps = { .arena = &a };
            for (int i = 0; i < count; i++)
                if (!strcmp(files[i].name, names[n]))
                    files[i].text.size = files[i].text.size * (size_t)part / 40;
            pack_read(&a, files, count, &ps);
            assert_true(ps.count > 0);
            arena_free(&a);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_content_without_fault_has_no_problem),
        cmocka_unit_test(every_planted_fault_is_found_with_its_place),
        cmocka_unit_test(several_faults_are_listed_together),
        cmocka_unit_test(a_missing_file_is_named),
        cmocka_unit_test(a_pack_cannot_ask_for_endless_work),
        cmocka_unit_test(a_file_that_belongs_to_no_pack_is_named),
        cmocka_unit_test(a_file_cut_anywhere_gives_a_problem_and_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
