"""Checks the files of the content against their JSON Schemas.

More files can be named as pairs: schemas.py assessment out.json note note.json
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

CONTENT = pathlib.Path(__file__).resolve().parent.parent / "content"
OF_FOLDER = {"indicators": "indicators", "settings": "setting", "countries": "country", "cases": "cases"}
OF_FILE = {"note": "note-plan"}  # other files are named like their schema


def schema_of(file):
    folder = file.relative_to(CONTENT).parent.name
    return OF_FOLDER.get(folder, folder) if folder else OF_FILE.get(file.stem, file.stem)


def problems(schema_name, file):
    schema_file = CONTENT / "schema" / f"{schema_name}.schema.json"
    if not schema_file.exists():
        return [("", f"there is no schema {schema_name}")]
    try:
        schema = json.loads(schema_file.read_text(encoding="utf-8"))
        value = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        return [("", str(error))]
    Draft202012Validator.check_schema(schema)
    # A condition has many kinds: the best match is the kind that was meant.
    errors = [best_match([error]) for error in Draft202012Validator(schema).iter_errors(value)]
    return [("/".join(str(part) for part in error.absolute_path), error.message[:300]) for error in errors]


def main(arguments):
    if len(arguments) % 2:
        sys.exit("usage: schemas.py [SCHEMA-NAME FILE]...")
    files = sorted(CONTENT.rglob("*.json"))
    checks = [(schema_of(file), file) for file in files if file.parent.name != "schema"]
    checks += zip(arguments[::2], map(pathlib.Path, arguments[1::2]))
    failed = 0
    for schema_name, file in checks:
        found = problems(schema_name, file)
        failed += bool(found)
        for path, message in found:
            print(f"{file}: {path}: {message}")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
