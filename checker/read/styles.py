"""What the style of a paragraph says of its part in the report: by its own name, or that of a style it derives from."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.read.blocks import Role
from checker.rulebook.styles import style_words

LONGEST_CHAIN = 20  # styles that derive from each other
LEVELS = 6  # of headings

_NUMBER = re.compile(r"\d+")
_BLANKS = re.compile(r"[\s_-]+")


class Style(NamedTuple):
    """A style: its name as readers of menus know it, what it derives from, and what it sets itself.

    `outline` is a level from 1 on, 0 where it sets none; None where a style leaves something to the one it derives
    from.
    """

    name: str
    base: str = ""
    outline: int = 0
    hidden: bool | None = None
    strong: bool | None = None
    raised: bool | None = None


class Look(NamedTuple):
    """What a style comes to, with all it derives from."""

    role: Role = Role.BODY
    level: int = 1
    hidden: bool = False
    strong: bool = False
    raised: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, styles: Mapping[str, Style] | None = None) -> None:
        self._styles = dict(styles or {})
        self._looks: dict[str, Look] = {}

    def add(self, key: str, style: Style) -> None:
        """One style more."""
        self._styles[key] = style

    def look(self, key: str) -> Look:
        """What a style comes to; one that nobody declared is judged by its id."""
        if key not in self._looks:
            self._looks[key] = self._settled(key)
        return self._looks[key]

    def _settled(self, key: str) -> Look:
        chain = list(self._chain(key))
        role, level = Role.BODY, 1
        for style in chain:
            role, level = role_of(style.name)
            if role is Role.BODY and style.outline:
                role, level = Role.HEADING, style.outline
            if role is not Role.BODY:
                break
        set_ = {
            name: next((told for style in chain if (told := getattr(style, name)) is not None), False)
            for name in ("hidden", "strong", "raised")
        }
        return Look(role, min(level, LEVELS), **set_)

    def _chain(self, key: str) -> Iterator[Style]:
        for _ in range(LONGEST_CHAIN):
            style = self._styles.get(key)
            if style is None:
                if key:
                    yield Style(key)
                return
            yield style
            key = style.base


def role_of(name: str) -> tuple[Role, int]:
    """The part in a report that a style of this name gives, and the level of a heading."""
    told = _BLANKS.sub(" ", name.replace("_20_", " ")).strip().casefold()
    words = style_words().styles
    number = _NUMBER.search(told)
    whole = {Role.TITLE: words.titles, Role.STANDFIRST: words.standfirsts}
    whole |= {Role.CAPTION: words.captions, Role.QUOTE: words.quotes}
    for role, names in whole.items():
        if told in names:
            return role, 1
    for role, beginnings in {
        Role.FURNITURE: words.furniture,
        Role.HEADING: words.headings,
        Role.ITEM: words.lists,
    }.items():
        if any(told.startswith(start) and not told[len(start) : len(start) + 1].isalpha() for start in beginnings):
            return role, int(number.group()) if number else 1
    return Role.BODY, 1
