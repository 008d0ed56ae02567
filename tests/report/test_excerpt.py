import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report.escape import columns
from checker.report.excerpt import excerpt


@pytest.mark.parametrize(
    ("quote", "mark", "width", "text", "carets"),
    [
        ("Only 900 came.", (5, 8), 40, "Only 900 came.", "     ^^^"),
        ("日本 900", (3, 6), 40, "日本 900", "     ^^^"),
        ("\x1b900", (1, 4), 40, "␛900", " ^^^"),
        ("\u202e900", (1, 4), 40, "\\u202e900", "      ^^^"),
        ("one\n900", (4, 7), 40, "one 900", "    ^^^"),
        ("a" * 50 + " 900 " + "b" * 50, (51, 54), 25, "…aaaaaaaaa 900 bbbbbbbbb…", " " * 11 + "^^^"),
        ("ab " * 30 + "900" + " cd" * 30, (90, 93), 25, "…ab ab ab 900 cd cd cd …", " " * 10 + "^^^"),
    ],
)
def test_carets_stand_under_the_figure(quote: str, mark: tuple[int, int], width: int, text: str, carets: str) -> None:
    shown = excerpt(quote, [mark], width)
    assert (shown.text, shown.carets) == (text, carets)


@given(st.text(min_size=1, max_size=300), st.integers(0, 299), st.integers(1, 40), st.integers(20, 160))
def test_never_wider_than_asked(quote: str, start: int, length: int, width: int) -> None:
    shown = excerpt(quote, [(start, start + length)], width)
    assert columns(shown.text) <= width
    assert columns(shown.carets) <= width
    assert "\n" not in shown.text
