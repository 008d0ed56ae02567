"""What is in force at a place of an RTF file, and where what is said there goes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from checker.read.blocks import raised

# Encodings by the number of a font's character set.
CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
USUAL = "cp1252"


class Place(Enum):
    """What a group holds."""

    BODY = auto()
    NOTE = auto()
    BOX = auto()
    HEADER = auto()
    FOOTER = auto()
    TITLE = auto()
    AUTHOR = auto()
    SAVED = auto()
    FONTS = auto()
    STYLES = auto()
    NOTHING = auto()


PLACES: Mapping[str, Place] = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), Place.HEADER),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), Place.FOOTER),
    **dict.fromkeys(("creatim", "revtim"), Place.SAVED),
    "footnote": Place.NOTE,
    "shptxt": Place.BOX,
    "title": Place.TITLE,
    "author": Place.AUTHOR,
    "fonttbl": Place.FONTS,
    "stylesheet": Place.STYLES,
}
# Groups that hold no text of the report, beside all that begin with \\* and are not known.
NOTHING = frozenset({
    "pict", "object", "fldinst", "colortbl", "listtext", "pntext", "nonesttables", "nonshppict", "shprslt", "info",
    "annotation", "atnid", "atnauthor", "xe", "tc", "tcn", "rxe", "txe", "pgdsctbl", "filetbl", "revtbl", "listtable",
    "listoverridetable", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "ftncn", "aftncn", "panose", "falt", "subject",
    "keywords", "comment", "operator", "doccomm", "company", "manager", "category", "hlinkbase", "buptim", "printim",
    "sn", "sv", "template", "private", "objdata", "result", "do", "bkmkstart", "bkmkend", "datafield",
})  # fmt: skip
KEPT = frozenset({"shpinst", "shptxt", "ud", "nesttableprops"})  # groups that are read although they begin with \\*


@dataclass(slots=True)
class Line:
    """A paragraph, or a cell, as it comes: its pieces, and what is known of it."""

    pieces: list[str] = field(default_factory=list)
    strong: set[bool] = field(default_factory=set)
    item: bool = False

    def add(self, text: str, *, strong: bool, up: bool) -> None:
        """More text."""
        told = raised("".join(self.pieces[-3:]), text) if up else text
        if told.strip():
            self.strong.add(strong)
        self.pieces.append(told)

    @property
    def text(self) -> str:
        """What it says; halves of characters beyond the first plane are put together."""
        return "".join(self.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@dataclass(slots=True)
class State:
    """What is in force in a group; inner groups begin with a copy."""

    place: Place = Place.BODY
    encoding: str = USUAL
    skip: int = 1  # characters that stand for one in Unicode, for programs that know none
    hidden: bool = False
    deleted: bool = False
    strong: bool = False
    up: bool = False
    style: int | None = None
    outline: int = 0
    listed: bool = False
    in_table: bool = False
    starred: bool = False

    @property
    def silent(self) -> bool:
        """Whether what is said here is no text of the report."""
        return self.hidden or self.deleted or self.place is Place.NOTHING


def decoded(data: bytes, encoding: str) -> str:
    """Bytes as text; an encoding that nobody knows is read as the usual one."""
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode(USUAL, "replace")


def charset(number: int | None) -> str:
    """The encoding of a character set, "" for the one of the document."""
    return CHARSETS.get(number or 0, "")


def strip_ends(texts: Iterator[str]) -> list[str]:
    """The texts that say something."""
    return [text.strip() for text in texts if text.strip()]
