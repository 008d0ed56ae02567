"""Predicates about one claim or one document."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from marked_text import case

from checker.judge.draft import Case
from checker.judge.single import judge
from checker.model import DateDetail, DateFound, DateSource, Document, Modality, Period, Profile, Span
from checker.rulebook.load import rules_folder
from checker.rulebook.rule_single import SingleRule
from checker.rulebook.rulebook import load_rule


@cache
def rule(name: str) -> SingleRule:
    loaded = load_rule(Path(rules_folder()) / "core" / f"{name}.toml")
    assert isinstance(loaded, SingleRule)
    return loaded


def messages(name: str, given: Case) -> list[str]:
    return [draft.message for draft in judge(rule(name), given)]


WEEKDAYS = [
    ("On [Monday, 4 June 2024|date:2024-06-04] it fell.", "", "Monday, 4 June 2024 was a Tuesday, not a Monday"),
    ("On [Tuesday, 4 June 2024|date:2024-06-04] it fell.", "", ""),
    ("On [4 June 2024|date:2024-06-04] it fell.", "", ""),
    ("On [Thursday, June 4|date:2024-06-04] it fell.", "2024-06-10", "Thursday, June 4 was a Tuesday, not a Thursday"),
    ("On [Thursday, June 4|date:2024-06-04] it fell.", "", ""),
    ("On [Thursday, June 4|date:2024-06-04] it fell.", "2026-02-01", ""),
]


@pytest.mark.parametrize(("text", "published", "message"), WEEKDAYS)
def test_weekdays(text: str, published: str, message: str) -> None:
    assert messages("weekday-mismatch", case(text, published=published)) == ([message] if message else [])


def test_impossible_dates() -> None:
    given = case("The dam burst on [31 April 2024|date:2024-04-30].")
    claim = given.claims[0].model_copy(update={"date": DateDetail(impossible="April has 30 days")})
    assert messages("impossible-date", given._replace(claims=(claim,))) == ["31 April 2024: April has 30 days"]
    assert messages("impossible-date", given) == []


def dated(*dates: tuple[DateSource, str, str]) -> Case:
    text = "\n".join(words for _, words, _ in dates)
    found = []
    for source, words, day in dates:
        start = text.index(words)
        span = Span(start=start, end=start + len(words), line=1, column=1)
        found.append(DateFound(period=Period.on(date.fromisoformat(day)), source=source, text=words, span=span))
    document = Document(id="d", path="d.txt", text=text, sha256="d")
    return Case((), (), {"d": document}, {"d": Profile(dates=tuple(found))})


PUBLISHED, DATELINE, FRONT, POST = DateSource.PUBLISHED, DateSource.DATELINE, DateSource.FRONT_MATTER, DateSource.POST
PAGE = DateSource.FURNITURE
DATES = [
    (
        "published before the dateline",
        [(DATELINE, "March 5", "2024-03-05"), (PUBLISHED, "March 4, 2024", "2024-03-04")],
        True,
    ),
    (
        "a dateline of the day before",
        [(DATELINE, "March 4", "2024-03-04"), (PUBLISHED, "March 5, 2024", "2024-03-05")],
        False,
    ),
    ("an old dateline", [(DATELINE, "March 1", "2024-03-01"), (PUBLISHED, "March 5, 2024", "2024-03-05")], True),
    ("two published dates", [(FRONT, "2024-03-05", "2024-03-05"), (PUBLISHED, "May 5, 2024", "2024-05-05")], True),
    ("a day apart", [(FRONT, "2024-03-05", "2024-03-05"), (PUBLISHED, "March 6, 2024", "2024-03-06")], False),
    ("an update", [(FRONT, "2024-03-05", "2024-03-05"), (PUBLISHED, "Updated May 5, 2024", "2024-05-05")], False),
    ("the page's date", [(PAGE, "22 July 2024", "2024-07-22"), (PUBLISHED, "April 6, 2024", "2024-04-06")], True),
    ("an older post", [(FRONT, "2024-03-05", "2024-03-05"), (POST, "January 2, 2024", "2024-01-02")], False),
    ("a younger post", [(FRONT, "2024-03-05", "2024-03-05"), (POST, "April 2, 2024", "2024-04-02")], True),
]


@pytest.mark.parametrize(("dates", "flagged"), [case[1:] for case in DATES], ids=[case[0] for case in DATES])
def test_publication_dates(dates: list[tuple[DateSource, str, str]], flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    drafts = list(judge(rule("publication-date-mismatch"), dated(*dates)))
    assert bool(drafts) is flagged
    assert all(len(draft.passages) == 2 for draft in drafts)


def test_weekday_of_a_published_line() -> None:
    wrong = dated((PUBLISHED, "Saturday 18 January 2026", "2026-01-18"))
    assert messages("weekday-mismatch", wrong) == ["Saturday 18 January 2026 was a Sunday, not a Saturday"]
    assert messages("weekday-mismatch", dated((PUBLISHED, "Sun. 18 January 2026", "2026-01-18"))) == []


AFTER = [
    ("The river burst its banks on [26 March 2024|date:2024-03-26] and people died.", True),
    ("The river burst its banks on [26 February 2024|date:2024-02-26] and people died.", False),
    ("The river will be closed on [26 March 2024|date:2024-03-26], as it was in May.", False),
    ("The river burst its banks on [26 March|date:2024-03-26] and people died.", False),
]


@pytest.mark.parametrize(("text", "flagged"), AFTER)
def test_events_after_their_report(text: str, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    assert bool(messages("event-after-publication", case(text, published="2024-03-05"))) is flagged


def test_plans_are_no_events() -> None:
    given = case("The river was to burst on [26 March 2024|date:2024-03-26].", published="2024-03-05")
    planned = given.claims[0].model_copy(update={"modality": Modality.PLANNED})
    assert messages("event-after-publication", given._replace(claims=(planned,))) == []


DURATIONS = [
    ("For [52|day] days, from [1 May to 1 July|date:2024-05-01/2024-07-01], it is shut.", True),
    ("For [61|day] days, from [1 May to 1 July|date:2024-05-01/2024-07-01], it is shut.", False),
    ("For [62|day] days, from [1 May to 1 July|date:2024-05-01/2024-07-01], it is shut.", False),
    ("It lasted [three|week] weeks, from [3 March|date:2024-03-03] to [9 March|date:2024-03-09].", True),
    ("It lasted [one|week] week, from [3 March|date:2024-03-03] to [9 March|date:2024-03-09].", False),
    ("It lasted [two|month] months, from [3 March|date:2024-03-03] to [9 May|date:2024-05-09].", False),
    (
        "It paused for [two|day] days within the weeks from [3 March|date:2024-03-03] to [29 March|date:2024-03-29].",
        False,
    ),
    ("In [May|date:2024-05-01/2024-05-31], after [two|day] days, it ended.", False),
]


@pytest.mark.parametrize(("text", "flagged"), DURATIONS)
def test_durations(text: str, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    assert bool(messages("period-length-mismatch", case(text))) is flagged


AGES = [
    ("Edwin Tolland, 54, born in 1980, takes office.", "54", "Edwin Tolland is 43 or 44, not 54"),
    ("Edwin Tolland, 44, born in 1980, takes office.", "44", ""),
    ("Edwin Tolland, 43, born in 1980, takes office.", "43", ""),
    ("Edwin Tolland, then 19, was born in 1980.", "19", ""),
    ("Edwin Tolland, 54, takes office.", "54", ""),
]


@pytest.mark.parametrize(("text", "age", "message"), AGES)
def test_ages(text: str, age: str, message: str) -> None:
    given = case(text, published="2024-05-02", people={"Edwin Tolland": {"age": age}})
    assert messages("age-mismatch", given) == ([message] if message else [])


SHARES = [
    ("It drove out [120|percent] percent of the residents.", True),
    ("It drove out [100|percent] percent of the residents.", False),
    ("Shelters are at [120|percent] percent of capacity.", False),
    ("The number rose by [120|percent] percent of the residents counted before.", False),
]


@pytest.mark.parametrize(("text", "flagged"), SHARES)
def test_impossible_shares(text: str, flagged: bool) -> None:  # noqa: FBT001 the expectation of a table
    assert bool(messages("impossible-share", case(text))) is flagged


CONVERSIONS = [
    ("It lies [120|mile] miles ([75|km] km) off.", "120 miles (75 km): it converts to 193 km"),
    ("It lies [120|mile] miles ([193|km] km) off.", ""),
    ("It lies [120|mile] miles ([190|km] km) off.", ""),
    ("It lies [30|km] km ([48|mile] miles) off.", "30 km (48 miles): it converts to 18.6 miles"),
    ("It lies at [2,300|metre] metres ([4,900|foot] feet).", "2,300 metres (4,900 feet): it converts to 7,546 feet"),
    ("It lies [1|km] km ([0.6|mile] miles) off.", ""),
    ("It lies [5|km] km ([3|mile] miles) off.", ""),
    ("It lies [5|km] km off (and [90|mile] miles from the sea).", ""),
    ("It has [12|km] km of track ([two|hour] hours).", ""),
]


@pytest.mark.parametrize(("text", "message"), CONVERSIONS)
def test_conversions(text: str, message: str) -> None:
    assert messages("conversion-mismatch", case(text)) == ([message] if message else [])
