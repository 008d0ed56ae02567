"""Names that are alike and not equal."""

from functools import cache
from pathlib import Path

import pytest
from marked_text import case

from checker.judge.draft import Case
from checker.judge.names import judge
from checker.model import Severity
from checker.rulebook.load import rules_folder
from checker.rulebook.rule_names import NamesRule
from checker.rulebook.rulebook import load_rule


@cache
def rule(name: str) -> NamesRule:
    loaded = load_rule(Path(rules_folder()) / "core" / f"{name}.toml")
    assert isinstance(loaded, NamesRule)
    return loaded


def two(first: dict[str, str], second: dict[str, str], left: str, right: str) -> Case:
    return case(left, right, people={"Ellen Marlowe": first, "Ellen Marlowa": second})


HOURS = ("Ellen Marlowe swam for [2|hour|duration] hours.", "Ellen Marlowa swam for [{}|hour|duration] hours.")


@pytest.mark.parametrize(
    ("ages", "hours", "flagged"), [(("23", "23"), 5, True), (("23", "23"), 2, False), (("23", "58"), 5, False)]
)
def test_one_person_two_spellings(ages: tuple[str, str], hours: int, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    given = two({"age": ages[0]}, {"age": ages[1]}, HOURS[0], HOURS[1].format(hours))
    drafts = list(judge(rule("name-spelling"), given))
    assert [draft.message for draft in drafts] == (
        ["Ellen Marlowe or Ellen Marlowa? The texts differ: 2 hours against 5 hours"] if flagged else []
    )
    assert all(draft.severity is Severity.WARNING and len(draft.passages) == 2 for draft in drafts)


DATES = [
    ("was suspended on [13 May|date:2024-05-13].", "was suspended on [15 May|date:2024-05-15].", True),
    (
        "was suspended on [13 May|date:2024-05-13].",
        "was warned on [2 May|date:2024-05-02]. She was suspended on [15 May|date:2024-05-15].",
        True,
    ),
    ("was suspended on [13 May|date:2024-05-13].", "was suspended on [13 May|date:2024-05-13].", False),
    ("was suspended on [13 May|date:2024-05-13].", "spoke on [15 May|date:2024-05-15].", False),
]


@pytest.mark.parametrize(("left", "right", "flagged"), DATES)
def test_dates_of_one_event_are_errors(left: str, right: str, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    given = two({"role": "director"}, {"role": "director"}, f"Ellen Marlowe {left}", f"Ellen Marlowa {right}")
    assert [draft.severity for draft in judge(rule("name-spelling"), given)] == ([Severity.ERROR] if flagged else [])


LOOKALIKES = [
    ("Marcus Edwin Tolland", "Peter Edwin Toland", True),
    ("Marcus Edwin Tolland", "Peter Edwin Tolland", False),
    ("Marcus Edwin Tolland", "Peter Edwin Garrick", False),
    ("Edwin Tolland", "Edwin Toland", False),
    ("Abu Salim al-Rafidi al-Maskari", "Abu Khalid al-Rafidi al-Maskeri", True),
    ("Tolland", "Toland", False),
]


@pytest.mark.parametrize(("first", "second", "flagged"), LOOKALIKES)
def test_two_people_with_names_alike(first: str, second: str, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    given = case(f"{first} met them.", f"{second} met them.", people={first: {}, second: {}})
    assert bool(list(judge(rule("name-lookalike"), given))) is flagged


def test_a_case_without_an_aligner_is_refused() -> None:
    with pytest.raises(ValueError, match="aligner"):
        list(judge(rule("name-spelling"), case("Nobody.")._replace(align=None)))
