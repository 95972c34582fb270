#include "core/terms.h"

#include "base/language.h"

#define WORDS(name, ...)                                  \
    static const char *const name##_list[] = __VA_ARGS__; \
    const struct choices name##_words = CHOICES(name##_list)

WORDS(strength, { "none", "weak", "medium", "strong" });
WORDS(element, { "act", "means-coercion", "means-deception", "means-vulnerability", "purpose", "child", "presentation" });
WORDS(state, { "not-asked", "noted", "not-noted", "not-known", "declined", "not-safe", "not-observable" });
WORDS(known, { "seen", "said", "document", "official", "third-party" });
WORDS(when, { "now", "before", "both" });
WORDS(danger, { "not-asked", "yes", "unsure", "none-noted" });
WORDS(effect, { "none", "today", "now" });
WORDS(urgency, { "none", "soon", "today", "now" });
WORDS(activity_time, { "promised", "done", "expected" });
WORDS(who, { "any", "adult", "child" });
WORDS(place_kind, { "border", "consular", "asylum", "reception" });
WORDS(step, { "safety", "who", "begin", "signs", "next-step", "agreement", "note", "hand-over" });
/* As the values of the fact talk.mode; the first: open. */
WORDS(talk_mode, { "open", "in-person", "telephone", "file" });
WORDS(contact_kind, { "authority", "specialist", "helpline", "child-helpline", "missing-children", "emergency" });
WORDS(law_status, { "bound", "not-bound", "not-checked" });
WORDS(ordinary, { "guardian" });
WORDS(gender, { "any", "women", "girls", "men", "boys", "lgbtiq", "infants" });
WORDS(basis, { "ilo", "ilo-adapted", "proposed", "law" });
WORDS(tag, { "V", "V2", "S", "K", "own" });

/* TRANSLATORS: the answer about one sign, in a list. "Looked or asked: no" must not read like "not asked yet". */
const char *const state_labels[] = {
    NC_("answer", "Not asked yet"),         NC_("answer", "Noted"),    NC_("answer", "Looked or asked: no"),
    NC_("answer", "Person does not know"),  NC_("answer", "Declined"), NC_("answer", "Not safe to ask"),
    NC_("answer", "Could not be observed"),
};

/* TRANSLATORS: how something is known. Impersonal: no agreement with the person's gender. */
const char *const known_labels[] = {
    NC_("how known", "Seen"),
    NC_("how known", "Said"),
    NC_("how known", "In a document"),
    NC_("how known", "From an official"),
    NC_("how known", "From a third party"),
};

const char *const when_labels[] = { NC_("when", "Now"), NC_("when", "In the past"), NC_("when", "Now and in the past") };

const char *const danger_labels[] = {
    NC_("danger", "Not asked yet"),
    NC_("danger", "Yes"),
    NC_("danger", "Unsure"),
    /* TRANSLATORS: never "no danger": nothing was seen or told, which is less. */
    NC_("danger", "Nothing seen or told"),
};

const char *const urgency_labels[] = {
    NC_("urgency", "No time set"),
    NC_("urgency", "Soon"),
    NC_("urgency", "Today"),
    NC_("urgency", "Now"),
};

const char *const activity_time_labels[] = {
    NC_("activity", "Promised"),
    NC_("activity", "Done"),
    NC_("activity", "Expected"),
};

const char *const element_labels[] = {
    NC_("element", "Act"),
    NC_("element", "Means: force, threat or pressure"),
    NC_("element", "Means: deception"),
    NC_("element", "Means: use of a vulnerable position"),
    NC_("element", "Purpose: exploitation"),
    NC_("element", "Concern about a child"),
    NC_("element", "Appearance and health"),
};

const char *const contact_kind_labels[] = {
    NC_("contact", "Authority"),
    NC_("contact", "Specialist service"),
    NC_("contact", "National helpline"),
    NC_("contact", "Helpline for children"),
    NC_("contact", "Line for missing children"),
    NC_("contact", "Emergency call"),
};

const char *const state_keys[] = {
    NC_("answer key", "Not asked yet"),     NC_("answer key", "Noted"),    NC_("answer key", "Looked or asked: no"),
    NC_("answer key", "Does not know"),     NC_("answer key", "Declined"), NC_("answer key", "Not safe to ask"),
    NC_("answer key", "Could not observe"),
};

const char *const known_keys[] = {
    NC_("how known key", "Seen"),     NC_("how known key", "Said"),        NC_("how known key", "Document"),
    NC_("how known key", "Official"), NC_("how known key", "Third party"),
};

const char *const known_after[] = {
    NC_("how known, after noted", "seen"),     NC_("how known, after noted", "said"),        NC_("how known, after noted", "document"),
    NC_("how known, after noted", "official"), NC_("how known, after noted", "third party"),
};
