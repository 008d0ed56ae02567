"""How word processors name the parts of a report: rules/lexicon/en/styles.toml."""

from functools import cache

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon

Words = frozenset[str]


class Styles(Frozen):
    """Names of styles; lists, headings and furniture by how a name begins."""

    titles: Words
    standfirsts: Words
    captions: Words
    quotes: Words
    lists: tuple[str, ...]
    headings: tuple[str, ...]
    furniture: tuple[str, ...]


class Properties(Frozen):
    """What programs write into the properties of a file by themselves."""

    placeholders: Words
    added: tuple[str, ...]
    endings: tuple[str, ...]
    printers: tuple[str, ...]


class Raised(Frozen):
    """What a raised figure belongs to."""

    units: Words


class HyphenWords(Frozen):
    """Words with a hyphen of their own."""

    kept: Words


class StyleLexicon(Frozen):
    """The file as a whole."""

    styles: Styles
    properties: Properties
    raised: Raised
    hyphens: HyphenWords


@cache
def style_words() -> StyleLexicon:
    """The names, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("styles.toml", StyleLexicon)
