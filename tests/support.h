/* What tests share: reading files of the tree and JSON written with single quotes. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include "base/arena.h"
#include "base/bytes.h"

/* cmocka's header needs these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* A file of the tree, by its path from the root; fails the test if it is not there. */
struct bytes support_file(struct arena *a, const char *path);

/* The text with each ' turned into ", so that JSON in a test is easy to read. */
struct bytes support_quotes(struct arena *a, const char *text);

/* The bytes of a string, without its NUL. */
struct bytes support_bytes(const char *text);

#endif
