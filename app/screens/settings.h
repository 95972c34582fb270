/* What outlives a case: how this machine and this officer's unit are set. Nothing about a person.
 *
 * Kept as JSON in one file of the user, read at start and replaced as a whole at each change. A
 * file that is missing or damaged gives the defaults; a value that makes no sense is left out. */
#ifndef SCREENS_SETTINGS_H
#define SCREENS_SETTINGS_H

#include "base/buffer.h"
#include "base/error.h"
#include "ui/ui.h"

#define SETTING_TEXT_MAX 200

/* Texts of the settings. */
enum setting_text {
    SETTING_UNIT,     /* the officer's function and unit, as the note says it */
    SETTING_NUMBER,   /* on which the receiver of a note calls back */
    SETTING_CALL,     /* whom this unit calls: name and number, given by its authority */
    SETTING_STATE,    /* the state served: "RO" */
    SETTING_FOLDER,   /* where notes are put */
    SETTING_LANGUAGE, /* of the screen: "de" */
    SETTING_PLACE,    /* where this machine works: the id of a setting of the content */
    SETTING_TEXT_COUNT
};

struct settings {
    char texts[SETTING_TEXT_COUNT][SETTING_TEXT_MAX + 1];
    enum theme theme;
    int text; /* size in per cent: 100, 115, 125, 150, 175, 200 */
    enum caps caps;
    int idle; /* seconds without input until the hidden page shows; 0: never */
};

extern const int settings_text_sizes[];
extern const int settings_text_size_count;

/* The key in the file: "unit". */
extern const char *const setting_names[SETTING_TEXT_COUNT];

void settings_default(struct settings *s);
/* False, with the reason, if the file was damaged; what could be read is there all the same. */
bool settings_read(struct arena *scratch, struct bytes text, const char *path, struct settings *s, struct error *e);
void settings_write(const struct settings *s, struct buffer *out);

#endif
