/* The only main(): gives the commands a world to work in. */
#include "commands/command.h"
#include "platform/posix.h"

int main(int count, char **arguments) {
    struct arena a = { 0 };
    struct host host = posix_host(&a, arguments[0]);
    int status = command_main(&host, count, arguments);
    arena_free(&a);
    return status;
}
