"""Quantities: numerals with their hedge, unit and noun phrase."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from checker.extract.chunks import NounPhrase, noun_phrase
from checker.extract.intervals import Reading, read_figure, read_vague
from checker.extract.numerals import Numeral, find_numerals
from checker.extract.syntax import Sentence, Token
from checker.model import Unit
from checker.rulebook.grammar import grammar
from checker.rulebook.numerals import Hedge, hedges, numerals
from checker.rulebook.units import units

DATE_PARTS = frozenset(
    ("in", "since", "of", "by", "until", "from", "before", "after", "during", "year", "mid", "early", "late")
)


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
        counted = (
            self.unit is None or self.unit.dimension.startswith("[") and self.unit.dimension[1:-1] == self.unit.name
        )
        decimals = numeral.decimals
        return read_figure(numeral.low, numeral.high, "" if kind == "exact" else kind, decimals, counted=counted)


def find_quantities(sentence: Sentence, taken: frozenset[int], country: str = "") -> tuple[Quantity, ...]:
    """The quantities of a sentence in order.

    Args:
        sentence: its tokens.
        taken: token indices of times and other names whose figures count nothing.
        country: ISO code of the report's country, which decides what a bare franc or pound is.
    """
    tokens = sentence.tokens
    found: list[Quantity] = []
    numeral_list = _with_articles(tokens, find_numerals(tokens, taken), taken)
    stops = taken | {numeral.first for numeral in numeral_list}
    for numeral in numeral_list:
        if _names_something(tokens, numeral):
            continue
        quantity = Quantity(numeral, numeral.first, numeral.last, because=[numeral.form])
        _hedge(tokens, quantity)
        _unit(tokens, quantity, stops, country)
        _rate(tokens, quantity)
        found.append(quantity)
    return tuple(found)


def _with_articles(tokens: Sequence[Token], found: Sequence[Numeral], taken: frozenset[int]) -> list[Numeral]:
    """The numerals, and each article that counts: within a week, for more than a year, a woman was killed."""
    inside = taken | {index for numeral in found for index in range(numeral.first, numeral.last)}
    added = []
    for index, token in enumerate(tokens[:-1]):
        following, before = tokens[index + 1].lower, tokens[index - 1].lower if index else ""
        if (
            token.lower not in {"a", "an"}
            or index in inside
            or index + 1 in inside
            or before in {"including", "of", "them"}
        ):
            continue
        span = units().measured.get(following)
        if span is not None and span.dimension == "[time]":
            counts = before in {"within", "for", "than", "nearly", "almost", "about", "under", "over"}
        else:
            counts = units().counted.get(following) == "person" and following in grammar().words.victims
        if counts:
            added.append(Numeral(index, index + 1, 1, 1, spelled=True))
    return sorted((*found, *added), key=lambda numeral: numeral.first)


_INCREMENTS = frozenset(("more", "other", "further", "additional", "fewer", "less"))


def _names_something(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the figure is part of a name, a date or a list and counts nothing."""
    designators = units().designators
    if numeral.form == "none" and tuple(
        token.lower for token in tokens[numeral.first : numeral.first + 3]
    ) in _hedge_words("before"):
        return True  # no fewer than
    if _age(tokens, numeral):
        return True
    before = tokens[numeral.first - 1] if numeral.first else None
    after = tokens[numeral.last] if numeral.last < len(tokens) else None
    digits = tokens[numeral.first].text[0].isdigit()
    if before is not None and digits and numeral.last - numeral.first == 1:
        if before.lower in designators.before and not (after and units().is_plural(after.lower)):
            return True
        if before.text in {"#", "№", "@", "/"} and before.end == tokens[numeral.first].start:
            return True
        if before.text.isupper() and before.end == tokens[numeral.first].start and before.text not in units().signs:
            return True
        if 1900 <= numeral.low <= 2099 and "," not in tokens[numeral.first].text and before.lower in DATE_PARTS:
            return after is None or not units().is_plural(after.lower)
    if after is not None and after.lower in designators.after and digits:
        return True
    if (
        digits
        and after is not None
        and after.text == ":"
        and after.end < len(tokens)
        and numeral.first == 0
        and numeral.low < 25
    ):
        return numeral.last + 1 < len(tokens) and tokens[numeral.last + 1].text.isdigit()
    if numeral.suffix and numeral.suffix not in units().measured and numeral.suffix not in numerals().letters:
        return True
    if numeral.suffix == "mm" and after is not None and after.text.isalpha() and after.lower not in {"of", "in", "and"}:
        return True
    return before is not None and before.lower in {"the", "this", "that"} and tokens[numeral.first].lower == "one"


def _age(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Joy Almonte, 19, a girl of nine: an age."""
    first, last = numeral.first, numeral.last
    if not (first > 1 and 0 < numeral.low < 120 and numeral.form == "cardinal" and not numeral.decimals):
        return False
    before, name = tokens[first - 1].lower, tokens[first - 2]
    closed = last >= len(tokens) or tokens[last].text in {",", ".", ")", ";"}
    if before == "," and closed and name.text[0].isupper() and (first < 3 or tokens[first - 3].text[0].isupper()):
        return tokens[first].text[0].isdigit()
    return (
        before == "of"
        and name.lower in grammar().words.aged
        and (closed or tokens[last].lower in {"alive", "from", "who", "was", "and"})
    )


@cache
def _hedge_words(side: str) -> dict[tuple[str, ...], Hedge]:
    return hedges().by_words(side)


def _hedge(tokens: Sequence[Token], quantity: Quantity) -> None:
    """The longest hedge right before the figure, else one right behind it."""
    numeral = quantity.numeral
    at = numeral.first
    if at and (tokens[at - 1].text in units().signs or tokens[at - 1].lower in {"between", "minus"}):
        at -= 1
    before = _hedge_words("before")
    for length in range(min(hedges().longest, at), 0, -1):
        words = tuple(token.lower for token in tokens[at - length : at])
        hedge = before.get(words)
        if hedge and not _directs(tokens, at - length, words, quantity):
            quantity.hedge, quantity.first = hedge, at - length
            break
    else:
        quantity.first = at
    after = _hedge_words("after")
    for length in (2, 3, 1):
        words = tuple(token.lower for token in tokens[numeral.last : numeral.last + length])
        if words in after and (quantity.hedge is None or quantity.hedge.kind in {"exact", "about"}):
            quantity.hedge, quantity.last = after[words], numeral.last + length
            break
    if quantity.hedge:
        quantity.because.append(f"hedge {quantity.hedge.id}")


def _directs(tokens: Sequence[Token], first: int, words: tuple[str, ...], quantity: Quantity) -> bool:
    """Whether the words are no hedge but a direction or a length of time: go up to 1,800, over an 18-month period."""
    before = tokens[first - 1].lower if first else ""
    if words == ("up", "to"):
        return before in grammar().words.moving or before in grammar().words.rising
    return words == ("over",) and (
        before in {"all", "spread", "handed", "took", "taken"} or bool(quantity.numeral.tail)
    )


def _unit(tokens: Sequence[Token], quantity: Quantity, stops: frozenset[int], country: str) -> None:
    """Money by its sign, a measured unit, or the noun that is counted."""
    numeral, table = quantity.numeral, units()
    sign = tokens[numeral.first - 1].text if numeral.first else ""
    if sign in table.signs and tokens[numeral.first - 1].end == tokens[numeral.first].start or sign in {"$", "€", "£"}:
        quantity.unit = table.signs[sign]
        if numeral.suffix in numerals().letters:
            scale = numerals().letters[numeral.suffix]
            quantity.numeral = numeral._replace(
                low=numeral.low * scale, high=numeral.high * scale, suffix="", decimals=0
            )
        if quantity.last < len(tokens) and tokens[quantity.last].lower in table.money:
            quantity.last += 1
        quantity.because.append("currency sign")
        return
    if numeral.form == "share":
        quantity.unit = table.measured["percent"]
    if numeral.form == "multiple":
        quantity.unit = table.measured["times"]
        return
    if _magnitude(tokens, quantity):
        return
    tied = numeral.tail or numeral.suffix
    if tied and _tied(quantity, tied):
        return
    at = quantity.last + (quantity.last < len(tokens) and tokens[quantity.last].lower in _INCREMENTS)
    if at < len(tokens) and numeral.form != "share" and _measured(tokens, quantity, at, country):
        if at > numeral.last:
            quantity.because.append(f"increment {tokens[at - 1].lower}")
        return
    _noun(tokens, quantity, stops)


def _magnitude(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """A scale named before its figure, or a temperature below zero: magnitude of 6.0, minus 6."""
    words = [token.lower for token in tokens[max(0, quantity.first - 2) : quantity.first]]
    if words[-1:] == ["magnitude"] or words in (["magnitude", "of"], ["magnitude", "at"]):
        quantity.unit = units().measured["magnitude"]
        quantity.because.append("magnitude before")
        return True
    if tokens[quantity.first].lower == "minus" and quantity.first < quantity.numeral.first:
        low, high = -quantity.numeral.high, -quantity.numeral.low
        quantity.numeral = quantity.numeral._replace(low=low, high=high)
        quantity.unit = units().measured["degree celsius"]
        quantity.because.append("below zero")
        if quantity.last < len(tokens) and tokens[quantity.last].lower in {"degrees", "celsius", "c"}:
            quantity.last += 1
        return True
    return False


def _tied(quantity: Quantity, tied: str) -> bool:
    """A unit that a hyphen ties to the figure (36-hour) or that is written onto it (40km, 300m people)."""
    table = units()
    head = tied.split("-")[0]
    unit = table.measured.get(tied) or table.measured.get(head)
    if unit is None:
        return False
    quantity.unit = unit
    quantity.because.append("tied unit")
    return True


def _measured(tokens: Sequence[Token], quantity: Quantity, at: int, country: str) -> bool:
    """A unit of measurement or money behind the figure: 12 nautical miles, 5 million CFA francs, 1.4%."""
    table = units()
    if tokens[at].text == "-" and at + 1 < len(tokens):
        at += 1
    for length in (3, 2, 1):
        words = " ".join(token.lower for token in tokens[at : at + length])
        if at + length > len(tokens):
            continue
        unit = table.measured.get(words)
        if unit is None and words in table.money:
            unit = table.bare.get((words, country)) or table.money[words]
        if unit is None or (words == "m" and tokens[at].start == tokens[at - 1].end):
            continue
        if (
            words in {"pound", "pounds"}
            and table.bare.get((words, country)) is None
            and at + length < len(tokens)
            and tokens[at + length].lower == "of"
        ):
            unit = table.measured["pound weight"]
        if words in {"second", "in", "times"} and quantity.numeral.form == "none":
            continue
        quantity.unit, quantity.last = unit, at + length
        quantity.because.append(f"unit {unit.name}")
        _complement(tokens, quantity, frozenset())
        return True
    return False


def _noun(tokens: Sequence[Token], quantity: Quantity, stops: frozenset[int]) -> None:
    """The counted noun, through "of" where the figure is a part or a plural of its own."""
    at = quantity.last
    lower = tokens[at].lower if at < len(tokens) else ""
    vague = quantity.numeral.form in {"vague", "share", "none"} or quantity.numeral.tail
    if lower in _INCREMENTS:
        quantity.because.append(f"increment {lower}")
        at += 1
        lower = tokens[at].lower if at < len(tokens) else ""
    if lower == "of" and at + 1 < len(tokens):
        at += 1
        definite = tokens[at].lower in grammar().words.determiners or tokens[at].lower in {
            "them",
            "whom",
            "those",
            "us",
            "which",
        }
        quantity.partitive = definite and quantity.numeral.form != "share" or not vague and definite
        while at < len(tokens) and tokens[at].lower in grammar().words.determiners:
            at += 1
        if not definite and not vague:
            return
    phrase = noun_phrase(tokens, at, stops) if at < len(tokens) else None
    if phrase is None or _stray(tokens, phrase, quantity):
        return
    quantity.noun, quantity.last = phrase, phrase.last
    if quantity.unit is None:
        quantity.unit = _thing(tokens, phrase)
    quantity.because.append(f"noun {phrase.head}")
    _complement(tokens, quantity, stops)


def _stray(tokens: Sequence[Token], phrase: NounPhrase, quantity: Quantity) -> bool:
    """Whether the words are no noun counted: behind a figure above one stands a plural or a collective."""
    if quantity.numeral.low == 1 or quantity.numeral.form in {"none", "share"}:
        return False
    word = tokens[phrase.last - 1].lower
    table = units()
    return not (table.is_plural(word) or phrase.head in table.counted or word in grammar().words.collectives)


def _thing(tokens: Sequence[Token], phrase: NounPhrase) -> Unit:
    """The counted unit of a phrase: its longest ending that the lexicon knows, else its head."""
    table = units()
    words = [token.lower for token in tokens[phrase.first : phrase.last]]
    for start in range(max(0, len(words) - 3), len(words)):
        ending = " ".join((*words[start:-1], phrase.head))
        if ending in table.counted:
            return table.thing(ending)
    return table.thing(phrase.head)


def _complement(tokens: Sequence[Token], quantity: Quantity, stops: frozenset[int]) -> None:
    """What a measure or container is of: 40 tonnes of [food], members of [the group]."""
    at = quantity.last
    if at + 1 < len(tokens) and tokens[at].lower == "of":
        at += 1
        while at < len(tokens) and tokens[at].lower in grammar().words.determiners:
            at += 1
        if at < len(tokens):
            quantity.complement = noun_phrase(tokens, at, stops)


def _rate(tokens: Sequence[Token], quantity: Quantity) -> None:
    """Per day, a month, per person per day: the unit then is a rate."""
    at, parts = quantity.last, []
    while at + 1 < len(tokens) and len(parts) < 2:
        lower, following = tokens[at].lower, tokens[at + 1].lower
        timed = following in {"second", "minute", "hour", "day", "night", "week", "month", "year"}
        if lower in {"per", "every", "each"} and tokens[at + 1].text[0].isalpha() and (timed or lower == "per"):
            pass
        elif lower in {"a", "an"} and (timed or (following == "person" and quantity.unit is not None)):
            if quantity.noun and at > quantity.noun.last:
                break
        else:
            break
        if following == "cent":
            break
        parts.append(units().singular(following))
        at += 2
    if parts and quantity.unit is not None:
        quantity.rate, quantity.last = " per ".join(parts), at
        name = f"{quantity.unit.name} per {quantity.rate}"
        quantity.unit = Unit(
            name=name, dimension=f"{quantity.unit.dimension} / {quantity.rate}", factor=quantity.unit.factor
        )
        quantity.because.append(f"rate per {quantity.rate}")
