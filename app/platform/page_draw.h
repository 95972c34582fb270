/* Draws a page, in the same way for PDF, preview and pictures. */
#ifndef PLATFORM_PAGE_DRAW_H
#define PLATFORM_PAGE_DRAW_H

#include "page/page.h"
#include "platform/faces.h"
#include "platform/file_words.h"

struct _cairo;

/* Draws marks and words in points, from the origin of `cr`; the paper is not filled. Words become outlines:
 * on the screen cairo would move small letters to whole pixels. */
bool page_draw(struct _cairo *cr, struct faces *faces, const struct pages *pages, int page, struct error *e);

/* For a file: words stay words, and the elements of the structure are begun and ended. Either the artifacts
 * or all else. */
bool page_file(struct _cairo *cr, struct faces *faces, const struct pages *pages, int page, struct file_words *words, bool artifacts,
               struct error *e);

#endif
