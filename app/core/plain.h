/* A text as words are looked for in it: typed, pasted or typeset, it reads the same. */
#ifndef CORE_PLAIN_H
#define CORE_PLAIN_H

#include "base/arena.h"

/* Small letters a to z; straight quotes and apostrophes; blanks of any kind and number are one; a long
 * dash is a stroke with a blank behind it. Marks that take no room are left out. So a byte above 127 is part of
 * a letter, and every other byte that is no letter ends a word. */
const char *plain(struct arena *a, const char *text);

#endif
