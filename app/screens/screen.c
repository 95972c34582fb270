/* The table of screens. A screen is one file, one line here, and its paragraph in help.json. */
#include "screens/screen.h"

const struct screen_info screens[SCREEN_COUNT] = {
    [SCREEN_SAFETY] = { "safety", NC_("step", "Safety"), SCREEN_SAFETY, false, safety_show },
    [SCREEN_WHO] = { "who", NC_("step", "Who"), SCREEN_WHO, false, who_show },
    [SCREEN_BEGIN] = { "begin", NC_("step", "Begin"), SCREEN_BEGIN, false, begin_show },
    [SCREEN_SIGNS] = { "signs", NC_("step", "Signs"), SCREEN_SIGNS, false, signs_show },
    [SCREEN_NEXT_STEP] = { "next-step", NC_("step", "Next step"), SCREEN_NEXT_STEP, false, next_step_show },
    [SCREEN_AGREEMENT] = { "agreement", NC_("step", "Agreement"), SCREEN_AGREEMENT, false, agreement_show },
    [SCREEN_NOTE] = { "note", NC_("step", "Note"), SCREEN_NOTE, false, note_show },
    [SCREEN_HAND_OVER] = { "hand-over", NC_("step", "Hand over"), SCREEN_HAND_OVER, false, hand_over_show },
    [SCREEN_GROUPS] = { "groups", NC_("step", "More signs"), SCREEN_SIGNS, false, groups_show },
    [SCREEN_FIND] = { "find", NC_("step", "Find a sign"), SCREEN_SIGNS, false, find_show },
    [SCREEN_ACTIVITIES] = { "activities", NC_("step", "Activities"), SCREEN_SIGNS, false, activities_show },
    [SCREEN_HIGHER] = { "higher", NC_("step", "Go higher"), SCREEN_NEXT_STEP, false, higher_show },
    [SCREEN_RULES] = { "rules", NC_("step", "Rules and sources"), SCREEN_NEXT_STEP, false, rules_show },
    [SCREEN_NEEDS] = { "needs", NC_("step", "Needs tonight"), SCREEN_NOTE, false, needs_show },
    [SCREEN_DETAILS] = { "details", NC_("step", "Details of the note"), SCREEN_NOTE, false, details_show },
    [SCREEN_RIGHTS] = { "rights", NC_("step", "Rights"), SCREEN_AGREEMENT, false, rights_show },
    [SCREEN_BOOTH] = { "booth", NC_("step", "Booth lane"), SCREEN_COUNT, false, booth_show },
    [SCREEN_BOOTH_CODE] = { "booth-code", NC_("step", "Code for the second line"), SCREEN_COUNT, false, booth_code_show },
    [SCREEN_START] = { "start", NC_("step", "Start"), SCREEN_COUNT, false, start_show },
    [SCREEN_SETTINGS] = { "settings", NC_("step", "Settings"), SCREEN_COUNT, true, settings_show },
    [SCREEN_CHOOSE] = { "choose", NC_("step", "Choose"), SCREEN_COUNT, true, choose_show },
    [SCREEN_STEPS] = { "steps", NC_("step", "Steps"), SCREEN_COUNT, true, steps_show },
    [SCREEN_HELP] = { "help", NC_("step", "Help"), SCREEN_COUNT, true, help_show },
    [SCREEN_HIDDEN] = { "hidden", NC_("step", "Information"), SCREEN_COUNT, true, hidden_show },
};

/* ---- actions */

const struct action action_none = { .kind = ACTION_NONE };

void action_take(struct action *out, struct action other) {
    if (out->kind == ACTION_NONE)
        *out = other;
}

struct action action_go(enum screen screen) {
    return (struct action){ .kind = ACTION_GO, .screen = screen };
}
