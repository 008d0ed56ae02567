"""As of when a claim counts, and whether a text announces a correction."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from checker.model import Claim, Document, Kind, Profile
from checker.rulebook.thresholds import thresholds

AROUND = 160  # characters before and after a claim in which a word of correction counts


def as_of(claim: Claim, profiles: Mapping[str, Profile]) -> date | None:
    """The day up to which the figure counts: its own for a stock or a running toll, else its report's."""
    if claim.time is not None and claim.time_stated and claim.kind in (Kind.CUMULATIVE, Kind.STOCK):
        return claim.time.end
    return published(claim, profiles) or (claim.time.end if claim.time else None)


def published(claim: Claim, profiles: Mapping[str, Profile]) -> date | None:
    """The day of the claim's report."""
    period = profiles[claim.document].published if claim.document in profiles else None
    return period.end if period else None


def evolving(claim: Claim) -> bool:
    """Whether such a count grows while an event is being counted."""
    return claim.measure in thresholds().events.evolving


def says(words: Iterable[str], claim: Claim, documents: Mapping[str, Document]) -> bool:
    """Whether one of the folded words stands near the claim, or is one of its cues."""
    words = tuple(words)
    if not words:
        return False
    if any(word in claim.cues for word in words):
        return True
    document = documents.get(claim.document)
    text = document.text[max(0, claim.span.start - AROUND) : claim.span.end + AROUND] if document else claim.quote
    return bool(_pattern(words).search(text.casefold()))


def between(a: Claim, b: Claim, documents: Mapping[str, Document], most: int) -> str | None:
    """The text between two claims of one document, case folded; None where they lie farther apart than `most`."""
    first, second = sorted((a.number, b.number), key=lambda number: number.start)
    if a.document != b.document or a.document not in documents or second.start - first.end > most:
        return None
    return documents[a.document].text[first.end : second.start].casefold()


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b")
