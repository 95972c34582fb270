/* Whom to call (rulings 27): a ladder, and how far a contact was checked. */
#include "note/note.h"

#include <string.h>

/* The place in the ladder; less is better. What has no number comes after what has one. */
static int rank_of(const struct contact *c) {
    return (c->own ? 0 : 100) + 2 * c->kind + (c->number ? 0 : 1);
}

static bool better(const struct contact *c, const struct contact *than) {
    return !than || rank_of(c) < rank_of(than);
}

static const struct contact *best_of(const struct country *country, int route, bool now, const struct contact *best) {
    for (int i = 0; i < country->contacts.count; i++) {
        const struct contact *c = &country->contacts.items[i];
        bool emergency = c->kind == CONTACT_EMERGENCY && !c->own;
        bool reachable = c->number || c->other;
        if (c->route.index != route || !reachable || (emergency && !now))
            continue;
        if (emergency)
            return c; /* in danger nothing comes before it */
        if (better(c, best))
            best = c;
    }
    return best;
}

const struct contact *note_contact(const struct pack *p, const struct session *s, const struct assessment *r, int route) {
    const char *place = session_place(s);
    /* From abroad the emergency call of the state served reaches nobody near. */
    bool abroad = p->settings.items[s->setting].kind == PLACE_CONSULAR;
    bool now = r->urgency == URGENCY_NOW && !abroad;
    const struct contact *best = NULL;
    for (int o = 0; place && o < p->own.count; o++)
        for (int c = 0; c < p->own.items[o].countries.count; c++)
            if (!strcmp(p->own.items[o].countries.items[c].id, place))
                best = best_of(&p->own.items[o].countries.items[c], route, now, best);
    for (int c = 0; place && c < p->countries.count; c++)
        if (!strcmp(p->countries.items[c].id, place))
            best = best_of(&p->countries.items[c], route, now, best);
    return best;
}

/* "2022" and "2022-05" count from their first day. */
static bool read_day(const char *text, struct date_time *day) {
    char whole[] = "0000-01-01";
    size_t size = text ? strlen(text) : 0;
    if (size == 0 || size >= sizeof whole)
        return false;
    memcpy(whole, text, size);
    return date_read(whole, day);
}

const char *note_contact_checked(struct arena *a, const struct language *l, const struct contact *c, const struct date_time *now) {
    struct buffer b = { .arena = a };
    struct date_time day;
    bool dated = read_day(c->date, &day); /* a date in another form would say nothing about its age */
    bool old = dated && date_days(now) - date_days(&day) > 731;
    const struct fill fills[] = { { "source", c->source }, { "date", dated ? c->date : "" } };
    const char *form = !dated ? tr(l, "{source}, without a date: check before use.")
                       : old  ? tr(l, "{source}, {date}. Older than 24 months: check before use.")
                              : tr(l, "{source}, {date}");
    tr_fill(&b, l, form, fills, 2);
    return buffer_text(&b);
}

const char *note_contact_reach(struct arena *a, const struct language *l, const struct contact *c) {
    const char *way = language_apart(a, l, c->number ? c->number : c->other);
    return c->for_whom ? arena_printf(a, "%s%s%s", way, trc(l, "between the entries of a list", "; "), c->for_whom) : way;
}
