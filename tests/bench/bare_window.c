/* The reference of the benchmark: as little as a window with a line of text can be. Shows one
 * frame, then waits for events; given "once", it ends instead.
 *
 * usage: bare_window FONT [once] */
#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>
#include <stdio.h>
#include <string.h>

static int fail(const char *what) {
    fprintf(stderr, "bare_window: %s: %s\n", what, SDL_GetError());
    return 1;
}

static SDL_Surface *draw_line(const char *path) {
    SDL_Color ink = { 0x1C, 0x22, 0x26, 255 };
    TTF_Font *font = TTF_OpenFont(path, 18);
    if (!font)
        return NULL;
    SDL_Surface *line = TTF_RenderUTF8_Blended(font, "Someone else keeps the person's passport.", ink);
    TTF_CloseFont(font);
    return line;
}

static int show(SDL_Window *window, const char *path) {
    SDL_Rect at = { 40, 40, 0, 0 };
    SDL_Surface *surface = SDL_GetWindowSurface(window), *line = draw_line(path);
    if (!surface || !line)
        return fail(path);
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 0xFA, 0xFA, 0xF7));
    SDL_BlitSurface(line, NULL, surface, &at);
    SDL_FreeSurface(line);
    return SDL_UpdateWindowSurface(window) == 0 ? 0 : fail("no frame");
}

int main(int count, char **arguments) {
    SDL_Event event = { 0 };
    if (count < 2)
        return fail("usage: bare_window FONT [once]");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0)
        return fail("no display");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); /* as the program does */
    SDL_Window *window = SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 800, SDL_WINDOW_RESIZABLE);
    int status = window ? show(window, arguments[1]) : fail("no window");
    if (status == 0 && !(count > 2 && !strcmp(arguments[2], "once")))
        while (event.type != SDL_QUIT && SDL_WaitEvent(&event)) {
        }
    SDL_DestroyWindow(window);
    TTF_Quit();
    SDL_Quit();
    return status;
}
