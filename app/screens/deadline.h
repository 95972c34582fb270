/* What ends soon for the person, and when: a flight, a transfer. It sets how soon to act. */
#ifndef SCREENS_DEADLINE_H
#define SCREENS_DEADLINE_H

#include "screens/screen.h"

/* A bar that opens (F2) keys for what ends, and a field for the time. */
struct action deadline_show(struct ui *ui, const struct model *m, const char *screen);

/* Reads a time as people type it: "14:20", "9.05", "1420", or with the day before it
 * "2026-12-31 14:20". `here`: the offset of the place. NULL where it says no time. What is
 * returned is as the session keeps it, in the arena. */
const char *deadline_read(struct arena *a, const char *typed, const struct date_time *here);

#endif
