#include "ui/node.h"

bool node_takes_focus(const struct node *n) {
    return n->role >= ROLE_BUTTON && n->role != ROLE_SHORTCUT && !(n->state & NODE_DISABLED);
}
