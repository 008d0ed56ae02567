"""Who vouches for a figure, and how firmly."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.syntax import Attribution, ModalStretch
from checker.model import Modality


@dataclass(frozen=True, slots=True)
class Voices:
    """The stretches of a document that speakers vouch for, and those that are not plainly asserted."""

    attributions: tuple[Attribution, ...]
    stretches: tuple[ModalStretch, ...]


def speaker_of(at: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who vouches for the figure at an offset: the narrowest stretch over it."""
    over = [a for a in attributions if a.start <= at < a.end]
    return min(over, key=lambda a: a.end - a.start) if over else None


def modality_of(at: int, stretches: Sequence[ModalStretch]) -> tuple[Modality, str]:
    """How firmly the figure at an offset is put, and why."""
    over = [s for s in stretches if s.start <= at < s.end]
    if not over:
        return Modality.ASSERTED, ""
    narrow = min(over, key=lambda s: s.end - s.start)
    return narrow.modality, narrow.because
