"""How the whole check (extract, compare, report as JSON) grows with the archive, on generated reports.

An archive has N reports over N / 5 stories. Each story has a town, a day and a toll of its own; its reports repeat the
toll in other words, some after the count has risen (a revision), some of a like event elsewhere or earlier (a trap),
and in every fourth story one source contradicts another (planted, so that recall and false alarms are known).
Everything is drawn with a seed.

    python benchmarks/scale.py [SIZES ...]      250 500 1000 2000 by default

Prints for each size: seconds of one core, reports a second, claims, recall of planted conflicts, false alarms (stories
with a finding at warning or error without a planted conflict), and peak memory; then the growth exponent. Exit status
1 where a limit is missed.
"""

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from math import log
from multiprocessing import get_context
from random import Random
from resource import RUSAGE_SELF, getrusage
from typing import NamedTuple

from checker.api import check_texts, shipped_rules
from checker.model import Report, Severity
from checker.report.as_json import render_json

SIZES = (250, 500, 1000, 2000)
A_STORY = 5  # reports
PLANTED = 4  # every fourth story
SLOWEST, STEEPEST = 150.0, 1.15
FIRST_DAY = date(2021, 1, 4)
SEED = 7

HEADS = (
    "Bel",
    "Cor",
    "Dra",
    "Fen",
    "Gal",
    "Har",
    "Jor",
    "Kel",
    "Lun",
    "Mor",
    "Nav",
    "Ost",
    "Pel",
    "Quin",
    "Rav",
    "Sol",
)
MIDDLES = ("a", "e", "i", "o", "u", "an", "en", "in", "or", "ar", "el", "al", "ir", "om", "un", "as")
TAILS = (
    "dor",
    "mere",
    "vik",
    "tova",
    "grad",
    "lin",
    "shek",
    "nia",
    "pur",
    "sund",
    "ra",
    "bek",
    "ville",
    "zar",
    "kand",
    "to",
)
SCENES = (
    ("fire", "a fire at a {thing} in {town}", ("textile mill", "timber yard", "night market", "paper plant")),
    ("blast", "an explosion at a {thing} in {town}", ("fuel depot", "grain silo", "gas station", "fireworks store")),
    (
        "collapse",
        "the collapse of a {thing} in {town}",
        ("parking deck", "footbridge", "warehouse roof", "school wall"),
    ),
    (
        "crash",
        "a bus crash near a {thing} in {town}",
        ("toll plaza", "level crossing", "mountain tunnel", "river bridge"),
    ),
)
SPEAKERS = (
    "the Interior Ministry",
    "the Red Crescent",
    "the fire service",
    "the Health Ministry",
    "the governor's office",
)
SAYING = (
    "{n} people were killed in {event} on {day}, {who} said.",
    "{Who} said {n} people were killed in {event} on {day}.",
    "{Event} on {day} killed {n} people, according to {who}.",
    "{Who} put the number of people killed in {event} on {day} at {n}.",
)
RISEN = "The number of people killed in {event} on {day} has risen to {n}, {who} said."
EARLIER = "In {year}, {n} people were killed in a ferry accident on a lake in the same region."
FILLERS = (
    "Residents described thick smoke over the rooftops and long queues outside the clinic.",
    "Schools stayed closed while engineers looked at the buildings around the site.",
    "The mayor called for calm and thanked volunteers who had come from neighbouring valleys.",
    "Investigators were expected to question the owners, whose licence had lapsed in winter.",
    "Relatives waited behind a cordon, and a prayer was held in the main square at dusk.",
    "Trains on the coastal line ran late, the operator told passengers over loudspeakers.",
    "Shopkeepers swept broken glass from the pavement and boarded up their windows.",
    "A union said that inspections had been put off again and again for want of staff.",
    "The hospital asked for blood donors and turned its canteen into a waiting room.",
    "Opposition members demanded a debate, and the council agreed to meet in public.",
    "Rain slowed the clearing work, and heavy machines sank into the soft ground.",
    "Neighbours had complained about blocked exits, a teacher recalled.",
)


class Story(NamedTuple):
    """An event with its true toll and the one that a contradicting source gives (0 without)."""

    number: int
    town: str
    day: date
    event: str
    toll: int
    other: int


class Measured(NamedTuple):
    """What one run took and found."""

    reports: int
    claims: int
    seconds: float
    megabytes: float
    planted: int
    found: int
    false: int
    incomplete: int


def archive(size: int, seed: int = SEED) -> tuple[list[Story], list[tuple[str, str]]]:
    """The stories and the reports (name, text) of an archive; a name begins with its story's number."""
    random = Random(seed)  # noqa: S311 no secrets
    stories = [_story(number, random) for number in range(max(1, size // A_STORY))]
    texts = [text for story in stories for text in _reports(story, random)]
    return stories, texts[:size]


def _story(number: int, random: Random) -> Story:
    _, event, things = random.choice(SCENES)
    town = f"{random.choice(HEADS)}{random.choice(MIDDLES)}{random.choice(TAILS)}"
    toll = random.randint(14, 180)
    other = round(toll * 1.4) + 3 if number % PLANTED == 0 else 0
    day = FIRST_DAY + timedelta(days=random.randrange(1400))
    return Story(number, town, day, event.format(thing=random.choice(things), town=town), toll, other)


def _reports(story: Story, random: Random) -> Iterator[tuple[str, str]]:
    """Corroborations, then a revision and a trap, or the contradiction where one is planted."""
    speakers = random.sample(SPEAKERS, A_STORY)
    for number, speaker in enumerate(speakers):
        toll, saying = story.toll, random.choice(SAYING)
        published = story.day + timedelta(days=1)
        if number == A_STORY - 1 and story.other:
            toll = story.other
        elif number == A_STORY - 1:
            toll, saying, speaker, published = story.toll + 4, RISEN, speakers[0], story.day + timedelta(days=3)  # noqa: PLW2901
        lead = _said(saying, story, toll, speaker)
        body = random.sample(FILLERS, 8)
        trap = EARLIER.format(year=story.day.year - 9, n=story.toll + 61) if number == 1 else ""
        text = "\n\n".join((lead, " ".join(body[:4]), " ".join((*body[4:], trap)).strip()))
        head = f"---\ntitle: {story.town} mourns\ndate: {published}\nsource: Wire {number}\n---\n"
        yield f"{story.number:06}-{number}.md", f"{head}{story.town.upper()} - {text}\n"


def _said(saying: str, story: Story, toll: int, speaker: str) -> str:
    event = story.event
    return saying.format(
        n=toll,
        event=event,
        Event=event[0].upper() + event[1:],
        day=f"{story.day:%B} {story.day.day}",
        who=speaker,
        Who=speaker[0].upper() + speaker[1:],
    )


def measure(size: int) -> Measured:
    """One run over one archive, in a process of its own, so that its peak memory is its own."""
    stories, texts = archive(size)
    rules = shipped_rules()
    check_texts([("warm.txt", "On Monday 3 people were killed.")], rules)
    started = time.process_time()
    report = check_texts(texts, rules)
    render_json(report)
    seconds = time.process_time() - started
    alarmed = _alarmed(report)
    planted = {story.number for story in stories if story.other}
    return Measured(
        reports=len(texts),
        claims=len(report.claims),
        seconds=seconds,
        megabytes=getrusage(RUSAGE_SELF).ru_maxrss / 1024,
        planted=len(planted),
        found=len(planted & alarmed),
        false=len(alarmed - planted),
        incomplete=sum(bool(document.reason) for document in report.documents),
    )


def _alarmed(report: Report) -> set[int]:
    """The numbers of the stories with a finding at warning or error between their texts."""
    return {
        int(location.path.split("-")[0])
        for finding in report.findings
        if finding.severity is not Severity.NOTE
        for location in finding.locations
    }


def main(arguments: list[str]) -> int:
    """Print one line a size and the growth exponent."""
    sizes = tuple(int(word) for word in arguments) or SIZES
    found = []
    print("reports  claims  seconds  reports/s  recall  false alarms  incomplete  peak MB")
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            run = pool.submit(measure, size).result()
        found.append(run)
        print(
            f"{run.reports:7} {run.claims:7} {run.seconds:8.2f} {run.reports / run.seconds:10.0f} "
            f"{run.found:3}/{run.planted:<3} {run.false:13} {run.incomplete:11} {run.megabytes:8.0f}",
            flush=True,
        )
    first, last = found[0], found[-1]
    slope = 1.0 if first is last else log(last.seconds / first.seconds) / log(last.reports / first.reports)
    print(f"growth exponent {slope:.2f} (limit {STEEPEST}); at least {SLOWEST:.0f} reports/s are asked for")
    return int(slope > STEEPEST or last.reports / last.seconds < SLOWEST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
