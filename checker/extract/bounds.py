"""How much of a text is read for figures: what lies beyond the bounds is told, never passed over in silence."""

from dataclasses import dataclass, field

from checker.extract.syntax import Sentence
from checker.model import Document, Limits
from checker.rulebook.limits import limits


def shortened(document: Document) -> Document:
    """The document as far as figures are looked for in it."""
    most = limits().checked_characters
    return document if len(document.text) <= most else document.model_copy(update={"text": document.text[:most]})


def cut_off(document: Document) -> tuple[str, ...]:
    """A notice where figures are not looked for in the whole text."""
    most = limits().checked_characters
    return (f"longer than {most:,} characters: the rest was passed over",) if len(document.text) > most else ()


@dataclass(slots=True)
class Tally:
    """What has been read of one text; once a bound is passed, no further sentence is."""

    most: Limits = field(default_factory=limits)
    figures: int = 0
    claims: int = 0

    def admits(self, sentence: Sentence, claims: int) -> bool:
        """Whether the sentence is read as well, with so many claims made before it."""
        self.claims = claims
        if not self.notices:
            self.figures += sum(token.text[0].isdigit() for token in sentence.tokens)
        return not self.notices

    @property
    def notices(self) -> tuple[str, ...]:
        """Which bound has been passed."""
        if self.claims >= self.most.claims:
            return (f"more than {self.most.claims:,} claims: the rest was passed over",)
        if self.figures > self.most.figures:
            return (f"more than {self.most.figures:,} figures: the rest was passed over",)
        return ()
