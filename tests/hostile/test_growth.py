"""A text may be as odd as it likes: reading it takes time in proportion to its length."""

import pytest
from growth import LINEAR, growth

from checker.api import shipped_rules
from checker.engine.stages import map_document
from checker.model import Status
from checker.read import read_text

RULES = shipped_rules()
UNFELT = 0.3  # seconds

# Drawn out to 32,000 characters: nothing is found in them, so that they cost little.
MARKS = (
    *" \t\n,;.'\"-–—()[]{}|#>*_`~=$%&<@/\\",
    *"“”‘’ a1A²٣½三\u200b\u00a0",
    *("\n\n", " \n", "1,", "1.", "1-", "1/", "1:", "a-", "A.", "a.", '"a" ', "(a", "[a](", "</a", "http://", "e\u0301"),
    *("---\n", "+++\n", "a: b\n", "- \n", "# a\n", "<!-- ", "<!-- check: ignore ", "# check: ignore a", "1e", "9**"),
    *("of ", "the ", "to ", "between ", "and ", "not ", "if ", "which ", "per ", "10:30 ", "year-old ", "he said "),
)
# Drawn out to 10,000: every word of them sets productions to work.
WORDS = (
    *("A ", "Ab ", "Ab, ", "Ab\n", "Dr ", "St. ", "U.S. ", "John Smith, 45, ", "Spokesman John ", "Aleppo and "),
    *(
        "3 ",
        "3, ",
        "3\n",
        "3\t",
        "$3 ",
        "3% ",
        "- 3\n",
        "| 3 |\n",
        "2020 ",
        "and 3 ",
        "from 3 to ",
        "three ",
        "million ",
    ),
    *("3 killed ", "3 soldiers ", "including 3 ", "3 of the 5 ", "more than 3 ", "65-year-old ", "3 km ", "a dozen "),
    *("Monday ", "3 May ", "on 3 May 2020 ", "two weeks ago ", "since 2014, ", "by 10.30am ", "3 soldiers Monday — "),
    *("in Aleppo, Syria, ", "10 km north of ", "the Ministry of ", "near Aleppo\n", "Lirren: ", "Photo: a (Reuters)\n"),
    *('"We lost 3," he said. ', "Officials said ", "according to the mayor, ", "he denied that 3 died. ", "3 died? "),
    "Three soldiers were killed and 12 wounded near Aleppo on Monday, the ministry said.\n\n",
)


def read(unit: str, size: int) -> None:
    text = (unit * (size // len(unit) + 1))[:size]
    mapped = map_document(read_text("a.txt", text), RULES)
    assert mapped.document.status is not Status.CRASHED, mapped.document.reason


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Word lists are loaded once; that is no work of a text."""
    read("Three soldiers were killed near Aleppo on Monday, the mayor said. ", 200)


@pytest.mark.parametrize("unit", MARKS, ids=ascii)
def test_marks_without_end(unit: str) -> None:
    assert growth(lambda size: read(unit, size), 8_000, UNFELT) <= LINEAR


@pytest.mark.parametrize("unit", WORDS, ids=ascii)
def test_words_without_end(unit: str) -> None:
    assert growth(lambda size: read(unit, size), 2_500, UNFELT) <= LINEAR
