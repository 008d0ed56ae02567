"""Figures in words: twelve hundred, two hundred and fifty, a dozen, twenty-one, five point two."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.numeral import LARGEST, Numeral, word
from checker.extract.syntax import Token
from checker.rulebook.numerals import numerals

HUNDRED, TWENTY, TEN = 100, 20, 10  # how English builds its figures
ARTICLES = ("a", "an")


@dataclass(slots=True)
class _Sum:
    """A figure as its words come in: `total` is closed by scales of a thousand or more, `current` is still open."""

    total: float = 0.0
    current: float = 0.0
    seen: bool = False

    def add(self, value: float) -> bool:
        """Add the value of a word, unless another figure begins with it."""
        open_tens = self.current % TEN == 0 and value < TEN
        if self.seen and self.current % HUNDRED and not open_tens:
            return False
        self.current, self.seen = self.current + value, True
        return True

    def multiply(self, scale: float) -> None:
        """Multiply by hundred, thousand, lakh, million: a scale directly behind another multiplies the total."""
        if self.total and not self.current:
            self.total *= scale
        elif scale > HUNDRED:
            self.total, self.current = self.total + (self.current or 1.0) * scale, 0.0
        else:
            self.current = (self.current or 1.0) * scale

    def take(self, lower: str, following: str) -> str | None:
        """Take in a word: what a hyphen ties to it, None where the word is no part of the figure."""
        table = numerals()
        value, tail = cardinal(lower)
        if value is not None:
            return tail if self.add(value) else None
        head, _, tail = lower.partition("-")
        if head in table.scales and self.seen:
            self.multiply(table.scales[head])
            return tail
        group = _group(lower, follows=self.seen)
        if head in table.scales and following in table.scales:
            self.current, self.seen = table.scales[head], True  # hundred thousand
        elif group is not None:
            self.current, self.seen = (self.current or 1.0) * group, True
        else:
            return None
        return ""

    @property
    def joins(self) -> bool:
        """Whether "and" may go on with it: two hundred and fifty, a thousand and one."""
        return self.current >= HUNDRED or (self.total > 0 and not self.current)

    @property
    def value(self) -> float:
        return self.total + self.current


def spelled(tokens: Sequence[Token], index: int) -> Numeral | None:
    """The figure in words that begins at the token, with what a hyphen ties to it."""
    table = numerals()
    sum_, at, tail = _Sum(), index, ""
    if tokens[at].lower in ARTICLES:
        if word(tokens, at + 1) not in table.scales and word(tokens, at + 1) not in table.groups:
            return None
        sum_.current, sum_.seen, at = 1.0, True, at + 1
    while at < len(tokens) and not tail and sum_.value <= LARGEST:
        at += tokens[at].lower == "and" and sum_.joins and _goes_on(tokens, at + 1)
        step = sum_.take(tokens[at].lower, word(tokens, at + 1))
        if step is None:
            break
        tail, at = step, at + 1
    if not sum_.seen or sum_.value > LARGEST:
        return None
    found = Numeral(index, at, sum_.value, sum_.value, spelled=True, tail=tail)
    return _point(tokens, found) or found


def _group(lower: str, *, follows: bool) -> float | None:
    """What a word for a group counts: (a) dozen, two score; its plural only behind a figure, three dozens."""
    table = numerals()
    if lower in table.groups:
        return table.groups[lower] if follows or lower in table.leading else None
    return table.groups.get(lower.removesuffix("s")) if follows and lower in table.countable else None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure goes on behind its "and": with a word for a number that counts no fractions."""
    return bool(cardinal(word(tokens, at))[0]) and word(tokens, at + 1) not in numerals().fractions


def _point(tokens: Sequence[Token], whole: Numeral) -> Numeral | None:
    """Decimals in words: five point two, zero point seven five."""
    if word(tokens, whole.last) != "point":
        return None
    at, value, decimals = whole.last + 1, whole.low, 0
    while (digit := numerals().cardinals.get(word(tokens, at))) is not None and digit < TEN:
        decimals += 1
        value += digit * 10.0**-decimals
        at += 1
    if not decimals:
        return None
    value = round(value, decimals)
    return whole._replace(last=at, low=value, high=value, decimals=decimals)


def cardinal(text: str) -> tuple[float | None, str]:
    """The value of one word and what a hyphen ties to it: twenty-one, six-hour; None for no number."""
    table = numerals().cardinals
    if text in table:
        return table[text], ""
    head, _, rest = text.partition("-")
    if head not in table or not rest:
        return None, ""
    second, _, tail = rest.partition("-")
    if table.get(second, TEN) < TEN and table[head] >= TWENTY:
        return table[head] + table[second], tail
    if second in numerals().scales:
        return table[head] * numerals().scales[second], tail
    listed = numerals().tails
    if rest.startswith(listed.age) or second in listed.not_units:
        return None, ""
    return table[head], rest
