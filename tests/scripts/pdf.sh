#!/bin/sh
# A note on paper as other readers read it: no word is lost in any script, the structure and the
# form of the file are sound, and fonts come with it.
set -u
cd "$(dirname "$0")/../.." || exit 3
waymark=$PWD/${BUILD:-build}/waymark
stamp=tests/golden/stamp.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
export LC_ALL=C.UTF-8

. tests/say.sh

# Long enough for two lines each, with brackets: in writing from right to left they are mirrored.
latin='Ändern können wir es (später) erst morgen; officina, fjörd, žluťoučký kůň, năsăuți, façade, ßæðø, waffle, affluent, Łódź.'
greek='Μου πήραν το διαβατήριο (πριν έναν μήνα) και δεν ξέρω πού βρίσκεται τώρα, ίσως στο παλιό εργοστάσιο.'
cyrillic='Паспорт забрали (месяц назад), и я не знаю, где он сейчас; объявление, ещё, Україна, їжак, ъгъл, љубав.'
arabic='أخذوا جواز السفر (قبل شهر) ولا أعرف أين هو الآن، ربما في المصنع القديم الذي عملنا فيه كل الأيام.'

cat > "$work/answers.json" << END
{
  "setting": "border-second-line",
  "place": { "stands": "RO", "serves": "RO" },
  "profile": { "age": "adult", "gender": "female" },
  "answers": {
    "docs-held-by-other": { "state": "noted", "known": ["said"], "words": "$greek", "remark": "$latin" },
    "debt-for-journey": { "state": "noted", "known": ["said"], "words": "$arabic", "remark": "$cyrillic" }
  },
  "details": { "wants": "$cyrillic", "fears": "$arabic", "note-place": "$greek", "agree-referral": "yes", "agree-scope": "$latin" }
}
END

write_note() { # LANGUAGE FOLDER
    "$waymark" note --answers "$work/answers.json" --stamp $stamp --language "$1" --format pdf --out "$work/$2" > "$work/said" 2>&1
}
write_note en en && write_note en again && write_note ar_XB ar
say $? "a note with four scripts is written"
note=$work/en/7K-M2Q9.pdf

# ---- words

has_words() { # FILE SENTENCE
    found=0
    for word in $2; do
        grep -qF -- "$word" "$1" || { echo "$word is not in $(basename "$1")" > "$work/said"; found=1; }
    done
    return $found
}

read_note() { # FOLDER: what each reader makes of it; of the structure, each text on one line
    file=$work/$1/7K-M2Q9
    pdftotext "$file.pdf" "$file.pdftotext" && mutool draw -q -F txt -o "$file.mutool" "$file.pdf" 2> /dev/null \
        && pdfinfo -struct-text "$file.pdf" > "$file.structure" 2> /dev/null
}

# pdftotext takes lam-alef apart, whoever wrote the file.
read_note en
for reader in pdftotext mutool structure; do
    has_words "$file.$reader" "$latin $greek $cyrillic"
    say $? "$reader finds every word in Latin, Greek and Cyrillic letters"
    [ $reader = pdftotext ] && continue
    has_words "$file.$reader" "$arabic"
    say $? "$reader finds every word in Arabic letters"
done

read_note ar
has_words "$file.pdftotext" "$latin $greek $cyrillic"
say $? "pdftotext finds every word on a page from right to left"
for reader in mutool structure; do
    has_words "$file.$reader" "$latin $greek $cyrillic $arabic"
    say $? "$reader finds every word on a page from right to left"
    grep -qF '2026-01-02 10:00 (UTC+01:00)' "$file.$reader" && grep -qF '0800 800 678' "$file.$reader"
    say $? "$reader finds dates and telephone numbers whole there"
done

# Lines of the paper are no lines of the text: a blank stands between their words.
whole=0
for sentence in "$latin" "$greek" "$cyrillic" "$arabic"; do
    grep -qF -- "$sentence" "$work/en/7K-M2Q9.structure" || { echo "not whole: $sentence" > "$work/said"; whole=1; }
done
[ $whole -eq 0 ]
say $? "sentences of two lines are whole in the structure"

# ---- words that are not one glyph a character: accents typed apart, soft hyphens, marks inside a word,
# conjuncts, and scripts without a font: there a box is seen, and the word is read

composed='Ändern žluťoučký kůň façade'
apart=$(printf 'A\314\210ndern z\314\214lut\314\214ouc\314\214ky\314\201 ku\314\212n\314\214 fac\314\247ade')
divided='Aufenthaltsgenehmigungsverfahren'
hyphens=$(printf 'Auf\302\255ent\302\255halts\302\255ge\302\255neh\302\255mi\302\255gungs\302\255ver\302\255fah\302\255ren')
indic='व्यक्ति पासपोर्ट क्षेत्र ব্যক্তির পাসপোর্ট කොළඹ தமிழ்நாடு ไทยแลนด์ ქართული հայերեն ሰውየው'
persian='گذرنامهٔ نمی‌دارد'
# More marks that nobody sees than one glyph may say.
mark=$(printf '\342\200\215')
marks=Aus$(printf "%070d" 0 | sed "s/0/$mark/g")kunft
fontless='王小明 住在北京 ᏣᎳᎩ'

cat > "$work/answers.json" << END
{
  "setting": "border-second-line",
  "place": { "stands": "RO", "serves": "RO" },
  "profile": { "age": "adult" },
  "answers": {
    "docs-held-by-other": { "state": "noted", "known": ["said"], "words": "$apart", "remark": "$hyphens, $hyphens, $hyphens" }
  },
  "details": { "wants": "$fontless", "fears": "$persian", "agree-scope": "$indic", "note-place": "$marks" }
}
END
write_note en odd
read_note odd
for reader in pdftotext mutool structure; do
    has_words "$file.$reader" "$composed $divided $indic"
    say $? "$reader finds accents that were typed apart, soft hyphens and conjuncts"
    has_words "$file.$reader" "$fontless"
    say $? "$reader finds words in scripts without a font"
    sed "s/$mark//g" "$file.$reader" | grep -qF Auskunft
    say $? "$reader finds the letters round many marks"
    [ $reader = pdftotext ] && continue
    has_words "$file.$reader" "$persian"
    say $? "$reader finds a mark inside a word"
done

# ---- form

qpdf --check "$note" > "$work/said" 2>&1 && grep -q 'No syntax or stream encoding errors' "$work/said"
say $? "qpdf finds no errors"

cmp "$note" "$work/again/7K-M2Q9.pdf" > "$work/said" 2>&1
say $? "two runs give the same bytes"

pdfinfo "$note" > "$work/said" 2>&1 && grep -q '^Tagged: *yes$' "$work/said" && grep -q '^Page size:.*(A4)$' "$work/said" \
    && grep -q '^Title: *7K-M2Q9$' "$work/said" && grep -q '^Metadata Stream: *yes$' "$work/said"
say $? "it is tagged, on A4, and its title is the reference"

# The columns "emb", "sub" and "uni" stand before the two of the object. A font of type 3 is always whole:
# it was made for this file (platform/file_words.h).
pdffonts "$work/odd/7K-M2Q9.pdf" > "$work/said" 2>&1 && awk 'NR > 2 { fonts++; good += /Type 3/ ? $(NF - 4) $(NF - 2) == "yesyes" : $(NF - 4) $(NF - 3) $(NF - 2) == "yesyesyes" } END { exit fonts < 3 || good < fonts }' "$work/said"
say $? "every font is embedded, a subset, and says its characters"

# ---- structure

# Two blanks deeper for each level; elements end with "(block)" or stand alone.
pdfinfo -struct "$note" 2> /dev/null | awk '
    function wants(parent) { if (open[depth - 1] != parent) { print $1 " in " open[depth - 1]; bad = 1 } }
    { match($0, /^ */); depth = RLENGTH / 2; open[depth] = $1; seen[$1]++ }
    $1 == "H1" || $1 == "Sect" { wants("Document") }
    $1 == "H2" { wants("Sect") }
    $1 == "L" && open[depth - 1] != "Sect" { wants("LBody") }
    $1 == "LI" { wants("L") }
    $1 == "Lbl" { wants("LI") }
    END {
        if (seen["H1"] != 1 || seen["H2"] < 3 || seen["H2"] != seen["Sect"] || seen["LI"] < 10 || seen["Lbl"] < 10 || seen["LBody"] < seen["LI"]) { print "elements are missing"; bad = 1 }
        exit bad
    }' > "$work/said"
say $? "headings, lists, labels and bodies are elements where they belong"

# The state served stands below the setting, as a part of its field.
pdfinfo -struct-text "$note" 2> /dev/null | awk '
    { match($0, /^ */); depth = RLENGTH }
    /"Setting"/ { field = depth }
    /"State"/ { if (depth <= field) { print "it stands beside the field"; bad = 1 } found = 1 }
    END { exit bad || !found }' > "$work/said"
say $? "a line about a field is a part of it"

# Head, foot, lines and squares are marked as no part of the text.
qpdf --qdf --coalesce-contents "$note" "$work/plain.pdf" 2> "$work/said" && awk '
    / d1$/ { glyph = 1 }
    /^endstream/ { glyph = 0 }
    /BDC|BMC/ { inside++ }
    /EMC/ { inside-- }
    /Artifact/ { artifacts++ }
    /(TJ|Tj)$|(^| )f$|(^| )S$/ && inside < 1 && !glyph { print "neither tagged nor an artifact: " $0; bad = 1 }
    END { exit bad || artifacts < 3 }' "$work/plain.pdf" > "$work/said"
say $? "whatever is seen is tagged or an artifact"

# Each text of the structure stands behind the one before in what is read from top to bottom.
tr -d ' \n\f' < "$work/en/7K-M2Q9.mutool" > "$work/text"
sed -n 's/^ *"\(.*\)"$/\1/p' "$work/en/7K-M2Q9.structure" | tr -d ' ' | awk -v path="$work/text" '
    BEGIN { getline text < path }
    NF { at = index(text, $0); if (!at) { print "out of order: " $0; bad = 1; exit } text = substr(text, at + length($0)); count++ }
    END { exit bad || count < 30 }' > "$work/said"
say $? "the structure is in the order of the text"

# ---- language

qpdf --qdf "$work/ar/7K-M2Q9.pdf" "$work/plain.pdf" 2> "$work/said" \
    && grep -aoE '/Lang *\([^)]*\)|<rdf:li>[^<]*</rdf:li>' "$work/plain.pdf" | sort -u > "$work/said" \
    && printf '/Lang (ar-XB)\n<rdf:li>ar-XB</rdf:li>\n' | cmp -s - "$work/said"
say $? "it names the language asked for and no other"
exit $status
