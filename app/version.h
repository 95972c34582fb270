/* The version of the program; the content has its own. */
#ifndef VERSION_H
#define VERSION_H

#define WAYMARK_VERSION "0.1"

#endif
