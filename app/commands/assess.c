#include "commands/command.h"

#include "core/assess.h"

enum error_kind command_assess(struct run *run, struct error *e) {
    struct session session;
    struct stamp stamp = { 0 };
    struct buffer out = { .arena = run->arena };
    if (!run_load(run, e) || !run_read_answers(run, &session, e) || (run->options.stamp && !run_read_stamp(run, &stamp, e)))
        return e->kind;
    struct assessment r = assess(run->arena, run->pack, &session, &stamp);
    assess_write(run->pack, &r, &out);
    return run_print(run, buffer_bytes(&out), e) ? ERROR_NONE : e->kind;
}
