"""What the productions share: tokens, sentences and the mentions found in them.

Offsets count code points of the document's text, ends excluded; `first` and `last` are token indices within the
sentence, `last` excluded.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checker.model import Modality, Period, Place, Section, Speaker


class Token(NamedTuple):
    """A word, a figure or a mark: `Aleppo`, `2,000`, `2.5m`, `US-led`, `U.S.`, `Abu`, `'s`, `,`, `$`."""

    text: str
    start: int
    end: int
    lower: str  # casefolded, curly apostrophes straight
    upper: bool  # begins with a capital letter
    named: bool  # capitalised as names are, and no day or month
    capital: bool  # may begin or continue a place's name


@dataclass(frozen=True)
class Sentence:
    """A sentence, headline, list item or table row. `index` counts all of a document, `paragraph` its paragraphs.

    `label` is the heading of a list item or of a table's column, or the speaker's label of a transcript's turn.
    """

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    section: Section
    index: int
    paragraph: int
    label: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words: what the sentence does not hold, no production has to look for token by token."""
        return frozenset(token.lower for token in self.tokens)

    @cached_property
    def named(self) -> tuple[int, ...]:
        """The indices of tokens that are capitalised as names are."""
        return tuple(index for index, token in enumerate(self.tokens) if token.named)

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The indices of tokens that may begin or continue a place's name."""
        return tuple(index for index, token in enumerate(self.tokens) if token.capital)

    @cached_property
    def letters(self) -> int:
        """How many tokens begin with a letter."""
        return sum(token.text[0].isalpha() for token in self.tokens)

    @cached_property
    def uppers(self) -> tuple[int, ...]:
        """The indices of tokens that begin with a capital letter."""
        return tuple(index for index, token in enumerate(self.tokens) if token.upper)


class TimeMention(NamedTuple):
    """A time expression, resolved.

    `role`: point (on Thursday, in June, the third day of May), since (open to the report's date), until, span (from
    a to b), age (three days ago), vague (recently). `weekday` is the stated one (0 is Monday), `impossible` says why
    there is no such day; `clock` marks a time of day, which is no claim.
    """

    first: int
    last: int
    start: int
    end: int
    period: Period | None
    role: str = "point"
    weekday: int | None = None
    impossible: str = ""
    explicit_year: bool = False
    clock: bool = False


class PlaceMention(NamedTuple):
    """A place named in a sentence; `preposition` is the folded word before it ("in", "near"), "" where there is none.

    `role`: place, demonym (Syrian), origin (from), goal (to, towards), reference (40 km west of X, far from X),
    aside (felt in X, based in X), outer (only tells where the one before it lies: Y of "X, a village in Y").
    """

    first: int
    last: int
    start: int
    end: int
    place: Place
    preposition: str = ""
    role: str = "place"


class Attribution(NamedTuple):
    """A stretch of text that a speaker vouches for; `because` names the production."""

    start: int
    end: int
    speaker: Speaker
    because: str


class ModalStretch(NamedTuple):
    """A stretch of text that is not plainly asserted."""

    start: int
    end: int
    modality: Modality
    because: str
