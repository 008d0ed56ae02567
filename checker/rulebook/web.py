"""What the pages of news sites are made of: rules/lexicon/en/web.toml."""

from functools import cache

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon

Words = frozenset[str]
Ranked = tuple[str, ...]


class WebElements(Frozen):
    """Names of elements by what they do to the text around them."""

    inline: Words
    blocks: Words


class WebFurniture(Frozen):
    """What is no part of a report, by element, class, role and heading."""

    elements: Words
    classes: Words
    states: Words
    phrases: Ranked
    roles: Words
    headings: Ranked
    counted: Ranked


class WebParts(Frozen):
    """Words of classes that tell parts of a report apart."""

    standfirsts: Words
    captions: Words
    bylines: Words
    changes: Words
    ages: Words
    headlines: Words
    bodies: Ranked


class MetaNames(Frozen):
    """Names of meta tags, the most trusted first."""

    titles: Ranked
    sources: Ranked
    authors: Ranked
    dates: Ranked
    loose_dates: Ranked
    changes: Ranked
    descriptions: Ranked
    urls: Ranked
    languages: Ranked


class DataTypes(Frozen):
    """Types of JSON-LD."""

    reports: Words
    pages: Words


class WebLexicon(Frozen):
    """The file as a whole."""

    elements: WebElements
    furniture: WebFurniture
    parts: WebParts
    meta: MetaNames
    data: DataTypes


@cache
def web() -> WebLexicon:
    """The words of web pages, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("web.toml", WebLexicon)
