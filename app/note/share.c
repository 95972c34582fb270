/* Who may read what: the share lists of note.json (rulings 24). */
#include "note/note.h"

static bool has_ref(const struct refs *refs, int index) {
    for (int i = 0; i < refs->count; i++)
        if (refs->items[i].index == index)
            return true;
    return false;
}

/* The ids of a withheld group that are of the same kind as this ground. */
static const struct refs *group_refs(const struct withheld *w, enum ground_kind kind) {
    switch (kind) {
    case GROUND_SIGN: return &w->indicators;
    case GROUND_DANGER: return &w->dangers;
    case GROUND_ACTIVITY: return &w->activities;
    case GROUND_FACT:
    case GROUND_RULE:
    case GROUND_DEADLINE:
    case GROUND_RAISE: break;
    }
    return NULL;
}

bool note_may_tell(const struct pack *p, int receiver, struct ground what) {
    for (int i = 0; i < p->note.withheld.count; i++) {
        const struct withheld *w = &p->note.withheld.items[i];
        const struct refs *refs = group_refs(w, what.kind);
        if (refs && has_ref(refs, what.index) && !has_ref(&w->share, receiver))
            return false;
    }
    return true;
}

bool note_may_tell_form(const struct pack *p, int receiver, int form) {
    for (int i = 0; i < p->note.withheld.count; i++) {
        const struct withheld *w = &p->note.withheld.items[i];
        if (has_ref(&w->forms, form) && !has_ref(&w->share, receiver))
            return false;
    }
    return true;
}

bool note_may_tell_measure(const struct pack *p, int receiver, int measure) {
    for (int i = 0; i < p->note.withheld.count; i++) {
        const struct withheld *w = &p->note.withheld.items[i];
        if (has_ref(&w->measures, measure) && !has_ref(&w->share, receiver))
            return false;
    }
    return true;
}
