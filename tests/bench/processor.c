/* Prints the processor time that another process has used so far, in milliseconds. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int count, char **arguments) {
    clockid_t clock;
    struct timespec t;
    if (count != 2 || clock_getcpuclockid(atoi(arguments[1]), &clock) != 0 || clock_gettime(clock, &t) != 0)
        return 1;
    printf("%.3f\n", (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6);
    return 0;
}
