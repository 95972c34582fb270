/* What the program needs from the world: a short list of functions.
 *
 * main.c fills it from platform/; tests fill it from memory. Paths are UTF-8. A function that
 * fails fills the error, with the path and what to do, and leaves nothing half-done. */
#ifndef HOST_H
#define HOST_H

#include "base/arena.h"
#include "base/bytes.h"
#include "base/date.h"
#include "base/error.h"
#include "page/page.h"
#include "ui/draw.h"
#include "ui/input.h"

struct host_file {
    const char *name; /* inside the folder */
    struct bytes bytes;
};

struct host_names {
    const char **items; /* sorted by byte, so that order never depends on the disk */
    int count;
};

/* Is a name among them? */
bool host_names_have(const struct host_names *names, const char *name);

enum host_stream { HOST_OUT, HOST_ERR };

struct host {
    void *self;
    const char *program_folder; /* where the program file lies */

    /* The whole file; an error if it is longer than `limit`. "-" is standard input. */
    bool (*read_file)(void *self, struct arena *a, const char *path, size_t limit, struct bytes *out, struct error *e);
    /* Names of the files in a folder; a folder that is missing is an error. */
    bool (*list_folder)(void *self, struct arena *a, const char *path, struct host_names *out, struct error *e);
    bool (*is_folder)(void *self, const char *path);
    /* Writes all of the files or none, making the folder if it is missing. Only the owner may
     * read them. An error if a file of one of the names is there already: it may be another
     * person's note; and if the disk does not give back what it took. */
    bool (*write_files)(void *self, const char *folder, const struct host_file *files, int count, struct error *e);
    bool (*now)(void *self, struct date_time *out, struct error *e);
    bool (*random)(void *self, unsigned char *out, size_t size, struct error *e);
    bool (*print)(void *self, enum host_stream stream, struct bytes text);

    /* ---- what outlives a case: settings, and where an officer's files go */
    const char *preferences_file; /* where settings are kept, or NULL where there is no place */
    const char *documents_folder; /* the folder offered for notes */
    const char *contacts_file;    /* contacts of the deploying authority, or NULL where there is no such file */
    /* Replaces a file as a whole, or leaves it as it is; makes its folder if missing. */
    bool (*replace_file)(void *self, const char *path, struct bytes text, struct error *e);

    /* ---- the window. There is one, or none. */
    bool (*open_window)(void *self, const char *title, struct error *e);
    /* Words without a picture, for when no picture can be made: a message box. */
    void (*say)(void *self, const char *title, const char *text);
    void (*close_window)(void *self);
    void (*set_title)(void *self, const char *title);
    void (*set_full_screen)(void *self, bool on);
    /* Typing on: letters come as INPUT_TEXT, and the input method shows near the caret. */
    void (*set_typing)(void *self, bool on, struct rect caret);
    /* Waits for what happens next, at most so long (-1: as long as it takes), and uses no time
     * meanwhile. Nothing happened: INPUT_TICK. False: the display is gone; open_window() may be
     * tried again. */
    bool (*wait_input)(void *self, int milliseconds, struct input *out, struct error *e);
    /* Does nothing for so long. */
    void (*rest)(void *self, int milliseconds);
    bool (*show_picture)(void *self, const struct picture *p, struct error *e);
    /* The text of the clipboard, or NULL. */
    const char *(*paste)(void *self, struct arena *a);
    /* A picture as a PNG file; needs no display. */
    bool (*picture_png)(void *self, struct arena *a, const struct picture *p, struct bytes *out, struct error *e);
    /* Pages as a PDF file; needs no display. */
    bool (*pages_pdf)(void *self, struct arena *a, const struct pages *pages, struct bytes *out, struct error *e);
    /* Overwrites what is kept of drawn texts: called when a case ends or is hidden. */
    void (*forget_drawn)(void *self);
};

#endif
