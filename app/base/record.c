#include "base/record.h"

#include "base/utf8.h"

#include "base/language.h"

#include <stdarg.h>
#include <string.h>

void problem_at(struct problems *ps, const struct origin *at, const char *text) {
    problem_add(ps, at->file ? at->file : "", at->line, at->path ? at->path : "", "%s", text);
}

#define ID_MAX 64
#define TEXT_MAX 1000

int choices_find(const struct choices *c, const char *word) {
    for (int i = 0; i < c->count; i++)
        if (!strcmp(c->words[i], word))
            return i;
    return -1;
}

void record_problem(struct record_reader *r, const struct json *at, const char *path, const char *format, ...) {
    va_list args;
    va_start(args, format);
    problem_vadd(r->problems, r->file, at->line, path, format, args);
    va_end(args);
}

bool refs_have(const struct refs *refs, int index) {
    for (int i = 0; i < refs->count; i++)
        if (refs->items[i].index == index)
            return true;
    return false;
}

static void *member(void *to, const struct field *field) {
    return (char *)to + field->at;
}

static const void *const_member(const void *item, const struct field *field) {
    return (const char *)item + field->at;
}

const char *record_text(const struct field *field, const void *item) {
    return *(const char *const *)const_member(item, field);
}

static bool is_id(const char *text) {
    size_t size = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    return size > 0 && size <= ID_MAX && text[size] == '\0';
}

static bool is_text(struct record_reader *r, const struct json *from, const char *path) {
    if (from->kind == JSON_TEXT)
        return true;
    record_problem(r, from, path, "must be a text");
    return false;
}

/* `hint` says what else to do, or is NULL. */
static const char *read_id(struct record_reader *r, const struct json *from, const char *path, const char *hint) {
    if (!is_text(r, from, path))
        return NULL;
    if (is_id(from->text))
        return from->text;
    record_problem(r, from, path, "must be an id: letters, digits and hyphens, at most %d%s%s", ID_MAX, hint ? "; " : "", hint ? hint : "");
    return NULL;
}

static int characters(const char *text) {
    int count = 0;
    for (; *text; text++)
        count += (*text & 0xC0) != 0x80;
    return count;
}

static bool holds_control_character(const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7F)
            return true;
    return false;
}

/* What nobody sees, and what turns or stops the words that follow; 0: none. Line ends and tabs are told apart. */
static uint32_t disturbing_character(const char *text) {
    const char *end = text + strlen(text);
    while (text < end) {
        uint32_t c = utf8_next(&text, end);
        if (c >= 0x80 && utf8_disturbs(c))
            return c;
    }
    return 0;
}

const char *record_quote(struct record_reader *r, const struct json *value) {
    if (value->kind != JSON_TEXT || r->problems->count >= PROBLEMS_MAX)
        return "this";
    if (holds_control_character(value->text) || disturbing_character(value->text))
        return "a word with a control character";
    bool whole = strlen(value->text) <= ID_MAX;
    return arena_printf(r->arena, "\"%.*s%s\"", (int)utf8_fit(value->text, ID_MAX), value->text, whole ? "" : "...");
}

static const char *read_text(struct record_reader *r, const struct field *field, const struct json *from, const char *path) {
    if (!is_text(r, from, path))
        return NULL;
    const char *text = from->text;
    size_t size = strlen(text);
    int limit = field->limit ? field->limit : TEXT_MAX;
    if (size == 0 && field->flags & FIELD_EMPTY)
        return text;
    if (size == 0)
        record_problem(r, from, path, "must not be empty");
    else if (text[0] == ' ' || text[size - 1] == ' ')
        record_problem(r, from, path, "begins or ends with a blank");
    else if (holds_control_character(text))
        record_problem(r, from, path, "holds a line end, tab or other control character");
    else if (disturbing_character(text))
        record_problem(r, from, path, "holds U+%04X, which nobody sees and which disturbs the words behind it; delete it",
                       (unsigned)disturbing_character(text));
    else if (characters(text) > limit)
        record_problem(r, from, path, "has %d characters, at most %d are allowed", characters(text), limit);
    return text;
}

/* Empty once no more problems are kept, so that a hostile file cannot fill memory with it. */
const char *record_words(struct record_reader *r, const struct choices *c) {
    struct buffer b = { .arena = r->arena };
    for (int i = 0; i < c->count && r->problems->count < PROBLEMS_MAX; i++)
        buffer_printf(&b, "%s%s", i ? ", " : "", c->words[i]);
    return buffer_text(&b);
}

static int read_choice(struct record_reader *r, const struct choices *c, const struct json *from, const char *path) {
    if (!is_text(r, from, path))
        return -1;
    int index = choices_find(c, from->text);
    if (index < 0)
        record_problem(r, from, path, "%s is none of: %s", record_quote(r, from), record_words(r, c));
    return index;
}

static bool is_list(struct record_reader *r, const struct field *field, const struct json *from, const char *path) {
    if (from->kind != JSON_LIST)
        record_problem(r, from, path, "must be a list");
    else if (from->count == 0 && field->flags & FIELD_SOME)
        record_problem(r, from, path, "must not be empty");
    return from->kind == JSON_LIST;
}

static unsigned read_choices(struct record_reader *r, const struct field *field, const struct json *from, const char *path) {
    unsigned bits = 0;
    if (!is_list(r, field, from, path))
        return 0;
    for (int i = 0; i < from->count; i++) {
        int index = read_choice(r, field->choices, &from->items[i], path);
        if (index >= 0 && bits & 1u << index)
            record_problem(r, &from->items[i], path, "names %s twice", record_quote(r, &from->items[i]));
        if (index >= 0)
            bits |= 1u << index;
    }
    return bits;
}

static void read_ref(struct record_reader *r, const struct json *from, const char *path, int refers, const char *hint, struct ref *to) {
    *to = (struct ref){ read_id(r, from, path, hint), -1 };
    if (!to->id)
        return;
    r->pending = arena_grow(r->arena, r->pending, r->pending_count, &r->pending_capacity, sizeof *r->pending);
    r->pending[r->pending_count++] = (struct pending_ref){ to, refers, { r->file, from->line, path } };
}

void record_read_ref(struct record_reader *r, const struct json *from, const char *path, int refers, struct ref *to) {
    read_ref(r, from, path, refers, NULL, to);
}

static void read_refs(struct record_reader *r, const struct field *field, const struct json *from, const char *path, struct refs *to) {
    if (!is_list(r, field, from, path))
        return;
    if (field->every && from->count == 1 && from->items[0].kind == JSON_TEXT && !strcmp(from->items[0].text, field->every)) {
        to->every = true;
        return;
    }
    to->items = arena_alloc(r->arena, (size_t)from->count, sizeof *to->items);
    to->count = from->count;
    struct id *ids = arena_alloc(r->arena, (size_t)from->count, sizeof *ids);
    int count = 0;
    for (int i = 0; i < from->count; i++) {
        read_ref(r, &from->items[i], path, field->refers, field->hint, &to->items[i]);
        if (to->items[i].id)
            ids[count++] = (struct id){ to->items[i].id, i };
    }
    struct ids sorted = ids_sort(ids, count);
    for (int at = ids_next_duplicate(&sorted, 0); at >= 0; at = ids_next_duplicate(&sorted, at + 1))
        record_problem(r, from, path, "names %s twice", sorted.items[at].name);
}

static const struct field *id_field(const struct record *record) {
    for (int i = 0; i < record->field_count; i++)
        if (record->fields[i].kind == FIELD_ID)
            return &record->fields[i];
    return NULL;
}

const char *record_id(const struct record *record, const void *item) {
    const struct field *field = id_field(record);
    return field ? record_text(field, item) : NULL;
}

/* An editor finds "rules/R5/when" sooner than "rules/4/when". */
static const char *item_path(struct record_reader *r, const struct record *record, const struct json *item, const char *path, int index) {
    const struct field *field = id_field(record);
    const struct json *id = field ? json_get(item, field->key) : NULL;
    if (id && id->kind == JSON_TEXT && is_id(id->text))
        return arena_printf(r->arena, "%s/%s", path, id->text);
    return arena_printf(r->arena, "%s/%d", path, index);
}

static void refuse_equal_ids(struct record_reader *r, const struct record *record, const char *items, const struct json *from,
                             const char *path) {
    struct id *ids = arena_alloc(r->arena, (size_t)from->count, sizeof *ids);
    int count = 0;
    for (int i = 0; i < from->count; i++) {
        const char *id = record_id(record, items + (size_t)i * record->size);
        if (id)
            ids[count++] = (struct id){ id, i };
    }
    struct ids sorted = ids_sort(ids, count);
    for (int at = ids_next_duplicate(&sorted, 0); at >= 0; at = ids_next_duplicate(&sorted, at + 1))
        record_problem(r, &from->items[sorted.items[at].index], path, "the id %s stands twice", sorted.items[at].name);
}

static void read_records(struct record_reader *r, const struct field *field, const struct json *from, const char *path, void *to) {
    LIST(void) *list = to;
    if (!is_list(r, field, from, path))
        return;
    char *items = arena_alloc(r->arena, (size_t)from->count, field->record->size);
    list->items = items;
    list->count = from->count;
    for (int i = 0; i < from->count; i++)
        record_read(r, field->record, &from->items[i], item_path(r, field->record, &from->items[i], path, i),
                    items + (size_t)i * field->record->size);
    refuse_equal_ids(r, field->record, items, from, path);
}

static void read_number(struct record_reader *r, const struct field *field, const struct json *from, const char *path, int *to) {
    if (from->kind != JSON_NUMBER || from->number < 0 || from->number > field->limit || from->number != (int)from->number)
        record_problem(r, from, path, "must be a whole number from 0 to %d", field->limit);
    else
        *to = (int)from->number;
}

static void read_field(struct record_reader *r, const struct field *field, const struct json *from, const char *path, void *to) {
    switch (field->kind) {
    case FIELD_ID: *(const char **)to = read_id(r, from, path, field->hint); break;
    case FIELD_TEXT: *(const char **)to = read_text(r, field, from, path); break;
    case FIELD_CHOICE: {
        int index = read_choice(r, field->choices, from, path);
        *(int *)to = index < 0 ? 0 : index;
        break;
    }
    case FIELD_CHOICES: *(unsigned *)to = read_choices(r, field, from, path); break;
    case FIELD_FLAG:
        if (from->kind != JSON_FLAG)
            record_problem(r, from, path, "must be true or false");
        *(bool *)to = from->flag;
        break;
    case FIELD_NUMBER: read_number(r, field, from, path, to); break;
    case FIELD_RECORD: record_read(r, field->record, from, path, to); break;
    case FIELD_RECORDS: read_records(r, field, from, path, to); break;
    case FIELD_REF: read_ref(r, from, path, field->refers, field->hint, to); break;
    case FIELD_REFS: read_refs(r, field, from, path, to); break;
    case FIELD_JSON: *(const struct json **)to = from; break;
    case FIELD_OTHER: field->read(r, from, path, to); break;
    }
}

static const struct field *find_field(const struct record *record, const char *key) {
    for (int i = 0; i < record->field_count; i++)
        if (!strcmp(record->fields[i].key, key))
            return &record->fields[i];
    return NULL;
}

/* A key that could disturb a terminal is not shown. */
static void refuse_unknown_key(struct record_reader *r, const struct json *item, const char *path) {
    bool plain = !holds_control_character(item->key);
    record_problem(r, item, path, "unknown key%s%.*s", plain ? " " : "", plain ? (int)utf8_fit(item->key, ID_MAX) : 0, item->key);
}

void record_read(struct record_reader *r, const struct record *record, const struct json *from, const char *path, void *to) {
    memset(to, 0, record->size);
    *(struct origin *)to = (struct origin){ r->file, from->line, path };
    for (int i = 0; i < record->field_count; i++)
        if (record->fields[i].kind == FIELD_REF)
            ((struct ref *)member(to, &record->fields[i]))->index = -1;
    if (from->kind != JSON_OBJECT) {
        record_problem(r, from, path, "must be an object");
        return;
    }
    for (int i = 0; i < from->count; i++)
        if (!find_field(record, from->items[i].key))
            refuse_unknown_key(r, &from->items[i], path);
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json *value = json_get(from, field->key);
        if (!value && !(field->flags & FIELD_OPTIONAL))
            record_problem(r, from, path, "the key %s is missing", field->key);
        if (!value || (value->kind == JSON_NULL && field->flags & FIELD_NULLABLE))
            continue;
        read_field(r, field, value, arena_printf(r->arena, "%s%s%s", path, path[0] ? "/" : "", field->key), member(to, field));
    }
}

/* Left out where it may be: an empty list would say "nowhere" where all are meant. */
static void write_words(struct json_writer *w, const struct field *field, unsigned bits) {
    if (!bits && field->flags & FIELD_OPTIONAL)
        return;
    json_open_list(w, field->key);
    for (int i = 0; i < field->choices->count; i++)
        if (bits & 1u << i)
            json_write_text(w, NULL, field->choices->words[i]);
    json_close_list(w);
}

static void write_refs(struct json_writer *w, const struct field *field, const struct refs *refs) {
    json_open_list(w, field->key);
    if (refs->every)
        json_write_text(w, NULL, field->every);
    for (int i = 0; i < refs->count; i++)
        json_write_text(w, NULL, refs->items[i].id);
    json_close_list(w);
}

static void write_records(struct json_writer *w, const struct field *field, const void *from, const struct language *l) {
    const LIST(const char) *list = from;
    json_open_list(w, field->key);
    for (int i = 0; i < list->count; i++)
        record_write(w, NULL, field->record, list->items + (size_t)i * field->record->size, l);
    json_close_list(w);
}

static const char *text_in(const struct language *l, const struct record *record, const struct field *field, const void *item) {
    const char *text = record_text(field, item);
    return field->flags & FIELD_TRANSLATED ? content_text(l, record->kind, record_id(record, item), field->key, text) : text;
}

static void write_field(struct json_writer *w, const struct record *record, const struct field *field, const void *item,
                        const struct language *l) {
    const void *from = const_member(item, field);
    /* What may be missing and is missing is not written: read back, null would be a fault. */
    if (field->kind == FIELD_TEXT && field->flags & FIELD_OPTIONAL && !(field->flags & FIELD_NULLABLE) && !record_text(field, item))
        return;
    switch (field->kind) {
    case FIELD_ID:
    case FIELD_TEXT: json_write_text(w, field->key, text_in(l, record, field, item)); break;
    case FIELD_CHOICE: json_write_text(w, field->key, field->choices->words[*(const int *)from]); break;
    case FIELD_CHOICES: write_words(w, field, *(const unsigned *)from); break;
    case FIELD_FLAG: json_write_flag(w, field->key, *(const bool *)from); break;
    case FIELD_NUMBER: json_write_int(w, field->key, *(const int *)from); break;
    case FIELD_RECORD: record_write(w, field->key, field->record, from, l); break;
    case FIELD_RECORDS: write_records(w, field, from, l); break;
    case FIELD_REF: json_write_text(w, field->key, ((const struct ref *)from)->id); break;
    case FIELD_REFS: write_refs(w, field, from); break;
    case FIELD_JSON: json_write(w, field->key, *(const struct json *const *)from); break;
    case FIELD_OTHER: field->write(w, field->key, from); break;
    }
}

void record_write(struct json_writer *w, const char *key, const struct record *record, const void *item, const struct language *l) {
    json_open_object(w, key);
    for (int i = 0; i < record->field_count; i++)
        write_field(w, record, &record->fields[i], item, l);
    json_close_object(w);
}
