/* Build tool: writes the templates of the content and card catalogues from the content files.
 *
 *   extract content|card CONTENT_DIR > content.pot
 *
 * Uses the tables of the pack reader, so what the program can show is what translators get.
 * The context of a text is "kind id/field": an id, never a position, so that inserting an
 * entry moves no translation. The card has no texts yet; its template has a header only. */
#include "base/language.h"
#include "commands/pack_files.h"
#include "platform/posix.h"

#include <stdio.h>
#include <string.h>

static void print_quoted(const char *text) {
    putchar('"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        putchar(*text);
    }
    putchar('"');
}

static void print_header(const char *domain) {
    printf("# Waymark, %s texts.\nmsgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: waymark\\n\"\n"
           "\"Report-Msgid-Bugs-To: \\n\"\n\"Language: \\n\"\n\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
           "\"Content-Transfer-Encoding: 8bit\\n\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n",
           domain);
}

static void print_text(const struct pack_text *t) {
    char context[256];
    content_context(context, sizeof context, t->kind, t->id, t->field);
    printf("\n#: content/%s:%d\n%smsgctxt ", t->file, t->line, strchr(t->text, '{') ? "#, python-brace-format\n" : "");
    print_quoted(context);
    printf("\nmsgid ");
    print_quoted(t->text);
    printf("\nmsgstr \"\"\n");
}

static void print_texts(struct arena *a, const struct pack *p) {
    pack_texts texts = pack_list_texts(a, p);
    struct id *keys = arena_alloc(a, (size_t)texts.count, sizeof *keys);
    const char **names = arena_alloc(a, (size_t)texts.count, sizeof *names);
    for (int i = 0; i < texts.count; i++) {
        char context[256];
        content_context(context, sizeof context, texts.items[i].kind, texts.items[i].id, texts.items[i].field);
        names[i] = arena_printf(a, "%s\n%s", context, texts.items[i].text);
        keys[i] = (struct id){ names[i], i };
    }
    struct ids sorted = ids_sort(keys, texts.count);
    for (int i = 0; i < texts.count; i++)
        /* The same text in the same context is one entry: the first. */
        if (ids_find(&sorted, names[i]) == i)
            print_text(&texts.items[i]);
}

int main(int count, char **arguments) {
    struct arena a = { 0 };
    struct error e = { 0 };
    struct host host = posix_host(&a, arguments[0]);
    struct problems problems = { .arena = &a };
    if (count != 3) {
        fputs("usage: extract content|card CONTENT_DIR\n", stderr);
        return ERROR_USAGE;
    }
    struct pack_files files;
    if (!pack_files_load(&host, &a, arguments[2], PACK_TO_WORK, &files, &e)) {
        fprintf(stderr, "%s\n", e.text);
        return e.kind;
    }
    const struct pack *p = pack_read(&a, files.items, files.count, &problems);
    for (int i = 0; i < problems.count; i++)
        fprintf(stderr, "%s\n", problem_line(&a, &problems.items[i]));
    if (problems.count)
        return ERROR_INPUT;
    print_header(arguments[1]);
    if (!strcmp(arguments[1], "content"))
        print_texts(&a, p);
    arena_free(&a);
    return 0;
}
