#!/bin/sh
# What the linker cannot see: lower never includes higher, and the world is reached through
# the host alone.
set -u
cd "$(dirname "$0")/.." || exit 3
status=0

# forbid FOLDER PATTERN WHY
forbid() {
    if grep -nE "$2" "app/$1"/*.[ch]; then
        echo "app/$1: $3"
        status=1
    fi
}

forbid base '^#include "(core|text|page|note|ui|screens|commands|platform)/|^#include "host' 'base knows nothing of the program'
forbid core '^#include "(text|page|note|ui|screens|commands|platform)/|^#include "host' 'core knows base alone'
forbid text '^#include "(core|page|note|ui|screens|commands|platform)/|^#include "host' 'text knows base alone'
forbid page '^#include "(core|note|ui|screens|commands|platform)/|^#include "host' 'page knows text and base'
forbid note '^#include "(ui|screens|commands|platform)/|^#include "host' 'note knows core, page, text and base'
forbid ui '^#include "(core|note|screens|commands|platform)/|^#include "host' 'ui knows no questions and no world'
forbid screens '^#include "(commands|platform)/|^#include "(host|app)' 'screens look; they know no world'
forbid commands '^#include "platform/' 'commands reach the world through the host'
for layer in core text page note ui screens commands; do
    forbid $layer '\b(malloc|calloc|realloc|free|fopen|rename|getenv|setenv|setlocale|localtime|time)\(' 'the world is reached through the host, memory through an arena'
done
forbid base '\b(fopen|rename|getenv|setenv|setlocale|localtime|time)\(' 'base knows no world'
[ "$(grep -lE '\b(malloc|calloc|realloc|free)\(' app/base/*.c)" = app/base/arena.c ] || { echo "app/base: only the arena allocates"; status=1; }
[ "$(grep -lE '\bint main\(' app/*.c app/base/*.c app/core/*.c app/text/*.c app/page/*.c app/note/*.c app/ui/*.c app/commands/*.c app/platform/*.c)" = app/main.c ] || { echo "there is one main()"; status=1; }
# SDL, SDL2_ttf and cairo live in platform: no other library has one of their names.
for layer in base core text page note ui screens app commands; do
    library=${BUILD:-build}/lib$layer.a
    [ -f "$library" ] || continue
    if nm "$library" 2> /dev/null | grep -E ' U (SDL_|TTF_|cairo_)'; then
        echo "$library: only platform knows the window system"
        status=1
    fi
done
grep -lE '\b(SDL_|TTF_|cairo_)[A-Za-z]' app/*.[ch] app/base/* app/core/* app/text/* app/page/* app/note/* app/ui/* app/screens/* app/commands/* && { echo 'an SDL or cairo name outside platform'; status=1; }
exit $status
