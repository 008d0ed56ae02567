"""What lies in memory and what lies on disk is the same, and comes back in the same order."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.api import check_texts, shipped_rules
from checker.engine import disk, links
from checker.engine.disk import Disk, Names, Shelf, Sorter, ordered
from checker.engine.sealed import form
from checker.errors import OutputError
from checker.model import Report
from checker.report.formats import FORMATS, Setting, render

PLAIN = form(list[int])
RULES = shipped_rules()
PARTS = st.lists(st.tuples(st.integers(0, 2**63), st.text(), st.text()))
STORY = "---\ndate: 2024-05-{day:02}\n---\nThe fire at the Lirren Mill in {town} killed {count} people, {who} said."
TOWNS = ("Lirren", "Osk", "Dunvale")


def shelf(values: Sequence[list[int]], held: int) -> Shelf[list[int]]:
    found = Shelf(Disk(), PLAIN, held)
    found.extend(values)
    return found


@given(st.lists(st.lists(st.integers(0, 9), max_size=3), max_size=12), st.integers(0, 4))
def test_a_shelf_is_a_list(values: list[list[int]], held: int) -> None:
    found = shelf(values, held)
    assert (len(found), list(found), list(found.whole())) == (len(values), values, values)
    assert [found[place] for place in range(-len(values), len(values))] == values * 2
    assert (found[1:3], found[::-1]) == (values[1:3], values[::-1])
    with pytest.raises(IndexError):
        found[len(values)]


def test_a_shelf_may_grow_while_it_is_gone_through() -> None:
    found = shelf([[number] for number in range(3)], held=1)
    seen = []
    for value in found:
        seen.append(value)
        found.append([9])
    assert seen == [[0], [1], [2]]
    assert len(found) == 6


@given(PARTS)
def test_keys_sort_as_their_parts_do(parts: list[tuple[int, str, str]]) -> None:
    assert sorted(parts) == sorted(parts, key=lambda each: ordered(*each))


@given(st.lists(st.tuples(st.binary(max_size=3), st.integers(0, 9)), max_size=12), st.integers(0, 4))
def test_a_sorter_sorts_wherever_it_lies(entries: list[tuple[bytes, int]], held: int) -> None:
    sorter: Sorter[int] = Sorter(Disk(), held)
    for key, value in entries:
        sorter.add(key, value)
    assert list(sorter) == sorted(entries)
    assert list(sorter.values()) == [value for _, value in sorted(entries)]
    assert len(sorter) == len(entries)


def test_names_lead_to_numbers_wherever_they_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "SORTED", 2)
    names = Names(Disk())
    for number, name in enumerate("abcdea"):
        names.add(name, number)
    assert [names.get(name) for name in "abcdex"] == [5, 1, 2, 3, 4, None]


@pytest.mark.parametrize("held", [0, 3, 40])
def test_the_report_is_the_same_whatever_went_to_disk(monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    texts = [
        (
            f"{number:02}.txt",
            STORY.format(
                day=6 + number % 4,
                town=TOWNS[number % 3],
                count=10 + number % 5 * 4,
                who=("police", "the mayor", "Health Ministry")[number % 3],
            ),
        )
        for number in range(18)
    ]
    texts += [("undated.txt", "LIRREN, May 7 - A fire near the Lirren Mill in Lirren killed 90, Mayor Ana Osso said.")]
    texts += [("homeless.txt", "The dead at the Lirren Mill are now 91, said Mayor Anna Osso. 90 were counted before.")]
    expected = rendered(check_texts(texts, RULES))
    assert '"findings": [\n' in expected["json"]
    for module, name in ((disk, "HELD"), (disk, "SORTED"), (links, "HELD")):
        monkeypatch.setattr(module, name, held)
    found = check_texts(texts[::-1], RULES)
    assert isinstance(found.documents, tuple) == (held >= len(texts))
    assert rendered(found) == expected


def rendered(report: Report) -> dict[str, str]:
    """The report in all forms."""
    return {name: render(name, report, Setting(rules=RULES)) for name in FORMATS}


def test_a_full_disk_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    full = Disk()
    full.read("PRAGMA max_page_count = 4")
    found = Shelf(full, PLAIN, held=0)
    monkeypatch.setattr(disk, "BATCH", 1)
    with pytest.raises(OutputError, match="TMPDIR"):
        found.extend([list(range(number, number + 9_000)) for number in range(40)])
