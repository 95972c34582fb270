/* Starts a program again and again, ours and the bare window in turns, and prints the median
 * time from exec to its first frame and the most memory it took. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TURNS 15

struct turn {
    double milliseconds;
    long kilobytes;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* `preload` prints microseconds and kilobytes to standard output. */
static struct turn start(const char *preload, char **arguments) {
    int ends[2];
    long long at = 0;
    struct turn turn = { 0, 0 };
    char line[64] = "";
    if (pipe(ends) != 0)
        exit(1);
    double begin = now();
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        setenv("LD_PRELOAD", preload, 1);
        execv(arguments[0], arguments);
        _exit(127);
    }
    close(ends[1]);
    FILE *said = fdopen(ends[0], "r");
    if (!said || !fgets(line, sizeof line, said) || sscanf(line, "%lld %ld", &at, &turn.kilobytes) != 2) {
        fprintf(stderr, "%s showed no frame\n", arguments[0]);
        exit(1);
    }
    fclose(said);
    waitpid(child, NULL, 0);
    turn.milliseconds = (double)at / 1e3 - begin;
    return turn;
}

static int compare(const void *a, const void *b) {
    const struct turn *x = a, *y = b;
    return (x->milliseconds > y->milliseconds) - (x->milliseconds < y->milliseconds);
}

static struct turn median(struct turn *turns) {
    qsort(turns, TURNS, sizeof *turns, compare);
    return turns[TURNS / 2];
}

int main(int count, char **arguments) {
    struct turn own[TURNS], bare[TURNS];
    if (count != 5) {
        fprintf(stderr, "usage: start PRELOAD PROGRAM BARE FONT\n");
        return 2;
    }
    for (int i = 0; i < TURNS; i++) {
        own[i] = start(arguments[1], (char *[]){ arguments[2], NULL });
        bare[i] = start(arguments[1], (char *[]){ arguments[3], arguments[4], NULL });
    }
    struct turn a = median(own), b = median(bare);
    printf("%-26s %12.1f ms  beside the bare window %8.1f ms   %5.2f times\n", "exec to first frame", a.milliseconds, b.milliseconds,
           a.milliseconds / b.milliseconds);
    printf("%-26s %12.1f MB  beside the bare window %8.1f MB   %5.2f times\n", "memory until then", (double)a.kilobytes / 1024,
           (double)b.kilobytes / 1024, (double)a.kilobytes / (double)b.kilobytes);
    return 0;
}
