from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checker.extract.syntax import Sentence, TimeMention
from checker.extract.temporal import find_times
from checker.extract.tokens import tokens
from checker.model import Period, Section

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 31))
VOCABULARY = """
    the a week month year to and of last next past two first half ago early late mid- mid-May end quarter Q1 Monday
    Tuesday 11 12 31 May March Oct. 2019 2012-13 1980s since until between from ended on , ( ) . p.m. 9/3/2026
    31/31/2026 29-02-2025 12,2025 012016 1800H 24 hours century fiscal weekend o'clock will summer fall Easter
    99999999999999999999 0 Christmas fortnight 9/11 ²
    """
WORDS = st.sampled_from(VOCABULARY.split())


def times(text: str, anchor: date | None) -> tuple[TimeMention, ...]:
    return find_times(Sentence(text, 0, len(text), tokens(text), Section.BODY, 0, 0), anchor)


def renderings(day: date) -> list[str]:
    month, short, weekday = MONTHS[day.month - 1], MONTHS[day.month - 1][:3], WEEKDAYS[day.weekday()]
    return [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day} {day.year}",
        f"{short} {day.day:02}{day.year}",
        f"{day.day:02} {short} {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"the {day.day}th of {month} {day.year}",
        day.isoformat(),
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day}.{day.month:02}.{day.year}",
        f"{day.day}/{day.month}/{day.year}",
    ]


@given(DAYS)
def test_a_full_date_reads_back_in_every_spelling(day: date) -> None:
    for text in renderings(day):
        (found,) = times(f"It fell on {text}.", None)
        assert found.period == Period.on(day), text


@given(DAYS, st.integers(0, 200))
def test_a_day_without_year_is_the_last_one(anchor: date, back: int) -> None:
    day = date.fromordinal(max(anchor.toordinal() - back, date(1901, 1, 1).toordinal()))
    (found,) = times(f"It fell on {day.day} {MONTHS[day.month - 1]}.", anchor)
    assert found.period == Period.on(day)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_last_one(anchor: date, number: int) -> None:
    (found,) = times(f"It fell on {WEEKDAYS[number]}.", anchor)
    assert found.period is not None
    assert found.period.start.weekday() == number
    assert 0 <= (anchor - found.period.start).days <= 6


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)), st.none() | st.dates())
def test_mentions_are_in_order_and_within_the_text(text: str, anchor: date | None) -> None:
    found = times(text, anchor)
    assert all(0 <= m.start < m.end <= len(text) and m.first < m.last for m in found)
    assert all(a.last <= b.first for a, b in pairwise(found))


def test_long_chains_do_not_recurse() -> None:
    for link in ("week to ", "Monday 1 to ", "the first half of the ", "late ", "May 5, ", "mid-", "a couple of "):
        times(link * 2_000, date(2026, 3, 12))
