/* Preloaded before a program: tells when its first frame was on the screen and how much memory
 * it had taken until then, and ends it. The same for our program and for the bare window, so
 * that neither needs anything of its own for being measured. */
#include <SDL.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static void tell(void) {
    struct timespec now;
    struct rusage use;
    clock_gettime(CLOCK_MONOTONIC, &now);
    getrusage(RUSAGE_SELF, &use);
    printf("%lld %ld\n", (long long)now.tv_sec * 1000000 + now.tv_nsec / 1000, use.ru_maxrss);
    fflush(stdout);
    _exit(0);
}

int SDL_UpdateWindowSurface(SDL_Window *window) {
    int (*real)(SDL_Window *) = (int (*)(SDL_Window *))dlsym(RTLD_NEXT, "SDL_UpdateWindowSurface");
    real(window);
    tell();
    return 0;
}

int SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *rects, int count) {
    int (*real)(SDL_Window *, const SDL_Rect *, int) =
        (int (*)(SDL_Window *, const SDL_Rect *, int))dlsym(RTLD_NEXT, "SDL_UpdateWindowSurfaceRects");
    real(window, rects, count);
    tell();
    return 0;
}
