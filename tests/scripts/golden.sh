#!/bin/sh
# Each expected note and assessment of tests/golden against what the program writes now.
set -u
cd "$(dirname "$0")/../.." || exit 3
status=0
golden() {
    if cmp -s "$4" "$5"; then
        echo "[       OK ] $1 to $2 as $3"
    else
        echo "[  FAILED  ] $1 to $2 as $3"
        diff "$5" "$4" | head -20
        status=1
    fi
}
. tests/golden/each.sh
exit $status
