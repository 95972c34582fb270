/* Build tool: turns one English text on standard input into a text of a pseudo-language.
 *
 *   pseudo long     accents on the letters and 40 % more length, in brackets: shows what is
 *                   not translated and what is cut
 *   pseudo mirror   the words between marks that turn the direction from right to left
 *
 * Run by msgfilter for every text of a template. Names in braces stay as they are: the program
 * fills them. */
#include <stdio.h>
#include <string.h>

#define RIGHT_TO_LEFT "\xE2\x80\xAE" /* U+202E */
#define END_DIRECTION "\xE2\x80\xAC" /* U+202C */

static const char *accented(char c) {
    static const char from[] = "aceinosuyACEINOSUY";
    static const char *const to[] = { "á", "č", "é", "î", "ñ", "ö", "š", "ü", "ý", "Á", "Č", "É", "Î", "Ñ", "Ö", "Š", "Ü", "Ý" };
    const char *at = c ? strchr(from, c) : NULL;
    return at ? to[at - from] : NULL;
}

static void print_accented(const char *text) {
    int braces = 0;
    for (; *text; text++) {
        braces += (*text == '{') - (*text == '}');
        const char *other = braces ? NULL : accented(*text);
        if (other)
            fputs(other, stdout);
        else
            putchar(*text);
    }
}

static void print_long(const char *text) {
    static const char padding[] = " more";
    size_t more = strlen(text) * 2 / 5 + 1;
    putchar('[');
    print_accented(text);
    for (size_t i = 0; i < more; i++)
        putchar(padding[i % (sizeof padding - 1)]);
    putchar(']');
}

/* Each word by itself, so that filled-in names keep their own direction. */
static void print_mirrored(const char *text) {
    while (*text) {
        size_t size = *text == '{' ? strcspn(text, "}") : strcspn(text, " {");
        if (*text == '{' && text[size])
            fwrite(text, 1, ++size, stdout);
        else if (size)
            printf(RIGHT_TO_LEFT "%.*s" END_DIRECTION, (int)size, text);
        else
            fwrite(text, 1, size = 1, stdout);
        text += size;
    }
}

int main(int count, char **arguments) {
    static char text[65536];
    size_t size = fread(text, 1, sizeof text - 1, stdin);
    text[size] = '\0';
    if (count != 2)
        return 2;
    if (!strcmp(arguments[1], "long"))
        print_long(text);
    else
        print_mirrored(text);
    return 0;
}
