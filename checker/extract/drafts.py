"""Claims in the making."""

from dataclasses import dataclass, field

from checker.extract.intervals import Reading
from checker.extract.syntax import Sentence
from checker.model import DateDetail, Event, Kind, Link, Modality, Period, Place, Population, Speaker, Unit


@dataclass(slots=True)
class ClaimDraft:
    """A claim before it has an id; offsets are those of its number in the document."""

    sentence: Sentence
    start: int
    end: int
    reading: Reading
    unit: Unit
    measure: str
    kind: Kind
    told: str = ""
    population: Population | None = None
    described: str = ""
    place: Place | None = None
    place_stated: bool = False
    time: Period | None = None
    time_stated: bool = False
    event: Event | None = None
    speaker: Speaker | None = None
    modality: Modality = Modality.ASSERTED
    hedge: str = ""
    vague: bool = False
    decimals: int = 0
    links: list[Link] = field(default_factory=list)
    cues: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    date: DateDetail | None = None
    because: list[str] = field(default_factory=list)
