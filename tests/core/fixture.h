/* The real pack, read once for a test program, and sessions on it. */
#ifndef TESTS_CORE_FIXTURE_H
#define TESTS_CORE_FIXTURE_H

#include "support.h"

#include "core/assess.h"

struct fixture {
    struct arena arena; /* the pack */
    const struct pack *pack;
    struct arena scratch; /* freed after each test */
};

/* The files of content/, cases left out: they are checked on their own. */
struct pack_file *fixture_files(struct arena *a, int *count);
struct pack_file *fixture_all_files(struct arena *a, int *count);

/* For cmocka_run_group_tests and the tests in it. */
int fixture_open(void **state);
int fixture_close(void **state);
int fixture_clean(void **state);

/* A session from an answers file with single quotes; fails the test if it has a problem. */
struct session fixture_session(struct fixture *f, const char *answers);
struct assessment fixture_assess(struct fixture *f, const char *answers);
const char *fixture_outcome(struct fixture *f, const char *answers);

#endif
