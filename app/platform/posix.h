/* The world on Linux and other POSIX systems. */
#ifndef PLATFORM_POSIX_H
#define PLATFORM_POSIX_H

#include "host.h"

/* Fills the host. `program` is argv[0], used where the system does not say where the program
 * file lies. What it returns lives in the arena. */
struct host posix_host(struct arena *a, const char *program);

/* Leaves no core file: the memory holds what people said. */
void posix_keep_memory_private(void);

#endif
