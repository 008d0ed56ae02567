"""Persons with names alike are found wherever their mentions lie, and nobody reads a text for the others."""

import pytest

from checker.api import shipped_rules
from checker.engine import disk
from checker.engine.disk import Disk
from checker.engine.mentions import COMMON, MENTIONS, Mentions
from checker.model import Mention, Span
from checker.rulebook.rule_names import NamesRule

RULES = [rule for rule in shipped_rules() if isinstance(rule, NamesRule)]


def mentions(*names: str) -> Mentions:
    found = Mentions(Disk())
    found.extend(
        Mention(
            document=f"d-{at}",
            span=Span(start=at, end=at + 9, line=1, column=1),
            quote=name,
            text=name,
            folded=name.lower(),
        )
        for at, name in enumerate(names)
    )
    return found


@pytest.mark.parametrize("held", [0, 2, 99])
@pytest.mark.parametrize(
    ("names", "alike"),
    [
        (("Ellen Marlowe", "Bo Lind", "Ellen Marlowa"), [("ellen marlowe", "ellen marlowa")]),
        (("Ellen Marlowa", "Ellen Marlowe", "Ellen Marlowa"), [("ellen marlowa", "ellen marlowe")]),
        (("Marcus Edwin Tolland", "Peter Edwin Toland"), [("marcus edwin tolland", "peter edwin toland")]),
        (("Jean-Luc Picand", "Jean Luc Picant"), [("jean luc picand", "jean luc picant")]),
        (("Ellen Marlowe", "Ella Marlborough"), []),
        (("Marlowe", "Marlowa"), []),
        ((), []),
    ],
)
def test_names_that_are_alike_meet(
    monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], alike: list[tuple[str, str]], held: int
) -> None:
    monkeypatch.setattr(disk, "HELD", held)
    monkeypatch.setattr(disk, "SORTED", held)
    found = mentions(*names)
    assert list(found.alike(RULES)) == alike
    assert [each.text for each in found.of({name for pair in alike for name in pair})] == (
        [name for name in names if name != "Bo Lind"] if alike else []
    )


def test_a_name_that_many_bear_tells_nobody_apart() -> None:
    many = [f"Ellen Mar{chr(97 + number // 26)}{chr(97 + number % 26)}owe" for number in range(COMMON + 1)]
    assert mentions(*many[:2]).alike(RULES)
    assert not mentions(*many).alike(RULES)


def test_only_so_many_mentions_of_a_name_are_looked_at() -> None:
    found = mentions(*["Ellen Marlowe", "Ellen Marlowa"] * (MENTIONS + 3))
    assert len(list(found.of({"ellen marlowe"}))) == MENTIONS
