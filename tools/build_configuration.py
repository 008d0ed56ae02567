"""Writes docs/configuration.md, the reference of check.toml, and docs/limits.md, from what reads them.

Tests keep both fresh.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import build_limits

from checker.config.settings import DocumentDefaults, Keys, Settings
from checker.config.shown import toml_value
from checker.read.paths import usual_columns

TARGET = Path(__file__).resolve().parent.parent / "docs" / "configuration.md"
HEAD = """\
# Configuration

`check.toml`, or the table `[tool.check]` of `pyproject.toml`, configures a run. The nearest file at or above the folder
that holds all the given paths is taken; the search ends at a folder with `.git`. Paths in the file are relative to it,
and so are the paths that globs match. The command line goes before the file. `check config PATH` prints what is in
force and where each value comes from; unknown keys and wrong values are errors.

```toml
fail-on = "error"
against = ["archive"]
baseline = "check-baseline.jsonl"
rules = ["house/rules"]
lexicon = ["house/words"]

[severity]
hedge-dropped = "warning"

[per-path-ignores]
"archive/2019/**" = ["source-dispute", "stale-figure"]

[tolerances.stocks.days]
deployed = 60

[[documents]]
paths = ["wire/*.txt"]
source = "Lirren Wire"
date = 2031-05-06
```

A glob without a slash matches names in every folder, `**` any number of folders, and what matches a folder matches all
below it.

## Keys

"""
DOCUMENTS = """
## Keys of `[[documents]]`

"""
LIMITS = """
## Keys of `[limits]`

Bounds of what is read and compared. [limits.md](limits.md) says what is seen beyond each.

"""
COLUMNS = """
## Keys of `[columns]`

Where the parts of an article stand in CSV and JSON Lines files. Without a key, the first of the usual names that the
file has is taken; case counts for nothing. `article.body` is the `body` within an `article`.

```toml
[columns]
text = "Article body"
date = "Posted"
```

"""
TAIL = """
## Words of your own

A folder under `lexicon` holds files named as those of `rules/lexicon/en`, with what is new in them:

```toml
# house/words/measures.toml
[killed]
verbs = ["entomb"]
```

Lists are appended, tables merged, and single values take the place of the shipped ones; the widths of hedges, for one,
stand under `[bounds]` in `hedges.toml`. What each list is for is said in the shipped file. `tolerances` exchanges the
values of `rules/thresholds.toml`, whole lists included.
"""


def rows(model: type[Keys]) -> Iterator[str]:
    """The lines of a table of keys."""
    yield "| key | type | default | meaning |"
    yield "|---|---|---|---|"
    properties = model.model_json_schema(by_alias=True)["properties"]
    for name, field in model.model_fields.items():
        key = field.alias or name
        default = "" if field.is_required() or field.default in (None, "", (), {}) else f"`{toml_value(field.default)}`"
        yield f"| `{key}` | {told(properties[key])} | {default} | {field.description} |"


def columns() -> Iterator[str]:
    """The lines of the table of columns, with the usual names of each."""
    yield "| key | usual names |"
    yield "|---|---|"
    for key, names in usual_columns():
        yield f"| `{key}` | {', '.join(f'`{name}`' for name in names)} |"


def told(schema: dict[str, Any]) -> str:
    """A type as people say it."""
    if "anyOf" in schema:
        return told(next(part for part in schema["anyOf"] if part.get("type") != "null"))
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "$ref" in schema:
        return {"Severity": "a severity"}.get(schema["$ref"].rpartition("/")[2], "a table")
    if schema.get("type") == "array":
        return "tables" if "$ref" in schema["items"] else f"list of {told(schema['items'])}s"
    if schema.get("type") == "object":
        extra = schema.get("additionalProperties", True)
        return f"table of {told(extra)}" if isinstance(extra, dict) else "table"
    return "date" if schema.get("format") == "date" else "number" if schema.get("type") == "integer" else "string"


def reference() -> str:
    """The whole page."""
    settings, documents = ("\n".join(rows(model)) for model in (Settings, DocumentDefaults))
    limits, names = "\n".join(build_limits.keys()), "\n".join(columns())
    return f"{HEAD}{settings}\n{DOCUMENTS}{documents}\n{LIMITS}{limits}\n{COLUMNS}{names}\n{TAIL}"


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
    build_limits.TARGET.write_text(build_limits.page(), encoding="utf-8")
    sys.stdout.write(f"{TARGET}\n{build_limits.TARGET}\n")
