"""The shape of the data on places: rules/lexicon/en/countries.toml, en/places.toml and gazetteer.tsv."""

from functools import cache

from checker.errors import RulebookError
from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon
from checker.rulebook.gazetteer_fold import fold_place
from checker.rulebook.load import rules_folder

MOST_ROWS = 24  # places of one name that are looked at


class Country(Frozen):
    """`names`, the usual one first, and `demonyms`: adjectives and words for the people, in the singular."""

    names: tuple[str, ...]
    demonyms: tuple[str, ...]


class Countries(Frozen):
    """The file countries.toml: countries by ISO 3166 code, and regions with the countries that lie in them."""

    countries: dict[str, Country]
    regions: dict[str, tuple[str, ...]]


class PlaceWords(Frozen):
    """The words of places.toml, each list as described there; all in lower case."""

    metonyms: frozenset[str]
    acting: frozenset[str]
    locative: frozenset[str]
    goal: frozenset[str]
    origin: frozenset[str]
    strong: frozenset[str]
    directions: frozenset[str]
    second_directions: frozenset[str]
    held: tuple[str, ...]
    kinds: frozenset[str]
    sites: frozenset[str]
    organisations: frozenset[str]
    titles: frozenset[str]
    names: frozenset[str]
    never: frozenset[str]
    common: frozenset[str]
    far: frozenset[str]
    generic: frozenset[str]
    lands: frozenset[str]
    namers: frozenset[str]
    bylines: frozenset[str]
    dwellers: frozenset[str]
    striking: frozenset[str]
    settings: frozenset[str]
    partial: frozenset[str]
    parts: frozenset[str]
    having: frozenset[str]
    totals: frozenset[str]
    modifiers: frozenset[str]
    aside: frozenset[str]
    settlements: frozenset[str]
    lying: frozenset[str]
    dwelling: frozenset[str]
    capitals: frozenset[str]
    most: frozenset[str]
    ways: frozenset[str]
    moving: frozenset[str]
    fleeing: frozenset[str]
    edges: frozenset[str]
    superlative_times: frozenset[str]
    centres: frozenset[str]
    treating: frozenset[str]
    events: frozenset[str]
    regions: frozenset[str]
    minor: frozenset[str]


class Beyond(Frozen):
    """Seas, rivers and lands of no one country, each with its variants."""

    names: tuple[tuple[str, ...], ...]


class Places(Frozen):
    """The file places.toml: by container the places within it, each with its variants."""

    within: dict[str, tuple[tuple[str, ...], ...]]
    beyond: Beyond
    words: PlaceWords


@cache
def countries() -> Countries:
    """The countries, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("countries.toml", Countries)


@cache
def places() -> Places:
    """The places that the gazetteer lacks, and the words around places, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("places.toml", Places)


@cache
def place_words() -> PlaceWords:
    """The words around places, metonyms and capitals folded as places are."""
    words = places().words
    folded = {key: frozenset(map(fold_place, getattr(words, key))) for key in ("metonyms", "capitals")}
    return words.model_copy(update=folded)


@cache
def _table() -> bytes:
    """The lines of gazetteer.tsv: 4 MB, read in one go and never parsed as a whole."""
    path = rules_folder() / "lexicon" / "gazetteer.tsv"
    try:
        return path.read_bytes()
    except OSError as error:
        raise RulebookError(f"{path}: cannot be read: {error}") from error


def gazetteer_rows(folded: str) -> list[list[str]]:
    """The rows of a folded name: canonical name, kind, country, region and thousands of people.

    A binary search over the sorted lines: 20 microseconds a name, where a dictionary of all would take 200 ms to make.

    Raises:
        RulebookError: the file cannot be read or holds a row of another shape.
    """
    data, key = _table(), f"{folded}\t".encode()
    low, high = 0, len(data)
    while low < high:
        line = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.find(b"\n", line) + 1
        if data[line : line + len(key)] < key:
            low = end
        else:
            high = line
    rows: list[list[str]] = []
    while data.startswith(key, low) and len(rows) < MOST_ROWS:
        end = data.find(b"\n", low)
        cells = data[low:end].decode().split("\t")
        if len(cells) != 6:  # noqa: PLR2004 - the columns named in the file's header
            raise RulebookError(f"{rules_folder() / 'lexicon' / 'gazetteer.tsv'}: {folded}: not six columns")
        rows.append([cells[1] or cells[0], *cells[2:]])
        low = end + 1
    return rows
