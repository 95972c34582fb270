#include "platform/faces.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include <hb.h>
#include FT_FREETYPE_H

/* One for the whole run: cairo keeps a face for a while after it was given back. */
static FT_Library library;

static bool start(struct faces *f, const struct font_set *fonts, struct error *e) {
    if (f->fonts != fonts)
        faces_close(f);
    f->fonts = fonts;
    return library || FT_Init_FreeType(&library) == 0
           || error_set(e, ERROR_WORLD, "pages cannot be drawn: this machine has no memory left");
}

static void done_with(void *face) {
    FT_Done_Face(face);
}

static cairo_font_face_t *open_face(struct faces *f, int font, struct error *e) {
    static const cairo_user_data_key_t key;
    unsigned size;
    FT_Face face;
    hb_blob_t *blob = hb_face_reference_blob(hb_font_get_face(f->fonts->fonts[font].font));
    const char *data = hb_blob_get_data(blob, &size);
    bool ok = FT_New_Memory_Face(library, (const FT_Byte *)data, (FT_Long)size, 0, &face) == 0;
    hb_blob_destroy(blob); /* the bytes belong to the set */
    if (!ok) {
        error_set(e, ERROR_INPUT, "%s: is no font, or a damaged one; install the fonts again", f->fonts->fonts[font].name);
        return NULL;
    }
    /* Nobody asks cairo for the character of a glyph; to write a file it would search for those that have none. */
    face->charmap = NULL;
    cairo_font_face_t *out = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
    cairo_font_face_set_user_data(out, &key, face, done_with);
    return out;
}

cairo_font_face_t *faces_get(struct faces *f, const struct font_set *fonts, int font, struct error *e) {
    if (!start(f, fonts, e))
        return NULL;
    cairo_font_face_t **face = &f->faces[font];
    if (!*face)
        *face = open_face(f, font, e);
    return *face;
}

void faces_close(struct faces *f) {
    for (int i = 0; i < FONTS_MAX; i++)
        if (f->faces[i])
            cairo_font_face_destroy(f->faces[i]);
    *f = (struct faces){ 0 };
}
