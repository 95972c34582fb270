/* Plural rules of gettext catalogues: "nplurals=3; plural=(n==1 ? 0 : n%10>=2 ? 1 : 2);".
 *
 * The rule is a C expression over n without side effects. It comes from a file and may be
 * hostile: length and nesting are bounded, division by zero and a result that is no form
 * give form 0. */
#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

#include <stdbool.h>

#define PLURAL_RULE_SIZE 512

struct plural {
    int forms; /* 1 to 8 */
    char rule[PLURAL_RULE_SIZE];
};

/* n is one, else other: English, and what holds while nothing else is known. */
extern const struct plural plural_english;

/* Reads the value of the header Plural-Forms; false if it is no well-formed rule. */
bool plural_read(const char *header, struct plural *out);

/* The form for n, from 0. */
int plural_form(const struct plural *p, unsigned long n);

#endif
