"""The reviewed file of what editors have decided: discrepancies that may stand, claims that are about one fact or not.

TOML, sorted, one table a decision, so that a reviewer reads it and two branches merge.
"""

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field, ValidationError

from checker.errors import ConfigError
from checker.gate.fingerprint import Fingerprint
from checker.model import Claim, Ruling
from checker.model.base import Frozen
from checker.model.identity import place_in_quote, words_key
from checker.rulebook.load import explained
from checker.rulebook.own_file import mistakes
from checker.rulebook.toml import line_of, tables, text_of

HEAD = """\
What editors have decided, kept by `check accept`, `check same` and `check differ`.
Entries may be changed and taken out by hand; comments are not kept, so reasons belong into the entries.
"""
SAID = r"\S"  # not empty and not blank
UNPRINTABLE = re.compile("[\x80-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")  # hidden from a reviewer
LAST = ("paths", "rule", "severity", "fact", "values", "claims")  # what a reviewer reads goes before it


class Acceptance(Fingerprint):
    """A finding that may stand until a day, with the reason and who says so; `paths` are where its figures stand."""

    reason: str = Field(pattern=SAID)
    by: str = Field(pattern=SAID)
    until: dt.date
    paths: tuple[str, ...] = ()


class ClaimTold(Frozen):
    """A claim by its words: the figure, its sentence, and how often the figure stands in it before."""

    figure: str
    quote: str
    place: int = Field(0, ge=0)

    @property
    def key(self) -> str:
        """The key that claims with these words have."""
        return words_key(self.figure, self.quote, self.place)

    @classmethod
    def of(cls, claim: Claim) -> "ClaimTold":
        """The words of a claim, its sentence in one line."""
        return cls(figure=claim.number.text, quote=" ".join(claim.quote.split()), place=place_in_quote(claim))


class Pair(Frozen):
    """Two claims of which an editor has said whether they are about one fact."""

    first: ClaimTold
    second: ClaimTold
    reason: str = Field(pattern=SAID)
    by: str = Field(pattern=SAID)

    @property
    def key(self) -> tuple[str, ...]:
        """The same for the pair in either order."""
        return tuple(sorted((self.first.key, self.second.key)))


class Decisions(Frozen):
    """All decisions of a file."""

    accepted: tuple[Acceptance, ...] = ()
    same: tuple[Pair, ...] = ()
    differ: tuple[Pair, ...] = ()

    def rulings(self) -> tuple[Ruling, ...]:
        """What the file says of pairs of claims."""
        return tuple(_rulings(self.same, same=True)) + tuple(_rulings(self.differ, same=False))

    def with_accepted(self, entry: Acceptance) -> "Decisions":
        """The decisions with one acceptance more; it takes the place of one of the same finding."""
        others = (other for other in self.accepted if other.finding != entry.finding)
        return self.model_copy(update={"accepted": (*others, entry)})

    def with_pair(self, pair: Pair, *, same: bool) -> "Decisions":
        """The decisions with one on a pair; it takes the place of an earlier one on the same pair."""
        kept = {
            name: tuple(other for other in getattr(self, name) if other.key != pair.key) for name in ("same", "differ")
        }
        name = "same" if same else "differ"
        return self.model_copy(update={**kept, name: (*kept[name], pair)})


def _rulings(pairs: Iterable[Pair], *, same: bool) -> Iterator[Ruling]:
    for pair in pairs:
        yield Ruling(first=pair.first.key, second=pair.second.key, same=same, reason=f"{pair.by}: {pair.reason}")


def read_decisions(path: Path) -> Decisions:
    """The decisions of a file; none where there is no file.

    Raises:
        ConfigError: it cannot be read, has an unknown key or a wrong value, or says two things of one pair.
    """
    if not os.path.lexists(path):
        return Decisions()
    data, text = tables(path), text_of(path)
    try:
        found = Decisions.model_validate(data)
    except ValidationError as error:
        told = mistakes(error, lambda each: explained(f"{path}:{line_of(text, each['loc']) or 1}", Decisions, each))
        raise ConfigError(told) from error
    both = {pair.key for pair in found.same} & {pair.key for pair in found.differ}
    for pair in found.same:
        if pair.key in both:
            raise ConfigError(f"{path}: {pair.first.figure} and {pair.second.figure} stand under both same and differ")
    return found


def render_decisions(decisions: Decisions) -> str:
    """The file: acceptances by finding, pairs by what they say."""
    import tomlkit  # noqa: PLC0415 only who writes needs it

    document = tomlkit.document()
    for line in HEAD.splitlines():
        document.add(tomlkit.comment(line))
    listed: dict[str, list[Frozen]] = {
        "accepted": [*sorted(decisions.accepted, key=lambda entry: entry.finding)],
        "same": [*sorted(decisions.same, key=lambda pair: pair.key)],
        "differ": [*sorted(decisions.differ, key=lambda pair: pair.key)],
    }
    for name, entries in listed.items():
        array = tomlkit.aot()
        for entry in entries:
            table = tomlkit.table()
            fields = entry.model_dump(mode="python")
            for key in sorted(fields, key=lambda key: LAST.index(key) if key in LAST else -1):
                table.add(key, _written(fields[key]))
            array.append(table)
        if entries:
            document.add(name, array)
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", tomlkit.dumps(document))


def _written(value: object) -> object:
    """A value as TOML has it: lists a line an item, so that reviewers see what changed; tables in one line."""
    import tomlkit  # noqa: PLC0415

    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    if isinstance(value, tuple):
        array = tomlkit.array()
        array.extend(value)
        return array.multiline(multiline=len(value) > 1)
    return str(value) if isinstance(value, str) else value
