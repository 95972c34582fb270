/* Texts as composed characters (Unicode's form NFC): a letter with its accents is one character where there
 * is one. Who searches a file for a word types it so. */
#ifndef TEXT_COMPOSE_H
#define TEXT_COMPOSE_H

#include "base/arena.h"

/* The text itself if there is nothing to do. It must be valid UTF-8. */
const char *text_composed(struct arena *a, const char *text);

#endif
