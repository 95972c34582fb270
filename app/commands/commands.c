/* The table of commands, their arguments and their help. */
#include "commands/command.h"

#include "version.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define COMMON_OPTIONS "--content --assets --language --country "

const struct command commands[] = {
    { "assess", "what the answers mean, as JSON on standard output",
      "  --answers FILE    the answers file (JSON); - reads standard input\n"
      "  --stamp FILE      reference and time; a dated deadline is measured against it\n",
      "--answers --stamp ", 0, command_assess },
    { "note", "the referral note, as files in a folder",
      "  --answers FILE    the answers file (JSON); - reads standard input\n"
      "  --out DIR         the folder; it is made if missing\n"
      "  --format LIST     pdf,html,txt,json or some of them; all if left out\n"
      "  --receiver ROUTE  who gets the note; the first route of the assessment if left out;\n"
      "                    from a file alone somebody has to be named\n"
      "  --stamp FILE      reference and time; made at random if left out\n",
      "--answers --out --format --receiver --stamp ", 0, command_note },
    { "check", "every problem of the content, with its place", "", "", 0, command_check },
    { "walk", "plays a walk through the window without a display",
      "  SCRIPT            a file of verbs, see tests/walks\n"
      "  --shots DIR       the folder for pictures (PNG); it is made if missing\n"
      "  --out DIR         the folder for notes; that of the pictures if left out\n"
      "  --size WxH        of the window; 1280x800 if left out\n"
      "  --theme NAME      light, dark or contrast\n"
      "  --text N          size of the text in per cent, 100 to 200\n",
      "--shots --out --size --theme --text ", 1, command_walk },
    { "list", "what the content holds, as JSON",
      "  one of: indicators settings rules routes activities forms measures languages scenarios sources\n", "", 1, command_list },
};
const int command_count = sizeof commands / sizeof *commands;

/* Where each option goes. */
static const struct option {
    const char *name;
    size_t at;
} option_table[] = {
    { "--answers", offsetof(struct options, answers) }, { "--out", offsetof(struct options, out) },
    { "--format", offsetof(struct options, format) },   { "--receiver", offsetof(struct options, receiver) },
    { "--stamp", offsetof(struct options, stamp) },     { "--content", offsetof(struct options, content) },
    { "--assets", offsetof(struct options, assets) },   { "--language", offsetof(struct options, language) },
    { "--country", offsetof(struct options, country) }, { "--shots", offsetof(struct options, shots) },
    { "--size", offsetof(struct options, size) },       { "--theme", offsetof(struct options, theme) },
    { "--text", offsetof(struct options, text) },
};

static const struct option *find_option(const char *name) {
    for (size_t i = 0; i < sizeof option_table / sizeof *option_table; i++)
        if (!strcmp(option_table[i].name, name))
            return &option_table[i];
    return NULL;
}

/* Is the name, followed by a blank, in the list? */
static bool lists(const char *list, const char *name) {
    size_t size = strlen(name);
    for (const char *at = list; (at = strstr(at, name)) != NULL; at += size)
        if (at[size] == ' ')
            return true;
    return false;
}

static bool parse_option(const struct command *c, const char *name, const char *value, struct options *out, struct error *e) {
    const struct option *option = find_option(name);
    if (!option || !(lists(c->options, name) || lists(COMMON_OPTIONS, name)))
        return error_set(e, ERROR_USAGE, "waymark %s does not know this option; see: waymark %s --help", c->name, c->name);
    if (!value)
        return error_set(e, ERROR_USAGE, "%s needs a value; see: waymark %s --help", option->name, c->name);
    const char **to = (const char **)(void *)((char *)out + option->at);
    if (*to)
        return error_set(e, ERROR_USAGE, "%s is given twice", option->name);
    *to = value;
    return true;
}

static bool parse(const struct command *c, int count, char **arguments, struct options *out, struct error *e) {
    for (int i = 0; i < count; i++) {
        const char *word = arguments[i];
        if (!strcmp(word, "--help")) {
            out->help = true;
        } else if (!strncmp(word, "--", 2)) {
            if (!parse_option(c, word, i + 1 < count ? arguments[i + 1] : NULL, out, e))
                return false;
            i++;
        } else if (out->word_count < c->words) {
            out->words[out->word_count++] = word;
        } else {
            return error_set(e, ERROR_USAGE, "there is an argument too many; see: waymark %s --help", c->name);
        }
    }
    return true;
}

static void help_all(struct buffer *b) {
    buffer_add(b, "Waymark " WAYMARK_VERSION ": an offline aid for frontline officers.\n\n"
                  "Usage: waymark [options]            the window\n       waymark COMMAND [options]\n\n");
    for (int i = 0; i < command_count; i++)
        buffer_printf(b, "  %-8s %s\n", commands[i].name, commands[i].summary);
    buffer_add(b, "\nwaymark COMMAND --help tells more. waymark --version tells the version.\n");
}

static void help_one(struct buffer *b, const struct command *c) {
    buffer_printf(b, "waymark %s: %s\n\n%s%s", c->name, c->summary, c->usage, *c->usage ? "\n" : "");
    buffer_add(b, "Common options:\n"
                  "  --content DIR     the content to use\n"
                  "  --assets DIR      icons and fonts to use\n"
                  "  --language XX     the language of texts; en if left out\n"
                  "  --country XX      the state served, where the answers name none\n"
                  "\nStatus: 0 done, 1 a problem of the input, 2 wrong usage, 3 disk or machine failed.\n");
}

static int finish(const struct host *host, struct arena *a, const struct error *e) {
    const char *line = arena_printf(a, "waymark: %s\n", e->text);
    host->print(host->self, HOST_ERR, (struct bytes){ line, strlen(line) });
    return (int)e->kind;
}

static int print_help(const struct host *host, const struct buffer *b, enum host_stream stream, int status) {
    return host->print(host->self, stream, buffer_bytes(b)) ? status : ERROR_WORLD;
}

static const struct command *find_command(const char *name) {
    for (int i = 0; i < command_count; i++)
        if (!strcmp(commands[i].name, name))
            return &commands[i];
    return NULL;
}

static int run_command(const struct host *host, struct arena *a, const struct command *c, int count, char **arguments) {
    struct run run = { .host = host, .arena = a, .language = language_english };
    struct buffer help = { .arena = a };
    struct error e = { 0 };
    if (!parse(c, count, arguments, &run.options, &e))
        return finish(host, a, &e);
    if (run.options.help) {
        help_one(&help, c);
        return print_help(host, &help, HOST_OUT, 0);
    }
    if (c->act(&run, &e) == ERROR_NONE)
        return 0;
    return finish(host, a, &e);
}

static const struct command window_command = { "", "the window", "", "", 0, command_window };

/* No command at all, or common options alone: the window. */
static bool is_window(int count, char **arguments) {
    return count == 1 || (count > 2 && !strncmp(arguments[1], "--", 2) && find_option(arguments[1]));
}

int command_main(const struct host *host, int count, char **arguments) {
    struct arena a = { 0 };
    struct buffer text = { .arena = &a };
    const struct command *c = count > 1 ? find_command(arguments[1]) : NULL;
    int status;
    if (c) {
        status = run_command(host, &a, c, count - 2, arguments + 2);
    } else if (is_window(count, arguments)) {
        status = run_command(host, &a, &window_command, count - 1, arguments + 1);
    } else if (count == 2 && !strcmp(arguments[1], "--version")) {
        buffer_add(&text, "waymark " WAYMARK_VERSION "\n");
        status = print_help(host, &text, HOST_OUT, 0);
    } else {
        bool asked = count == 2 && !strcmp(arguments[1], "--help");
        help_all(&text);
        status = print_help(host, &text, asked ? HOST_OUT : HOST_ERR, asked ? 0 : ERROR_USAGE);
    }
    arena_free(&a);
    return status;
}
