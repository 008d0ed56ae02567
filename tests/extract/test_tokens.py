import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,000 troops", ["2,000", "troops"]),
        ("US$40m", ["US$", "40m"]),
        ("EUR40m", ["EUR", "40m"]),
        ("Rs5 crore", ["Rs", "5", "crore"]),
        ("P50,000 and R500,000", ["P", "50,000", "and", "R", "500,000"]),
        ("P3 million", ["P", "3", "million"]),
        ("R2D2", ["R2D2"]),
        ("1\u00a0200 homes", ["1\u00a0200", "homes"]),
        ("1'200 homes", ["1'200", "homes"]),
        ("40-60 boats", ["40-60", "boats"]),
        ("a 36-hour ban", ["a", "36-hour", "ban"]),
        ("the F-16", ["the", "F-16"]),
        ("al-Hol camp's", ["al-Hol", "camp", "'s"]),
        ("U.S.-led", ["U.S.-led"]),
        ("4%", ["4%"]),
        ("**30** dead", ["30", "dead"]),
        ("7½ km²", ["7", "½", "km²"]),
        ("a .25 share", ["a", ".25", "share"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text(max_size=200))
def test_tokens_are_slices_in_order(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert token.start >= end
        end = token.end
        assert text[token.start : token.end].startswith(token.text.rstrip("."))


@given(st.text(max_size=60), st.integers(0, 10_000))
def test_offsets_shift_with_the_text(text: str, offset: int) -> None:
    plain, moved = tokens(text), tokens(text, offset)
    assert [(token.text, token.start + offset) for token in plain] == [(token.text, token.start) for token in moved]
