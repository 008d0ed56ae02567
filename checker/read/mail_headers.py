"""Heads of mails and of their parts: what they say, its words decoded, however long, broken or foreign they are."""

import binascii
import re
from email.errors import HeaderParseError
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from checker.read.decode import clean, decode, decoded_as

MOST = 1_000  # headers of one head
LONGEST_LINE = 2_000  # characters of a subject or sender
_HEADER = re.compile(rb"^([!-9;-~]{1,200})[ \t]*:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)", re.MULTILINE)
_END = re.compile(rb"\r?\n(?=\r?\n)|\A(?=\r?\n)")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\n]*)\?=")
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw)(?:\[\d{1,3}\])?\s?:\s?)+", re.IGNORECASE)


class Head(NamedTuple):
    """A head; where what follows it begins; whether some of it was left out."""

    fields: "Message[str, str]"
    end: int
    cut: bool


def head_of(data: bytes, most: int) -> Head:
    """The head of a mail or part; of each header the first `most` bytes."""
    end = _END.search(data)
    first = end.start() if end else len(data)
    fields: Message[str, str] = Message()
    cut = False
    for number, match in enumerate(_HEADER.finditer(data, 0, first)):
        if number >= MOST:
            cut = True
            break
        cut = cut or len(match[2]) > most
        value = re.sub(rb"\r?\n[ \t]*", b" ", match[2][:most]).strip()
        fields[match[1].decode("ascii")] = value.decode("ascii", errors="surrogateescape")
    if not fields.keys():
        return Head(fields, 0, cut)  # prose from the start
    rest = re.compile(rb"(?:\r?\n){0,2}").match(data, first)
    return Head(fields, rest.end() if rest else first, cut)


def raw(fields: "Message[str, str]", name: str) -> str:
    """A header as text, its encoded words as they are: what is no ASCII in it is read as what it seems to be."""
    value = next((told for key, told in fields.raw_items() if key.lower() == name.lower()), "")
    try:
        value.encode("ascii")
    except UnicodeEncodeError:
        return decode(value.encode("ascii", errors="surrogateescape")).text
    return value


def title(fields: "Message[str, str]") -> str:
    """The subject, without what answering and forwarding put before it."""
    return _ANSWERED.sub("", words(raw(fields, "Subject"))[:LONGEST_LINE].lstrip(), count=1).strip()


def sender(fields: "Message[str, str]") -> str:
    """The name of who sent it, else the domain of the address."""
    told = raw(fields, "From")[:LONGEST_LINE]
    try:
        name, address = parseaddr(told)
    except RecursionError:  # comments within comments
        return ""
    _, at, domain = address.rpartition("@")
    return words(name).strip(" '\"") or (domain if at else "")


def date(fields: "Message[str, str]") -> str:
    """When it was sent, with its zone; as it is written where that is no date of a mail."""
    told = words(raw(fields, "Date"))[:200]
    try:
        return parsedate_to_datetime(told).isoformat(sep=" ")
    except (ValueError, TypeError, OverflowError, IndexError):
        return told


def words(value: str) -> str:
    """The text with its encoded words decoded: =?utf-8?q?caf=C3=A9?= is café.

    Words of one charset that follow each other are one text: some mailers part them within a character.
    """
    out: list[str] = []
    pending, charset, last = b"", "", 0
    for match in _WORD.finditer(value):
        between = value[last : match.start()]
        name = match[1].partition("*")[0].lower()
        if pending and (between.strip() or name != charset):
            out.append(decoded_as(pending, charset))
            pending = b""
        if not pending and (between.strip() or not last):
            out.append(between)
        pending, charset, last = pending + _bytes(match[2], match[3]), name, match.end()
    if pending:
        out.append(decoded_as(pending, charset))
    return clean("".join([*out, value[last:]]))


def _bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", errors="replace")
    return binascii.a2b_qp(data, header=True) if encoding in "qQ" else base64(data)[0]


def base64(data: bytes) -> tuple[bytes, bool]:
    """What is packed as Base64, as far as it goes, and whether it was whole."""
    told = re.sub(rb"[^A-Za-z0-9+/]+", b"", data)
    whole = len(told) % 4 != 1 and not re.search(rb"[^A-Za-z0-9+/=\s]", data)
    told = told[: len(told) - (len(told) % 4 == 1)]
    return binascii.a2b_base64(told + b"=" * (-len(told) % 4)), whole


def parameter(fields: "Message[str, str]", name: str, header: str = "Content-Type") -> str:
    """A parameter of a header, "" without it."""
    try:
        told = fields.get_param(name, "", header)
    except (ValueError, LookupError, HeaderParseError):
        return ""
    if isinstance(told, tuple):
        charset, _, text = told
        return decoded_as(text.encode("latin-1", errors="replace"), charset or "utf-8")
    return words(str(told))
