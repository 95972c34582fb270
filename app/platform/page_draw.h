/* Draws a page: the one function for PDF, preview and pictures. */
#ifndef PLATFORM_PAGE_DRAW_H
#define PLATFORM_PAGE_DRAW_H

#include "page/page.h"
#include "platform/faces.h"

struct _cairo;

/* In a file words stay words, and the elements of the structure are begun and ended. On the screen
 * words become outlines: cairo would move small letters to whole pixels. */
enum page_use { PAGE_FILED, PAGE_SHOWN };

/* Draws marks and words in points, from the origin of `cr`; the paper is not filled. */
bool page_draw(struct _cairo *cr, struct faces *faces, const struct pages *pages, int page, enum page_use use, struct error *e);

#endif
