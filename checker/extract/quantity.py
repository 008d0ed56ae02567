"""What a quantity is: a numeral with its hedge, unit and noun phrase."""

from dataclasses import dataclass, field

from checker.extract.chunks import NounPhrase
from checker.extract.intervals import Reading, read_figure, read_vague
from checker.extract.numeral import Numeral
from checker.model import Unit
from checker.rulebook.numerals import Hedge


@dataclass(slots=True)
class Quantity:
    """A figure in its sentence: token ranges, unit and what is counted; `because` names the productions."""

    numeral: Numeral
    first: int  # with the hedge before it
    last: int  # with the unit, noun phrase and rate
    hedge: Hedge | None = None
    unit: Unit | None = None
    noun: NounPhrase | None = None
    complement: NounPhrase | None = None  # 58,000 bottles of [water]
    partitive: bool = False  # 14 of the rescued
    rate: str = ""  # per day, per person per day
    because: list[str] = field(default_factory=list)

    def reading(self) -> Reading:
        """Its intervals."""
        numeral = self.numeral
        kind = self.hedge.kind if self.hedge else ""
        if numeral.vague:
            return read_vague(numeral.vague, kind)
        counted = self.unit is None or self.unit.dimension == f"[{self.unit.name}]"
        hedge = "" if kind == "exact" else kind
        return read_figure(numeral.low, numeral.high, hedge, numeral.decimals, counted=counted)
