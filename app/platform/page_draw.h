/* Draws a page: the one function for PDF, preview and pictures. */
#ifndef PLATFORM_PAGE_DRAW_H
#define PLATFORM_PAGE_DRAW_H

#include "page/page.h"
#include "platform/faces.h"
#include "platform/file_words.h"

struct _cairo;

/* Draws marks and words in points, from the origin of `cr`; the paper is not filled.
 *
 * In a file words stay words, and the elements of the structure are begun and ended. On the screen, where
 * `words` is NULL, words become outlines: cairo would move small letters to whole pixels. */
bool page_draw(struct _cairo *cr, struct faces *faces, const struct pages *pages, int page, struct file_words *words, struct error *e);

#endif
