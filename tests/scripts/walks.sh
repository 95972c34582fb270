#!/bin/sh
# The whole program as an officer walks it, without a display: each walk of tests/walks, and
# every screen in every size, text size and pseudo-language. A walk fails where a text is cut,
# lies over another or leaves the window, and where a target is smaller than 48 pixels.
set -u
cd "$(dirname "$0")/../.." || exit 3
waymark=${BUILD:-build}/waymark
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

. tests/say.sh

for walk in tests/walks/*.walk; do
    name=$(basename "$walk" .walk)
    "$waymark" walk "$walk" --out "$work/$name" > "$work/said" 2>&1
    say $? "walk $name"
done

# A simple referral by keyboard alone takes at most 60 presses and ends with the note.
presses=$("$waymark" walk tests/walks/keyboard.walk --out "$work/presses" 2>&1 | sed -n 's/.* \([0-9]*\) presses.*/\1/p')
echo "${presses:-no} presses" > "$work/said"
[ "${presses:-99}" -le 60 ] && [ -s "$work/presses/7K-M2Q9/7K-M2Q9.txt" ]
say $? "a simple referral by keyboard takes at most 60 presses: ${presses:-none}"

for size in 800x600 1280x800 1920x1080 1080x1920; do
    for text in 100 200; do
        for language in en en_XA ar_XB; do
            "$waymark" walk tests/walks/every-screen.walk --out "$work/$size-$text-$language" --size $size --text $text --language $language > "$work/said" 2>&1
            say $? "every screen at $size, text $text %, in $language"
        done
    done
done
for language in en_XA ar_XB; do
    "$waymark" walk tests/walks/both-bands.walk --language $language > "$work/said" 2>&1
    say $? "both bands in the least room, in $language"
done
for theme in dark contrast; do
    "$waymark" walk tests/walks/every-screen.walk --out "$work/$theme" --theme $theme > "$work/said" 2>&1
    say $? "every screen, theme $theme"
done
exit $status
