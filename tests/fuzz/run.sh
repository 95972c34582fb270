#!/bin/sh
# Runs fuzz targets: tests/fuzz/run.sh SECONDS NAME..., as `make fuzz` does. Each starts from
# real files, written anew to $BUILD/fuzz/corpus/NAME. Prints one line for each and ends with
# "N passed, N failed". An input that makes a target fail is kept as $BUILD/fuzz/NAME-...;
# `$BUILD/fuzz/NAME FILE` runs it again.
set -u
cd "$(dirname "$0")/../.." || exit 3
LC_ALL=C
export LC_ALL
fuzz=${BUILD:-build}/fuzz
seconds=${1:?how many seconds for each target}
shift
passed=0
failed=0

# In the order of content.h, which the first byte of an input of fuzz_pack counts on. None of
# the names holds a blank, so the list is split where it is used.
content_files() {
    find content -name '*.json' ! -path 'content/schema/*' | sort
}

# The path as a name: content/pack.json becomes content-pack.json.
flat() {
    printf '%s\n' "$1" | tr / -
}

copy_seeds() {
    for file in "$@"; do
        if [ -f "$file" ]; then cp "$file" "$corpus/$(flat "$file")"; fi
    done
}

# A whole file of cases is slow to try, and its first three have every key.
pack_file() {
    case $1 in
    content/cases/*) awk '/^    },$/ && ++cases == 3 { print "    }\n  ]\n}"; exit } { print }' "$1" ;;
    *) cat "$1" ;;
    esac
}

seed_pack() {
    index=0
    for file in $(content_files); do
        { printf "\\$(printf %03o $index)"; pack_file "$file"; } > "$corpus/$(flat "$file")"
        index=$((index + 1))
    done
}

# An answers file in which everything is noted, so that every id is at hand.
seed_answers() {
    copy_seeds tests/golden/*/answers.json
    setting=$(cat content/settings/*.json | sed -n 's/^  "id": "\(.*\)",$/\1/p' | head -n 1)
    {
        printf '{ "setting": "%s", "profile": { "age": "child" }, "triage": {' "$setting"
        sed -n 's/^ *"id": \("t-[a-z-]*"\).*/\1: "yes"/p' content/triage.json | paste -sd , -
        printf '}, "answers": {'
        sed -n 's/^      "id": \("[a-z0-9-]*"\),$/\1: { "state": "noted", "known": ["said"] }/p' content/indicators/*.json | paste -sd , -
        printf '} }\n'
    } > "$corpus/everything"
}

seed_plural() {
    printf 'nplurals=1; plural=0;' > "$corpus/one"
    printf 'nplurals=2; plural=(n != 1);' > "$corpus/english"
    printf 'nplurals=3; plural=(n%%10==1 && n%%100!=11 ? 0 : n%%10>=2 && n%%10<=4 && (n%%100<10 || n%%100>=20) ? 1 : 2);' > "$corpus/slavic"
    printf 'nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%%100>=3 && n%%100<=10 ? 3 : n%%100>=11 ? 4 : 5;' > "$corpus/arabic"
    printf 'nplurals=2; plural=!(n/2-1) || 3*n+1 > 7;' > "$corpus/operators"
}

# The first byte says how the text is laid out.
seed_paragraph() {
    for how in ' ' '!' '"' '#'; do
        printf '%s%s' "$how" 'Call +40 721 000 111 (A-7), 2026-01-02 10:00; Größenordnungen' > "$corpus/latin$((index = ${index:-0} + 1))"
        printf '%s%s' "$how" 'شخص آخر يحتفظ بجواز السفر رقم 112 (A-7).' > "$corpus/arabic$index"
        printf '%s%s' "$how" 'कोई और व्यक्ति, 旅券, דרכון, паспорт' > "$corpus/mixed$index"
    done
}

seed() {
    case $1 in
    fuzz_json) copy_seeds $(content_files) tests/golden/*/*.json ;;
    fuzz_answers) seed_answers ;;
    fuzz_pack) seed_pack ;;
    fuzz_catalog) copy_seeds "${BUILD:-build}"/locales/*/*.mo ;;
    fuzz_paragraph) seed_paragraph ;;
    fuzz_plural) seed_plural ;;
    esac
}

# Words in double quotes, one a line, are a dictionary. Ids and keys are seldom found by chance.
dictionary() {
    case $1 in
    fuzz_json) printf '"%s"\n' '\"' '\\u' '\\uD834\\uDD1E' null true false 1e308 -0 '\xEF\xBB\xBF' ;;
    fuzz_answers | fuzz_pack) cat $(content_files) tests/golden/*/answers.json | grep -Eo '"[A-Za-z0-9-]{1,60}"' | sort -u ;;
    fuzz_catalog) printf '"%s"\n' 'Content-Type: text/plain; charset=UTF-8\x0A' 'Plural-Forms: ' 'Language: ' '\x04' ;;
    # Letters of flags, what is no character, marks and joiners, and what turns the direction.
    fuzz_paragraph) printf '"%s"\n' '\xF0\x9F\x87\xB7' '\xEF\xBF\xBF' '\xEF\xBF\xBE' '\xF4\x8F\xBF\xBF' '\xEF\xB7\x90' '\xCC\x81' '\xC2\xAD' '\xE2\x80\x8D' '\xE2\x80\x8C' '\xE2\x80\xAE' '\xE2\x80\xAC' '\xE2\x81\xA6' '\xE2\x81\xA7' '\xE2\x81\xA8' '\xE2\x81\xA9' '\xE2\x80\x8E' '\xE2\x80\xA9' '\x0A' ' ' '+40 7' ;;
    fuzz_plural) printf '"%s"\n' nplurals= plural= n ? : '||' '&&' == != '<=' '>=' '!' '%' '(' ')' ;;
    esac
}

report() {
    runs=$(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$2")
    if [ "$3" -eq 0 ] && [ -n "$runs" ]; then
        passed=$((passed + 1))
        echo "$1: $runs runs in $seconds s"
    else
        failed=$((failed + 1))
        artefact=$(sed -n 's/.*Test unit written to //p' "$2" | tail -n 1)
        echo "$1: FAILED (status $3), input ${artefact:-none kept}, log $2"
    fi
}

for name in "$@"; do
    corpus=$fuzz/corpus/$name
    rm -rf "$corpus"
    mkdir -p "$corpus"
    seed "$name"
    dictionary "$name" > "$fuzz/$name.dict"
    UBSAN_OPTIONS=print_stacktrace=1 "$fuzz/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 \
        -dict="$fuzz/$name.dict" -artifact_prefix="$fuzz/$name-" "$corpus" > "$fuzz/$name.log" 2>&1
    report "$name" "$fuzz/$name.log" $?
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
