#include "text/font.h"

#include <string.h>

static size_t number_at(struct bytes file, size_t at, int bytes) {
    size_t number = 0;
    for (int i = 0; i < bytes; i++)
        number = number << 8 | (unsigned char)file.data[at + (size_t)i];
    return number;
}

/* Do all tables lie inside the file (OpenType, table directory)? Who draws a font that was cut short
 * leaves letters out without a word. A collection is taken as it is. */
static bool is_whole(struct bytes file) {
    if (file.size < 12)
        return false;
    size_t tables = number_at(file, 4, 2);
    if (!memcmp(file.data, "ttcf", 4))
        return true;
    for (size_t i = 0; i < tables; i++) {
        size_t at = 12 + 16 * i;
        if (at + 16 > file.size || number_at(file, at + 8, 4) + number_at(file, at + 12, 4) > file.size)
            return false;
    }
    return true;
}

bool font_add(struct font_set *set, struct bytes file, const char *name, bool bold, struct error *e) {
    if (set->count == FONTS_MAX)
        return error_set(e, ERROR_WORLD, "%s: more than %d fonts", name, FONTS_MAX);
    hb_blob_t *blob = hb_blob_create(file.data, (unsigned)file.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    if (!is_whole(file) || hb_face_get_glyph_count(face) == 0 || hb_face_get_upem(face) == 0) {
        hb_face_destroy(face);
        return error_set(e, ERROR_INPUT, "%s: is no font, or a damaged one; install the fonts again", name);
    }
    struct font *f = &set->fonts[set->count++];
    *f = (struct font){ .name = name, .bold = bold, .font = hb_font_create(face), .units = (float)hb_face_get_upem(face) };
    hb_face_destroy(face); /* the font keeps it */
    return true;
}

static bool has(const struct font *f, uint32_t character) {
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(f->font, character, &glyph);
}

int font_for(const struct font_set *set, uint32_t character, bool bold) {
    for (int i = 0; i < set->count; i++)
        if (set->fonts[i].bold == bold && has(&set->fonts[i], character))
            return i;
    for (int i = 0; i < set->count; i++)
        if (has(&set->fonts[i], character))
            return i;
    return 0;
}

bool font_has(const struct font_set *set, int font, uint32_t character) {
    return has(&set->fonts[font], character);
}

void font_close(struct font_set *set) {
    for (int i = 0; i < set->count; i++)
        hb_font_destroy(set->fonts[i].font);
    set->count = 0;
}
