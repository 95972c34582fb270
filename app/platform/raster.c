#include "platform/raster.h"

#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OPEN_MAX = 48, BUCKETS = 1024 };

struct raster_open {
    int font, size;
    TTF_Font *ttf;
};

/* What makes the pixels of a run, beside its text. Compared byte by byte: no holes. */
struct run_key {
    uint32_t font, size, colour, script, right_to_left, text_size;
};

struct raster_kept {
    struct raster_kept *next;          /* in its bucket */
    struct raster_kept *newer, *older; /* by last use */
    uint32_t hash;
    size_t bytes;
    struct run_key key;
    struct raster_image image;
    char text[]; /* ends with NUL */
};

/* ---- fonts */

static bool start(struct raster *r, struct error *e) {
    if (r->started)
        return true;
    if (TTF_Init() != 0)
        return error_set(e, ERROR_WORLD, "texts cannot be drawn: %s", TTF_GetError());
    r->started = true;
    r->open = calloc(OPEN_MAX, sizeof *r->open);
    r->buckets = calloc(BUCKETS, sizeof(struct raster_kept *));
    if (r->open && r->buckets)
        return true;
    raster_close(r);
    return error_set(e, ERROR_WORLD, "texts cannot be drawn: this machine has no memory left");
}

static void close_fonts(struct raster *r) {
    for (int i = 0; i < r->open_count; i++)
        TTF_CloseFont(r->open[i].ttf);
    r->open_count = 0;
}

/* Other fonts: what was drawn with the former ones is of no use. */
static void use_fonts(struct raster *r, const struct font_set *fonts) {
    if (r->fonts == fonts)
        return;
    raster_forget(r);
    close_fonts(r);
    r->fonts = fonts;
}

/* The same bytes that the texts were measured with, on a face of its own. */
static TTF_Font *open_font(const struct font *font, int size) {
    hb_blob_t *blob = hb_face_reference_blob(hb_font_get_face(font->font));
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    TTF_Font *ttf = TTF_OpenFontRW(SDL_RWFromConstMem(data, (int)length), 1, size);
    hb_blob_destroy(blob); /* the set has it too */
    if (ttf)
        TTF_SetFontHinting(ttf, TTF_HINTING_NONE); /* else words would be wider than measured */
    return ttf;
}

static TTF_Font *find_font(struct raster *r, int font, int size, struct error *e) {
    for (int i = 0; i < r->open_count; i++)
        if (r->open[i].font == font && r->open[i].size == size)
            return r->open[i].ttf;
    if (r->open_count == OPEN_MAX)
        close_fonts(r);
    TTF_Font *ttf = open_font(&r->fonts->fonts[font], size);
    if (ttf)
        r->open[r->open_count++] = (struct raster_open){ font, size, ttf };
    else
        error_set(e, ERROR_WORLD, "%s: the font cannot be opened: %s", r->fonts->fonts[font].name, TTF_GetError());
    return ttf;
}

/* ---- what is kept */

/* A call the compiler cannot prove useless, so that it is not left out before a free(). */
static void *(*const volatile overwrite)(void *, int, size_t) = memset;

static void unlink_kept(struct raster *r, struct raster_kept *k) {
    *(k->newer ? &k->newer->older : &r->newest) = k->older;
    *(k->older ? &k->older->newer : &r->oldest) = k->newer;
}

static void link_newest(struct raster *r, struct raster_kept *k) {
    k->newer = NULL;
    k->older = r->newest;
    *(r->newest ? &r->newest->newer : &r->oldest) = k;
    r->newest = k;
}

static size_t pixel_bytes(const SDL_Surface *s) {
    return s ? (size_t)s->pitch * (size_t)s->h : 0;
}

static void give_back(struct raster_kept *k) {
    if (k->image.surface) {
        overwrite(k->image.surface->pixels, 0, pixel_bytes(k->image.surface));
        SDL_FreeSurface(k->image.surface);
    }
    overwrite(k, 0, sizeof *k + k->key.text_size);
    free(k);
}

static void drop_oldest(struct raster *r) {
    struct raster_kept *k = r->oldest, **at = &r->buckets[k->hash % BUCKETS];
    while (*at != k)
        at = &(*at)->next;
    *at = k->next;
    unlink_kept(r, k);
    r->kept_bytes -= k->bytes;
    r->kept_count--;
    give_back(k);
}

static void keep(struct raster *r, struct raster_kept *k) {
    k->bytes = sizeof *k + k->key.text_size + 1 + pixel_bytes(k->image.surface);
    while (r->oldest && r->kept_bytes + k->bytes > RASTER_BUDGET)
        drop_oldest(r);
    k->next = r->buckets[k->hash % BUCKETS];
    r->buckets[k->hash % BUCKETS] = k;
    link_newest(r, k);
    r->kept_bytes += k->bytes;
    r->kept_count++;
}

static uint32_t hash_bytes(uint32_t hash, const void *data, size_t size) {
    const unsigned char *at = data;
    while (size--)
        hash = (hash ^ *at++) * 16777619u;
    return hash;
}

static struct raster_kept *find_kept(struct raster *r, const struct run_key *key, const char *text, uint32_t hash) {
    for (struct raster_kept *k = r->buckets[hash % BUCKETS]; k; k = k->next)
        if (k->hash == hash && !memcmp(&k->key, key, sizeof *key) && !memcmp(k->text, text, key->text_size))
            return k;
    return NULL;
}

/* ---- rastering */

/* SDL2_ttf makes room on the left and on top where a glyph reaches beyond the pen or the height
 * of the font, and does not say how much: the same sum again. */
static void find_corner(struct raster_image *image, const struct font *font, const struct text_run *run, float size, int ascent) {
    float per_unit = size / font->units;
    int left = 0, top = 0;
    for (int g = 0; g < run->glyph_count; g++) {
        hb_glyph_extents_t box;
        if (!hb_font_get_glyph_extents(font->font, run->glyphs[g].id, &box) || box.width == 0)
            continue;
        int x = (int)floorf(run->glyphs[g].x - run->x) + (int)floorf((float)box.x_bearing * per_unit);
        int y = ascent + (int)floorf(run->glyphs[g].y) - (int)ceilf((float)box.y_bearing * per_unit);
        left = x < left ? x : left;
        top = y < top ? y : top;
    }
    image->left = left;
    image->top = top - ascent;
}

static bool set_script(TTF_Font *ttf, const struct run_key *key) {
    char script[5] = { 0 };
    hb_tag_to_string(key->script, script);
    return TTF_SetFontScriptName(ttf, script) == 0
           && TTF_SetFontDirection(ttf, key->right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR) == 0;
}

static bool draw_run(TTF_Font *ttf, struct raster_kept *k) {
    SDL_Color colour = { k->key.colour >> 16 & 255, k->key.colour >> 8 & 255, k->key.colour & 255, 255 };
    int width, height;
    if (!set_script(ttf, &k->key) || TTF_SizeUTF8(ttf, k->text, &width, &height) != 0)
        return false;
    if (width == 0)
        return true; /* marks that say a direction, and the like */
    k->image.surface = TTF_RenderUTF8_Blended(ttf, k->text, colour);
    return k->image.surface != NULL;
}

static struct raster_kept *make_run(const struct run_key *key, const char *text, uint32_t hash) {
    struct raster_kept *k = calloc(1, sizeof *k + key->text_size + 1);
    if (!k)
        return NULL;
    k->key = *key;
    k->hash = hash;
    memcpy(k->text, text, key->text_size);
    return k;
}

static struct raster_kept *raster(struct raster *r, const struct text_run *run, const struct run_key *key, const char *text, uint32_t hash,
                                  struct error *e) {
    TTF_Font *ttf = find_font(r, run->font, (int)key->size, e);
    struct raster_kept *k = ttf ? make_run(key, text, hash) : NULL;
    if (!ttf)
        return NULL;
    if (!k || !draw_run(ttf, k)) {
        error_set(e, ERROR_WORLD, "a text cannot be drawn: %s", k ? TTF_GetError() : "this machine has no memory left");
        if (k)
            give_back(k);
        return NULL;
    }
    find_corner(&k->image, &r->fonts->fonts[run->font], run, (float)key->size, TTF_FontAscent(ttf));
    keep(r, k);
    return k;
}

bool raster_run(struct raster *r, const struct font_set *fonts, const struct paragraph *p, const struct text_run *run, uint32_t colour,
                struct raster_image *out, struct error *e) {
    struct run_key key = { (uint32_t)run->font,
                           (uint32_t)fmaxf(1, roundf(p->style.size)),
                           colour,
                           hb_script_to_iso15924_tag(run->script),
                           run->right_to_left,
                           (uint32_t)(run->to - run->from) };
    const char *text = p->text + run->from;
    uint32_t hash = hash_bytes(hash_bytes(2166136261u, &key, sizeof key), text, key.text_size);
    if (!start(r, e))
        return false;
    use_fonts(r, fonts);
    struct raster_kept *k = find_kept(r, &key, text, hash);
    if (k) {
        unlink_kept(r, k);
        link_newest(r, k);
    } else if (!(k = raster(r, run, &key, text, hash, e))) {
        return false;
    }
    *out = k->image;
    return true;
}

void raster_forget(struct raster *r) {
    while (r->oldest)
        drop_oldest(r);
}

void raster_close(struct raster *r) {
    raster_forget(r);
    close_fonts(r);
    free(r->open);
    free(r->buckets);
    if (r->started)
        TTF_Quit();
    *r = (struct raster){ 0 };
}
