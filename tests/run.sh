#!/bin/sh
# Runs the test programs given as arguments and the scripts of tests/scripts, and ends with
# "N passed, N failed". A program that dies without saying what failed counts as one failure.
set -u
cd "$(dirname "$0")/.." || exit 3
passed=0
failed=0
log=${BUILD:-build}/test.log

# Programs are cmocka's; they sum up themselves. Scripts write a line for each test.
count() {
    if grep -q '^\[==========\]' "$log"; then
        good=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test(s).*/\1/p' "$log")
        bad=$(sed -n 's/^ *\([0-9]*\) FAILED TEST(S)/\1/p' "$log")
    else
        good=$(grep -c '^\[ *OK \]' "$log")
        bad=$(grep -c '^\[  FAILED  \]' "$log")
    fi
    good=${good:-0}
    bad=${bad:-0}
}

for program in "$@" tests/scripts/*.sh; do
    "$program" > "$log" 2>&1
    status=$?
    count
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    passed=$((passed + good))
    failed=$((failed + bad))
    if [ "$bad" -gt 0 ]; then
        echo "== $program (status $status)"
        grep -v '^\[ *\(OK\|RUN\) *\]' "$log"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
