/* How fast the program is, each row beside a reference measured in the same run.
 *
 * A number alone says more about the machine than about the program, so each piece of work
 * stands beside a simple one over the same bytes: cJSON reading them, or a finished note added
 * to a buffer. Work and reference take turns, so that a busy machine slows both; the median of
 * the turns is shown. Giving the memory back is part of the work.
 *
 * The last rows show how time grows with a pack: the real signs again and again under new ids,
 * in one more group of the setting, until there are a thousand and ten thousand. */
#include "base/language.h"
#include "commands/pack_files.h"
#include "note/note.h"
#include "platform/posix.h"
#include "support.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TURN_SECONDS 0.3
#define TURNS 5

/* What there is to work on. Which members a piece of work needs shows in its function. */
struct subject {
    const struct pack_file *files;
    int file_count;
    const struct pack *pack;
    struct bytes answers;
    const struct session *session;
    const struct stamp *stamp;
    const struct assessment *assessment;
    int receiver;
    const struct note *note;
    const struct writer *writer;
    struct bytes text; /* the finished note */
};

struct work {
    const char *name;
    void (*run)(const struct subject *s, struct arena *a);
};

struct result {
    double seconds; /* of one run */
    size_t arena;   /* bytes handed out in one run */
};

/* ---- measuring */

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct result take_turn(const struct work *w, const struct subject *s) {
    struct result r = { 0 };
    double begin = now(), passed = 0;
    int runs = 0;
    for (; passed < TURN_SECONDS; passed = now() - begin, runs++) {
        struct arena a = { 0 };
        w->run(s, &a);
        r.arena = a.used;
        arena_free(&a);
    }
    r.seconds = passed / runs;
    return r;
}

static int compare_results(const void *a, const void *b) {
    const struct result *x = a, *y = b;
    return (x->seconds > y->seconds) - (x->seconds < y->seconds);
}

static struct result median(struct result turns[TURNS]) {
    qsort(turns, TURNS, sizeof *turns, compare_results);
    return turns[TURNS / 2];
}

static void print_header(void) {
    printf("%-26s %12s %10s %10s   %-22s %12s %8s\n", "work", "us/run", "runs/s", "arena KiB", "beside", "us/run", "times");
}

static void compare(const char *suffix, const struct work *w, const struct work *reference, const struct subject *s) {
    struct result own[TURNS], other[TURNS];
    char name[64];
    for (int i = 0; i < TURNS; i++) {
        own[i] = take_turn(w, s);
        other[i] = take_turn(reference, s);
    }
    struct result a = median(own), b = median(other);
    snprintf(name, sizeof name, "%s%s", w->name, suffix);
    printf("%-26s %12.1f %10.1f %10.1f   %-22s %12.2f %8.1f\n", name, a.seconds * 1e6, 1 / a.seconds, (double)a.arena / 1024,
           reference->name, b.seconds * 1e6, a.seconds / b.seconds);
    fflush(stdout);
}

/* ---- the work */

static void read_pack(const struct subject *s, struct arena *a) {
    struct problems problems = { .arena = a };
    pack_read(a, s->files, s->file_count, &problems);
}

static void read_answers(const struct subject *s, struct arena *a) {
    struct problems problems = { .arena = a };
    struct session session;
    session_read(a, s->pack, s->answers, "answers.json", &session, &problems);
}

static void assess_session(const struct subject *s, struct arena *a) {
    assess(a, s->pack, s->session, s->stamp);
}

static void make_note(const struct subject *s, struct arena *a) {
    note_make(a, s->pack, s->session, s->assessment, s->receiver, &language_english, s->stamp);
}

static void write_note(const struct subject *s, struct arena *a) {
    struct buffer out = { .arena = a };
    s->writer->write(s->note, &out);
}

static void parse_pack(const struct subject *s, struct arena *a) {
    (void)a;
    for (int i = 0; i < s->file_count; i++)
        cJSON_Delete(cJSON_ParseWithLength(s->files[i].text.data, s->files[i].text.size));
}

static void parse_answers(const struct subject *s, struct arena *a) {
    (void)a;
    cJSON_Delete(cJSON_ParseWithLength(s->answers.data, s->answers.size));
}

static void add_text(const struct subject *s, struct arena *a) {
    struct buffer out = { .arena = a };
    buffer_add(&out, s->text.data);
}

static const struct work pack_reading = { "read the pack", read_pack }, answers_reading = { "read answers", read_answers },
                         assessing = { "assess", assess_session }, note_making = { "make a note", make_note },
                         note_writing = { "write a note, ", write_note }, pack_parsing = { "cJSON, same files", parse_pack },
                         answers_parsing = { "cJSON, the answers", parse_answers }, text_adding = { "buffer_add, same note", add_text };

/* ---- what is worked on */

static _Noreturn void give_up(const char *why) {
    fprintf(stderr, "bench: %s\n", why);
    exit(1);
}

static struct pack_files read_files(struct arena *a) {
    struct host host = posix_host(a, "bench");
    struct pack_files files;
    struct error e = { 0 };
    if (!pack_files_load(&host, a, SOURCE_DIR "/content", PACK_TO_WORK, &files, &e))
        give_up(e.text);
    return files;
}

static void use_files(struct arena *a, struct subject *s, const struct pack_file *files, int count) {
    struct problems problems = { .arena = a };
    s->files = files;
    s->file_count = count;
    s->pack = pack_read(a, files, count, &problems);
    if (problems.count)
        give_up(problem_line(a, &problems.items[0]));
}

static void use_answers(struct arena *a, struct subject *s, const struct stamp *stamp) {
    struct problems problems = { .arena = a };
    struct session *session = arena_alloc(a, 1, sizeof *session);
    if (!session_read(a, s->pack, s->answers, "answers.json", session, &problems))
        give_up(problem_line(a, &problems.items[0]));
    s->session = session;
    s->stamp = stamp;
}

static const struct stamp *read_stamp(struct arena *a) {
    struct stamp *stamp = arena_alloc(a, 1, sizeof *stamp);
    struct error e = { 0 };
    if (!stamp_read(a, support_file(a, "tests/golden/stamp.json"), "stamp.json", stamp, &e))
        give_up(e.text);
    return stamp;
}

/* ---- larger packs */

static void write_sign(struct json_writer *w, struct arena *a, const struct pack *p, int number) {
    struct indicator copy = p->indicators.items[number % p->indicators.count];
    copy.id = arena_printf(a, "more-%d", number);
    record_write(w, NULL, pack_tables[TABLE_INDICATOR], &copy, &language_english);
}

static struct bytes write_block(struct arena *a, const struct pack *p, int more) {
    struct buffer out = { .arena = a };
    struct json_writer w = { .out = &out };
    json_open_object(&w, NULL);
    json_write_text(&w, "block", "More");
    json_write_text(&w, "title", "More signs");
    json_write_text(&w, "intro", "The real signs again.");
    json_open_list(&w, "indicators");
    for (int i = 0; i < more; i++)
        write_sign(&w, a, p, i);
    json_close_list(&w);
    json_close_object(&w);
    json_end(&w);
    return buffer_bytes(&out);
}

static struct refs list_signs(struct arena *a, int more) {
    struct refs refs = { .items = arena_alloc(a, (size_t)more, sizeof *refs.items), .count = more };
    for (int i = 0; i < more; i++)
        refs.items[i].id = arena_printf(a, "more-%d", i);
    return refs;
}

static struct bytes write_setting(struct arena *a, const struct setting *real, int more) {
    struct buffer out = { .arena = a };
    struct json_writer w = { .out = &out };
    struct setting copy = *real;
    copy.groups.items = arena_alloc(a, (size_t)real->groups.count + 1, sizeof *copy.groups.items);
    memcpy(copy.groups.items, real->groups.items, (size_t)real->groups.count * sizeof *copy.groups.items);
    copy.groups.items[copy.groups.count++] = (struct group){ .id = "more", .title = "More", .signs = list_signs(a, more) };
    record_write(&w, NULL, pack_tables[TABLE_SETTING], &copy, &language_english);
    json_end(&w);
    return buffer_bytes(&out);
}

/* The real files, with that of the setting written anew and a block more. */
static void use_larger_pack(struct arena *a, struct subject *s, const struct subject *real, int signs) {
    const struct setting *setting = &real->pack->settings.items[real->session->setting];
    int more = signs - real->pack->indicators.count;
    struct pack_file *files = arena_alloc(a, (size_t)real->file_count + 1, sizeof *files);
    memcpy(files, real->files, (size_t)real->file_count * sizeof *files);
    for (int i = 0; i < real->file_count; i++)
        if (!strcmp(files[i].name, setting->origin.file))
            files[i].text = write_setting(a, setting, more);
    files[real->file_count] = (struct pack_file){ "indicators/more.json", write_block(a, real->pack, more) };
    use_files(a, s, files, real->file_count + 1);
}

/* ---- the rows */

static void compare_pack(const char *suffix, const struct subject *s) {
    compare(suffix, &pack_reading, &pack_parsing, s);
    compare(suffix, &answers_reading, &answers_parsing, s);
    compare(suffix, &assessing, &answers_parsing, s);
}

static void compare_writer(const struct subject *s, struct arena *a, const struct writer *writer) {
    struct subject with = *s;
    struct buffer out = { .arena = a };
    writer->write(s->note, &out);
    with.writer = writer;
    with.text = buffer_bytes(&out);
    if (!strcmp(writer->format, "txt")) /* once */
        compare("", &note_making, &text_adding, &with);
    compare(writer->format, &note_writing, &text_adding, &with);
}

static void compare_notes(const struct subject *s, struct arena *a) {
    struct subject with = *s;
    struct assessment r = assess(a, s->pack, s->session, s->stamp);
    with.assessment = &r;
    with.receiver = note_receiver(s->session, &r);
    struct note n = note_make(a, s->pack, s->session, &r, with.receiver, &language_english, s->stamp);
    with.note = &n;
    for (int i = 0; i < writer_count; i++)
        if (writers[i].write)
            compare_writer(&with, a, &writers[i]);
}

static void compare_larger(const struct subject *real, int signs) {
    struct arena a = { 0 };
    struct subject s = { .answers = real->answers };
    char suffix[32];
    snprintf(suffix, sizeof suffix, ", %d signs", signs);
    use_larger_pack(&a, &s, real, signs);
    use_answers(&a, &s, real->stamp);
    compare_pack(suffix, &s);
    arena_free(&a);
}

int main(void) {
    struct arena a = { 0 };
    struct pack_files files = read_files(&a);
    struct subject real = { .answers = support_file(&a, "tests/golden/adult/answers.json") };
    char suffix[32];
    use_files(&a, &real, files.items, files.count);
    use_answers(&a, &real, read_stamp(&a));
    snprintf(suffix, sizeof suffix, ", %d signs", real.pack->indicators.count);
    print_header();
    compare_pack(suffix, &real);
    compare_notes(&real, &a);
    compare_larger(&real, 1000);
    compare_larger(&real, 10000);
    arena_free(&a);
    return 0;
}
