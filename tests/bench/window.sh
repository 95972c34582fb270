#!/bin/sh
# The window's figures on a display of its own: start and memory beside a bare SDL2 and SDL2_ttf
# window, and the processor time of an idle window.
set -u
build=${BUILD:-build}
work=$(mktemp -d)
display=
program=
trap 'kill $program $display 2> /dev/null; rm -rf "$work"' EXIT
export DBUS_SESSION_BUS_ADDRESS=disabled: HOME="$work" XDG_CONFIG_HOME="$work"
Xvfb -displayfd 3 -screen 0 1920x1080x24 3> "$work/number" 2> /dev/null &
display=$!
while [ ! -s "$work/number" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/number")
export DISPLAY
"$build/start" "$PWD/$build/first_frame.so" "$build/waymark" "$build/bare_window" "$build/fonts/NotoSans-Regular.ttf"
"$build/waymark" &
program=$!
sleep 2
before=$("$build/processor" $program)
sleep 5
after=$("$build/processor" $program)
printf '%-26s %12.2f ms in 5 s\n' 'processor, idle window' "$(echo "$before $after" | awk '{ print $2 - $1 }')"
