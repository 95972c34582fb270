/* What outlives a case: how this machine and this officer's unit are set. Nothing about a person. The
 * officer reads "Settings"; in the content and in C a setting is a kind of work place.
 *
 * Kept as JSON in one file of the user, read at start and replaced as a whole at each change. A
 * file that is missing or damaged gives the defaults; a value that makes no sense is left out. */
#ifndef SCREENS_PREFERENCES_H
#define SCREENS_PREFERENCES_H

#include "base/buffer.h"
#include "base/error.h"
#include "ui/ui.h"

#define PREFERENCE_TEXT_MAX 200

enum preference_text {
    PREFERENCE_UNIT,     /* the officer's function and unit, as the note says it */
    PREFERENCE_NUMBER,   /* on which the receiver of a note calls back */
    PREFERENCE_CALL,     /* whom this unit calls: name and number, given by its authority */
    PREFERENCE_STATE,    /* the state served: "RO" */
    PREFERENCE_FOLDER,   /* where notes are put */
    PREFERENCE_LANGUAGE, /* of the screen: "de" */
    PREFERENCE_PLACE,    /* where this machine works: the id of a setting of the content */
    PREFERENCE_TEXT_COUNT
};

struct preferences {
    char texts[PREFERENCE_TEXT_COUNT][PREFERENCE_TEXT_MAX + 1];
    enum theme theme;
    int text; /* size in per cent: 100, 115, 125, 150, 175, 200 */
    enum caps caps;
    int idle; /* seconds without input until the hidden page shows; 0: never */
};

extern const int preferences_text_sizes[];
extern const int preferences_text_size_count;

/* The key in the file: "unit". */
extern const char *const preference_names[PREFERENCE_TEXT_COUNT];

void preferences_default(struct preferences *s);
/* False, with the reason, if the file was damaged; what could be read is there all the same. */
bool preferences_read(struct arena *scratch, struct bytes text, const char *path, struct preferences *s, struct error *e);
void preferences_write(const struct preferences *s, struct buffer *out);

#endif
