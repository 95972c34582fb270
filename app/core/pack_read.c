/* From the files of a content folder to a pack, by the tables of pack_tables.c. */
#include "core/pack.h"

#include "core/pack_conditions.h"

#include <string.h>

/* What is read before it is known to be whole. */
struct reading {
    struct record_reader reader;
    struct pack *pack;
    const struct pack_file *files;
    int count;
    bool *used;
    bool holes; /* a file is missing or cannot be read */
};

static bool is_folder(const char *name) {
    return name[strlen(name) - 1] == '/';
}

static bool is_in(const char *name, const char *folder) {
    return !strncmp(name, folder, strlen(folder));
}

/* What could not be read brings many false problems elsewhere: nothing else is looked at before. */
static void add_hole(struct reading *rd, const char *file, int line, const char *why) {
    rd->holes = true;
    problem_add(rd->reader.problems, file, line, "", "%s; mend this first, then check again", why);
}

static const char *fault_text(struct reading *rd, const struct json_fault *fault) {
    bool plain = fault->key && strspn(fault->key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen(fault->key);
    return plain && rd->reader.problems->count < PROBLEMS_MAX ? arena_printf(rd->reader.arena, "%s: %.64s", fault->why, fault->key)
                                                              : fault->why;
}

static void read_file(struct reading *rd, int index, const struct record *record, void *to) {
    const struct pack_file *file = &rd->files[index];
    struct json_fault fault;
    rd->used[index] = true;
    rd->reader.file = file->name;
    const struct json *root = json_parse(rd->reader.arena, file->text, &fault);
    if (root)
        record_read(&rd->reader, record, root, "", to);
    else
        add_hole(rd, file->name, fault.line, fault_text(rd, &fault));
}

static void read_single(struct reading *rd, const struct pack_layout *l, void *to) {
    for (int i = 0; i < rd->count; i++)
        if (!strcmp(rd->files[i].name, l->name)) {
            read_file(rd, i, l->record, to);
            return;
        }
    add_hole(rd, l->name, 0, "the file is missing");
}

static void read_folder(struct reading *rd, const struct pack_layout *l, void *to) {
    LIST(char) *list = to;
    int found = 0;
    for (int i = 0; i < rd->count; i++)
        found += is_in(rd->files[i].name, l->name);
    list->items = arena_alloc(rd->reader.arena, (size_t)found, l->record->size);
    for (int i = 0; i < rd->count; i++)
        if (is_in(rd->files[i].name, l->name))
            read_file(rd, i, l->record, list->items + (size_t)list->count++ * l->record->size);
    if (!found && !l->optional)
        add_hole(rd, l->name, 0, "the folder is missing or empty");
}

static void read_files(struct reading *rd) {
    for (const struct pack_layout *l = pack_layouts; l->name; l++) {
        void *to = (char *)rd->pack + l->at;
        if (is_folder(l->name))
            read_folder(rd, l, to);
        else
            read_single(rd, l, to);
    }
    for (int i = 0; i < rd->count; i++)
        if (!rd->used[i])
            problem_add(rd->reader.problems, rd->files[i].name, 0, "", "is no file of the content");
}

/* All blocks one after another. Copied once all refs are resolved: pending refs point into the
 * originals. */
static void gather_indicators(struct arena *a, struct pack *p) {
    int count = 0;
    for (int b = 0; b < p->blocks.count; b++)
        count += p->blocks.items[b].indicators.count;
    p->indicators.items = arena_alloc(a, (size_t)count, sizeof *p->indicators.items);
    for (int b = 0; b < p->blocks.count; b++)
        for (int i = 0; i < p->blocks.items[b].indicators.count; i++) {
            struct indicator *copy = &p->indicators.items[p->indicators.count++];
            *copy = p->blocks.items[b].indicators.items[i];
            copy->block = b;
        }
}

/* A growing list of ids of one kind of thing. */
struct id_list {
    struct arena *arena;
    struct id *items;
    const struct origin **origins;
    int count, capacity, origin_capacity;
};

static void add_id(struct id_list *l, const char *id, const struct origin *origin) {
    if (!id)
        return;
    l->items = arena_grow(l->arena, l->items, l->count, &l->capacity, sizeof *l->items);
    l->origins = arena_grow(l->arena, l->origins, l->count, &l->origin_capacity, sizeof *l->origins);
    l->origins[l->count] = origin;
    l->items[l->count] = (struct id){ id, l->count };
    l->count++;
}

#define ADD_IDS(list, from, member)           \
    for (int i_ = 0; i_ < (from).count; i_++) \
    add_id(&(list), (from).items[i_].member, &(from).items[i_].origin)

/* Sorts the ids and says which stand twice. In one file the reader of its list has said so already. */
static void refuse_equal(struct reading *rd, struct id_list *l, const char *what) {
    struct ids sorted = ids_sort(l->items, l->count);
    for (int at = ids_next_duplicate(&sorted, 0); at >= 0; at = ids_next_duplicate(&sorted, at + 1)) {
        const struct origin *o = l->origins[sorted.items[at].index], *first = l->origins[sorted.items[at - 1].index];
        if (strcmp(o->file, first->file) != 0)
            problem_add(rd->reader.problems, o->file, o->line, o->path, "the %s %s stands in %s already", what, sorted.items[at].name,
                        first->file);
    }
}

static void sort_ids(struct reading *rd, enum thing thing, struct id_list *l) {
    refuse_equal(rd, l, thing_names[thing]);
    rd->pack->ids[thing] = (struct ids){ l->items, l->count };
}

static void collect_ids(struct reading *rd) {
    struct pack *p = rd->pack;
    struct id_list lists[THING_COUNT];
    for (int i = 0; i < THING_COUNT; i++)
        lists[i] = (struct id_list){ .arena = rd->reader.arena };
    ADD_IDS(lists[THING_SOURCE], p->sources, key);
    for (int b = 0; b < p->blocks.count; b++)
        ADD_IDS(lists[THING_INDICATOR], p->blocks.items[b].indicators, id);
    ADD_IDS(lists[THING_ACTIVITY], p->activities.activities, id);
    ADD_IDS(lists[THING_FORM], p->forms.forms, id);
    ADD_IDS(lists[THING_MEASURE], p->measures, id);
    ADD_IDS(lists[THING_ROUTE], p->routes.routes, id);
    ADD_IDS(lists[THING_DANGER], p->dangers, id);
    ADD_IDS(lists[THING_OUTCOME], p->rules.outcomes, id);
    ADD_IDS(lists[THING_RULE], p->rules.rules, id);
    ADD_IDS(lists[THING_DEFINITION], p->rules.definitions, id);
    ADD_IDS(lists[THING_QUESTION], p->questions.child, id);
    ADD_IDS(lists[THING_FIELD], p->note.fields, id);
    ADD_IDS(lists[THING_GUARD], p->guards, id);
    ADD_IDS(lists[THING_SETTING], p->settings, id);
    for (int i = 0; i < THING_COUNT; i++)
        sort_ids(rd, (enum thing)i, &lists[i]);
}

/* Ids that nothing refers to must be single all the same. */
static void refuse_equal_files(struct reading *rd) {
    struct pack *p = rd->pack;
    struct id_list countries = { .arena = rd->reader.arena }, blocks = countries, cases = countries;
    ADD_IDS(countries, p->countries, id);
    ADD_IDS(blocks, p->blocks, id);
    for (int f = 0; f < p->case_files.count; f++)
        ADD_IDS(cases, p->case_files.items[f].cases, id);
    refuse_equal(rd, &countries, "country");
    refuse_equal(rd, &blocks, "block");
    refuse_equal(rd, &cases, "case");
}

/* So must those by which the screens look their words up. */
static void refuse_equal_words(struct reading *rd) {
    struct pack *p = rd->pack;
    struct id_list prompts = { .arena = rd->reader.arena }, help = prompts, boxes = prompts, languages = prompts, states = prompts;
    ADD_IDS(prompts, p->prompts.prompts, id);
    ADD_IDS(help, p->help, id);
    for (int i = 0; i < p->hidden.count; i++)
        ADD_IDS(boxes, p->hidden.items[i].boxes, id);
    ADD_IDS(languages, p->languages.languages, code);
    ADD_IDS(states, p->states.states, code);
    refuse_equal(rd, &prompts, "reminder");
    refuse_equal(rd, &help, "help text");
    refuse_equal(rd, &boxes, "hidden box");
    refuse_equal(rd, &languages, "language");
    refuse_equal(rd, &states, "state");
    struct id_list conduct = { .arena = rd->reader.arena }, rights = conduct;
    ADD_IDS(conduct, p->conduct, id);
    ADD_IDS(rights, p->rights, id);
    refuse_equal(rd, &conduct, "conduct rule");
    refuse_equal(rd, &rights, "right");
}

static void resolve_refs(struct reading *rd) {
    for (int i = 0; i < rd->reader.pending_count; i++) {
        struct pending_ref *pending = &rd->reader.pending[i];
        pending->ref->index = ids_find(&rd->pack->ids[pending->refers], pending->ref->id);
        if (pending->refers == THING_SOURCE && pending->ref->index >= 0)
            rd->pack->sources.items[pending->ref->index].cited = true;
        if (pending->ref->index < 0)
            problem_add(rd->reader.problems, pending->origin.file, pending->origin.line, pending->origin.path, "there is no %s %s",
                        thing_names[pending->refers], pending->ref->id);
    }
}

static void order_settings(struct pack *p) {
    for (int i = 1; i < p->settings.count; i++)
        for (int k = i; k > 0 && p->settings.items[k].order < p->settings.items[k - 1].order; k--) {
            struct setting kept = p->settings.items[k];
            p->settings.items[k] = p->settings.items[k - 1];
            p->settings.items[k - 1] = kept;
        }
}

static void index_settings(struct reading *rd) {
    struct pack *p = rd->pack;
    for (int s = 0; s < p->settings.count; s++) {
        struct setting *setting = &p->settings.items[s];
        struct id_list list = { .arena = rd->reader.arena };
        for (int g = 0; g < setting->groups.count; g++)
            for (int i = 0; i < setting->groups.items[g].signs.count; i++)
                add_id(&list, setting->groups.items[g].signs.items[i].id, &setting->groups.items[g].origin);
        setting->signs = ids_sort(list.items, list.count);
        int at = ids_next_duplicate(&setting->signs, 0);
        if (at >= 0) {
            const struct origin *group = list.origins[setting->signs.items[at].index];
            problem_add(rd->reader.problems, group->file, group->line, group->path, "the sign %s stands twice",
                        setting->signs.items[at].name);
        }
    }
}

/* Whoever writes to or calls a contact relies on this. */
static void refuse_contacts_without_a_way(struct reading *rd, const struct country *country) {
    for (int i = 0; i < country->contacts.count; i++) {
        const struct contact *c = &country->contacts.items[i];
        if (!c->number && !c->other)
            problem_at(rd->reader.problems, &c->origin,
                       "a contact needs a number or another way (other); what nobody has checked stands in to-check");
    }
}

static void check_contacts(struct reading *rd) {
    const struct pack *p = rd->pack;
    for (int c = 0; c < p->countries.count; c++)
        refuse_contacts_without_a_way(rd, &p->countries.items[c]);
    for (int o = 0; o < p->own.count; o++)
        for (int c = 0; c < p->own.items[o].countries.count; c++)
            refuse_contacts_without_a_way(rd, &p->own.items[o].countries.items[c]);
}

static void mark_own_contacts(struct pack *p) {
    for (int o = 0; o < p->own.count; o++)
        for (int c = 0; c < p->own.items[o].countries.count; c++)
            for (int i = 0; i < p->own.items[o].countries.items[c].contacts.count; i++)
                p->own.items[o].countries.items[c].contacts.items[i].own = true;
}

static void number_details(struct reading *rd) {
    struct pack *p = rd->pack;
    for (int i = 0; i < p->note.fields.count; i++) {
        struct note_field *f = &p->note.fields.items[i];
        if (f->values.count > 32)
            problem_add(rd->reader.problems, f->origin.file, f->origin.line, f->origin.path, "has more than 32 values");
        f->detail = f->source == NOTE_DERIVED || f->source == NOTE_FIXED ? -1 : p->detail_count++;
    }
}

/* Marks the signs that a condition names one by one; forms do not matter where no rule asks. */
static void mark_named(const struct expr *e, bool *named, bool *asks_forms) {
    *asks_forms = *asks_forms || e->match.forms.count > 0;
    for (int i = 0; i < e->match.ids.count; i++)
        if (e->match.ids.items[i].index >= 0)
            named[e->match.ids.items[i].index] = true;
    for (int i = 0; i < e->parts.count; i++)
        mark_named(&e->parts.items[i], named, asks_forms);
}

static void mark_named_by_rules(const struct pack *p, bool *named, bool *asks_forms) {
    for (int i = 0; i < p->rules.definitions.count; i++)
        mark_named(&p->rules.definitions.items[i].when, named, asks_forms);
    for (int i = 0; i < p->rules.rules.count; i++)
        for (int c = 0; c < p->rules.rules.items[i].clauses.count; c++)
            mark_named(&p->rules.rules.items[i].clauses.items[c].when, named, asks_forms);
}

/* What would raise the outcome is tried once for all signs that weigh the same, so that a
 * pack of ten thousand signs is no slower than the kinds of sign in it. */
static void number_alike(struct arena *a, struct pack *p) {
    int count = p->indicators.count;
    bool *named = arena_alloc(a, (size_t)count, sizeof *named);
    struct id *keys = arena_alloc(a, (size_t)count, sizeof *keys);
    bool asks_forms = false;
    mark_named_by_rules(p, named, &asks_forms);
    for (int i = 0; i < count; i++) {
        const struct indicator *x = &p->indicators.items[i];
        struct buffer key = { .arena = a };
        buffer_printf(&key, "%d.%d.%x.%x.%d.%x.%d.%d", x->strength.adult, x->strength.child, x->elements, x->known, x->dimension_number,
                      x->ordinary_with, x->who, named[i] ? i + 1 : 0);
        for (int f = 0; asks_forms && f < x->forms.count; f++)
            buffer_printf(&key, ".%d", x->forms.items[f].index);
        keys[i] = (struct id){ buffer_text(&key), i };
    }
    ids_sort(keys, count);
    for (int i = 0; i < count; i++) {
        if (i == 0 || strcmp(keys[i].name, keys[i - 1].name) != 0)
            p->alike_count++;
        p->indicators.items[keys[i].index].alike = p->alike_count - 1;
    }
}

const struct pack *pack_read(struct arena *a, const struct pack_file *files, int count, struct problems *problems) {
    struct reading *rd = arena_alloc(a, 1, sizeof *rd);
    rd->reader = (struct record_reader){ .arena = a, .problems = problems };
    rd->pack = arena_alloc(a, 1, sizeof *rd->pack);
    rd->files = files;
    rd->count = count;
    rd->used = arena_alloc(a, (size_t)count, sizeof *rd->used);
    read_files(rd);
    if (rd->holes)
        return rd->pack;
    collect_ids(rd);
    refuse_equal_files(rd);
    refuse_equal_words(rd);
    resolve_refs(rd);
    pack_check_conditions(a, rd->pack, problems);
    order_settings(rd->pack);
    index_settings(rd);
    number_details(rd);
    check_contacts(rd);
    mark_own_contacts(rd->pack);
    gather_indicators(a, rd->pack);
    number_alike(a, rd->pack);
    return rd->pack;
}

int pack_find(const struct pack *p, enum thing thing, const char *id) {
    return ids_find(&p->ids[thing], id);
}

const struct law_status *pack_law(const struct pack *p, const char *place, int instrument) {
    for (int c = 0; place && c < p->countries.count; c++)
        for (int i = 0; !strcmp(p->countries.items[c].id, place) && i < p->countries.items[c].law.count; i++)
            if (p->countries.items[c].law.items[i].instrument.index == instrument)
                return &p->countries.items[c].law.items[i];
    return NULL;
}

int pack_find_setting(const struct pack *p, const char *id) {
    for (int i = 0; i < p->settings.count; i++)
        if (!strcmp(p->settings.items[i].id, id))
            return i;
    return -1;
}
