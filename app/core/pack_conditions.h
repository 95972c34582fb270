/* What evaluating relies on, checked before a pack may be used: conditions end, cost little,
 * and whatever the answers are, there is an outcome and an urgency. */
#ifndef CORE_PACK_CONDITIONS_H
#define CORE_PACK_CONDITIONS_H

#include "core/pack.h"

/* For pack_read(): ids must be resolved. Also finds the definition named child. */
void pack_check_conditions(struct arena *a, struct pack *p, struct problems *problems);

#endif
