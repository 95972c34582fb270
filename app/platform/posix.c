#include "platform/posix.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static bool world_error(struct error *e, const char *path, const char *what) {
    return error_set(e, ERROR_WORLD, "%s: %s: %s", path, what, strerror(errno));
}

/* ---- reading */

/* Room for a whole file and a byte more, so that its end is seen: what grows leaves copies in the arena. */
static size_t room_for(int file, size_t limit) {
    struct stat s;
    if (fstat(file, &s) != 0 || !S_ISREG(s.st_mode) || s.st_size < 0)
        return 16 * 1024;
    return ((size_t)s.st_size < limit ? (size_t)s.st_size : limit) + 1;
}

static bool read_all(struct arena *a, int file, const char *path, size_t limit, struct bytes *out, struct error *e) {
    size_t size = 0, capacity = room_for(file, limit);
    char *data = arena_alloc(a, capacity + 1, 1);
    for (;;) {
        ssize_t got = read(file, data + size, capacity - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(e, ERROR_INPUT, "%s: cannot be read: %s", path, strerror(errno));
        size += (size_t)got;
        if (size > limit)
            return error_set(e, ERROR_INPUT, "%s: is larger than %zu bytes", path, limit);
        if (got == 0)
            break;
        if (size == capacity) {
            char *larger = arena_alloc(a, capacity * 2 + 1, 1);
            memcpy(larger, data, size);
            data = larger;
            capacity *= 2;
        }
    }
    *out = (struct bytes){ data, size };
    return true;
}

/* What a shell hands in by name, such as <(...). */
static bool is_handed_in(const char *path) {
    return !strncmp(path, "/dev/fd/", 8) || !strncmp(path, "/proc/self/fd/", 14) || !strcmp(path, "/dev/stdin");
}

static bool read_file(void *self, struct arena *a, const char *path, size_t limit, struct bytes *out, struct error *e) {
    (void)self;
    if (!strcmp(path, "-"))
        return read_all(a, STDIN_FILENO, "standard input", limit, out, e);
    /* A pipe that nobody writes to would be waited for without end. */
    int file = open(path, O_RDONLY | O_CLOEXEC | (is_handed_in(path) ? 0 : O_NONBLOCK));
    struct stat s;
    if (file < 0)
        return error_set(e, ERROR_INPUT, "%s: cannot be opened: %s", path, strerror(errno));
    bool is_file = is_handed_in(path) || (fstat(file, &s) == 0 && S_ISREG(s.st_mode));
    bool ok = is_file ? read_all(a, file, path, limit, out, e) : error_set(e, ERROR_INPUT, "%s: is no file", path);
    close(file);
    return ok;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool list_folder(void *self, struct arena *a, const char *path, struct host_names *out, struct error *e) {
    (void)self;
    int capacity = 0;
    DIR *folder = opendir(path);
    if (!folder)
        return error_set(e, ERROR_INPUT, "%s: the folder cannot be opened: %s", path, strerror(errno));
    *out = (struct host_names){ 0 };
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.')
            continue;
        out->items = arena_grow(a, out->items, out->count, &capacity, sizeof *out->items);
        out->items[out->count++] = arena_string(a, entry->d_name);
    }
    closedir(folder);
    if (out->count)
        qsort(out->items, (size_t)out->count, sizeof *out->items, compare_names);
    return true;
}

static bool is_folder(void *self, const char *path) {
    struct stat info;
    (void)self;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* ---- writing */

static bool write_all(int file, struct bytes text) {
    for (size_t at = 0; at < text.size;) {
        ssize_t put = write(file, text.data + at, text.size - at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += (size_t)put;
    }
    return true;
}

/* `made`: whether the last part is new. */
static bool make_folder(struct arena *a, const char *path, bool *made, struct error *e) {
    char *part = arena_string(a, path);
    for (char *at = part + 1; *at; at++) {
        if (*at != '/')
            continue;
        *at = '\0';
        if (mkdir(part, 0777) != 0 && errno != EEXIST)
            return world_error(e, part, "the folder cannot be made");
        *at = '/';
    }
    *made = mkdir(part, 0700) == 0;
    if (!*made && errno != EEXIST)
        return world_error(e, path, "the folder cannot be made");
    return is_folder(NULL, path) || error_set(e, ERROR_WORLD, "%s: is no folder", path);
}

/* A file on its way: whole and on disk before it gets its name. */
struct draft {
    const char *path, *part; /* the name it will have, and the one it has where it needs one */
    int file;
    bool named, done; /* `part` exists; `path` is ours */
};

/* A file without a name vanishes with the program, however it ends. Where the file system has
 * none, a hidden name must do. */
static bool open_draft(struct draft *d, const char *folder) {
    unlink(d->part); /* left by a run that was killed */
#ifdef O_TMPFILE
    d->file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (d->file >= 0)
        return true;
#endif
    (void)folder;
    d->file = open(d->part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    d->named = d->file >= 0;
    return d->named;
}

/* Sticks have file systems without hard links: there the hidden name becomes the real one. */
static bool rename_draft(struct draft *d) {
    struct stat info;
    bool done = renameat2(AT_FDCWD, d->part, AT_FDCWD, d->path, RENAME_NOREPLACE) == 0;
    if (!done && (errno == EINVAL || errno == ENOSYS))
        done = lstat(d->path, &info) != 0 && rename(d->part, d->path) == 0;
    d->named = !done;
    return done;
}

/* Gives the file its name; never takes the name of another. */
static bool name_draft(struct draft *d) {
    char handle[64];
    if (d->named) {
        d->done = link(d->part, d->path) == 0;
        if (!d->done && (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EINVAL))
            d->done = rename_draft(d);
        return d->done;
    }
    snprintf(handle, sizeof handle, "/proc/self/fd/%d", d->file);
    d->done = linkat(AT_FDCWD, handle, AT_FDCWD, d->path, AT_SYMLINK_FOLLOW) == 0;
    return d->done;
}

static bool refuse_existing(const struct draft *drafts, int count, struct error *e) {
    struct stat info;
    for (int i = 0; i < count; i++)
        if (lstat(drafts[i].path, &info) == 0)
            return error_set(e, ERROR_WORLD, "%s: is there already and is not replaced; name another folder", drafts[i].path);
    return true;
}

/* Does the disk give back what it took? What the system keeps in memory is dropped first, as far as it
 * does what it is asked. */
static bool reads_back(int file, struct bytes expected) {
    char part[65536];
    size_t at = 0;
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    for (ssize_t got; (got = pread(file, part, sizeof part, (off_t)at)) > 0; at += (size_t)got)
        if (at + (size_t)got > expected.size || memcmp(part, expected.data + at, (size_t)got) != 0)
            return false;
    return at == expected.size;
}

static bool write_drafts(struct draft *drafts, const char *folder, const struct host_file *files, int count, struct error *e) {
    for (int i = 0; i < count; i++) {
        if (!open_draft(&drafts[i], folder) || !write_all(drafts[i].file, files[i].bytes) || fsync(drafts[i].file) != 0)
            return world_error(e, drafts[i].path, "cannot be written");
        if (!reads_back(drafts[i].file, files[i].bytes))
            return error_set(e, ERROR_WORLD, "%s: does not hold what was written; use another folder or stick", drafts[i].path);
    }
    return true;
}

static bool name_drafts(struct draft *drafts, int count, struct error *e) {
    for (int i = 0; i < count; i++)
        if (!name_draft(&drafts[i]))
            return world_error(e, drafts[i].path, "cannot be given its name");
    return true;
}

/* Names are given when every file is whole. Should one fail, those given before are taken back:
 * a note in one format alone would be half a note. */
static void clear_drafts(struct draft *drafts, int count, bool ok) {
    for (int i = 0; i < count; i++) {
        if (drafts[i].named)
            unlink(drafts[i].part);
        if (drafts[i].done && !ok)
            unlink(drafts[i].path);
        if (drafts[i].file >= 0)
            close(drafts[i].file);
    }
}

static void sync_folder(const char *path) {
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    fsync(folder);
    close(folder);
}

static bool write_files(void *self, const char *folder, const struct host_file *files, int count, struct error *e) {
    struct arena a = { 0 };
    struct draft *drafts = arena_alloc(&a, (size_t)count, sizeof *drafts);
    bool made = false;
    (void)self;
    for (int i = 0; i < count; i++)
        drafts[i] = (struct draft){
            .path = arena_printf(&a, "%s/%s", folder, files[i].name),
            .part = arena_printf(&a, "%s/.%s.part", folder, files[i].name),
            .file = -1,
        };
    bool ok = make_folder(&a, folder, &made, e) && refuse_existing(drafts, count, e) && write_drafts(drafts, folder, files, count, e)
              && name_drafts(drafts, count, e);
    clear_drafts(drafts, count, ok);
    if (ok)
        sync_folder(folder);
    if (ok && made)
        sync_folder(arena_printf(&a, "%s/..", folder));
    if (!ok && made)
        rmdir(folder); /* nothing is left of what failed */
    arena_free(&a);
    return ok;
}

/* The new file is whole and on disk before it takes the name of the old one. */
static bool replace_draft(const char *part, const char *path, struct bytes text, struct error *e) {
    unlink(part); /* left by a run that was killed */
    int file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool ok = file >= 0 && write_all(file, text) && fsync(file) == 0 && rename(part, path) == 0;
    if (!ok)
        world_error(e, path, "cannot be written");
    if (file >= 0)
        close(file);
    if (file >= 0 && !ok)
        unlink(part);
    return ok;
}

static bool replace_file(void *self, const char *path, struct bytes text, struct error *e) {
    struct arena a = { 0 };
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *folder = slash ? arena_copy(&a, path, slash == path ? 1 : (size_t)(slash - path)) : ".";
    bool made;
    (void)self;
    bool ok = make_folder(&a, folder, &made, e) && replace_draft(arena_printf(&a, "%s/.%s.part", folder, name), path, text, e);
    if (ok)
        sync_folder(folder);
    arena_free(&a);
    return ok;
}

/* ---- the rest */

static bool now(void *self, struct date_time *out, struct error *e) {
    time_t seconds = time(NULL);
    struct tm local;
    (void)self;
    if (seconds == (time_t)-1 || !localtime_r(&seconds, &local))
        return error_set(e, ERROR_WORLD, "the clock of this machine cannot be read");
    *out = date_from_seconds((int64_t)seconds, (int)(local.tm_gmtoff / 60));
    return true;
}

static bool random_bytes(void *self, unsigned char *out, size_t size, struct error *e) {
    (void)self;
    if (getrandom(out, size, 0) == (ssize_t)size)
        return true;
    return error_set(e, ERROR_WORLD, "this machine gives no random numbers");
}

static bool print(void *self, enum host_stream stream, struct bytes text) {
    (void)self;
    return write_all(stream == HOST_OUT ? STDOUT_FILENO : STDERR_FILENO, text);
}

static const char *find_program_folder(struct arena *a, const char *program) {
    char path[4096];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
    if (size > 0)
        path[size] = '\0';
    else
        snprintf(path, sizeof path, "%s", program);
    char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    *slash = '\0';
    return arena_string(a, path);
}

#define MACHINE_CONTACTS "/etc/waymark/contacts.json"

/* A folder that a variable names, or NULL: a name that is not whole is of no use. */
static const char *folder_of(const char *variable) {
    const char *value = getenv(variable);
    return value && value[0] == '/' ? value : NULL;
}

static const char *find_settings_file(struct arena *a) {
    const char *config = folder_of("XDG_CONFIG_HOME"), *home = folder_of("HOME");
    if (config)
        return arena_printf(a, "%s/waymark/settings.json", config);
    return home ? arena_printf(a, "%s/.config/waymark/settings.json", home) : NULL;
}

/* Of the user, else of the machine. */
static const char *find_contacts_file(struct arena *a) {
    const char *settings = find_settings_file(a), *slash = settings ? strrchr(settings, '/') : NULL;
    const char *own = slash ? arena_printf(a, "%.*s/contacts.json", (int)(slash - settings), settings) : NULL;
    if (own && access(own, F_OK) == 0)
        return own;
    return access(MACHINE_CONTACTS, F_OK) == 0 ? MACHINE_CONTACTS : NULL;
}

/* Desktops keep the name of the folder, which is translated, in a file: XDG_DOCUMENTS_DIR="$HOME/Dokumente". */
static const char *documents_of_desktop(struct arena *a, const char *home) {
    static const char key[] = "\nXDG_DOCUMENTS_DIR=\"$HOME/";
    const char *config = folder_of("XDG_CONFIG_HOME");
    const char *path = config ? arena_printf(a, "%s/user-dirs.dirs", config) : arena_printf(a, "%s/.config/user-dirs.dirs", home);
    struct error e = { 0 };
    struct bytes text;
    if (!read_file(NULL, a, path, 64 * 1024, &text, &e))
        return NULL;
    const char *whole = arena_printf(a, "\n%.*s", (int)text.size, text.data), *at = strstr(whole, key);
    const char *name = at ? at + strlen(key) : "";
    size_t size = strcspn(name, "\"\\\n");
    const char *folder = size > 0 && name[size] == '"' ? arena_printf(a, "%s/%.*s", home, (int)size, name) : NULL;
    return folder && is_folder(NULL, folder) ? folder : NULL;
}

static const char *find_documents_folder(struct arena *a) {
    const char *documents = folder_of("XDG_DOCUMENTS_DIR"), *home = folder_of("HOME");
    if (documents)
        return arena_string(a, documents);
    if (!home)
        return "."; /* never one that all may read, like that for passing files */
    documents = documents_of_desktop(a, home);
    if (documents)
        return documents;
    const char *usual = arena_printf(a, "%s/Documents", home);
    return is_folder(NULL, usual) ? usual : arena_string(a, home);
}

struct host posix_host(struct arena *a, const char *program) {
    return (struct host){
        .program_folder = find_program_folder(a, program),
        .read_file = read_file,
        .list_folder = list_folder,
        .is_folder = is_folder,
        .write_files = write_files,
        .now = now,
        .random = random_bytes,
        .print = print,
        .preferences_file = find_settings_file(a),
        .contacts_file = find_contacts_file(a),
        .documents_folder = find_documents_folder(a),
        .replace_file = replace_file,
    };
}

void posix_keep_memory_private(void) {
    /* One byte: less than any core, and the value with which the kernel starts no program for it (core(5)),
     * which it would with 0. */
    const struct rlimit none = { 1, 1 };
    setrlimit(RLIMIT_CORE, &none);
}
