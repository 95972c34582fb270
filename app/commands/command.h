/* The subcommands: a contract for those who build on the program (README, "Command line").
 *
 * Exit status: 0 done, 1 the input has a problem, 2 wrong usage, 3 the world failed. Results
 * go to standard output, problems to standard error; no message repeats an answer. */
#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include "base/language.h"
#include "commands/pack_files.h"
#include "core/session.h"

/* What stood on the command line; NULL where an option was not given. */
struct options {
    const char *answers, *out, *format, *receiver, *stamp; /* of one command */
    const char *shots, *size, *theme, *text;
    const char *content, *assets, *language, *country; /* common */
    const char *words[4];                              /* arguments without -- */
    int word_count;
    bool help;
};

/* What is alive while a command runs. Everything lives in the arena. */
struct run {
    const struct host *host;
    struct arena *arena;
    struct options options;
    struct language language;
    const struct pack *pack;
    const char *content_folder;
    const char *first_problem;    /* of the content or the answers, for the window; NULL: none */
    const char *contacts_problem; /* of the authority's contacts, which were left out; NULL: none */
};

struct command {
    const char *name;
    const char *summary; /* one line */
    const char *usage;   /* the options of this command, a line each */
    const char *options; /* the names it takes, each followed by a blank: "--answers --out " */
    int words;           /* how many arguments without -- it takes */
    enum error_kind (*act)(struct run *run, struct error *e);
};
extern const struct command commands[];
extern const int command_count;

enum error_kind command_assess(struct run *run, struct error *e);
enum error_kind command_note(struct run *run, struct error *e);
enum error_kind command_check(struct run *run, struct error *e);
enum error_kind command_list(struct run *run, struct error *e);
enum error_kind command_walk(struct run *run, struct error *e);

/* The program without a command: the window. */
enum error_kind command_window(struct run *run, struct error *e);

/* Runs the program with its arguments and returns the exit status. */
int command_main(const struct host *host, int count, char **arguments);

/* ---- for the commands */

/* Finds and reads the content and the language. Prints problems itself; false with `e` filled. */
bool run_load(struct run *run, struct error *e);

/* Are the common options right? Loads the language. */
bool run_check_options(struct run *run, struct error *e);

/* Reads the files of the content without judging them. */
bool run_read_content(struct run *run, enum pack_use use, struct pack_files *files, struct error *e);

/* Reads the answers and, if one is named, the stamp. */
bool run_read_answers(struct run *run, struct session *session, struct error *e);
bool run_read_stamp(struct run *run, struct stamp *stamp, struct error *e);

/* Prints all problems to standard error, a line each; false, with `e` filled, if any. */
bool run_report(struct run *run, const struct problems *problems, const char *what, struct error *e);

/* Prints to standard output; a full disk is an error too. */
bool run_print(struct run *run, struct bytes text, struct error *e);

#endif
