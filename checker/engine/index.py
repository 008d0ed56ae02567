"""An archive that drafts are checked against: its documents and claims on disk, by keys, names and figures.

It is written once, document by document, as the archive stands on its own; a draft asks it for what it could meet.
"""

import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from checker.align.keys import in_one_text
from checker.engine.crossing import Claims, Mapped, Text
from checker.engine.homes import MOST_BEARERS, Signs, Story, lends, story_of
from checker.engine.sealed import Sealed, form, sealed
from checker.engine.years import Bearer, names_of, places_of
from checker.errors import OutputError
from checker.judge.names import blocks_of, name_of
from checker.model import Claim, Document, Mention, Profile, Status
from checker.workers.closing import Closing

NEAR = 2_000  # documents that are kept at hand
HASH = 8  # bytes of a key; claims that meet by chance are told apart by their whole keys
SCHEMA = (
    "CREATE TABLE texts (number INTEGER PRIMARY KEY, id TEXT, document BLOB, profile BLOB, claims BLOB, more BLOB)",
    "CREATE TABLE met (key INTEGER NOT NULL, place INTEGER NOT NULL)",
    "CREATE TABLE signs (sign INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL)",
)
SORTED = (
    "CREATE INDEX by_id ON texts (id)",
    "CREATE INDEX by_key ON met (key, place)",
    "CREATE INDEX by_sign ON signs (sign, number)",
)


class Told(NamedTuple):
    """What is kept of a document beside its claims; its story where it has a place to lend."""

    mentions: tuple[Mention, ...] = ()
    story: Story | None = None


class Kept(NamedTuple):
    """What is kept of the archive as a whole: its days of publication, documents that are not ok, and notices."""

    days: tuple[date, ...] = ()
    troubled: tuple[Document, ...] = ()
    notices: tuple[str, ...] = ()


class Builder:
    """Writes an index, document by document in their order."""

    def __init__(self, path: Path) -> None:
        """`path` must not be there yet."""
        self._base = sqlite3.connect(path, isolation_level=None)
        for statement in ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "BEGIN", *SCHEMA):
            self._base.execute(statement)
        self._first = array("Q", (0,))
        self._days: set[date] = set()
        self._troubled: list[Document] = []

    def add(self, item: Mapped) -> None:
        """One document more."""
        number, first, document = len(self._first) - 1, self._first[-1], item.document
        story = story_of(item) if lends(item) else None
        told = Told(item.rest.mentions, story and story._replace(names=frozenset()))
        parts = item.sealed_document, item.sealed_profile, item.sealed_claims, sealed(Told, told)
        row = (number, document.id, *(part.packed for part in parts))
        self._base.execute("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)", row)
        self._base.executemany(
            "INSERT INTO met VALUES (?, ?)",
            (
                (_hash(key), place)
                for place, keys in enumerate(item.rest.keys, first)
                for key in keys
                if not in_one_text(key)
            ),
        )
        self._base.executemany(
            "INSERT INTO signs VALUES (?, ?, ?, ?)",
            ((_hash(kind + text), number, kind, text) for kind, text in sorted(_signs(item, story))),
        )
        if item.profile.published is not None:
            self._days.add(item.profile.published.start)
        if document.status is not Status.OK:
            self._troubled.append(document)
        self._first.append(first + len(item.claims))

    def close(self, notices: Sequence[str], sign: bytes) -> None:
        """Finish it; `sign` is that of the archive as it was read."""
        kept = Kept(tuple(sorted(self._days)), tuple(self._troubled), tuple(notices))
        rows = {"first": self._first.tobytes(), "kept": sealed(Kept, kept).packed, "sign": sign}
        self._base.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())
        for statement in (*SORTED, "COMMIT"):
            self._base.execute(statement)
        self._base.close()


class Index(Closing):
    """An index that is there."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            sqlite3.Error, ValueError, OutputError: it is none, or damaged.
        """
        self._base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        meta = dict(self._base.execute("SELECT name, value FROM meta"))
        self.sign = bytes(meta["sign"])
        self.kept = form(Kept).unpack(meta["kept"])
        self._first: Sequence[int] = array("Q", meta["first"])
        self.told: Callable[[int], Told] = lru_cache(NEAR)(self._told)
        self.text: Callable[[int], Text] = lru_cache(NEAR)(self._text)

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    @property
    def size(self) -> int:
        """How many documents there are."""
        return len(self._first) - 1

    @property
    def places(self) -> int:
        """How many claims there are."""
        return self._first[-1]

    def owner(self, place: int) -> int:
        """The number of the document in which the claim at a place stands."""
        return bisect_right(self._first, place) - 1

    def claim(self, place: int) -> Claim:
        """The claim at a place."""
        text = self.text(self.owner(place))
        return text.claims[place - text.first]

    def number(self, document: str) -> int | None:
        """The number of the document of that id, None where it has none."""
        row = self._base.execute("SELECT number FROM texts WHERE id = ?", (document,)).fetchone()
        return int(row[0]) if row else None

    def sound(self) -> bool:
        """Whether the first and the last document can be read: a file that was cut off is none."""
        try:
            for number in {0, self.size - 1} if self.size else ():
                text = self.text(number)
                _ = text.document, text.profile, text.claims
        except (OutputError, TypeError, sqlite3.Error):
            return False
        return True

    def claims_of(self, number: int) -> range:
        """The places of the claims of a document."""
        return range(self._first[number], self._first[number + 1])

    def met(self, key: str) -> list[int]:
        """The places of the claims that have a key, and of some that only seem to."""
        rows = self._base.execute("SELECT place FROM met WHERE key = ? ORDER BY place", (_hash(key),))
        return [place for (place,) in rows]

    def bearers(self, names: Iterable[str]) -> list[Bearer]:
        """The dated documents that bear any of these names, with those of them that each bears."""
        found: dict[int, tuple[set[str], set[str]]] = {}
        for name in sorted(names):
            for kind in ("name ", "place "):
                for number in self._bearing(kind, name):
                    own, every = found.setdefault(number, (set(), set()))
                    every.add(name)
                    if kind == "name ":
                        own.add(name)
        published = ((self.text(number).profile.published, told) for number, told in sorted(found.items()))
        return [Bearer(frozenset(told[0]), frozenset(told[1]), day) for day, told in published if day is not None]

    def stories(self, signs: Signs) -> list[Story]:
        """The stories that have a place to lend and any of these signs, with those of them that each has."""
        names: dict[int, set[str]] = {}
        met: set[int] = set()
        for name in sorted(signs.names):
            for number in self._bearing("story ", name):
                names.setdefault(number, set()).add(name)
        for unit, value in sorted(signs.figures):
            met.update(self._bearing("figure ", f"{unit} {value!r}"))
        lent = ((number, self.told(number).story) for number in sorted(met | set(names)))
        return [
            story._replace(names=frozenset(names.get(number, ())), figures=story.figures & signs.figures)
            for number, story in lent
            if story is not None
        ]

    def mentions(self, blocks: Iterable[str]) -> list[int]:
        """The documents that mention a person whose name falls into one of these blocks."""
        return sorted({number for block in blocks for number in self._bearing("person ", block, None)})

    def _bearing(self, kind: str, text: str, most: int | None = MOST_BEARERS + 1) -> Iterator[int]:
        rows = self._base.execute(
            "SELECT number FROM signs WHERE sign = ? AND kind = ? AND text = ? ORDER BY number",
            (_hash(kind + text), kind, text),
        )
        return (number for (number,) in islice(rows, most))

    def _told(self, number: int) -> Told:
        (told,) = self._base.execute("SELECT more FROM texts WHERE number = ?", (number,)).fetchone()
        return form(Told).unpack(told)

    def _text(self, number: int) -> Text:
        document, profile, claims = self._base.execute(
            "SELECT document, profile, claims FROM texts WHERE number = ?", (number,)
        ).fetchone()
        return Text(
            self._first[number],
            Sealed(form(Document), packed=document),
            Sealed(form(Profile), packed=profile),
            Sealed(form(Claims), packed=claims),
        )


def _signs(item: Mapped, story: Story | None) -> Iterator[tuple[str, str]]:
    """By what a document is found: as a dated one, as one that lends its place, and by the persons it names."""
    if item.profile.published is not None:
        names = names_of(item.document)
        yield from (("name " if name in names else "place ", name) for name in places_of(item.document))
    if story is not None:
        yield from (("story ", name) for name in story.names)
        yield from (("figure ", f"{unit} {value!r}") for unit, value in story.figures)
    yield from {("person ", block) for mention in item.rest.mentions for block in blocks_of(name_of(mention))}


def _hash(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH).digest()
    return int.from_bytes(digest, "big", signed=True)
