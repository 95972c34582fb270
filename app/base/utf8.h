/* UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/bytes.h"

#include <stdbool.h>
#include <stdint.h>

/* Reads one character and moves *at behind it. Returns 0xFFFFFFFF, and moves by one byte,
 * where the bytes are no valid character. *at must be before `end`. */
uint32_t utf8_next(const char **at, const char *end);

/* Writes one character; returns how many bytes it has, 1 to 4. No NUL is added. */
int utf8_write(uint32_t code, char *out);

bool utf8_valid(struct bytes text);

/* One of the 66 code points that Unicode keeps free of characters. They are valid here, but libraries
 * refuse them or stop at them. */
bool utf8_is_no_character(uint32_t code);

/* A mark that only says in which direction text runs. */
bool utf8_turns(uint32_t code);

/* A character that no typed text may hold: control characters of both sets, a mark of byte order, what is
 * no character, and those that turn the direction of what follows, which in plain text nothing would
 * turn back. Line ends and tabs are the caller's to judge. */
bool utf8_disturbs(uint32_t code);

/* How many bytes of a text fit into so many, without cutting a character. */
size_t utf8_fit(const char *text, size_t most);

/* Copies what fits into so many bytes, with the NUL, without cutting a character. `from` may be NULL, or
 * lie in `to`. */
void utf8_copy(char *to, size_t size, const char *from);

/* How many columns a text takes in a fixed-width listing: combining marks and the invisible
 * direction marks take none. An estimate for the plain text note; the screen and the page
 * measure with fonts instead. */
int utf8_columns(const char *text, size_t size);

#endif
