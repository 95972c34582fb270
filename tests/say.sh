# For the scripts of tests/scripts: says how a test ended, as tests/run.sh counts it. Reads
# $work/said for the reason and sets $status. Sourced, not run.
say() { # STATUS NAME
    if [ "$1" -eq 0 ]; then
        echo "[       OK ] $2"
    else
        echo "[  FAILED  ] $2"
        head -5 "$work/said"
        status=1
    fi
}
