#!/bin/sh
# Runs the test programs given as arguments and the scripts of tests/scripts, and ends with
# "N passed, N failed". A program that dies counts as one failure more.
set -u
cd "$(dirname "$0")/.." || exit 3
passed=0
failed=0
log=${BUILD:-build}/test.log
for program in "$@" tests/scripts/*.sh; do
    "$program" > "$log" 2>&1
    status=$?
    # cmocka and the scripts both write "[       OK ] name" and "[  FAILED  ] name".
    good=$(grep -c '^\[ *OK \]' "$log")
    bad=$(grep -c '^\[  FAILED  \] [^0-9]' "$log")
    # cmocka names each failed test twice: when it fails and in the summary.
    if grep -q '^\[  PASSED  \]' "$log"; then bad=$(grep -c '^\[  FAILED  \] [0-9]* test(s), listed' "$log"); [ "$bad" -gt 0 ] && bad=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test(s), listed.*/\1/p' "$log"); fi
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    passed=$((passed + good))
    failed=$((failed + bad))
    if [ "$status" -ne 0 ] || [ "$bad" -gt 0 ]; then
        echo "== $program (status $status)"
        grep -v '^\[ *\(OK\|RUN\) *\]' "$log"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
