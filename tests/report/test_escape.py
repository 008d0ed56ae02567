import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report.escape import columns, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, café, 30 °C", "plain, café, 30 °C"),
        ("\x1b[2J", "␛[2J"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202eevil", "\\u202eevil"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("\x7f\x00", "␡␀"),
        ("\ud800", "\\ud800"),
        ("[/x] [bold]", "[/x] [bold]"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_nothing_that_a_terminal_obeys_gets_through() -> None:
    every = "".join(map(visible, map(chr, range(sys.maxunicode + 1))))
    assert not {unicodedata.category(char) for char in set(every)} & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@given(st.text())
def test_visible_is_stable(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("", 0)])
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width
