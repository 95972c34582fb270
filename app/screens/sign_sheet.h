/* The sheet of one sign: what to look at and ask, why and with what care, and the answer. */
#ifndef SCREENS_SIGN_SHEET_H
#define SCREENS_SIGN_SHEET_H

#include "screens/sign_list.h"

/* In the region that is open. The answers stand at its lower edge and do not move when one is
 * given, nor when the stop line appears. */
struct action sign_sheet_show(struct ui *ui, const struct model *m, const struct sign_list *l, int row);

#endif
