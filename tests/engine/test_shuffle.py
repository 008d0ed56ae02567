import pytest

from checker.align.group import Aligner
from checker.engine.crossing import Group
from checker.engine.disk import Disk
from checker.engine.shuffle import Shuffle, components
from checker.engine.stages import compare_group
from checker.rulebook.screen import Screen


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"a": ["x"], "b": ["x"], "c": ["y"]}, ["x:ab"]),
        ({"a": ["x", "y"], "b": ["x", "y"]}, ["x:ab", "y:ab"]),
        ({"a": ["y"], "b": ["x", "y"], "c": ["x"]}, ["y:ab", "x:bc"]),
        ({"a": [], "b": ["x"]}, []),
    ],
)
def test_claims_meet_under_their_keys(keys: dict[str, list[str]], expected: list[str]) -> None:
    names = list(keys)
    shuffle = Shuffle(Disk())
    for place, own in enumerate(keys.values()):
        shuffle.add(place, own)
    met = shuffle.groups()
    assert len(met) == len(expected)
    assert [f"{group.key}:{''.join(names[place] for place in group.places)}" for group in met] == expected


def test_links_of_links_are_one_component() -> None:
    home = components([("a", "b"), ("c", "d"), ("b", "e")])
    assert home["a"] == home["b"] == home["e"]
    assert home["c"] == home["d"] != home["a"]


def test_a_group_that_is_not_wholly_compared_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    aligner = Aligner(Screen(()))
    monkeypatch.setattr(Aligner, "align", lambda *_: ([], False))
    assert "not all were compared" in compare_group(Group("text:a", ()), {}, aligner)[1]


def test_a_fault_in_comparing_stays_in_its_group(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(Aligner, "align", fail)
    assert "gave up: ZeroDivisionError" in compare_group(Group("x", ()), {}, Aligner(Screen(())))[1]
