/* What to do when the display goes away: a server that is restarted, a session that is ended.
 *
 * Xlib ends a program whose server is gone, and with it every case that is open. These few
 * functions make it go on instead, so that the window can be opened again. They do nothing on
 * other systems than X11. Where the Xlib at hand does not let us, the program says so and ends
 * with status 3. */
#ifndef PLATFORM_DISPLAY_H
#define PLATFORM_DISPLAY_H

#include <stdbool.h>

struct SDL_Window;

/* Call before SDL opens a display. */
void display_survive(void);

/* Until display_survive() is called again the program ends as Xlib wants it. For SDL's message
 * box: a process of its own, which would wait for a server for ever. */
void display_may_end(void);

/* Has a display gone away since the window was opened? SDL_QuitSubSystem() forgets it. */
bool display_is_gone(void);

/* On: requests to end wait until off. SDL catches them, and while it lets go of that one would
 * be lost. */
void display_hold_signals(bool on);

/* Call before a window is given back: SDL waits until the server says that it is no longer
 * seen, and for ever where there is no server any more. */
void display_do_not_wait(struct SDL_Window *window);

#endif
