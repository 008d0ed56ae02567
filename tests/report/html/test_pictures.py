"""Where the pictures put things: common scales, points and intervals, days."""

from collections.abc import Callable
from datetime import date

import pytest

from checker.model import Claim, Document, Fact, FactStatus, Interval, Kind, Period, Profile, Report
from checker.report.html.course import course_of
from checker.report.html.index import Index, figure_of
from checker.report.html.scale import amounts, days
from checker.report.html.strip import strip_of
from checker.report.html.tolls import tolls_of

Make = Callable[..., Claim]
DAYS = {"a": date(2023, 5, 10), "b": date(2023, 5, 11), "c": date(2023, 5, 12)}


def index_of(*claims: Claim, facts: tuple[Fact, ...] = ()) -> Index:
    names = dict.fromkeys(claim.document for claim in claims)
    documents = tuple(Document(id=name, path=f"{name}.txt", text="x" * 999, sha256="0") for name in names)
    profiles = {name: Profile(published=Period.on(DAYS[name])) for name in names}
    return Index(Report(complete=True, documents=documents, profiles=profiles, claims=claims, findings=(), facts=facts))


def fact_of(*claims: Claim, low: float, best: float | None, high: float) -> Fact:
    names = tuple(claim.id for claim in claims)
    return Fact(
        id="k-1", measure="killed", unit="person", low=low, best=best, high=high, wording="", claims=names,
        status=FactStatus.DISPUTED,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([900, 2000], ["1,000", "1,250", "1,500", "1,750", "2,000"]),
        ([30, 32], ["30", "31", "32"]),
        ([5, 27], ["0", "10", "20"]),
        ([5.2, 5.4], ["5.2", "5.25", "5.3", "5.35", "5.4"]),
        ([20, 4000], ["10", "100", "1,000"]),
        ([3, 9_000_000_000], ["1", "100", "10,000", "1 million", "100 million", "10 billion"]),
        ([-4, 4], ["-4", "-2", "0", "2", "4"]),
        ([1_500_000, 4_000_000], ["0", "1 million", "2 million", "3 million", "4 million"]),
        ([7, 7], ["7"]),
        ([0], ["0", "1"]),
    ],
)
def test_amounts_have_few_round_ticks(values: list[float], labels: list[str]) -> None:
    scale = amounts(values)
    assert [tick.label for tick in scale.ticks] == labels
    places = [tick.at for tick in scale.ticks]
    assert places == sorted(places)
    assert all(4 <= scale.at(value) <= 96 for value in values)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2023, 5, 10), date(2023, 5, 12), ["10 May", "11 May", "12 May"]),
        (date(2023, 5, 10), date(2023, 5, 10), ["10 May"]),
        (date(2024, 1, 1), date(2024, 12, 20), ["Jan 2024", "Apr 2024", "Jul 2024", "Oct 2024", "Jan 2025"]),
        (date(2003, 1, 1), date(2014, 12, 31), ["2003", "2006", "2009", "2012", "2015"]),
        (date(1, 1, 1), date(9999, 12, 31), None),
    ],
)
def test_days_are_told_by_days_months_or_years(first: date, last: date, labels: list[str] | None) -> None:
    ticks = days([first, last]).ticks
    assert 1 <= len(ticks) <= 6
    assert labels is None or [tick.label for tick in ticks] == labels


def test_a_strip_shows_points_intervals_and_open_ends(claim: Make) -> None:
    told = [
        claim("900", id="c-1", document="a", speaker="Officials"),
        claim("2,000", id="c-2", document="b", hard=Interval(low=1800, high=2200), speaker="Ministry"),
        claim("100", id="c-3", document="c", hard=Interval(low=100, low_open=True), speaker="Monitor"),
    ]
    strip = strip_of(index_of(*told), told, "title", fact_of(*told, low=100, best=2000, high=2000))
    assert strip is not None
    assert [(row.figure, row.who) for row in strip.rows] == [
        ("100", "Monitor"),
        ("900", "Officials"),
        ("2,000", "Ministry"),
    ]
    monitor, officials, ministry = strip.rows
    assert (monitor.open_start, monitor.open_end, monitor.end) == (False, True, 96)
    assert officials.start == officials.point == officials.end
    assert ministry.start < (ministry.point or 0) == strip.best == strip.high < ministry.end
    assert monitor.point == strip.low
    assert strip.words.startswith("Monitor: 100, on 10 May 2023; Officials: 900")
    assert strip.words.endswith("Low 100, best 2,000, high 2,000.")


def test_a_strip_draws_in_one_unit(claim: Make) -> None:
    metres = claim("5,000", id="c-1", unit="metre", dimension="length", factor=1.0)
    kilometres = claim("5", id="c-2", document="b", unit="kilometre", dimension="length", factor=1000.0)
    strip = strip_of(index_of(metres, kilometres), [metres, kilometres], "title")
    assert strip is not None
    assert strip.rows[0].point == strip.rows[1].point
    assert [row.figure for row in strip.rows] == ["5,000 metres", "5 kilometres"]


@pytest.mark.parametrize(
    "others",
    [
        [],
        [{"unit": "strike"}],
        [{"value": 1e300}],
        [{"measure": "date", "time": None}],
    ],
    ids=["alone", "another dimension", "no place on a scale", "a date without a day"],
)
def test_what_has_no_common_scale_has_no_strip(others: list[dict[str, object]], claim: Make) -> None:
    claims = [claim("30", id="c-0"), *(claim("30", id=f"c-{place}", **more) for place, more in enumerate(others, 1))]
    assert strip_of(index_of(*claims), claims, "title") is None


def test_claims_of_one_voice_are_one_row_and_too_many_rows_are_left_out(claim: Make) -> None:
    same = [claim("30", id=f"c-{place}", start=place * 9, speaker="Police") for place in range(3)]
    more = [claim(str(40 + place), id=f"c-{40 + place}", start=100 + place * 9) for place in range(20)]
    strip = strip_of(index_of(*same, *more), [*same, *more], "title")
    assert strip is not None
    assert strip.rows[0].who == "Police (3 times)"
    assert (len(strip.rows), strip.left_out) == (16, 5)


def test_a_toll_is_drawn_on_the_days_it_was_told(claim: Make) -> None:
    told = [
        claim("18", id="c-1", document="a", speaker="Police"),
        claim("27", id="c-2", document="b", speaker="police"),
        claim("26", id="c-3", document="c", speaker="Mayor"),
    ]
    (toll,) = tolls_of(index_of(*told, facts=(fact_of(*told, low=18, best=26, high=27),)))
    assert toll.what == "People killed in Mombasa"
    assert [claim.number.text for claim in toll.claims] == ["18", "27", "26"]
    course = toll.course
    assert [tick.label for tick in course.days] == ["10 May", "11 May", "12 May"]
    assert [spot.x1 for spot in course.spots] == [tick.at for tick in course.days]
    first, second, third = (spot.y for spot in course.spots)
    assert second < third < first
    across, up = course.legs
    assert (across.x1, across.y1, across.x2, across.y2) == (course.spots[0].x1, first, course.spots[1].x1, first)
    assert (up.x1, up.y1, up.x2, up.y2) == (course.spots[1].x1, first, course.spots[1].x1, second)
    assert course.words.startswith("10 May 2023: 18 (Police); 11 May 2023: 27 (Police); 12 May 2023: 26 (Mayor)")


def test_other_figures_are_drawn_over_the_days_they_hold_for_and_not_after_their_report(claim: Make) -> None:
    year = Period(start=date(2023, 1, 1), end=date(2023, 12, 31))
    told = [
        claim("900", id="c-1", document="b", measure="deployed", kind=Kind.STOCK, time=year),
        claim("2,000", id="c-2", document="b", start=50, measure="deployed", kind=Kind.STOCK, time=date(2023, 5, 10)),
    ]
    course = course_of(index_of(*told), told, "title")
    assert course is not None
    long, short = course.spots
    assert long.x1 < short.x1 == short.x2 < long.x2
    assert course.words.startswith("1 January 2023 to 11 May 2023: 900 (b.txt); 10 May 2023: 2,000 (b.txt)")
    assert tolls_of(index_of(*told)) == []


def test_labels_do_not_cover_each_other(claim: Make) -> None:
    told = [claim(str(100 + place), id=f"c-{place}", document="abc"[place % 3], start=place * 9) for place in range(30)]
    course = course_of(index_of(*told), told, "title", grows=True)
    assert course is not None
    placed = [(spot.x2, spot.y + spot.lift) for spot in course.spots if spot.who]
    assert 3 < len(placed) < 30
    assert len({(x, round(y / 14)) for x, y in placed}) == len(placed)


@pytest.mark.parametrize(
    ("number", "fields", "shown"),
    [
        ("2,000", {}, "2,000"),
        ("250", {"hedge": "nearly"}, "nearly 250"),
        ("Ninety-four", {"value": 94.0}, "94"),
        ("2.5\nmillion", {"value": 2.5e6, "unit": "GHS"}, "2.5 million GHS"),
        ("one", {"value": 1.0, "unit": "air_strike"}, "1 air strike"),
        ("4,900", {"unit": "foot"}, "4,900 feet"),
        ("6.0", {"unit": "magnitude"}, "magnitude 6.0"),
        ("14", {"unit": "aircraft"}, "14 aircraft"),
        ("3 May", {"value": 3.0, "measure": "date", "unit": "date"}, "3 May"),
    ],
)
def test_figures_are_shown_as_they_stand_in_digits(
    number: str, fields: dict[str, object], shown: str, claim: Make
) -> None:
    assert figure_of(claim(number, **fields)) == shown


def test_words_that_name_no_number_stay_words(claim: Make) -> None:
    dozens = claim("dozens", value=24.0)
    vague = dozens.model_copy(update={"number": dozens.number.model_copy(update={"vague": True})})
    assert figure_of(vague) == "dozens"
