"""Claims from text with marks: "[120|person] men fled" is a figure with its unit, "[5 May|date:2024-05-05]" a date."""

import re
from datetime import date
from itertools import combinations
from types import SimpleNamespace

from rapidfuzz.distance import Levenshtein

from checker.judge.draft import Case
from checker.judge.names import name_of
from checker.model import (
    Claim,
    DateDetail,
    Document,
    Figure,
    Interval,
    Kind,
    Link,
    Mention,
    Period,
    Place,
    Profile,
    Relation,
    Span,
    Unit,
)

WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
LENGTHS = {"km": 1000.0, "mile": 1609.344, "metre": 1.0, "foot": 0.3048}
TIMES = {"day": 1.0, "week": 7.0, "month": 30.44}
MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
WEEKDAY = re.compile(r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)", re.IGNORECASE)
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Names:
    """As checker.align.names: one less the share of letters to be changed."""

    def name_likeness(self, a: str, b: str) -> float:
        return Levenshtein.normalized_similarity(a, b)

    def same_person(self, a: Mention, b: Mention) -> Relation:
        return Relation.SAME if a.folded == b.folded else Relation.UNKNOWN


def case(*marked: str, published: str = "", people: dict[str, dict[str, str]] | None = None) -> Case:
    """The case of some documents; figures are [text|unit], [text|unit|measure], [text|unit|measure|place]."""
    claims: list[Claim] = []
    mentions: list[Mention] = []
    documents = {}
    day = Period.on(date.fromisoformat(published)) if published else None
    for number, source in enumerate(marked):
        name = f"d{number}"
        text = MARK.sub(r"\1", source)
        documents[name] = Document(id=name, path=f"{name}.txt", text=text, sha256=name)
        claims += _claims(name, source, text)
        mentions += _mentions(name, text, people or {})
    profiles = dict.fromkeys(documents, Profile(published=day))
    names = tuple(combinations(dict.fromkeys(map(name_of, mentions)), 2))
    return Case(tuple(claims), tuple(mentions), documents, profiles, align=Names(), names=names)


def _claims(document: str, source: str, text: str) -> list[Claim]:
    found = []
    removed = 0
    for match in MARK.finditer(source):
        start = match.start() - removed
        removed += len(match.group()) - len(match.group(1))
        sentence = len(re.findall(r"[.!?]\s+(?=[A-Z\d])|\n", text[:start]))
        paragraph = text[:start].count("\n\n")
        found.append(_claim(document, match, start, sentence, paragraph))
    return found


def _claim(document: str, match: re.Match[str], start: int, sentence: int, paragraph: int) -> Claim:
    words, fields = match.group(1), [*match.group(2).split("|"), "", "", ""][:4]
    unit, measure, place, kind = fields
    common = SimpleNamespace(interval=Interval(), time=None, detail=None)
    if unit.startswith("date:"):
        first, _, last = unit.removeprefix("date:").partition("/")
        common.time = Period(start=date.fromisoformat(first), end=date.fromisoformat(last or first))
        named = WEEKDAY.search(words)
        weekday = NAMES.index(named.group().lower()) if named else None
        common.detail = DateDetail(weekday=weekday, explicit_year=bool(re.search(r"\d{4}", words)))
        unit, measure = "date", "date"
    else:
        hedge, _, words_only = words.rpartition("~")
        value = WORDS.get(words_only)
        number = float(words_only.replace(",", "")) if value is None else float(value)
        common.interval = Interval(low=number, high=None if hedge == "at least" else number)
    hedge, _, shown = words.rpartition("~")
    dimension, factor = (
        ("length", LENGTHS[unit]) if unit in LENGTHS else ("time", TIMES[unit]) if unit in TIMES else (unit, 1.0)
    )
    return Claim(
        id=f"{document}-{start}",
        document=document,
        span=Span(start=start, end=start + len(words), line=1, column=1),
        quote=words,
        number=Figure(
            start=start, end=start + len(words), text=shown, hedge=hedge, decimals=len(shown.partition(".")[2])
        ),
        asserted=common.interval,
        hard=common.interval,
        soft=common.interval,
        unit=Unit(name=unit, dimension=dimension, factor=factor),
        measure=measure,
        kind=Kind(kind) if kind else Kind.UNKNOWN,
        place=Place(text=place, name=place) if place else None,
        time=common.time,
        date=common.detail,
        sentence=sentence,
        paragraph=paragraph,
    )


def linked(claim: Claim, *links: Link) -> Claim:
    """The claim with links."""
    return claim.model_copy(update={"links": links})


def _mentions(document: str, text: str, people: dict[str, dict[str, str]]) -> list[Mention]:
    found = []
    for name, facts in people.items():
        for match in re.finditer(re.escape(name), text):
            span = Span(start=match.start(), end=match.end(), line=1, column=1)
            known = dict(facts)
            role = known.pop("role", "")
            found.append(
                Mention(
                    document=document,
                    span=span,
                    quote=name,
                    text=name,
                    folded=name.lower(),
                    role=role,
                    facts=tuple(known.items()),
                )
            )
    return found
