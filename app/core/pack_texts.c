/* The texts of a pack, found by the tables that read it: what the program can show is what
 * translators get, because both come from one place. */
#include "core/pack.h"
#include "core/session.h"

#include "base/language.h"

#include <string.h>

struct walk {
    struct arena *arena;
    pack_texts *texts;
    int capacity;
};

static void add(struct walk *w, const struct record *record, const struct field *field, const void *item) {
    const struct origin *origin = item;
    const char *text = record_text(field, item);
    if (!text)
        return;
    w->texts->items = arena_grow(w->arena, w->texts->items, w->texts->count, &w->capacity, sizeof *w->texts->items);
    w->texts->items[w->texts->count++] = (struct pack_text){
        .kind = record->kind,
        .id = record_id(record, item),
        .field = field->key,
        .text = text,
        .file = origin->file,
        .line = origin->line,
        .path = arena_printf(w->arena, "%s%s%s", origin->path, origin->path[0] ? "/" : "", field->key),
    };
}

static void walk_record(struct walk *w, const struct record *record, const void *item);

static void walk_list(struct walk *w, const struct record *record, const void *list) {
    const LIST(const char) *items = list;
    for (int i = 0; i < items->count; i++)
        walk_record(w, record, items->items + (size_t)i * record->size);
}

static void walk_record(struct walk *w, const struct record *record, const void *item) {
    for (int i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const void *member = (const char *)item + field->at;
        if (field->kind == FIELD_TEXT && field->flags & FIELD_TRANSLATED)
            add(w, record, field, item);
        else if (field->kind == FIELD_RECORD)
            walk_record(w, field->record, member);
        else if (field->kind == FIELD_RECORDS)
            walk_list(w, field->record, member);
    }
}

pack_texts pack_list_texts(struct arena *a, const struct pack *p) {
    pack_texts texts = { 0 };
    struct walk w = { .arena = a, .texts = &texts };
    for (const struct pack_layout *l = pack_layouts; l->name; l++) {
        const void *part = (const char *)p + l->at;
        if (l->name[strlen(l->name) - 1] == '/')
            walk_list(&w, l->record, part);
        else
            walk_record(&w, l->record, part);
    }
    return texts;
}

line_list pack_lines_at(struct arena *a, const line_list *lines, int place_kind) {
    line_list shown = { arena_alloc(a, (size_t)lines->count, sizeof *shown.items), 0 };
    for (int i = 0; i < lines->count; i++)
        if (!lines->items[i].settings || lines->items[i].settings & BIT(place_kind))
            shown.items[shown.count++] = lines->items[i];
    return shown;
}

const struct danger_at *pack_danger_at(const struct danger_question *q, int place_kind) {
    for (int i = 0; i < q->at.count; i++)
        if (q->at.items[i].settings & BIT(place_kind))
            return &q->at.items[i];
    return NULL;
}

const struct hidden_page *pack_hidden_page(const struct pack *p, int place_kind) {
    for (int i = 0; i < p->hidden.count; i++)
        if (p->hidden.items[i].settings & BIT(place_kind))
            return &p->hidden.items[i];
    return &p->hidden.items[0];
}

const char *pack_language_name(const struct pack *p, const struct language *l, const char *code) {
    for (int i = 0; i < p->languages.languages.count; i++)
        if (!strcmp(p->languages.languages.items[i].code, code))
            return content_text(l, "spoken language", code, "name", p->languages.languages.items[i].name);
    return code;
}

bool pack_is_eu(const struct pack *p, const char *code) {
    const char *codes = p->about.eu_states;
    for (struct bytes eu; session_next_code(&codes, &eu);)
        if (strlen(code) == eu.size && !memcmp(eu.data, code, eu.size))
            return true;
    return false;
}

const char *pack_state_name(const struct pack *p, const struct language *l, const char *code) {
    for (int i = 0; i < p->states.states.count; i++)
        if (!strcmp(p->states.states.items[i].code, code))
            return content_text(l, "state", code, "name", p->states.states.items[i].name);
    return code;
}
