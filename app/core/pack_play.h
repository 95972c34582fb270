/* Plays a pack: its cases must come out as they say, everything must be led to by one of them, each sign must
 * change something in one and each rule decide in one, and every way through a setting must end with a next step and somebody to tell. Part
 * of pack_check(). */
#ifndef CORE_PACK_PLAY_H
#define CORE_PACK_PLAY_H

#include "core/pack.h"

void pack_play(struct arena *a, const struct pack *p, struct problems *problems);

#endif
