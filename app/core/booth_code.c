#include "core/booth_code.h"

#include "core/fact.h"

#include <string.h>

#define LETTERS 4
#define ROW_STATES 3
#define ALPHABET 20
#define DANGERS_MAX 2 /* tiles that the danger of the booth stands for */

/* Consonants: no words. */
static const char alphabet[] = "BCDGPTVZFHKJLMNQSWRX";
static const int weights[LETTERS] = { 1, 3, 7, 9 };

static unsigned power(unsigned base, int count) {
    unsigned out = 1;
    while (count-- > 0)
        out *= base;
    return out;
}

/* How many different things the rows, danger and age can say. */
static unsigned contents(const struct setting *lane) {
    return power(ROW_STATES, lane->lane.count) * 4;
}

/* Only every so manieth number is a code. */
static unsigned step_of(const struct setting *lane) {
    return power(ALPHABET, LETTERS) / contents(lane);
}

/* Where the steps begin belongs to these rows: another content begins elsewhere. */
static unsigned begin_of(const struct setting *lane) {
    unsigned hash = 5381;
    for (int i = 0; i < lane->lane.count; i++)
        for (const char *at = lane->lane.items[i].id; *at; at++)
            hash = hash * 33 + (unsigned char)*at;
    return hash % step_of(lane);
}

static int check_digit(const int *letters) {
    int sum = 0;
    for (int i = 0; i < LETTERS; i++)
        sum += weights[i] * letters[i];
    return sum % 10;
}

static int row_digit(enum state state) {
    return state == STATE_NOTED ? 1 : state == STATE_NOT_NOTED ? 2 : 0;
}

const char *booth_code_write(const struct setting *lane, const struct booth *b, char out[BOOTH_CODE_SIZE]) {
    unsigned number = 0;
    int letters[LETTERS];
    for (int i = 0; i < lane->lane.count; i++)
        number = number * ROW_STATES + (unsigned)row_digit(b->rows[i]);
    number = (number * 4 + (b->danger ? 2 : 0) + (b->child ? 1 : 0)) * step_of(lane) + begin_of(lane);
    for (int i = LETTERS - 1; i >= 0; i--, number /= ALPHABET) {
        letters[i] = (int)(number % ALPHABET);
        out[i] = alphabet[letters[i]];
    }
    out[LETTERS] = ' ';
    out[LETTERS + 1] = (char)('0' + check_digit(letters));
    out[LETTERS + 2] = '\0';
    return out;
}

/* The letters and the digit of what was typed; false if there are more or others. */
static bool take_apart(const char *text, int *letters, int *digit) {
    int count = 0;
    *digit = -1;
    for (; *text; text++) {
        char c = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
        const char *at = strchr(alphabet, c);
        if (c == ' ' || c == '-')
            continue;
        if (count < LETTERS && at)
            letters[count++] = (int)(at - alphabet);
        else if (count == LETTERS && *digit < 0 && c >= '0' && c <= '9')
            *digit = c - '0';
        else
            return false;
    }
    return count == LETTERS && *digit >= 0;
}

bool booth_code_read(const struct setting *lane, const char *text, struct booth *out) {
    static const enum state states[] = { STATE_NOT_ASKED, STATE_NOTED, STATE_NOT_NOTED };
    int letters[LETTERS], digit;
    unsigned number = 0;
    *out = (struct booth){ .danger = false };
    if (!take_apart(text, letters, &digit) || digit != check_digit(letters))
        return false;
    for (int i = 0; i < LETTERS; i++)
        number = number * ALPHABET + (unsigned)letters[i];
    if (number % step_of(lane) != begin_of(lane) || number / step_of(lane) >= contents(lane))
        return false;
    number /= step_of(lane);
    out->child = number % 2;
    out->danger = number / 2 % 2;
    number /= 4;
    for (int i = lane->lane.count - 1; i >= 0; i--, number /= ROW_STATES)
        out->rows[i] = states[number % ROW_STATES];
    return true;
}

const struct setting *booth_lane(const struct pack *p) {
    for (int i = 0; i < p->settings.count; i++)
        if (p->settings.items[i].lane.count > 0)
            return &p->settings.items[i];
    return NULL;
}

int booth_danger_count(const struct setting *lane) {
    return lane->tiles.count < DANGERS_MAX ? lane->tiles.count : DANGERS_MAX;
}

static bool is_danger(const struct setting *lane, const struct session *s) {
    for (int i = 0; i < booth_danger_count(lane); i++)
        if (session_danger(s, lane->tiles.items[i].index) == DANGER_UNSURE)
            return true;
    return false;
}

struct booth booth_of(const struct session *s) {
    const struct setting *lane = &s->pack->settings.items[s->setting];
    struct booth b = { .danger = is_danger(lane, s), .child = session_fact(s, FACT_AGE) == fact_value_find(FACT_AGE, "maybe-child") };
    for (int i = 0; i < lane->lane.count; i++)
        b.rows[i] = session_sign(s, lane->lane.items[i].sign.index);
    return b;
}

struct slot booth_noted(const struct lane_row *row, const struct language *l) {
    const char *remark = content_text(l, "lane row", row->id, "remark", row->remark);
    return (struct slot){ .value = STATE_NOTED, .known = BIT(row->known), .remark = remark };
}

void booth_apply(const struct setting *lane, const struct booth *b, struct session *s, const struct language *l) {
    if (b->child)
        session_set(s, SLOT_FACT, FACT_AGE, (struct slot){ .value = fact_value_find(FACT_AGE, "maybe-child") });
    for (int i = 0; b->danger && i < booth_danger_count(lane); i++)
        session_set(s, SLOT_DANGER, lane->tiles.items[i].index, (struct slot){ .value = DANGER_UNSURE });
    for (int i = 0; i < lane->lane.count; i++) {
        const struct lane_row *row = &lane->lane.items[i];
        if (b->rows[i] == STATE_NOTED)
            session_set(s, SLOT_SIGN, row->sign.index, booth_noted(row, l));
        else if (b->rows[i] == STATE_NOT_NOTED)
            session_set(s, SLOT_SIGN, row->sign.index, (struct slot){ .value = STATE_NOT_NOTED });
    }
}
