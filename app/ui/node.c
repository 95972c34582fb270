#include "ui/node.h"

#include "base/language.h"

bool node_takes_focus(const struct node *n) {
    return n->role >= ROLE_BUTTON && n->role != ROLE_SHORTCUT && !(n->state & NODE_DISABLED);
}

const char *const role_labels[ROLE_COUNT] = {
    [ROLE_TEXT] = NC_("role", "text"),
    [ROLE_HEADING] = NC_("role", "heading"),
    [ROLE_BAND] = NC_("role", "notice"),
    [ROLE_BUTTON] = NC_("role", "button"),
    [ROLE_LINK] = NC_("role", "link"),
    [ROLE_CHOICE] = NC_("role", "answer"),
    [ROLE_CHECK] = NC_("role", "answer, more than one"),
    [ROLE_ROW] = NC_("role", "row"),
    [ROLE_STEP] = NC_("role", "step"),
    [ROLE_DISCLOSURE] = NC_("role", "opens more"),
    [ROLE_FIELD] = NC_("role", "edit"),
    [ROLE_LIST] = NC_("role", "list"),
    [ROLE_SHORTCUT] = NC_("role", "key"),
};
