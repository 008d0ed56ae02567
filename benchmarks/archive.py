"""Archives of made-up reports with planted conflicts, so that recall and false alarms are known at any size.

An archive has N reports over N / 5 stories. Each story has a town, a day and counts of its own; its reports repeat a
count in other words, some rounded, some after it has risen (a revision), beside figures of another time or of a part (a
trap). In every fourth story one source contradicts the others: that is planted. Every story is drawn from the seed and
its own number alone, so that an archive of any size is written story by story. There are at most ten stories a day: a
larger archive goes back further.

    python benchmarks/archive.py SIZE PATH [--seed N] [--hot]

PATH is a folder, which gets a tree of .md files of 1,000 each, or a file that ends in .jsonl and gets a report a line.
With --hot all reports are of ten stories, told by as many sources as it takes.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

A_STORY = 5  # reports
ROUNDED, TRAPPED = 2, (1, 3)  # the reports of a story that round its count, and that have a trap
PLANTED = 4  # every fourth story
HOT = 10  # stories of a hot archive
A_FOLDER = 1000  # reports
LAST_DAY = date(2024, 12, 31)
A_DAY = 10  # stories
FEWEST_DAYS = 1400
SEED = 7
CONSONANTS = "bdfgjklmnprstvz"
VOWELS = "aeiou"
NAMES = len(CONSONANTS) ** 5
SPREAD = 324_517  # has no factor in common with NAMES: neighbouring stories have names that look nothing alike


class Story(NamedTuple):
    """An event with its true count, what is counted (an index of the wordings), and what a contradicting source gives.

    `other` is 0 where no source contradicts.
    """

    number: int
    town: str
    day: date
    event: str
    counted: int
    count: int
    other: int


class Written(NamedTuple):
    """A report as it is written: front matter and text. Its name begins with its story's number."""

    name: str
    title: str
    published: date
    source: str
    text: str

    def markdown(self) -> str:
        """The report as a file."""
        return f"---\ntitle: {self.title}\ndate: {self.published}\nsource: {self.source}\n---\n{self.text}\n"

    def line(self) -> str:
        """The report as a line of JSON."""
        fields = {"id": self.name, "title": self.title, "date": f"{self.published}", "source": self.source}
        return json.dumps({**fields, "text": self.text}, ensure_ascii=False)


@cache
def wordings() -> dict[str, Any]:
    """What reports are worded with."""
    return tomllib.loads(Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8"))


def stories(size: int, seed: int = SEED, *, hot: bool = False) -> Iterator[Story]:
    """The stories of an archive of so many reports."""
    count = HOT if hot else max(1, size // A_STORY)
    days = max(FEWEST_DAYS, count // A_DAY)
    return (_story(number, seed, days) for number in range(count))


def reports(size: int, seed: int = SEED, *, hot: bool = False) -> Iterator[Written]:
    """The reports of an archive, story by story."""
    left, each = size, max(A_STORY, size // HOT) if hot else A_STORY
    for story in stories(size, seed, hot=hot):
        for number, report in enumerate(_reports(story, seed, each)):
            if number < left:
                yield report
        left -= each


def planted(size: int, seed: int = SEED, *, hot: bool = False) -> frozenset[int]:
    """The numbers of the stories in which a source contradicts another."""
    return frozenset(story.number for story in stories(size, seed, hot=hot) if story.other)


def town(number: int) -> str:
    """A name for a town, another for every number; any two differ in two letters or more, so that none is a misprint.

    Its vowels are check digits of its consonants.
    """
    rest, digits = number * SPREAD % NAMES, []
    for _ in range(5):
        rest, digit = divmod(rest, len(CONSONANTS))
        digits.append(digit)
    a, b, c, d, e = (CONSONANTS[digit] for digit in digits)
    first, second = VOWELS[sum(digits) % 5], VOWELS[sum(digit // 5 for digit in digits) % 5]
    return f"{a}{first}{b}{second}{c}e{d}o{e}a".capitalize()


def _story(number: int, seed: int, days: int) -> Story:
    random = Random(f"{seed}:{number}")  # noqa: S311 no secrets
    words = wordings()
    scene = random.choice(words["scenes"])
    counted = random.randrange(len(words["counted"]))
    about = words["counted"][counted]
    count = random.randint(about["least"], about["most"])
    other = round(count * random.uniform(1.3, 1.7)) + 3 if number % PLANTED == 0 else 0
    day = LAST_DAY - timedelta(days=random.randrange(days))
    place = town(number)
    return Story(
        number, place, day, scene["event"].format(site=random.choice(scene["sites"]), town=place), counted, count, other
    )


def _reports(story: Story, seed: int, each: int) -> Iterator[Written]:
    """Corroborations; then a revision, or the contradiction where one is planted."""
    random = Random(f"{seed}:{story.number}:reports")  # noqa: S311 no secrets
    words = wordings()
    about = words["counted"][story.counted]
    speakers = random.sample(words["speakers"], A_STORY)
    for number in range(each):
        speaker, saying, count = speakers[number % A_STORY], random.choice(about["sayings"]), story.count
        published = story.day + timedelta(days=1)
        if number == A_STORY - 1 and story.other:
            count = story.other
        elif number == A_STORY - 1:
            speaker, saying, count = speakers[0], random.choice(about["risen"]), story.count + 4
            published = story.day + timedelta(days=3)
        elif number == ROUNDED and count % 10 == 0:
            saying = about["rounded"]
        lead = _worded(saying, story, count, speaker)
        body = random.sample(words["fillers"], 8)
        trap = _worded(random.choice(words["traps"]), story, count, speaker) if number in TRAPPED else ""
        text = "\n\n".join((f"{story.town.upper()} - {lead}", " ".join(body[:4]), " ".join((*body[4:], trap)).strip()))
        title = _worded(random.choice(words["openings"]), story, count, speaker)
        yield Written(f"{story.number:06}-{number}", title, published, f"Wire {number % 97}", text)


def _worded(saying: str, story: Story, count: int, speaker: str) -> str:
    event = story.event
    return saying.format(
        n=count,
        few=count // 4,
        more=count * 3 + 61,
        year=story.day.year - 9,
        town=story.town,
        event=event,
        Event=event[0].upper() + event[1:],
        day=f"{story.day:%B} {story.day.day}",
        who=speaker,
        Who=speaker[0].upper() + speaker[1:],
    )


def write(size: int, path: Path, seed: int = SEED, *, hot: bool = False) -> None:
    """Write an archive as a tree of files, or as JSON Lines where the path ends in .jsonl."""
    found = reports(size, seed, hot=hot)
    if path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8") as lines:
            lines.writelines(f"{report.line()}\n" for report in found)
        return
    for number, report in enumerate(found):
        folder = path / f"{number // A_FOLDER:04}"
        if number % A_FOLDER == 0:
            folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{report.name}.md").write_text(report.markdown(), encoding="utf-8")


def main() -> int:
    """Write the archive that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--hot", action="store_true")
    given = parser.parse_args()
    write(given.size, given.path, given.seed, hot=given.hot)
    return 0


if __name__ == "__main__":
    sys.exit(main())
