"""Units of measurement, money and counted nouns."""

from functools import cache, lru_cache

from checker.model import Unit
from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon
from checker.rulebook.measures import plural
from checker.rulebook.units_table import measured

KNOWN = 1 << 16  # nouns whose singulars are kept in mind
SHORTEST_PLURAL = 4  # letters: gas, bus and yes are singular


class Currency(Frozen):
    """A currency: ISO 4217 `code`, `signs` before the figure, `words` behind it, `bare` words used in `countries`."""

    code: str
    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


class Money(Frozen):
    """The file of currencies; codes among the plain words are no signs."""

    plain_words: frozenset[str]
    currency: tuple[Currency, ...]


class Designators(Frozen):
    """Words that make a name of the figure `before` or `after` which they stand."""

    before: frozenset[str]
    after: frozenset[str]


class Counted(Frozen):
    """The file of counted things: irregular plurals, nouns by unit, designators."""

    irregular: dict[str, str]
    units: dict[str, tuple[str, ...]]
    designators: Designators


class Units:
    """Written forms to units.

    Attributes:
        measured: written form, singular or plural ("km", "square metres"), to unit.
        signs: currency signs to unit, as written.
        money: currency words to unit; `bare` the words whose currency the country decides.
        counted: singular nouns to the name of their counted unit.
    """

    def __init__(self, table: dict[str, Unit], money: Money, counted: Counted) -> None:
        self.singular = lru_cache(maxsize=KNOWN)(self._singular)
        self.measured = table
        self.designators = counted.designators
        self.irregular = counted.irregular
        self.counted = {noun: unit for unit, nouns in counted.units.items() for noun in nouns}
        self.kinds = frozenset(counted.units) | {unit.name for unit in table.values()}
        self.signs: dict[str, Unit] = {}
        self.money: dict[str, Unit] = {}
        self.bare: dict[tuple[str, str], Unit] = {}
        for currency in money.currency:
            unit = Unit(name=currency.code, dimension=f"[money {currency.code}]")
            code = () if currency.code in money.plain_words else (currency.code,)
            self.signs.update(dict.fromkeys((*currency.signs, *code), unit))
            for word in (*currency.words, *(name.casefold() for name in code)):
                self.money.setdefault(word, unit)
                self.money.setdefault(plural(word), unit)
            for word in currency.bare:
                for country in currency.countries:
                    self.bare[word, country] = self.bare[plural(word), country] = unit
                self.money.setdefault(word, unit)
                self.money.setdefault(plural(word), unit)

    def _singular(self, noun: str) -> str:
        """The folded singular of a noun."""
        if noun in self.irregular:
            return self.irregular[noun]
        if (
            noun in self.counted
            or len(noun) < SHORTEST_PLURAL
            or not noun.endswith("s")
            or noun.endswith(("ss", "us", "is"))
        ):
            return noun
        if noun.endswith("ies") and len(noun) > SHORTEST_PLURAL:
            return noun[:-3] + "y"
        if noun.endswith(("ches", "shes", "sses", "xes", "zes")):
            return noun[:-2]
        return noun[:-1]

    def is_plural(self, noun: str) -> bool:
        """Whether the noun is a plural by form or by the list."""
        return noun in self.irregular or self.singular(noun) != noun

    def thing(self, noun: str) -> Unit:
        """The counted unit of a singular noun: its class, else a unit of its own."""
        name = self.counted.get(noun) or self.counted.get(noun.rpartition("-")[2] if "-" in noun else "", noun)
        return Unit(name=name, dimension=f"[{name}]")


@cache
def units() -> Units:
    """The units, read once.

    Raises:
        RulebookError: a file is wrong.
    """
    return Units(measured(), read_lexicon("money.toml", Money), read_lexicon("counted.toml", Counted))
