/* How the content is worded: long sentences, words that no text may hold, questions that lead. The
 * lists of words are content (pack.json). Part of pack_check(). */
#ifndef CORE_PACK_WORDS_H
#define CORE_PACK_WORDS_H

#include "core/pack.h"

void pack_check_words(struct arena *a, const struct pack *p, struct problems *problems);

#endif
