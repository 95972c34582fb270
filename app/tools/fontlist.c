/* Build tool: prints the font files of assets/fonts.json, a path a line, for the Makefile to stage. */
#include "base/json.h"
#include "platform/posix.h"

#include <stdio.h>

int main(int count, char **arguments) {
    struct arena a = { 0 };
    struct error e = { 0 };
    struct json_fault fault;
    struct bytes text;
    struct host host = posix_host(&a, arguments[0]);
    if (count != 2 || !host.read_file(host.self, &a, arguments[1], 1024 * 1024, &text, &e)) {
        fprintf(stderr, "%s\n", count == 2 ? e.text : "usage: fontlist FONTS.JSON");
        return count == 2 ? (int)e.kind : ERROR_USAGE;
    }
    const struct json *root = json_parse(&a, text, &fault), *folder = json_get(root, "folder"), *fonts = json_get(root, "fonts");
    if (!folder || folder->kind != JSON_TEXT || !fonts || fonts->kind != JSON_LIST) {
        fprintf(stderr, "%s: needs the keys folder and fonts\n", arguments[1]);
        return ERROR_INPUT;
    }
    for (int i = 0; i < fonts->count; i++) {
        const struct json *file = json_get(&fonts->items[i], "file");
        if (file && file->kind == JSON_TEXT)
            printf("%s/%s\n", folder->text, file->text);
    }
    arena_free(&a);
    return 0;
}
