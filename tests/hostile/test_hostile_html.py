"""Pages that hold parsers up or lose their text; each is read, or says what was not, within its limits."""

import time

import pytest

from checker.model import Document
from checker.read import read_bytes
from checker.read.html_tokens import Tokens

PROSE = (
    "<p>The dam at Ikorre held on Monday, and {} people were rescued from the roofs of the houses below it, the "
    "governor of the region said.</p>"
)
FIRST, SECOND = PROSE.format(12), PROSE.format(340)

HOSTILE = [
    ("a text node of eleven megabytes", f"{FIRST}<p>{'The dam at Ikorre held. ' * 470_000}</p>", ""),
    ("200,000 nested divisions", f"{'<div>' * 200_000}{FIRST}{'</div>' * 200_000}", "nested more than 500 elements"),
    ("divisions that nothing closes", f"{'<div></span>' * 100_000}{FIRST}", "nested more than 500 elements"),
    (
        "200,000 attributes",
        f"<p {' '.join(f'a{n}=v' for n in range(200_000))}>A note.</p>{FIRST}",
        "199,000 attributes were passed over",
    ),
    ("a comment without an end", f"{SECOND}<!-- a note{FIRST}", "a comment in it has no end"),
    ("200,000 comments without an end", f"{FIRST}{'<!-- ' * 200_000}", "a comment in it has no end"),
    ("scripts without an end", f"{FIRST}{'<script>' * 100_000}", "nested more than 500 elements"),
    ("a navigation without an end", f"<nav>{FIRST}", ""),
    ("tables within tables", f"{'<table><tr><td>' * 20_000}{FIRST}", "nested more than 500 elements"),
    ("data nested deep", f'<script type="application/ld+json">{"[" * 200_000}</script>{FIRST}', ""),
    (
        "data with a number of 100,000 digits",
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "n": {"9" * 100_000}}}</script>{FIRST}',
        "",
    ),
    ("a character without a number", f"{FIRST}<p>&#{'9' * 100_000};</p>", ""),
    ("a class of 100,000 words", f'<div class="{"related " * 100_000}">x</div>{FIRST}', ""),
    (
        "cells that span all columns",
        f"<table>{'<tr><td colspan=99999>1</td><td>2</td></tr>' * 2_000}</table>{FIRST}",
        "",
    ),
    ("control characters", f"<p>&#x1f;&#0;&#x110000;\x0b\x1f</p>{FIRST}", "control character"),
    ("a tag that nothing closes", f"{FIRST}{'<a ' * 200_000}", ""),
    ("a title of 300,000 parts", f"<title>{' | a' * 300_000}</title>{FIRST}", ""),
]


@pytest.mark.parametrize(("markup", "reason"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_page_is_read_within_the_limits_of_its_process(markup: str, reason: str) -> None:
    (found,) = read_bytes("a.html", f"<html><body><article>{markup}</article></body></html>".encode())
    assert isinstance(found, Document)
    assert found.status.value == ("partial" if reason else "ok"), found.reason
    assert reason in found.reason
    assert "12 people were rescued" in found.text


MARKUP = [
    "<",
    "<a ",
    "<a =",
    "<a b='",
    "<a \"'",
    "<!-- ",
    "<!",
    "<?",
    "</",
    "<script>",
    "</script",
    "&#",
    "&#9",
    "&am",
    "<a/",
    "<a  ",
]


@pytest.mark.parametrize("piece", MARKUP)
def test_tokens_take_time_in_proportion(piece: str) -> None:
    def taken(count: int) -> float:
        text = piece * count
        started = time.process_time()
        assert sum(1 for _ in Tokens(text)) >= 0
        return time.process_time() - started

    small = min(taken(20_000) for _ in range(3))
    assert min(taken(80_000) for _ in range(3)) < 12 * small + 0.05


@pytest.mark.parametrize(
    "markup", ["<", "<!---->", "<![CDATA[", "<html>", "\x1f", "<script>1</script>", "&#0;", "<?xml"]
)
def test_a_page_without_text_says_so(markup: str) -> None:
    (found,) = read_bytes("a.html", markup.encode())
    assert isinstance(found, Document)
    assert found.status.value in {"no-text", "ok", "partial", "failed"}
    assert found.reason or found.text.strip()
