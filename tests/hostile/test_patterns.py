"""No regular expression of the package takes more than linear time, whatever it is given."""

from pathlib import Path

import pytest
from growth import LINEAR, growth
from patterns import Applied, applied, attacks

SIZE = 10_000  # characters; the larger text has four times as many
ENDS = ("", "\0")  # a match, and one that fails at its very end
APPLIED = applied()
FEWEST = 80  # patterns: fewer would mean that the search misses them

# Patterns that no long text reaches: the characters that their callers let through.
SHORT = {
    "checker.read.suppressions._WORDS": 1_000,
    "checker.read.blocks._LAST_WORD": 20,
    "checker.read.hyphens._LAST": 100,
}


def drawn_out(unit: str, end: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size] + end


def test_the_patterns_are_found() -> None:
    assert len(APPLIED) > FEWEST
    assert {"checker.extract.tokens._pattern", "checker.report.markup.MARKS"} <= {each.name for each in APPLIED}


@pytest.mark.parametrize("each", APPLIED, ids=lambda each: f"{each.name}.{each.method}")
def test_a_pattern_is_linear(each: Applied) -> None:
    size = min(SIZE, SHORT.get(each.name, SIZE) // 4)
    slow = {
        (unit, end): grown
        for unit in attacks(each.pattern)
        for end in ENDS
        if (grown := growth(lambda size, unit=unit, end=end: each.work(drawn_out(unit, end, size)), size)) > LINEAR
    }
    assert slow == {}


def test_rules_hold_no_patterns() -> None:
    """Words are data and grammar is code: a file under rules/ cannot bring a pattern of its own."""
    rulebook = Path(__file__).parents[2] / "checker" / "rulebook"
    made = [
        line for path in rulebook.glob("*.py") for line in path.read_text("utf-8").splitlines() if "compile(" in line
    ]
    assert [line for line in made if "compile(r" not in line] == []
