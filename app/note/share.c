/* Who may read what: the share lists of note.json (rulings 24). */
#include "note/note.h"

#include <string.h>

bool note_shares(const struct pack *p, int receiver, const char *field) {
    int index = pack_find(p, THING_FIELD, field);
    const struct refs *share = index < 0 ? NULL : &p->note.fields.items[index].share;
    return share && (share->every || refs_have(share, receiver));
}

/* The ids of a withheld group that are things of this kind. */
static const struct refs *withheld_refs(const struct withheld *w, enum thing thing) {
    switch (thing) {
    case THING_INDICATOR: return &w->indicators;
    case THING_ACTIVITY: return &w->activities;
    case THING_FORM: return &w->forms;
    case THING_DANGER: return &w->dangers;
    case THING_MEASURE: return &w->measures;
    case THING_SOURCE:
    case THING_ROUTE:
    case THING_OUTCOME:
    case THING_RULE:
    case THING_DEFINITION:
    case THING_QUESTION:
    case THING_FIELD:
    case THING_GUARD:
    case THING_SETTING:
    case THING_COUNT: break;
    }
    return NULL;
}

bool note_may_tell(const struct pack *p, int receiver, enum thing thing, int index) {
    for (int i = 0; i < p->note.withheld.count; i++) {
        const struct withheld *w = &p->note.withheld.items[i];
        const struct refs *refs = withheld_refs(w, thing);
        if (refs && refs_have(refs, index) && !refs_have(&w->share, receiver))
            return false;
    }
    return true;
}

/* The field of the note that tells a fact: a reason must not say what that field withholds. */
static const char *field_of_fact(enum fact fact) {
    static const struct {
        const char *begins, *field;
    } fields[] = {
        { "talk.", "talk" },
        { "needs.", "needs" },
        { "wishes.", "wishes" },
        { "deadline.", "deadline" },
        { "profile.guardian", "guardian-state" },
        { "profile.plan", "guardian-state" },
        { "profile.gender", "gender" },
        { "profile.accompanied", "company" },
        { "profile.interpreter", "interpreter" },
        { "profile.", "child-flag" },
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!strncmp(facts[fact].path, fields[i].begins, strlen(fields[i].begins)))
            return fields[i].field;
    return "";
}

bool note_may_tell_ground(const struct pack *p, int receiver, struct ground g) {
    switch (g.kind) {
    case GROUND_SIGN: return note_shares(p, receiver, "indicators") && note_may_tell(p, receiver, THING_INDICATOR, g.index);
    case GROUND_ACTIVITY: return note_shares(p, receiver, "activities") && note_may_tell(p, receiver, THING_ACTIVITY, g.index);
    case GROUND_DANGER: return note_shares(p, receiver, "danger-noted") && note_may_tell(p, receiver, THING_DANGER, g.index);
    case GROUND_FACT: return note_shares(p, receiver, field_of_fact((enum fact)g.index));
    case GROUND_RULE: return note_shares(p, receiver, "outcome");
    case GROUND_DEADLINE: return note_shares(p, receiver, "deadline");
    case GROUND_RAISE: return note_shares(p, receiver, "officer-override");
    }
    return false;
}

/* What the answers allow: agreement, or a ground that needs none; the most that any answer says. */
static enum naming allowed_naming(const struct pack *p, const struct session *s) {
    int most = NAMING_NONE;
    for (int i = 0; i < p->note.fields.count; i++) {
        const struct note_field *f = &p->note.fields.items[i];
        for (int v = 0; v < f->values.count && f->detail >= 0; v++) {
            const struct slot *slot = session_get(s, SLOT_DETAIL, f->detail);
            bool chosen = slot->value == v + 1 || slot->bits & BIT(v);
            if (chosen && f->values.items[v].naming != NAMING_NONE && most != NAMING_AGREED)
                most = f->values.items[v].naming;
        }
    }
    return (enum naming)most;
}

bool note_may_name(const struct pack *p, int receiver, const struct session *s, bool child) {
    if (child)
        return refs_have(&p->note.identity_child, receiver);
    switch (allowed_naming(p, s)) {
    case NAMING_AGREED: return true;
    case NAMING_GROUND: return refs_have(&p->note.identity_ground, receiver);
    case NAMING_NONE: break;
    }
    return false;
}
