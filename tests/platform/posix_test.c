/* Writing to a real disk: all files or none, for the owner alone, and nothing left behind. */
#include "support.h"

#include "platform/posix.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdarg.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* A disk as sticks have it: without files that have no name, without hard links; or one that lies. These
 * stand in the place of the library's own. */
static bool plain_disk, lying_disk;

int open(const char *path, int flags, ...) {
    va_list args;
    va_start(args, flags);
    int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(args, int) : 0;
    va_end(args);
    if (plain_disk && (flags & O_TMPFILE) == O_TMPFILE) {
        errno = EOPNOTSUPP;
        return -1;
    }
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int link(const char *from, const char *to) {
    if (plain_disk) {
        errno = EPERM;
        return -1;
    }
    return (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

ssize_t pread(int file, void *to, size_t size, off_t at) {
    ssize_t got = syscall(SYS_pread64, file, to, size, at);
    if (lying_disk && got > 0)
        ((char *)to)[0] ^= 1;
    return got;
}

struct place {
    struct arena arena;
    struct host host;
    char folder[64];
};

static int open_place(void **state) {
    struct place *p = calloc(1, sizeof *p);
    plain_disk = lying_disk = false;
    strcpy(p->folder, "/tmp/waymark-test-XXXXXX");
    assert_non_null(mkdtemp(p->folder));
    p->host = posix_host(&p->arena, "waymark");
    *state = p;
    return 0;
}

static int close_place(void **state) {
    struct place *p = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", p->folder);
    assert_int_equal(system(command), 0);
    arena_free(&p->arena);
    free(p);
    return 0;
}

static const char *in(struct place *p, const char *name) {
    return arena_printf(&p->arena, "%s/%s", p->folder, name);
}

/* How many entries a folder has, hidden ones included. */
static int entries(const char *path) {
    DIR *folder = opendir(path);
    int count = 0;
    if (!folder)
        return 0;
    while (readdir(folder))
        count++;
    closedir(folder);
    return count - 2;
}

static const struct host_file two[] = { { "7K-M2Q9.txt", { "first", 5 } }, { "7K-M2Q9.json", { "second", 6 } } };

static void files_are_written_whole_and_for_the_owner_alone(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    struct bytes back;
    struct stat info;
    const char *folder = in(p, "a/b/c");
    assert_true(p->host.write_files(p->host.self, folder, two, 2, &e));
    assert_int_equal(entries(folder), 2);
    assert_true(p->host.read_file(p->host.self, &p->arena, in(p, "a/b/c/7K-M2Q9.json"), 100, &back, &e));
    assert_int_equal(back.size, 6);
    assert_memory_equal(back.data, "second", 6);
    assert_int_equal(stat(in(p, "a/b/c/7K-M2Q9.txt"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
}

/* It may be another person's note, or the note for another receiver. */
static void a_file_of_the_same_name_is_never_replaced(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    struct bytes back;
    struct host_file other[] = { { "new.txt", { "x", 1 } }, { "7K-M2Q9.txt", { "x", 1 } } };
    assert_true(p->host.write_files(p->host.self, p->folder, two, 2, &e));
    assert_false(p->host.write_files(p->host.self, p->folder, other, 2, &e));
    assert_int_equal(e.kind, ERROR_WORLD);
    assert_non_null(strstr(e.text, "7K-M2Q9.txt: is there already"));
    assert_true(p->host.read_file(p->host.self, &p->arena, in(p, "7K-M2Q9.txt"), 100, &back, &e));
    assert_int_equal(back.size, 5);
    assert_int_equal(entries(p->folder), 2);
}

static void what_is_left_of_a_killed_run_does_not_stop_the_next(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    FILE *left = fopen(in(p, ".7K-M2Q9.txt.part"), "w");
    assert_non_null(left);
    fclose(left);
    assert_true(p->host.write_files(p->host.self, p->folder, two, 2, &e));
    assert_int_equal(entries(p->folder), 2);
}

static void if_one_name_is_taken_no_file_is_written(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    assert_int_equal(mkdir(in(p, "7K-M2Q9.json"), 0700), 0);
    assert_false(p->host.write_files(p->host.self, p->folder, two, 2, &e));
    assert_int_equal(e.kind, ERROR_WORLD);
    assert_non_null(strstr(e.text, "7K-M2Q9.json"));
    assert_int_equal(entries(p->folder), 1);
}

static void a_folder_that_is_a_file_is_refused(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    fclose(fopen(in(p, "file"), "w"));
    assert_false(p->host.write_files(p->host.self, in(p, "file"), two, 2, &e));
    assert_int_equal(e.kind, ERROR_WORLD);
    assert_false(p->host.write_files(p->host.self, in(p, "file/below"), two, 2, &e));
    assert_int_equal(e.kind, ERROR_WORLD);
}

/* A limit on file sizes stands in for a disk that is full: the write stops in the middle. */
static void a_full_disk_leaves_nothing(void **state) {
    struct place *p = *state;
    static char large[64 * 1024];
    const struct host_file files[] = { { "a.txt", { "small", 5 } }, { "b.txt", { large, sizeof large } } };
    memset(large, 'x', sizeof large);
    pid_t child = fork();
    if (child == 0) {
        struct error e = { 0 };
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 10000, 10000 });
        _exit(!p->host.write_files(p->host.self, p->folder, files, 2, &e) && e.kind == ERROR_WORLD && strstr(e.text, "b.txt") ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_int_equal(entries(p->folder), 0);
}

/* Killed at many moments while it writes: no half file is there, and nothing hidden either. */
static void a_killed_program_leaves_no_half_file(void **state) {
    struct place *p = *state;
    static char large[512 * 1024];
    const struct host_file files[] = { { "7K-M2Q9.txt", { large, sizeof large } }, { "7K-M2Q9.json", { large, sizeof large } } };
    struct stat info;
    memset(large, 'x', sizeof large);
    for (int i = 0; i < 40; i++) {
        const char *folder = in(p, arena_printf(&p->arena, "%d", i));
        pid_t child = fork();
        if (child == 0) {
            struct error e = { 0 };
            p->host.write_files(p->host.self, folder, files, 2, &e);
            _exit(0);
        }
        usleep((useconds_t)(i * 100));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        int found = 0;
        for (int f = 0; f < 2; f++)
            if (stat(arena_printf(&p->arena, "%s/%s", folder, files[f].name), &info) == 0) {
                assert_int_equal(info.st_size, sizeof large);
                found++;
            }
        if (access(folder, F_OK) == 0)
            assert_int_equal(entries(folder), found);
    }
}

static void a_file_over_the_limit_is_refused(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    struct bytes back;
    assert_true(p->host.write_files(p->host.self, p->folder, two, 2, &e));
    assert_true(p->host.read_file(p->host.self, &p->arena, in(p, "7K-M2Q9.txt"), 5, &back, &e));
    assert_false(p->host.read_file(p->host.self, &p->arena, in(p, "7K-M2Q9.txt"), 4, &back, &e));
    assert_int_equal(e.kind, ERROR_INPUT);
    assert_false(p->host.read_file(p->host.self, &p->arena, "/dev/zero", 1000000, &back, &e));
    assert_false(p->host.read_file(p->host.self, &p->arena, p->folder, 1000, &back, &e));
    assert_non_null(strstr(e.text, p->folder));
}

/* A pipe that nobody writes to would be waited for without end. */
static void what_is_no_file_is_refused_and_not_waited_for(void **state) {
    struct place *p = *state;
    const char *pipe_path = arena_printf(&p->arena, "%s/pipe", p->folder);
    const char *const paths[] = { pipe_path, p->folder, "/dev/zero" };
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    alarm(10);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct error e = { 0 };
        struct bytes text;
        assert_false(p->host.read_file(p->host.self, &p->arena, paths[i], 100, &text, &e));
        assert_non_null(strstr(e.text, "is no file"));
    }
    alarm(0);
}

static void names_in_a_folder_come_sorted_and_without_hidden_ones(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    struct host_names names;
    static const char *const made[] = { "b.json", "a.json", ".hidden", "c" };
    for (size_t i = 0; i < 4; i++)
        fclose(fopen(in(p, made[i]), "w"));
    assert_true(p->host.list_folder(p->host.self, &p->arena, p->folder, &names, &e));
    assert_int_equal(names.count, 3);
    assert_string_equal(names.items[0], "a.json");
    assert_string_equal(names.items[2], "c");
}

static void random_references_differ(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    unsigned char a[16], b[16];
    assert_true(p->host.random(p->host.self, a, sizeof a, &e) && p->host.random(p->host.self, b, sizeof b, &e));
    assert_memory_not_equal(a, b, sizeof a);
}

static void holds(struct place *p, const char *path, const char *text) {
    struct error e = { 0 };
    struct bytes back;
    assert_true(p->host.read_file(p->host.self, &p->arena, path, 100, &back, &e));
    assert_int_equal(back.size, strlen(text));
    assert_memory_equal(back.data, text, back.size);
}

static void a_file_is_replaced_as_a_whole_and_for_the_owner_alone(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    struct stat info;
    const char *path = in(p, "new/folder/settings.json");
    assert_true(p->host.replace_file(p->host.self, path, support_bytes("first and long"), &e));
    holds(p, path, "first and long");
    assert_true(p->host.replace_file(p->host.self, path, support_bytes("second"), &e));
    holds(p, path, "second");
    assert_int_equal(entries(in(p, "new/folder")), 1);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
}

static void what_cannot_be_replaced_stays_as_it_is(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    assert_int_equal(mkdir(in(p, "settings.json"), 0700), 0);
    assert_false(p->host.replace_file(p->host.self, in(p, "settings.json"), support_bytes("x"), &e));
    assert_int_equal(e.kind, ERROR_WORLD);
    assert_non_null(strstr(e.text, "settings.json"));
    assert_int_equal(entries(p->folder), 1);
    fclose(fopen(in(p, "file"), "w"));
    assert_false(p->host.replace_file(p->host.self, in(p, "file/settings.json"), support_bytes("x"), &e));
}

static void a_full_disk_keeps_the_old_settings(void **state) {
    struct place *p = *state;
    static char large[64 * 1024];
    struct error e = { 0 };
    int status;
    memset(large, 'x', sizeof large);
    assert_true(p->host.replace_file(p->host.self, in(p, "settings.json"), support_bytes("old"), &e));
    pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 10000, 10000 });
        _exit(p->host.replace_file(p->host.self, in(p, "settings.json"), (struct bytes){ large, sizeof large }, &e));
    }
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    holds(p, in(p, "settings.json"), "old");
    assert_int_equal(entries(p->folder), 1);
}

/* What a person's environment says, and what follows from it; NULL: not set. */
static void places_are(struct place *p, const char *config, const char *documents, const char *home, const char *preferences_file,
                       const char *documents_folder) {
    const char *const variables[][2] = { { "XDG_CONFIG_HOME", config }, { "XDG_DOCUMENTS_DIR", documents }, { "HOME", home } };
    for (int i = 0; i < 3; i++)
        if (variables[i][1])
            setenv(variables[i][0], variables[i][1], 1);
        else
            unsetenv(variables[i][0]);
    struct host host = posix_host(&p->arena, "waymark");
    if (preferences_file)
        assert_string_equal(host.preferences_file, preferences_file);
    else
        assert_null(host.preferences_file);
    assert_string_equal(host.documents_folder, documents_folder);
}

static void settings_and_documents_are_where_the_desktop_keeps_them(void **state) {
    struct place *p = *state;
    const char *home = getenv("HOME"), *kept = home ? arena_string(&p->arena, home) : NULL;
    places_are(p, "/c", "/d", p->folder, "/c/waymark/settings.json", "/d");
    places_are(p, NULL, NULL, p->folder, in(p, ".config/waymark/settings.json"), p->folder);
    places_are(p, "relative", "", p->folder, in(p, ".config/waymark/settings.json"), p->folder);
    assert_int_equal(mkdir(in(p, "Documents"), 0700), 0);
    places_are(p, NULL, NULL, p->folder, in(p, ".config/waymark/settings.json"), in(p, "Documents"));
    places_are(p, NULL, NULL, NULL, NULL, ".");
    if (kept)
        setenv("HOME", kept, 1);
}

static void a_stick_without_hard_links_gets_the_note_too(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    plain_disk = true;
    assert_true(p->host.write_files(p->host.self, in(p, "stick"), two, 2, &e));
    assert_int_equal(entries(in(p, "stick")), 2);
    /* And still nothing takes the place of another note. */
    assert_false(p->host.write_files(p->host.self, in(p, "stick"), two, 2, &e));
    assert_int_equal(entries(in(p, "stick")), 2);
}

static void a_disk_that_gives_back_other_bytes_keeps_nothing(void **state) {
    struct place *p = *state;
    struct error e = { 0 };
    lying_disk = true;
    assert_false(p->host.write_files(p->host.self, in(p, "new"), two, 2, &e));
    assert_non_null(strstr(e.text, "does not hold what was written"));
    lying_disk = false;
    assert_int_not_equal(access(in(p, "new"), F_OK), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_stick_without_hard_links_gets_the_note_too, open_place, close_place),
        cmocka_unit_test_setup_teardown(a_disk_that_gives_back_other_bytes_keeps_nothing, open_place, close_place),
        cmocka_unit_test_setup_teardown(files_are_written_whole_and_for_the_owner_alone, open_place, close_place),
        cmocka_unit_test_setup_teardown(a_file_of_the_same_name_is_never_replaced, open_place, close_place),
        cmocka_unit_test_setup_teardown(what_is_left_of_a_killed_run_does_not_stop_the_next, open_place, close_place),
        cmocka_unit_test_setup_teardown(if_one_name_is_taken_no_file_is_written, open_place, close_place),
        cmocka_unit_test_setup_teardown(a_folder_that_is_a_file_is_refused, open_place, close_place),
        cmocka_unit_test_setup_teardown(a_full_disk_leaves_nothing, open_place, close_place),
        cmocka_unit_test_setup_teardown(a_killed_program_leaves_no_half_file, open_place, close_place),
        cmocka_unit_test_setup_teardown(a_file_over_the_limit_is_refused, open_place, close_place),
        cmocka_unit_test_setup_teardown(what_is_no_file_is_refused_and_not_waited_for, open_place, close_place),
        cmocka_unit_test_setup_teardown(names_in_a_folder_come_sorted_and_without_hidden_ones, open_place, close_place),
        cmocka_unit_test_setup_teardown(random_references_differ, open_place, close_place),
        cmocka_unit_test_setup_teardown(a_file_is_replaced_as_a_whole_and_for_the_owner_alone, open_place, close_place),
        cmocka_unit_test_setup_teardown(what_cannot_be_replaced_stays_as_it_is, open_place, close_place),
        cmocka_unit_test_setup_teardown(a_full_disk_keeps_the_old_settings, open_place, close_place),
        cmocka_unit_test_setup_teardown(settings_and_documents_are_where_the_desktop_keeps_them, open_place, close_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
