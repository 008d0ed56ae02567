"""Sums, parts, changes and shares: what is flagged, and what is left alone."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import case

from checker.judge.total import judge
from checker.model import Link, LinkKind, Period, Place
from checker.rulebook.load import rules_folder
from checker.rulebook.rule_total import TotalRule
from checker.rulebook.rulebook import load_rule


@cache
def rule(name: str) -> TotalRule:
    loaded = load_rule(Path(rules_folder()) / "core" / f"{name}.toml")
    assert isinstance(loaded, TotalRule)
    return loaded


def messages(name: str, text: str) -> list[str]:
    return [draft.message for draft in judge(rule(name), case(text))]


SUMS = [
    (
        "a colon",
        "The slide killed [22|person] people: [12|person] women, [7|person] men and [4|person] children.",
        True,
    ),
    (
        "that fits",
        "The slide killed [23|person] people: [12|person] women, [7|person] men and [4|person] children.",
        False,
    ),
    ("brackets", "On board were [40|person] people ([31|person] passengers, [8|person] crew).", True),
    ("brackets that fit", "On board were [39|person] people ([31|person] passengers, [8|person] crew).", False),
    ("a dual value", "It lies [12|km] km ([7|mile] miles) off the port.", False),
    (
        "of the",
        "Of the [90|person] who fled, [61|person] were caught, [four|person] died and [29|person] are at large.",
        True,
    ),
    (
        "below, not all named",
        "Of the [90|person] who fled, [61|person] were recaptured and [four|person] shot dead.",
        False,
    ),
    (
        "below, the other",
        "Of the [90|person] who fled, [61|person] were caught; the other [25|person] are abroad.",
        True,
    ),
    ("before the whole", "[61|person] of the [90|person] who fled are back and [31|person] are still at large.", True),
    ("before, fits", "[61|person] of the [90|person] who fled are back and [29|person] are still at large.", False),
    ("classes that overlap", "Of the [90|person] hurt, [61|person] are foreign and [45|person] are under 30.", False),
    (
        "a complete partition",
        "Of the [20|person] dead, [9|person] are women, [6|person] men and [4|person] children.",
        True,
    ),
    (
        "in all",
        "It counted [14|person] dead, [85|person] rescued and [21|person] missing, or [130|person] people in all.",
        True,
    ),
    (
        "in all, fits",
        "It counted [14|person] dead, [85|person] rescued and [21|person] missing, or [120|person] people in all.",
        False,
    ),
    (
        "in all, since",
        "It lost [30|person] men in May and [20|person] in June, [150|person] in all since March.",
        False,
    ),
    (
        "a selection",
        "The slide killed [32|person], including [12|person] women, [7|person] men and [4|person] children.",
        False,
    ),
    ("uncounted", "The fire killed [7|person] people: a guard, [two|person] cooks and [three|person] guests.", False),
    (
        "bare figures",
        "The fire killed [9|person] people: [two|person] cooks, 4 clerks and [three|person] guests.",
        False,
    ),
    ("a floor", "The raid killed [at least~70|person] people: [30|person] soldiers and [39|person] rebels.", False),
    (
        "above a floor",
        "The raid killed [at least~60|person] people: [30|person] soldiers and [39|person] rebels.",
        False,
    ),
    (
        "rounded figures",
        "Taking part are [4,200|person] men: [2,900|person] ashore, [700|person] at sea, [550|person] aloft.",
        False,
    ),
    ("kinds", "It sent [12|aircraft] aircraft: [eight|fighter] fighters and [three|helicopter] helicopters.", True),
    ("among them", "It killed [22|person], including [12|person] women and [11|person] men.", True),
    ("among them, below", "It killed [22|person], including [12|person] women and [9|person] men.", False),
    ("of them", "It killed [45|person] people, [30|person] of them civilians and [20|person] soldiers.", True),
    ("among them, overlapping", "It killed [22|person], including [12|person] women and [11|person] miners.", False),
    ("a total of", "It killed [exactly~45|person] people: [30|person] in Harran and [10|person] in Selm.", True),
    ("rows", "Dead in the valley:\n- Harran: [20|person]\n- Selm: [15|person]\n- Total: [36|person]", True),
    ("rows that fit", "Dead in the valley:\n- Harran: [20|person]\n- Selm: [15|person]\n- Total: [35|person]", False),
    (
        "rows without a total",
        "Dead in the valley:\n- Harran: [20|person]\n- Selm: [15|person]\n- Orrin: [36|person]",
        False,
    ),
    ("a balance", "It had [180|person|aboard] aboard. [120|person|rescued] live, [80|person|missing] do not.", True),
    (
        "a balance that fits",
        "It had [180|person|aboard] aboard. [120|person|rescued] live, [60|person|missing] do not.",
        False,
    ),
    (
        "two figures of a part",
        "It had [180|person|aboard]. [120|person|rescued], [80|person|missing], [60|person|missing].",
        False,
    ),
    ("a part alone", "It had [180|person|aboard] aboard. [120|person|rescued] live.", False),
    ("other things", "It sent [12|vehicle] vehicles: [40|tonne] tonnes of food and [300|blanket] blankets.", False),
]


@pytest.mark.parametrize(("text", "flagged"), [case[1:] for case in SUMS], ids=[case[0] for case in SUMS])
def test_sums(text: str, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    assert bool(messages("sum-mismatch", text)) is flagged


TWO_PLACES = (
    "In Iraq, raids left [14|person|killed|iraq] dead and [31|person|detained|iraq] in detention. "
    "In Syria, strikes left [6|person|killed|syria] dead and [22|person|detained|syria] detained.\n\n"
    "In total, [20|person|killed] were killed and [{}|person|detained] detained."
)


@pytest.mark.parametrize(("detained", "flagged"), [(53, False), (55, True), (50, True)])
def test_totals_of_the_sentences_before(detained: int, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    found = messages("sum-mismatch", TWO_PLACES.format(detained))
    assert found == ([f"Of the {detained} detained: 31 + 22 make 53"] if flagged else [])


@given(st.lists(st.integers(min_value=1, max_value=99), min_size=2, max_size=5), st.integers(min_value=-3, max_value=3))
def test_a_list_is_flagged_exactly_if_it_misses_its_total(parts: list[int], off: int) -> None:
    listed = ", ".join(f"[{n}|person] of town {chr(65 + i)}" for i, n in enumerate(parts))
    whole = sum(parts) + off
    flagged = bool(messages("sum-mismatch", f"The storm killed [{whole}|person] people: {listed}."))
    if off == 0:
        assert not flagged
    elif whole < 100:
        assert flagged


def test_the_message_has_the_arithmetic() -> None:
    [draft] = judge(rule("sum-mismatch"), case(SUMS[0][1]))
    assert draft.message == "Of the 22 people: 12 + 7 + 4 make 23"
    assert draft.explanation == "12 + 7 + 4 = 23, not 22."
    assert len(draft.claims) == 4


PARTS = [
    ("of the", "Of the [48|bus] buses ordered, [52|bus] had arrived.", True),
    ("fits", "Of the [52|bus] buses ordered, [48|bus] had arrived.", False),
    ("x of the y", "Doctors said [45|person] of the [38|person] patients were in danger.", True),
    ("a comparison", "It treated [45|person] patients, more than the [38|person] patients of May.", False),
    ("another thing", "Of the [48|bus] buses, built by [52|person] people, none runs.", False),
]


@pytest.mark.parametrize(("text", "flagged"), [case[1:] for case in PARTS], ids=[case[0] for case in PARTS])
def test_parts(text: str, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    assert bool(messages("part-exceeds-whole", text)) is flagged


CHANGES = [
    ("by, to, from", "It raised the force by [300|person] to [1,650|person] from [1,200|person].", True),
    ("fits", "It raised the force by [450|person] to [1,650|person] from [1,200|person].", False),
    ("percent", "It claimed [24|attack] attacks, against [60|attack] in May, a fall of [40|percent] percent.", True),
    (
        "percent fits",
        "It claimed [33|attack] attacks, against [55|attack] in May, a fall of [40|percent] percent.",
        False,
    ),
    ("than the", "There were [412|case] new cases, [18|percent] percent fewer than the [503|case] of May.", False),
    ("not than the", "There were [412|case] new cases, [28|percent] percent fewer than the [503|case] of May.", True),
    ("no change", "The number of ships was raised from [five|ship] to [seven|ship].", False),
]


@pytest.mark.parametrize(("text", "flagged"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_changes(text: str, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    assert bool(messages("change-mismatch", text)) is flagged


SHARES = [
    ("brackets", "Of [150|well] wells tested, [45|well] ([13|percent] percent) were bad.", True),
    ("brackets fit", "Of [150|well] wells tested, [45|well] ([30|percent] percent) were bad.", False),
    ("or", "It reached [134|person], or [89|percent] percent of the target of [150|person].", False),
    ("or, wrong", "It reached [134|person], or [98|percent] percent of the target of [150|person].", True),
    ("a rate", "Some [4,200|person] fell ill and [88|person] died, a fatality rate of [21|percent] percent.", True),
    (
        "a rate that fits",
        "Some [4,200|person] fell ill and [88|person] died, a fatality rate of [2.1|percent] percent.",
        False,
    ),
    ("a change", "Of [150|well] wells, [45|well] are bad, a rise of [13|percent] percent.", False),
]


@pytest.mark.parametrize(("text", "flagged"), [case[1:] for case in SHARES], ids=[case[0] for case in SHARES])
def test_shares(text: str, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    assert bool(messages("share-mismatch", text)) is flagged


INNER = [
    ("more inside than around", 30, 41, {"time": Period.on(date(2024, 5, 1))}, True),
    ("fewer inside than around", 41, 30, {"time": Period.on(date(2024, 5, 1))}, False),
    ("at no known time", 30, 41, {}, False),
    (
        "a former value",
        30,
        41,
        {"time": Period.on(date(2024, 5, 1)), "links": (Link(kind=LinkKind.FORMER_OF, target=0),)},
        False,
    ),
]


@pytest.mark.parametrize(
    ("outer", "inner", "extra", "flagged"), [case[1:] for case in INNER], ids=[case[0] for case in INNER]
)
def test_a_place_within_another(outer: int, inner: int, extra: dict[str, object], flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    given = case(f"[{outer}|person|held|idlib] are held in Idlib, [{inner}|person|held|harem] in Harem.")
    around, within = (claim.model_copy(update=extra) for claim in given.claims)
    within = within.model_copy(update={"place": Place(text="Harem", name="harem", containers=("idlib",))})
    drafts = list(judge(rule("part-exceeds-whole"), given._replace(claims=(around, within))))
    assert bool(drafts) is flagged
