# Sourced: calls `golden CASE RECEIVER FORMAT NEW EXPECTED` for every expected note.
# NEW is the note as the program writes it now.
waymark=${BUILD:-build}/waymark
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in tests/golden/*/; do
    case=$(basename "$folder")
    while read -r receiver formats; do
        "$waymark" note --answers "$folder/answers.json" --stamp tests/golden/stamp.json --receiver "$receiver" --out "$work/$case/$receiver" > /dev/null || exit 1
        for format in $formats; do
            # Of a PDF what a reader gets out of it.
            if [ "$format" = pdf ]; then
                pdftotext -layout "$work/$case/$receiver/7K-M2Q9.pdf" "$work/$case/$receiver/7K-M2Q9.pdf.txt" || exit 1
                format=pdf.txt
            fi
            golden "$case" "$receiver" "$format" "$work/$case/$receiver/7K-M2Q9.$format" "$folder/$receiver.$format"
        done
    done < "$folder/receivers"
    "$waymark" assess --answers "$folder/answers.json" --stamp tests/golden/stamp.json > "$work/assessment.json" || exit 1
    golden "$case" assessment json "$work/assessment.json" "$folder/assessment.json"
done
