import pytest

from checker.extract.chunks import is_verb, noun_phrase
from checker.extract.tokens import tokens


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("U.S. troops left", "U.S. troops", "troop"),
        ("protesters marched on", "protesters", "protester"),
        ("fishing boats in the bay", "fishing boats", "boat"),
        ("wounded colleagues", "wounded colleagues", "colleague"),
        ("senior and junior officers fled", "senior and junior officers", "officer"),
        ("aid workers were hurt", "aid workers", "worker"),
        ("women prisoners", "women prisoners", "prisoner"),
        ("people killed", "people", "person"),
        ("members of the crew", "members", "member"),
        ("122mm rockets", "122mm rockets", "rocket"),
        ("cases of cholera", "cases", "case"),
    ],
)
def test_phrases(text: str, phrase: str, head: str) -> None:
    line = tokens(text)
    found = noun_phrase(line, 0, frozenset())
    assert found is not None
    assert text[line[found.first].start : line[found.last - 1].end] == phrase
    assert found.head == head


@pytest.mark.parametrize("text", ["of the dead", "were hurt", ", said the mayor", "and then", "quickly"])
def test_no_phrase(text: str) -> None:
    assert noun_phrase(tokens(text), 0, frozenset()) is None


def test_a_phrase_stops_at_the_next_figure() -> None:
    line = tokens("boats 14 men")
    found = noun_phrase(line, 0, frozenset((1,)))
    assert found is not None
    assert found.last == 1


def test_verbs() -> None:
    assert is_verb("killed")
    assert not is_verb("harbour")
