#!/bin/sh
# The built program as a stranger uses it: real files, real streams, a disk that is full.
set -u
cd "$(dirname "$0")/../.." || exit 3
waymark=$PWD/${BUILD:-build}/waymark
answers=$PWD/tests/golden/adult/answers.json
stamp=$PWD/tests/golden/stamp.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# test NAME COMMAND...: passes if the command ends with status 0.
test_that() {
    name=$1
    shift
    if "$@" > "$work/said" 2>&1; then
        echo "[       OK ] $name"
    else
        echo "[  FAILED  ] $name"
        head -5 "$work/said"
        status=1
    fi
}

ends_with() { # STATUS COMMAND...
    expected=$1
    shift
    "$@"
    [ $? -eq "$expected" ]
}

works_from_another_folder() (cd / && "$waymark" assess --answers "$answers" > /dev/null)

same_from_file_and_stream() {
    "$waymark" assess --answers "$answers" > "$work/a" && "$waymark" assess --answers - < "$answers" > "$work/b" && cmp "$work/a" "$work/b"
}

full_output() { ends_with 3 sh -c "\"$waymark\" assess --answers \"$answers\" > /dev/full"; }

note_of_two_formats() {
    "$waymark" note --answers "$answers" --stamp "$stamp" --out "$work/new/folder" --format txt,html > /dev/null \
        && [ "$(ls -A "$work/new/folder" | wc -l)" -eq 2 ]
}

from_a_file() {
    printf '{"setting": "visa-desk", "talk": {"mode": "file"}, "profile": {"age": "adult"}}' > "$work/file.json"
    ends_with 1 "$waymark" note --answers "$work/file.json" --out "$work/from-file" 2> "$work/err" \
        && grep -q -e '--receiver' "$work/err" && [ ! -e "$work/from-file" ] \
        && "$waymark" note --answers "$work/file.json" --out "$work/from-file" --receiver ngo-specialist
}

unwritable() {
    : > "$work/file"
    ends_with 3 "$waymark" note --answers "$answers" --stamp "$stamp" --out "$work/file/below"
}

nothing_half_written() {
    mkdir -p "$work/small"
    # 12 KiB: the text fits, what follows does not.
    (trap '' XFSZ; ulimit -f 24; ends_with 3 "$waymark" note --answers "$answers" --stamp "$stamp" --out "$work/small") && [ -z "$(ls -A "$work/small")" ]
}

# A slip in the authority's contacts is said where the officer begins, and keeps nobody from working.
broken_contacts_are_said() {
    mkdir -p "$work/config/waymark"
    printf '{ "countries": [' > "$work/config/waymark/contacts.json"
    printf 'see "problem" "contacts cannot be read"\nsee "problem" "contacts.json"\npress "Enter"\nsee "safety/t-danger-now/yes"\n' > "$work/start.walk"
    XDG_CONFIG_HOME=$work/config "$waymark" walk "$work/start.walk" --out "$work/shown" \
        && XDG_CONFIG_HOME=$work/config "$waymark" note --answers "$answers" --stamp "$stamp" --out "$work/shown" --format txt
}

never_repeats_an_answer() {
    printf '{"setting": "border-second-line",\n "profile": {"age": "Maria"},\n "answers": {"Maria": 1}}' > "$work/bad.json"
    "$waymark" assess --answers "$work/bad.json" > "$work/out" 2> "$work/err"
    [ $? -eq 1 ] && [ ! -s "$work/out" ] && grep -q 'bad.json:2: profile.age' "$work/err" && grep -q 'bad.json:3: answers' "$work/err" \
        && ! grep -q Maria "$work/err"
}

damaged_catalogue() {
    mkdir -p "$work/bin/locales/de" && cp "$waymark" "$work/bin/" && cp -r content "$work/bin/" && echo de > "$work/bin/locales/LINGUAS"
    for domain in ui content card; do head -c 100 "${BUILD:-build}/locales/en_XA/$domain.mo" > "$work/bin/locales/de/$domain.mo"; done
    ends_with 1 "$work/bin/waymark" list rules --language de && grep -q 'de/ui.mo' "$work/said"
}

damaged_content() {
    cp -r content "$work/content" && rm "$work/content/rules.json" && sed -i 's/"offence": true/"offence": 1/' "$work/content/activities.json"
    "$waymark" check --content "$work/content" > "$work/out" 2> "$work/err"
    [ $? -eq 1 ] && grep -q 'rules.json: the file is missing' "$work/err" && grep -q 'activities.json:[0-9]*: .*offence: must be true or false' "$work/err"
}

no_content() {
    mkdir -p "$work/deep/alone" && cp "$waymark" "$work/deep/alone/" && mkdir -p "$work/cwd" && cp -r content "$work/cwd/"
    (cd "$work/cwd" && ends_with 3 "$work/deep/alone/waymark" list rules)
}

opens_no_socket() {
    ASAN_OPTIONS=detect_leaks=0 strace -f -e trace=%network -o "$work/trace" "$waymark" note --answers "$answers" --out "$work/net" > /dev/null && ! grep -q socket "$work/trace"
}

# The pseudo-language puts every translated text in brackets: a label without is untranslated.
every_label_is_translated() {
    "$waymark" note --answers "$answers" --stamp "$stamp" --out "$work/xa" --language en_XA --format txt > /dev/null \
        && grep -q '^\[' "$work/xa/7K-M2Q9.txt" && ! grep -nE '^[A-Za-z][a-z]+( [a-z]+)*: ' "$work/xa/7K-M2Q9.txt"
}

installs() {
    make -s --no-print-directory install PREFIX=/usr DESTDIR="$work/root" BUILD="${BUILD:-build}" \
        && (cd / && "$work/root/usr/bin/waymark" assess --answers "$answers" > /dev/null) && "$work/root/usr/bin/waymark" check
}

test_that works_from_another_folder works_from_another_folder
test_that an_answers_file_may_come_from_standard_input same_from_file_and_stream
test_that a_full_disk_behind_standard_output_is_status_3 full_output
test_that a_note_makes_its_folder_and_holds_only_what_was_asked note_of_two_formats
test_that a_note_from_a_file_needs_a_receiver from_a_file
test_that an_unwritable_folder_is_status_3 unwritable
test_that a_note_that_does_not_fit_leaves_nothing nothing_half_written
test_that a_slip_in_the_contacts_is_said_and_keeps_nobody_from_working broken_contacts_are_said
test_that a_problem_never_repeats_an_answer never_repeats_an_answer
test_that a_damaged_catalogue_is_named damaged_catalogue
test_that damaged_content_is_listed_with_its_places damaged_content
test_that content_is_never_taken_from_the_working_directory no_content
test_that no_network_is_used opens_no_socket
test_that every_label_of_a_note_is_translated every_label_is_translated
test_that what_is_installed_works installs
exit $status
