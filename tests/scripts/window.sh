#!/bin/sh
# The real window on a display of its own: keys through X, a whole case to the note in the folder;
# a second look under a Wayland compositor. Skipped, and said so, where these are not installed.
set -u
cd "$(dirname "$0")/../.." || exit 3
waymark=$PWD/${BUILD:-build}/waymark
work=$(mktemp -d)
display=
compositor=
trap 'kill $program $compositor $display 2> /dev/null; rm -rf "$work"' EXIT
program=
status=0
export DBUS_SESSION_BUS_ADDRESS=disabled: HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_RUNTIME_DIR="$work"
unset WAYLAND_DISPLAY XDG_DOCUMENTS_DIR

. tests/say.sh

# until COMMAND...: tries it for ten seconds.
until_true() {
    for _ in $(seq 100); do
        "$@" > /dev/null 2>&1 && return 0
        sleep 0.1
    done
    return 1
}

start_x() {
    rm -f "$work/number"
    Xvfb -displayfd 3 -screen 0 1280x800x24 3> "$work/number" 2> /dev/null &
    display=$!
    until_true test -s "$work/number" || return 1
    DISPLAY=:$(cat "$work/number")
    export DISPLAY
}

start_window() {
    "$waymark" 2> "$work/said" &
    program=$!
    until_true xdotool search --name '^Waymark$' || return 1
    xdotool search --name '^Waymark$' windowfocus
    sleep 0.3
}

under_x() {
    start_x || return 1
    start_window || return 1
    # The keys of the keyboard walk, one by one, as X gives them.
    sed -n 's/^press "\(.*\)".*/key \1/p; s/^type "\(.*\)"/type \1/p' tests/walks/keyboard.walk | while read -r kind words; do
        case $kind in
        type) xdotool type --delay 5 "$words" ;;
        key)
            case $words in
            Enter) words=Return ;;
            Esc) words=Escape ;;
            'Page Down') words=Next ;;
            -) words=minus ;;
            +) words=F3 ;;
            'Ctrl '*) words=ctrl+$(echo "${words#Ctrl }" | tr A-Z a-z) ;;
            esac
            xdotool key "$words"
            ;;
        esac
        sleep 0.05
    done
    until_true sh -c "ls $work/*/*.txt"
}

# The server dies and comes back under the same number: the window does too, hidden, and F9
# shows the program again.
after_the_server_died() {
    start_x || return 1
    start_window || return 1
    xdotool key Return
    sleep 0.3
    kill -9 $display
    wait $display 2> /dev/null
    sleep 1
    Xvfb "$DISPLAY" -screen 0 1280x800x24 2> /dev/null &
    display=$!
    until_true xdotool search --name '^Information$' || return 1
    xdotool search --name '^Information$' windowfocus
    sleep 0.3
    xdotool key F9
    until_true xdotool search --name '^Waymark$' && kill -0 $program
}

# The compositor stands in an X display of its own: without a display it has no seat, and SDL
# needs one.
under_wayland() {
    start_x || return 1
    weston --backend=x11-backend.so --socket=walk --idle-time=0 > "$work/weston" 2>&1 &
    compositor=$!
    until_true test -S "$work/walk" || return 1
    sleep 1
    env -u DISPLAY WAYLAND_DISPLAY=walk SDL_VIDEODRIVER=wayland "$waymark" 2> "$work/said" &
    program=$!
    sleep 3
    kill -0 $program
}

if command -v Xvfb > /dev/null && command -v xdotool > /dev/null; then
    under_x
    say $? "a whole case by keyboard in the real window under X ends with the note in the folder"
    kill $program $display 2> /dev/null
    wait 2> /dev/null
    after_the_server_died
    say $? "the window comes back, hidden, after the X server died, and F9 shows it"
    kill $program $display 2> /dev/null
    wait 2> /dev/null
    unset DISPLAY
else
    echo "skipped: no Xvfb or xdotool"
fi
if command -v weston > /dev/null && command -v Xvfb > /dev/null; then
    under_wayland
    say $? "the window opens under a Wayland compositor and stays"
else
    echo "skipped: no weston"
fi
exit $status
