from datetime import date

import pytest

from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal import find_times
from checker.extract.tokens import tokens
from checker.model import Section

THURSDAY = date(2026, 3, 12)


def times(text: str, anchor: date | None = THURSDAY, *, month_first: bool = False) -> tuple[TimeMention, ...]:
    sentence = Sentence(text, 0, len(text), tokens(text), Section.BODY, 0, 0)
    return find_times(sentence, anchor, month_first=month_first)


def periods(text: str, anchor: date | None = THURSDAY) -> list[str]:
    found = [mention.period for mention in times(text, anchor) if not mention.clock]
    return [
        "?" if period is None else str(period.start) if period.days == 1 else f"{period.start}/{period.end}"
        for period in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # days
        ("The bridge fell on Oct 12.", ["2025-10-12"]),
        ("The bridge fell on 12 October 2025.", ["2025-10-12"]),
        ("The bridge fell on October 12, 2025, at dusk.", ["2025-10-12"]),
        ("The bridge fell on the 12th of October.", ["2025-10-12"]),
        ("The bridge fell on October 12th.", ["2025-10-12"]),
        ("It was received on Monday 9/3/2026.", ["2026-03-09"]),
        ("Dated 2026-03-04", ["2026-03-04"]),
        ("Stamped 29-07-2016 and 19.07.2016", ["2016-07-29", "2016-07-19"]),
        ("As of 04 1800H September 2025", ["2025-09-04"]),
        ("Last updated at Jul 012016", ["2016-07-01"]),
        ("It opened on the fifth of April.", ["2025-04-05"]),
        ("It will open on the fifth of April.", ["2026-04-05"]),
        ("The mine flooded on 21 October of last year.", ["2025-10-21"]),
        ("Mittwoch, 15. April 2026", ["2026-04-15"]),
        ("It changed after 9/11.", ["2001-09-11"]),
        # ranges
        ("In the night of Saturday 7 to Sunday 8 March 2026 it burned.", ["2026-03-07/2026-03-08"]),
        ("Ten were hit between February 3 and 12.", ["2026-02-03/2026-02-12"]),
        ("Five were hit between January 27 and February 2.", ["2026-01-27/2026-02-02"]),
        ("The drill ran from 14 April to 30 June.", ["2025-04-14/2025-06-30"]),
        ("The drill will run from 14 April to 30 June.", ["2026-04-14/2026-06-30"]),
        ("In the week of 2 to 8 February it rained.", ["2026-02-02/2026-02-08"]),
        ("Two died on 14 and 15 October.", ["2025-10-14/2025-10-15"]),
        ("They met on March 5, 6 and 7.", ["2026-03-05/2026-03-07"]),
        ("The fair ran December 28-30.", ["2025-12-28/2025-12-30"]),
        ("It rained from December 28 to January 3.", ["2025-12-28/2026-01-03"]),
        ("Shots rang out on the night of Saturday to Sunday.", ["2026-03-07/2026-03-08"]),
        ("Nine died between Friday night and Sunday morning.", ["2026-03-06/2026-03-08"]),
        ("It flooded from 2019 to 2021.", ["2019-01-01/2021-12-31"]),
        ("They fought between 2014 and 2016.", ["2014-01-01/2016-12-31"]),
        # to and from the report
        ("Since August 29 they have met daily.", ["2025-08-29/2026-03-12"]),
        ("Since the beginning of the year 40 fled.", ["2026-01-01/2026-03-12"]),
        ("They have marched since Wednesday afternoon.", ["2026-03-11/2026-03-12"]),
        ("The plant has stood idle since 2003.", ["2003-01-01/2026-03-12"]),
        ("Schools stay shut until 30 June.", ["2026-06-30"]),
        ("By the end of April it will be full.", ["2026-04-30"]),
        ("The strike lasted until Wednesday.", ["2026-03-11"]),
        ("The fast goes on until Wednesday.", ["2026-03-18"]),
        ("By Nov. 7 the toll was 19.", ["2025-11-07"]),
        # parts
        ("In the first quarter of 2026 sales fell.", ["2026-01-01/2026-03-31"]),
        ("Sales fell in Q3 2025.", ["2025-07-01/2025-09-30"]),
        ("Sales fell in the fourth quarter.", ["2025-10-01/2025-12-31"]),
        ("In the first half of the year it snowed.", ["2026-01-01/2026-06-30"]),
        ("In the first two months of the year it snowed.", ["2026-01-01/2026-02-28"]),
        ("Rain fell in the second half of February.", ["2026-02-15/2026-02-28"]),
        ("It fell in the first full week of February.", ["2026-02-02/2026-02-08"]),
        ("It fell in the last week of January.", ["2026-01-25/2026-01-31"]),
        ("It fell on the third day of May.", ["2025-05-03"]),
        ("Rebels moved in late October.", ["2025-10-21/2025-10-31"]),
        ("Rebels moved in early March and mid-September.", ["2026-03-01/2026-03-10", "2025-09-11/2025-09-20"]),
        ("The city has been split since mid-2012.", ["2012-07-01/2026-03-12"]),
        ("It closed at the end of last year.", ["2025-12-01/2025-12-31"]),
        # units
        ("Last week it hailed.", ["2026-03-02/2026-03-08"]),
        ("Last month and last year it hailed.", ["2026-02-01/2026-02-28", "2025-01-01/2025-12-31"]),
        ("This year it hailed twice.", ["2026-01-01/2026-03-12"]),
        ("The army will spend more this year.", ["2026-01-01/2026-12-31"]),
        ("Next month it opens.", ["2026-04-01/2026-04-30"]),
        ("In the last two months 30 left.", ["2026-01-12/2026-03-12"]),
        ("Over the past 24 hours 30 left.", ["2026-03-11/2026-03-12"]),
        ("Three days ago 30 left.", ["2026-03-09"]),
        ("A month ago 30 left.", ["2026-02-01/2026-02-28"]),
        ("In the week that ended on Sunday 375 fell ill.", ["2026-03-02/2026-03-08"]),
        ("In the 12 months to June 400 fell ill.", ["2024-07-01/2025-06-30"]),
        ("The raid comes a month after gunmen shot 22.", ["2026-02-01/2026-02-28"]),
        ("In epidemiological week 6 it was 412.", ["2026-02-02/2026-02-08"]),
        ("Over the weekend it hailed.", ["2026-03-07/2026-03-08"]),
        # weekdays
        ("A wall fell on Thursday.", ["2026-03-12"]),
        ("A wall fell last Thursday.", ["2026-03-05"]),
        ("A wall fell late on Friday night.", ["2026-03-06"]),
        ("A wall fell on Friday last week.", ["2026-03-06"]),
        ("The council will meet on Friday.", ["2026-03-13"]),
        ("The council meets again next Thursday.", ["2026-03-19"]),
        ("The mayor said on Tuesday that talks would resume on Friday.", ["2026-03-10", "2026-03-13"]),
        ("Monday's toll was lower.", ["2026-03-09"]),
        # near the report
        ("Overnight a wall fell.", ["2026-03-11/2026-03-12"]),
        ("It fell yesterday, is gone today and returns tomorrow.", ["2026-03-11", "2026-03-12", "2026-03-13"]),
        # months and years
        ("In June a dam broke.", ["2025-06-01/2025-06-30"]),
        ("Hotels have no bookings for May.", ["2026-05-01/2026-05-31"]),
        ("In May they marched.", ["2025-05-01/2025-05-31"]),
        ("Last September a dam broke.", ["2025-09-01/2025-09-30"]),
        ("In September last year a dam broke.", ["2025-09-01/2025-09-30"]),
        ("In the 1980s it was a farm.", ["1980-01-01/1989-12-31"]),
        ("In 2019, and in a boat of 1986, they fished.", ["2019-01-01/2019-12-31", "1986-01-01/1986-12-31"]),
        ("The 2023 quake and the 2011 floods were worse.", ["2023-01-01/2023-12-31", "2011-01-01/2011-12-31"]),
        ("The 2012-13 season was dry.", ["2012-01-01/2013-12-31"]),
        ("The request for fiscal 2027 is larger.", ["2027-01-01/2027-12-31"]),
        ("In summer 2015 and the winter of 2014", ["2015-06-01/2015-08-31", "2014-12-01/2015-02-28"]),
        ("In the 19th century it was a port.", ["1801-01-01/1900-12-31"]),
        ("It will close at Easter.", ["2026-04-05"]),
        ("It burned on Christmas Eve 2019.", ["2019-12-24"]),
        ("LIRA, 14 May - A bus on Tuesday left the road.", ["2025-05-14", "2026-03-10"]),
        # not said which
        ("A month earlier it had been 12.", ["?"]),
        ("The third day of the curfew was calm.", ["?"]),
        ("At the time nobody knew.", ["?"]),
    ],
)
def test_periods(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They stayed for three months, then two years, then 78 days.",
        "A 36-hour curfew and a two-day march",
        "Within 24 hours all were found.",
        "He may march on in the sun; she sat.",
        "May said nothing to April Jones and August Wilson.",
        "General Jan Kowalski and Mar Aprem spoke.",
        "Nearly 2000 soldiers and 1956 homes; a total of 2011 people",
        "The 82nd Division took Route 66 under Resolution 2254.",
        "An F-16, 20 UH-60 and 122mm rockets",
        "It grew by 18.04 percent to 12.5.",
        "Call the hotline 0917-555-0142.",
        "Every Friday they pray; on Fridays; on a Sunday",
        "Bloody Sunday and the Sunday Times",
        "Second, a quarter of the men in their 30s are sick.",
    ],
)
def test_no_time(text: str) -> None:
    assert periods(text) == []


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("From around 1 a.m. on", "1 a.m."),
        ("It hit at 6:23 p.m. local time.", "6:23 p.m. local time"),
        ("Counted at 18:00, again later", "18:00"),
        ("Closed by 0400 GMT", "0400 GMT"),
        ("Towards one o'clock it broke.", "one o'clock"),
        ("The toll at noon", "noon"),
        ("The quake at 23h17 woke all.", "23h17"),
        ("Doors open at 6pm.", "6pm"),
        ("Open from 8 to 10 a.m.", "8 to 10 a.m."),
    ],
)
def test_clock(text: str, clock: str) -> None:
    (found,) = times(text)
    assert found.clock
    assert found.period is None
    assert text[found.start : found.end] == clock


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("since August 29", "since"),
        ("in the last two months", "since"),
        ("until Wednesday", "until"),
        ("by 8 February", "until"),
        ("between 3 and 5 March", "span"),
        ("three days ago", "age"),
        ("five days before the storm", "vague"),
        ("on Thursday", "point"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert [mention.role for mention in times(text)] == [role]


@pytest.mark.parametrize(
    ("text", "weekday", "impossible"),
    [
        ("on Monday, 6 April 2024", 0, ""),
        ("on 6 April 2024 (Monday)", 0, ""),
        ("on Saturday, October 12", 5, ""),
        ("on 31 April", None, "April has 30 days"),
        ("on 29 February 2025", None, "February 2025 has 28 days"),
        ("on 30 February", None, "February has 29 days"),
    ],
)
def test_contradictions(text: str, weekday: int | None, impossible: str) -> None:
    (found,) = times(text)
    assert (found.weekday, found.impossible) == (weekday, impossible)
    assert (found.period is None) == bool(impossible)


def test_order_of_day_and_month() -> None:
    assert times("9/3/2026")[0].period != times("9/3/2026", month_first=True)[0].period
    assert times("13/3/2026", month_first=True)[0].period == times("13/3/2026")[0].period


def test_without_a_report_date_only_full_dates_resolve() -> None:
    text = "On 4 May 2020, in June, on Friday, last week, since 2003 and in 2019"
    assert periods(text, None) == ["2020-05-04", "?", "?", "?", "?", "2019-01-01/2019-12-31"]


def test_explicit_year() -> None:
    assert [m.explicit_year for m in times("in 2019, in May 2020 and in June")] == [True, True, False]


def test_offsets_are_the_documents() -> None:
    text = "It fell on 4 May 2020."
    sentence = Sentence(text, 100, 100 + len(text), tokens(text, 100), Section.BODY, 0, 0)
    (found,) = find_times(sentence, None)
    assert text[found.start - 100 : found.end - 100] == "4 May 2020"
    assert text[sentence.tokens[found.first].start - 100 :].startswith("4 May")
