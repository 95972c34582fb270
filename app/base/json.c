#include "base/json.h"

#include "base/ids.h"
#include "base/utf8.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The strict scan. It walks the same text cJSON will parse and notes the line of each value
 * in the order of the file, which is also the order of cJSON's tree. */
struct scan {
    const char *at, *end;
    int line, depth;
    struct arena *arena;
    int *lines;
    int count, capacity;
    const char *why;
};

static bool refuse(struct scan *s, const char *why) {
    if (!s->why)
        s->why = why;
    return false;
}

static void skip_space(struct scan *s) {
    while (s->at < s->end && (*s->at == ' ' || *s->at == '\t' || *s->at == '\n' || *s->at == '\r'))
        s->line += *s->at++ == '\n';
}

static bool next_is(const struct scan *s, char c) {
    return s->at < s->end && *s->at == c;
}

static bool digit_at(const struct scan *s) {
    return s->at < s->end && *s->at >= '0' && *s->at <= '9';
}

static bool take(struct scan *s, char c) {
    if (!next_is(s, c))
        return false;
    s->at++;
    return true;
}

static bool scan_word(struct scan *s, const char *word) {
    size_t size = strlen(word);
    if ((size_t)(s->end - s->at) < size || memcmp(s->at, word, size) != 0)
        return refuse(s, "not a JSON value");
    s->at += size;
    return true;
}

static bool scan_number(struct scan *s) {
    const char *from = s->at;
    take(s, '-');
    if (take(s, '0')) {
        if (digit_at(s))
            return refuse(s, "a number begins with 0");
    } else if (!digit_at(s)) {
        return refuse(s, "not a JSON value");
    }
    while (digit_at(s))
        s->at++;
    if (take(s, '.') && !digit_at(s))
        return refuse(s, "a number ends with a point");
    while (digit_at(s))
        s->at++;
    if (take(s, 'e') || take(s, 'E')) {
        if (!take(s, '+'))
            take(s, '-');
        if (!digit_at(s))
            return refuse(s, "a number has no exponent");
        while (digit_at(s))
            s->at++;
    }
    char copy[64];
    size_t size = (size_t)(s->at - from);
    if (size >= sizeof copy)
        return refuse(s, "a number is too long");
    memcpy(copy, from, size);
    copy[size] = '\0';
    return isfinite(strtod(copy, NULL)) || refuse(s, "a number is too large");
}

static bool scan_hex(struct scan *s, unsigned *unit) {
    *unit = 0;
    if (s->end - s->at < 4)
        return refuse(s, "a \\u escape is cut");
    for (int i = 0; i < 4; i++) {
        char c = *s->at++;
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0)
            return refuse(s, "a \\u escape has no four hexadecimal digits");
        *unit = *unit << 4 | (unsigned)digit;
    }
    return true;
}

static bool scan_unicode_escape(struct scan *s) {
    unsigned unit, low;
    if (!scan_hex(s, &unit))
        return false;
    if (unit == 0)
        return refuse(s, "\\u0000 is not allowed");
    if (unit >= 0xDC00 && unit <= 0xDFFF)
        return refuse(s, "a surrogate stands alone");
    if (unit < 0xD800 || unit > 0xDBFF)
        return true;
    if (!take(s, '\\') || !take(s, 'u') || !scan_hex(s, &low) || low < 0xDC00 || low > 0xDFFF)
        return refuse(s, "a surrogate stands alone");
    return true;
}

static bool scan_text(struct scan *s) {
    s->at++;
    while (s->at < s->end) {
        unsigned char c = (unsigned char)*s->at++;
        if (c == '"')
            return true;
        if (c < 0x20)
            return refuse(s, "a control character or line end stands inside a text");
        if (c != '\\')
            continue;
        if (s->at == s->end)
            break;
        c = (unsigned char)*s->at++;
        if (c == 'u' ? !scan_unicode_escape(s) : !c || !strchr("\"\\/bfnrt", c))
            return refuse(s, "an escape in a text is unknown");
    }
    return refuse(s, "a text is not closed");
}

static void note_line(struct scan *s) {
    s->lines = arena_grow(s->arena, s->lines, s->count, &s->capacity, sizeof *s->lines);
    s->lines[s->count++] = s->line;
}

static bool scan_value(struct scan *s);

static bool scan_members(struct scan *s, char close, bool keys) {
    s->at++;
    if (++s->depth > JSON_MAX_DEPTH)
        return refuse(s, "nested more than 64 deep");
    skip_space(s);
    if (!take(s, close)) {
        do {
            skip_space(s);
            /* A member stands where its key does, which may be lines before its value. */
            int value = s->count, line = s->line;
            if (keys && (!next_is(s, '"') || !scan_text(s)))
                return refuse(s, "a key in double quotes is missing");
            skip_space(s);
            if (keys && !take(s, ':'))
                return refuse(s, "a colon is missing after a key");
            if (!scan_value(s))
                return false;
            s->lines[value] = line;
            skip_space(s);
        } while (take(s, ','));
        if (!take(s, close))
            return refuse(s, "a comma or a closing bracket is missing");
    }
    s->depth--;
    return true;
}

static bool scan_value(struct scan *s) {
    skip_space(s);
    if (s->at == s->end)
        return refuse(s, "the text ends too early");
    note_line(s);
    switch (*s->at) {
    case '{': return scan_members(s, '}', true);
    case '[': return scan_members(s, ']', false);
    case '"': return scan_text(s);
    case 't': return scan_word(s, "true");
    case 'f': return scan_word(s, "false");
    case 'n': return scan_word(s, "null");
    default: return scan_number(s);
    }
}

static bool scan(struct scan *s) {
    if (!scan_value(s))
        return false;
    skip_space(s);
    return s->at == s->end || refuse(s, "something follows after the end");
}

/* From cJSON's tree to ours. */
struct build {
    struct arena *arena;
    const int *lines;
    int at;
    struct json_fault *fault;
};

static bool has_duplicate_key(struct build *b, const struct json *object) {
    struct id *keys = arena_alloc(b->arena, (size_t)object->count, sizeof *keys);
    for (int i = 0; i < object->count; i++)
        keys[i] = (struct id){ object->items[i].key, i };
    struct ids sorted = ids_sort(keys, object->count);
    int at = ids_next_duplicate(&sorted, 0);
    if (at < 0)
        return false;
    *b->fault =
        (struct json_fault){ object->items[sorted.items[at].index].line, "a key stands twice in one object", sorted.items[at].name };
    return true;
}

static bool build_value(struct build *b, const cJSON *from, struct json *to);

static bool build_items(struct build *b, const cJSON *from, struct json *to) {
    for (const cJSON *item = from->child; item; item = item->next)
        to->count++;
    struct json *items = arena_alloc(b->arena, (size_t)to->count, sizeof *items);
    to->items = items;
    for (const cJSON *item = from->child; item; item = item->next, items++) {
        items->key = item->string ? arena_string(b->arena, item->string) : NULL;
        if (!build_value(b, item, items))
            return false;
    }
    return to->kind != JSON_OBJECT || !has_duplicate_key(b, to);
}

static bool build_value(struct build *b, const cJSON *from, struct json *to) {
    to->line = b->lines[b->at++];
    if (cJSON_IsObject(from) || cJSON_IsArray(from)) {
        to->kind = cJSON_IsObject(from) ? JSON_OBJECT : JSON_LIST;
        return build_items(b, from, to);
    }
    if (cJSON_IsString(from)) {
        to->kind = JSON_TEXT;
        to->text = arena_string(b->arena, from->valuestring);
    } else if (cJSON_IsNumber(from)) {
        to->kind = JSON_NUMBER;
        to->number = from->valuedouble;
    } else if (cJSON_IsBool(from)) {
        to->kind = JSON_FLAG;
        to->flag = cJSON_IsTrue(from);
    }
    return true;
}

/* What a person said is not left behind in memory that is given back. */
static void overwrite(cJSON *value) {
    for (; value; value = value->next) {
        if (value->valuestring)
            memset(value->valuestring, 0, strlen(value->valuestring));
        overwrite(value->child);
    }
}

const struct json *json_parse(struct arena *a, struct bytes text, struct json_fault *fault) {
    if (text.size >= 3 && !memcmp(text.data, "\xEF\xBB\xBF", 3))
        text = (struct bytes){ text.data + 3, text.size - 3 };
    if (!text.size)
        text.data = "";
    struct scan s = { .at = text.data, .end = text.data + text.size, .line = 1, .arena = a };
    bool clean = utf8_valid(text) ? scan(&s) : refuse(&s, "not valid UTF-8");
    if (!clean) {
        *fault = (struct json_fault){ .line = s.why == NULL || !utf8_valid(text) ? 0 : s.line, .why = s.why };
        return NULL;
    }
    cJSON *parsed = cJSON_ParseWithLength(text.data, text.size);
    if (!parsed) {
        *fault = (struct json_fault){ .why = "cannot be parsed" };
        return NULL;
    }
    struct json *root = arena_alloc(a, 1, sizeof *root);
    struct build b = { .arena = a, .lines = s.lines, .fault = fault };
    bool built = build_value(&b, parsed, root);
    overwrite(parsed);
    cJSON_Delete(parsed);
    return built ? root : NULL;
}

const struct json *json_get(const struct json *object, const char *key) {
    if (!object || object->kind != JSON_OBJECT)
        return NULL;
    for (int i = 0; i < object->count; i++)
        if (!strcmp(object->items[i].key, key))
            return &object->items[i];
    return NULL;
}

static void write_text(struct buffer *out, const char *text) {
    buffer_add(out, "\"");
    for (const char *at = text; *at;) {
        size_t plain = 0;
        while ((unsigned char)at[plain] >= 0x20 && at[plain] != '"' && at[plain] != '\\' && at[plain] != 0x7F)
            plain++;
        buffer_add_bytes(out, at, plain);
        at += plain;
        if (*at == '"' || *at == '\\')
            buffer_printf(out, "\\%c", *at);
        else if (*at == '\n')
            buffer_add(out, "\\n");
        else if (*at == '\t')
            buffer_add(out, "\\t");
        else if (*at)
            buffer_printf(out, "\\u%04x", (unsigned)*at);
        at += *at != '\0';
    }
    buffer_add(out, "\"");
}

static void new_line(struct json_writer *w) {
    buffer_printf(w->out, "\n%*s", w->depth * 2, "");
}

static void begin_item(struct json_writer *w, const char *key) {
    if (w->has_item[w->depth])
        buffer_add(w->out, ",");
    if (w->depth)
        new_line(w);
    w->has_item[w->depth] = true;
    if (key) {
        write_text(w->out, key);
        buffer_add(w->out, ": ");
    }
}

static void open_container(struct json_writer *w, const char *key, const char *bracket) {
    begin_item(w, key);
    buffer_add(w->out, bracket);
    w->depth++;
    assert(w->depth < (int)(sizeof w->has_item / sizeof *w->has_item));
    w->has_item[w->depth] = false;
}

static void close_container(struct json_writer *w, const char *bracket) {
    bool filled = w->has_item[w->depth];
    w->depth--;
    if (filled)
        new_line(w);
    buffer_add(w->out, bracket);
}

void json_open_object(struct json_writer *w, const char *key) {
    open_container(w, key, "{");
}
void json_close_object(struct json_writer *w) {
    close_container(w, "}");
}
void json_open_list(struct json_writer *w, const char *key) {
    open_container(w, key, "[");
}
void json_close_list(struct json_writer *w) {
    close_container(w, "]");
}

void json_write_text(struct json_writer *w, const char *key, const char *text) {
    begin_item(w, key);
    if (text)
        write_text(w->out, text);
    else
        buffer_add(w->out, "null");
}

void json_write_int(struct json_writer *w, const char *key, int number) {
    begin_item(w, key);
    buffer_printf(w->out, "%d", number);
}

void json_write_flag(struct json_writer *w, const char *key, bool flag) {
    begin_item(w, key);
    buffer_add(w->out, flag ? "true" : "false");
}

static void write_number(struct json_writer *w, const char *key, double number) {
    if (number > -1e9 && number < 1e9 && number == (double)(int)number)
        json_write_int(w, key, (int)number);
    else {
        begin_item(w, key);
        buffer_printf(w->out, "%.17g", number);
    }
}

void json_write(struct json_writer *w, const char *key, const struct json *value) {
    switch (value ? value->kind : JSON_NULL) {
    case JSON_NULL: json_write_text(w, key, NULL); break;
    case JSON_FLAG: json_write_flag(w, key, value->flag); break;
    case JSON_NUMBER: write_number(w, key, value->number); break;
    case JSON_TEXT: json_write_text(w, key, value->text); break;
    case JSON_LIST:
        json_open_list(w, key);
        for (int i = 0; i < value->count; i++)
            json_write(w, NULL, &value->items[i]);
        json_close_list(w);
        break;
    case JSON_OBJECT:
        json_open_object(w, key);
        for (int i = 0; i < value->count; i++)
            json_write(w, value->items[i].key, &value->items[i]);
        json_close_object(w);
        break;
    }
}

void json_end(struct json_writer *w) {
    buffer_add(w->out, "\n");
}
