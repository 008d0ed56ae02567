"""Test items of other libraries, read by this project's grammar: numbers, units and dates.

    peers.py FOLDER

FOLDER holds recognizers_number.jsonl, recognizers_unit.jsonl, quantulum3.jsonl and temporal_meantime.jsonl; each line
has `text` and `gold`. Items that are not news-like are left out, each for a stated reason (peers_filter.py), and the
table counts them. Where the folder is absent, that is said, and the exit status is 0.
"""

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peers_dates import Dates, score_dates
from peers_filter import left_out
from peers_units import same_unit

from checker.extract.quantities import Quantity, find_quantities
from checker.extract.syntax import Sentence
from checker.extract.tokens import tokens
from checker.model import Section

NEAR = 1e-6  # of the value
ROUNDED = 5.1e-4  # shares told in words are rounded to a tenth of a percent
PERCENT = 100.0
FLOORS = {"value": 0.95, "unit": 0.90}
_TOKENISED = (
    (re.compile(r"(?<=[$£€]) (?=\d)"), ""),  # $ 48 million
    (re.compile(r"\b(us|hk|c|u\.s) (?=\$)"), lambda match: match[1].upper().replace(".", "")),  # c $ 16
    (re.compile(r"(?<=\d) \. (?=\d)"), "."),  # 6 . 2 %
    (re.compile(r"(?<=\d) , (?=\d{3}\b)"), ","),  # 80 , 000
    (re.compile(r"(?<=\d) / (?=\d)"), "/"),  # 1 / 4
)


@dataclass(slots=True)
class Tally:
    """Items of one file: how many were scored and right, and why the others were left out."""

    items: int = 0
    right: int = 0
    left: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def quantities(text: str) -> list[tuple[str, Quantity]]:
    """The quantities of a text, each with its own words."""
    for pattern, replacement in _TOKENISED:
        text = pattern.sub(replacement, text)
    sentence = Sentence(text, 0, len(text), tokens(text), Section.BODY, 0, 0)
    line = sentence.tokens
    return [
        (text[line[found.first].start : line[found.last - 1].end], found)
        for found in find_quantities(sentence, frozenset())
    ]


def value_of(quantity: Quantity) -> float:
    """A value as these libraries give it: a share as a fraction of one, a range by its middle."""
    numeral = quantity.numeral
    middle = (numeral.low + numeral.high) / 2
    return middle / PERCENT if numeral.form == "share" else middle


def near(quantity: Quantity, gold: float) -> bool:
    """Whether a value is the gold's but for rounding; of a range the gold may give the middle or the upper end."""
    margin = ROUNDED if quantity.numeral.form == "share" else NEAR * max(abs(gold), 1e-9)
    ends = (value_of(quantity), quantity.numeral.high if quantity.numeral.form == "range" else value_of(quantity))
    return any(abs(end - gold) <= margin for end in ends)


def gold_value(item: dict[str, Any]) -> float | None:
    """The gold's value as a number, None where it states none."""
    try:
        return float(str(item["value"]).rstrip("%"))
    except ValueError:
        return None


def right(kind: str, text: str, gold: list[dict[str, Any]]) -> bool:
    """Whether every gold value (and unit) of an item is found, and nothing where the gold has none."""
    rest = [found for _, found in quantities(text)]
    wanted = [(item, value) for item in gold if (value := gold_value(item)) is not None]
    if not wanted:
        return not any(found.unit for found in rest)
    for item, value in wanted:
        hit = next(
            (
                found
                for found in rest
                if near(found, value) and (kind == "value" or same_unit(found.unit, item["unit"]))
            ),
            None,
        )
        if hit is None:
            return False
        rest.remove(hit)
    return True


def score(path: Path, kind: str) -> Tally:
    """The items of a file by kind: value or unit."""
    tally = Tally()
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        reason = left_out(item, kind)
        if reason:
            tally.left[reason] += 1
            continue
        tally.items += 1
        if right(kind, item["text"], item["gold"]):
            tally.right += 1
        else:
            read = [(words, value_of(q), q.unit.name if q.unit else "") for words, q in quantities(item["text"])]
            wanted = [(gold["surface"], gold["value"], gold["unit"]) for gold in item["gold"]]
            tally.misses.append(f"{item['id']}: {item['text']!r}: read {read}, not {wanted}")
    return tally


def show(name: str, kind: str, tally: Tally) -> None:
    """One row, and the reasons for what was left out."""
    rate = tally.right / tally.items if tally.items else 0.0
    print(f"{name:22} {kind:6} {rate:5.3f}  {tally.right} of {tally.items}; aim {FLOORS[kind]:.2f}")
    for reason, count in tally.left.most_common():
        print(f"{'':30} left out {count:3}: {reason}")


def show_dates(dates: Dates) -> None:
    """The row of the dates."""
    print(
        f"{'temporal_meantime':22} dates  "
        f"precision {dates.precision:.3f} (aim 0.95), recall {dates.recall:.3f} (0.85), "
        f"value {dates.value:.3f} (0.80); {dates.found} of {dates.gold} found, {dates.extra} more read"
    )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--details", action="store_true", help="print every miss")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"{options.folder}: no such folder; nothing was measured")
        return 0
    jobs = (
        ("recognizers_number", "value"),
        ("quantulum3", "value"),
        ("recognizers_unit", "unit"),
        ("quantulum3", "unit"),
    )
    for name, kind in jobs:
        path = options.folder / f"{name}.jsonl"
        if not path.is_file():
            print(f"{name:22} absent")
            continue
        tally = score(path, kind)
        show(name, kind, tally)
        if options.details:
            print(*tally.misses, sep="\n")
    path = options.folder / "temporal_meantime.jsonl"
    if path.is_file():
        dates = score_dates(path)
        show_dates(dates)
        if options.details:
            print(*dates.misses, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
