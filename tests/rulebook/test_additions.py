from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.api import check_texts, shipped_rules
from checker.errors import RulebookError
from checker.rulebook.additions import UNITS, Additions, Changed, merged
from checker.rulebook.load import rules_folder
from checker.rulebook.thresholds import thresholds
from checker.rulebook.word_lists import LISTS, put_in_force


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    put_in_force(Additions())


def measured(text: str) -> dict[str, tuple[str, str]]:
    claims = check_texts([("a.txt", text)], ()).claims
    return {claim.number.text: (claim.measure, claim.unit.name) for claim in claims}


def rules_of(texts: list[tuple[str, str]]) -> set[str]:
    return {finding.rule for finding in check_texts(texts, shipped_rules()).findings}


def test_every_word_list_can_be_added_to() -> None:
    assert {path.name for path in (rules_folder() / "lexicon" / "en").iterdir()} == set(LISTS)


@pytest.mark.parametrize(
    ("name", "content", "text", "number", "expected"),
    [
        ("measures.toml", "[killed]\nverbs = ['entomb']", "The slide entombed 12 people.", "12", ("killed", "person")),
        ("counted.toml", "[units]\ndrone = ['zumbler']", "They lost 4 zumblers at sea.", "4", ("lost", "drone")),
        (UNITS, "cable_length = 185.2 * metre", "They are 3 cable lengths apart.", "3", ("distance", "cable_length")),
        ("money.toml", "[[currency]]\ncode = 'XLR'\nwords = ['lirra']", "It cost 7 lirra.", "7", ("cost", "XLR")),
    ],
)
def test_a_word_is_added_and_taken_back(  # noqa: PLR0917
    words: Path, name: str, content: str, text: str, number: str, expected: tuple[str, str]
) -> None:
    before = measured(text)
    assert before.get(number) != expected
    (words / name).write_text(content, encoding="utf-8")
    put_in_force(Additions((words,)))
    assert measured(text)[number] == expected
    put_in_force(Additions())
    assert measured(text) == before


def test_single_values_take_the_place_of_the_shipped_ones(words: Path) -> None:
    monday = "people died in Lirren on Monday in the fire, most of them traders who slept beside their goods."
    texts = [
        ("a.txt", "LIRREN, 6 May 2031 - A fire in Lirren killed 200 people on Monday, the police said."),
        ("b.txt", f"LIRREN, 6 May 2031 - Smoke hung over the port. The hospital said that 212 {monday}"),
    ]
    assert "source-dispute" not in rules_of(texts)
    (words / "hedges.toml").write_text("[bounds]\nround_most = 0.01", encoding="utf-8")
    put_in_force(Additions((words,)))
    assert "source-dispute" in rules_of(texts)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("mesures.toml", "", "did you mean 'measures.toml'?"),
        ("measures.toml", "[killed]\nverb = ['entomb']", "killed.verb: unknown key; did you mean 'verbs'?"),
        ("measures.toml", "[killed]\nverbs = 'entomb'", "killed.verbs: input should be a valid list"),
        ("measures.toml", "[interred]\nverbs = ['entomb']", "interred.kind: this key is missing"),
        (UNITS, "cable = 3 * nothing", UNITS),
        ("notes.md", "", "no word list in this folder"),
    ],
)
def test_a_faulty_addition_is_named_before_anything_is_read(words: Path, name: str, content: str, told: str) -> None:
    (words / name).write_text(content, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        put_in_force(Additions((words,)))
    assert told in str(caught.value)
    assert str(words) in str(caught.value)


def test_thresholds_are_exchanged_one_by_one(words: Path) -> None:
    del words
    shipped = thresholds()
    put_in_force(Additions(thresholds=Changed({"stocks": {"days": {"deployed": 3}}, "events": {"common": ["only"]}})))
    assert thresholds().stocks.days == {**shipped.stocks.days, "deployed": 3}
    assert thresholds().events.common == {"only"}
    put_in_force(Additions())
    assert thresholds() == shipped


def test_lists_grow_and_values_change() -> None:
    assert merged({"a": [1], "b": {"c": 1, "d": 2}, "e": 3}, {"a": [1, 2], "b": {"c": 5}, "f": 6}) == {
        "a": [1, 2],
        "b": {"c": 5, "d": 2},
        "e": 3,
        "f": 6,
    }
