/* Pages as a PDF file: drawn and tagged by cairo, then extended by what cairo 1.16 cannot write.
 *
 * What cairo leaves out is added as one incremental update (ISO 32000-1, 7.5.6): the language of the
 * document, its metadata as XMP, the wish that a reader shows the title instead of the file name, and that
 * head, foot and lines are artifacts. The result is a tagged PDF with a language; it makes no claim to
 * PDF/UA, because nothing here has checked it. Fonts are embedded as the parts that are used. */
#ifndef PLATFORM_PDF_H
#define PLATFORM_PDF_H

#include "page/page.h"
#include "platform/faces.h"

/* The same pages give the same bytes. */
bool pdf_write(struct faces *faces, const struct pages *pages, struct buffer *out, struct error *e);

#endif
