/* The only main(): gives the commands a world to work in. */
#include "commands/command.h"
#include "platform/posix.h"
#include "platform/window.h"

int main(int count, char **arguments) {
    struct arena a = { 0 };
    posix_keep_memory_private();
    struct host host = posix_host(&a, arguments[0]);
    struct window *window = window_make(&a);
    window_fill_host(window, &host);
    int status = command_main(&host, count, arguments);
    window_close(window);
    arena_free(&a);
    return status;
}
