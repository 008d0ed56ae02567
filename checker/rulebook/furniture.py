"""What stands on a page around the prose: rules/lexicon/en/furniture.toml."""

from functools import cache

from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon

Words = frozenset[str]


class Front(Frozen):
    """Keys of the front matter, the most trusted first."""

    dates: tuple[str, ...]
    saved: tuple[str, ...]
    sources: tuple[str, ...]
    titles: tuple[str, ...]
    urls: tuple[str, ...]
    texts: tuple[str, ...]
    languages: tuple[str, ...]


class PublishedLines(Frozen):
    """Phrases before a date that make it the report's own."""

    phrases: tuple[str, ...]
    counted: tuple[str, ...]
    covered: tuple[str, ...]
    fillers: Words
    closings: tuple[str, ...]


class SourceLines(Frozen):
    """Words by which a line names the text's source, or only its form."""

    institutions: Words
    states: Words
    forms: tuple[str, ...]
    headings: tuple[str, ...]
    byline: tuple[str, ...]


class FurnitureLines(Frozen):
    """Lines that are no prose; `longest` is the length in characters up to which a line can be furniture."""

    prefixes: tuple[str, ...]
    phrases: tuple[str, ...]
    whole: Words
    longest: int


class Captions(Frozen):
    """Lines that are captions, and the credits in brackets that end one."""

    prefixes: tuple[str, ...]
    credits: tuple[str, ...]


class Language(Frozen):
    """A language: its name, and by what it is told: frequent words, or a script and letters of its own."""

    name: str
    words: Words = frozenset()
    script: str = ""
    letters: str = ""


class FurnitureLexicon(Frozen):
    """The file as a whole."""

    front: Front
    published: PublishedLines
    source: SourceLines
    furniture: FurnitureLines
    captions: Captions
    languages: dict[str, Language]


@cache
def furniture() -> FurnitureLexicon:
    """The words of the page, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return read_lexicon("furniture.toml", FurnitureLexicon)
