#include "base/plural.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 40

const struct plural plural_english = { 2, "n != 1" };

/* A value, and whether a division by zero spoiled it. Both branches of ?: are computed, only
 * the chosen one may spoil the result. */
struct value {
    unsigned long number;
    bool spoiled;
};

struct parser {
    const char *at;
    unsigned long n;
    int depth;
    bool failed;
};

/* C's binary operators from loose to tight; longer ones first within a level. */
static const char *const operators[][5] = {
    { "||" }, { "&&" }, { "==", "!=" }, { "<=", ">=", "<", ">" }, { "+", "-" }, { "*", "/", "%" },
};
#define LEVELS ((int)(sizeof operators / sizeof *operators))

static void skip_space(struct parser *p) {
    while (*p->at == ' ' || *p->at == '\t')
        p->at++;
}

static bool take(struct parser *p, const char *word) {
    skip_space(p);
    size_t size = strlen(word);
    if (strncmp(p->at, word, size) != 0)
        return false;
    p->at += size;
    return true;
}

static const char *take_operator(struct parser *p, int level) {
    for (int i = 0; i < 5 && operators[level][i]; i++)
        if (take(p, operators[level][i]))
            return operators[level][i];
    return NULL;
}

static struct value fail(struct parser *p) {
    p->failed = true;
    return (struct value){ 0, true };
}

static struct value divide(const char *operator, struct value a, struct value b) {
    if (b.number == 0)
        return (struct value){ 0, true };
    return (struct value){ *operator== '/' ? a.number / b.number : a.number % b.number, a.spoiled || b.spoiled };
}

static struct value apply(const char *operator, struct value a, struct value b) {
    bool spoiled = a.spoiled || b.spoiled;
    switch (operator[0]) {
    case '|': return (struct value){ a.number || b.number, a.spoiled || (!a.number && b.spoiled) };
    case '&': return (struct value){ a.number && b.number, a.spoiled || (a.number && b.spoiled) };
    case '=': return (struct value){ a.number == b.number, spoiled };
    case '!': return (struct value){ a.number != b.number, spoiled };
    case '<': return (struct value){ operator[1] ? a.number <= b.number : a.number<b.number, spoiled };
    case '>': return (struct value){ operator[1] ? a.number >= b.number : a.number> b.number, spoiled };
    case '+': return (struct value){ a.number + b.number, spoiled };
    case '-': return (struct value){ a.number - b.number, spoiled };
    case '*': return (struct value){ a.number * b.number, spoiled };
    default: return divide(operator, a, b);
    }
}

static struct value read_choice(struct parser *p);

static struct value read_number(struct parser *p) {
    struct value v = { 0, false };
    int digits = 0;
    for (; *p->at >= '0' && *p->at <= '9'; digits++)
        v.number = v.number * 10 + (unsigned long)(*p->at++ - '0');
    return digits > 0 && digits < 9 ? v : fail(p);
}

static struct value read_primary(struct parser *p) {
    if (take(p, "n"))
        return (struct value){ p->n, false };
    if (take(p, "(")) {
        struct value inner = read_choice(p);
        return take(p, ")") ? inner : fail(p);
    }
    return read_number(p);
}

/* Any number of "!" in a row, without a call for each. */
static struct value read_unary(struct parser *p) {
    int negations = 0;
    for (skip_space(p); p->at[0] == '!' && p->at[1] != '='; skip_space(p)) {
        p->at++;
        negations++;
    }
    struct value v = read_primary(p);
    if (negations)
        v.number = negations % 2 ? !v.number : !!v.number;
    return v;
}

static struct value read_binary(struct parser *p, int level) {
    if (level == LEVELS)
        return read_unary(p);
    struct value left = read_binary(p, level + 1);
    for (const char *operator; !p->failed && (operator= take_operator(p, level)) != NULL;)
        left = apply(operator, left, read_binary(p, level + 1));
    return left;
}

static struct value read_choice(struct parser *p) {
    if (++p->depth > MAX_DEPTH || p->failed)
        return fail(p);
    struct value v = read_binary(p, 0);
    if (!p->failed && take(p, "?")) {
        struct value yes = read_choice(p);
        if (!take(p, ":"))
            return fail(p);
        struct value no = read_choice(p);
        bool spoiled = v.spoiled;
        v = v.number ? yes : no;
        v.spoiled = v.spoiled || spoiled;
    }
    p->depth--;
    return v;
}

static bool evaluate(const char *rule, unsigned long n, struct value *out) {
    struct parser p = { .at = rule, .n = n };
    *out = read_choice(&p);
    skip_space(&p);
    return !p.failed && *p.at == '\0';
}

bool plural_read(const char *header, struct plural *out) {
    const char *forms = strstr(header, "nplurals="), *rule = strstr(header, "plural=");
    if (!forms || !rule)
        return false;
    rule += strlen("plural=");
    size_t size = strcspn(rule, ";\n");
    /* Not by atoi: it would make a small number of one that is far too large. */
    long count = strtol(forms + strlen("nplurals="), NULL, 10);
    if (count < 1 || count > 8 || size >= sizeof out->rule)
        return false;
    out->forms = (int)count;
    memcpy(out->rule, rule, size);
    out->rule[size] = '\0';
    struct value unused;
    return evaluate(out->rule, 1, &unused);
}

int plural_form(const struct plural *p, unsigned long n) {
    struct value v;
    if (!evaluate(p->rule, n, &v) || v.spoiled || v.number >= (unsigned long)p->forms)
        return 0;
    return (int)v.number;
}
