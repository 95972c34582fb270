#include "core/pack_words.h"

#include "core/plain.h"

#include "base/utf8.h"

#include <string.h>

#define SENTENCE_WORDS 25
#define STORY_SENTENCES 3
#define BOX_WORDS 25
#define QUOTE_MAX 60
#define TAG_WORDS 3 /* ", does he not?"; what is longer is a question of its own */

struct check {
    struct arena *arena;
    const struct pack *pack;
    struct problems *problems;
};

#define PROBLEM(c, at, ...) problem_at((c)->problems, (at), arena_printf((c)->arena, __VA_ARGS__))

/* ---- words in a plain text (plain.h), as words of their own */

static bool is_word_part(char c) {
    return (c >= 'a' && c <= 'z') || (c & 0x80);
}

/* Does the text go on with this word? */
static bool begins_with(const char *text, struct bytes word) {
    return !strncmp(text, word.data, word.size) && !is_word_part(text[word.size]);
}

static bool holds(const char *text, struct bytes word) {
    for (const char *at = text; *at; at++)
        if ((at == text || !is_word_part(at[-1])) && begins_with(at, word))
            return true;
    return false;
}

/* The next of several words with commas between; false at the end. */
static bool next_word(const char **words, struct bytes *word) {
    *words += strspn(*words, ", ");
    *word = (struct bytes){ *words, strcspn(*words, ",") };
    *words += word->size;
    return word->size > 0;
}

/* The first of the words that the text holds, or begins with; empty if none. */
static struct bytes find_word(const char *text, const char *words, bool at_start) {
    for (struct bytes word; next_word(&words, &word);)
        if (at_start ? begins_with(text, word) : holds(text, word))
            return word;
    return (struct bytes){ "", 0 };
}

const struct forbidden *pack_forbidden(struct arena *scratch, const struct pack *p, const char *text) {
    const char *words = plain(scratch, text);
    for (int i = 0; i < p->about.forbidden.count; i++)
        if (!p->about.forbidden.items[i].may_stand_in && find_word(words, p->about.forbidden.items[i].words, false).size)
            return &p->about.forbidden.items[i];
    return NULL;
}

static void check_list(struct check *c, const struct origin *at, const char *words) {
    if (strcmp(plain(c->arena, words), words) != 0)
        PROBLEM(c, at, "write words to look for in small letters, with straight apostrophes and one blank between");
}

static void check_lists(struct check *c) {
    const struct pack_about *about = &c->pack->about;
    for (int i = 0; i < about->forbidden.count; i++)
        check_list(c, &about->forbidden.items[i].origin, about->forbidden.items[i].words);
    for (int i = 0; i < about->leading.count; i++)
        check_list(c, &about->leading.items[i].origin, about->leading.items[i].words);
    check_list(c, &about->origin, about->child_begins);
}

/* ---- sentences of a plain text */

/* The next sentence, or an empty one. It ends with one of `ends`, and quotes that close there, before a
 * blank; after a question mark always. */
static struct bytes next_sentence(const char **text, const char *ends) {
    const char *begin = *text + strspn(*text, " \"'()/-");
    for (*text = begin; **text; ++*text)
        if (strchr(ends, **text)) {
            *text += strspn(*text, ".?!:;/-");
            const char *behind = *text + strspn(*text, "\"')");
            if (*behind == ' ' || !*behind || (*text)[-1] == '?')
                break;
            --*text;
        }
    return (struct bytes){ begin, (size_t)(*text - begin) };
}

/* Words are what blanks and strokes part. */
static int count_words(struct bytes text) {
    int words = 0;
    for (size_t i = 0; i < text.size; i++)
        words += !strchr(" /", text.data[i]) && (i == 0 || strchr(" /", text.data[i - 1]));
    return words;
}

static int longest_sentence(const char *text) {
    int longest = 0;
    for (struct bytes one; (one = next_sentence(&text, ".?!:")).size > 0;)
        if (count_words(one) > longest)
            longest = count_words(one);
    return longest;
}

static int sentences(const char *text) {
    int count = 1;
    for (const char *at = text; (at = strchr(at, ' ')) != NULL; at++)
        count += at > text && strchr(".?!", at[-1]) != NULL;
    return count;
}

/* ---- all texts */

static bool lists_name(const char *names, const char *name) {
    for (struct bytes one; names && next_word(&names, &one);)
        if (one.size == strlen(name) && !strncmp(one.data, name, one.size))
            return true;
    return false;
}

/* `file` is the one whose words it may hold. */
static void refuse_words(struct check *c, const struct origin *at, const char *words, const char *file) {
    for (int i = 0; i < c->pack->about.forbidden.count; i++) {
        const struct forbidden *f = &c->pack->about.forbidden.items[i];
        struct bytes word = find_word(words, f->words, false);
        if (word.size && !lists_name(f->may_stand_in, file))
            PROBLEM(c, at, "holds the words %.*s; %s", (int)word.size, word.data, f->instead);
    }
}

/* Nothing but the duty is ever filled in (screens/begin.c). */
static void refuse_braces(struct check *c, const struct origin *at, const char *text, bool begin) {
    const char *brace = strpbrk(text, "{}");
    while (brace && begin && !strncmp(brace, "{duty}", 6))
        brace = strpbrk(brace + 6, "{}");
    if (!brace)
        return;
    const char *end = strpbrk(brace, " }");
    bool closed = end && *end == '}' && end - brace < QUOTE_MAX;
    PROBLEM(c, at, "holds %.*s, which nothing fills in: write the words; only lines of begin in a setting may hold {duty}",
            closed ? (int)(end - brace) + 1 : 1, brace);
}

static void check_text(struct check *c, const struct origin *at, const char *text) {
    const char *words = plain(c->arena, text);
    int longest = longest_sentence(words);
    if (longest > SENTENCE_WORDS)
        PROBLEM(c, at, "a sentence has %d words, at most %d are easy to read", longest, SENTENCE_WORDS);
    refuse_words(c, at, words, at->file);
}

static void check_texts(struct check *c) {
    pack_texts texts = pack_list_texts(c->arena, c->pack);
    for (int i = 0; i < texts.count; i++) {
        const struct pack_text *t = &texts.items[i];
        bool begin = !strncmp(t->file, "settings/", 9) && !strncmp(t->path, "begin", 5);
        check_text(c, &(struct origin){ t->file, t->line, t->path }, t->text);
        refuse_braces(c, &(struct origin){ t->file, t->line, t->path }, t->text, begin);
    }
}

static void check_untranslated(struct check *c, const struct origin *at, const char *text) {
    if (!text)
        return;
    check_text(c, at, text);
    refuse_braces(c, at, text, false);
}

/* A screen shows these of a state too, and they are in no list of texts because nobody translates
 * them. The name of a service and of a source are as they are. */
static void check_country_words(struct check *c, const struct country *country) {
    for (int i = 0; i < country->contacts.count; i++) {
        const struct contact *x = &country->contacts.items[i];
        check_untranslated(c, &x->origin, x->for_whom);
        check_untranslated(c, &x->origin, x->hours);
        check_untranslated(c, &x->origin, x->note);
        refuse_braces(c, &x->origin, x->service, false);
    }
    for (int i = 0; i < country->law.count; i++)
        check_untranslated(c, &country->law.items[i].origin, country->law.items[i].note);
}

static void check_all_country_words(struct check *c) {
    for (int i = 0; i < c->pack->countries.count; i++)
        check_country_words(c, &c->pack->countries.items[i]);
    for (int o = 0; o < c->pack->own.count; o++)
        for (int i = 0; i < c->pack->own.items[o].countries.count; i++)
            check_country_words(c, &c->pack->own.items[o].countries.items[i]);
}

static void check_lengths(struct check *c) {
    for (int i = 0; i < c->pack->indicators.count; i++)
        if (sentences(plain(c->arena, c->pack->indicators.items[i].statement)) > 1)
            PROBLEM(c, &c->pack->indicators.items[i].origin, "statement has more than one sentence; why holds the rest");
    for (int i = 0; i < c->pack->hidden.count; i++)
        for (int k = 0; k < c->pack->hidden.items[i].boxes.count; k++) {
            const struct hidden_box *box = &c->pack->hidden.items[i].boxes.items[k];
            const char *text = plain(c->arena, box->text);
            int words = count_words((struct bytes){ text, strlen(text) });
            if (words > BOX_WORDS)
                PROBLEM(c, &box->origin, "the box has %d words, at most %d can be read in passing; leave some out", words, BOX_WORDS);
        }
}

/* A story may name what it is about, as a form may. */
static void check_stories(struct check *c) {
    for (int f = 0; f < c->pack->case_files.count; f++)
        for (int i = 0; i < c->pack->case_files.items[f].cases.count; i++) {
            const struct content_case *k = &c->pack->case_files.items[f].cases.items[i];
            const char *story = plain(c->arena, k->story);
            if (sentences(story) > STORY_SENTENCES)
                PROBLEM(c, &k->origin, "story has %d sentences, at most three are allowed", sentences(story));
            refuse_words(c, &k->origin, story, "forms.json");
        }
}

/* ---- questions */

/* What a question asks to hear confirmed: the few words after its last comma, or "". "If you left,
 * could you?" has none: its first part says nothing. */
static const char *tag_of(const char *text) {
    const char *comma = strrchr(text, ',');
    struct bytes condition = find_word(text, "if, when", true);
    if (!comma || condition.size)
        return "";
    comma += 1 + strspn(comma + 1, " ");
    return count_words((struct bytes){ comma, strlen(comma) }) <= TAG_WORDS ? comma : "";
}

static bool refuse_leading(struct check *c, const struct origin *at, const char *text, int who) {
    bool refused = false;
    for (int i = 0; i < c->pack->about.leading.count; i++) {
        const struct leading *l = &c->pack->about.leading.items[i];
        if (l->who != WHO_ANY && l->who != who)
            continue;
        struct bytes word = l->at == LEADING_TAG ? find_word(tag_of(text), l->words, true) : find_word(text, l->words, false);
        if (word.size)
            PROBLEM(c, at, "the question leads with \"%.*s\"; %s", (int)word.size, word.data, l->instead);
        refused = refused || word.size > 0;
    }
    return refused;
}

#define CHILD_ENDS ".?!:;/-" /* a stroke or a hyphen before a blank was a dash */

/* In a `question` every sentence asks; elsewhere those with a question mark, or that begin like a question.
 * `allowed`: one of them may be answered by yes or no. */
static void check_child_text(struct check *c, const struct origin *at, const char *text, bool question, bool allowed) {
    const char *rest = plain(c->arena, text), *begins = c->pack->about.child_begins;
    for (struct bytes one; (one = next_sentence(&rest, CHILD_ENDS)).size > 0;) {
        const char *sentence = arena_copy(c->arena, one.data, one.size);
        bool open = find_word(sentence, begins, true).size > 0;
        if (!question && !open && !strchr(sentence, '?'))
            continue;
        if (refuse_leading(c, at, sentence, WHO_CHILD) || open)
            continue;
        if (!allowed)
            PROBLEM(c, at, "\"%.*s\" can be answered by yes or no and so lead a child; begin with one of: %s",
                    (int)utf8_fit(sentence, QUOTE_MAX), sentence, begins);
        allowed = false;
    }
}

/* Where a setting has no lines for a child, a child hears the others. */
static void check_child_lines(struct check *c, const struct setting *s) {
    const line_list *lines = s->begin_for_child.count > 0 ? &s->begin_for_child : &s->begin;
    for (int i = 0; i < lines->count; i++)
        check_child_text(c, &lines->items[i].origin, lines->items[i].text, false, false);
}

static void check_adult_question(struct check *c, const struct origin *at, const char *text) {
    const char *rest = plain(c->arena, text);
    for (struct bytes one; (one = next_sentence(&rest, ".?!:")).size > 0;)
        refuse_leading(c, at, arena_copy(c->arena, one.data, one.size), WHO_ADULT);
}

static void check_questions(struct check *c) {
    const struct pack *p = c->pack;
    for (int i = 0; i < p->questions.child.count; i++)
        check_child_text(c, &p->questions.child.items[i].origin, p->questions.child.items[i].text, true,
                         p->questions.child.items[i].allowed_because);
    for (int i = 0; i < p->indicators.count; i++)
        if (p->indicators.items[i].ask)
            check_adult_question(c, &p->indicators.items[i].origin, p->indicators.items[i].ask);
    check_adult_question(c, &p->activities.origin, p->activities.ask);
    for (int i = 0; i < p->settings.count; i++) {
        const struct setting *s = &p->settings.items[i];
        check_adult_question(c, &s->origin, s->open_question);
        if (s->activity_question)
            check_adult_question(c, &s->origin, s->activity_question);
        check_child_lines(c, s);
    }
}

void pack_check_words(struct arena *a, const struct pack *p, struct problems *problems) {
    struct check c = { .arena = a, .pack = p, .problems = problems };
    check_lists(&c);
    check_texts(&c);
    check_all_country_words(&c);
    check_lengths(&c);
    check_stories(&c);
    check_questions(&c);
}
