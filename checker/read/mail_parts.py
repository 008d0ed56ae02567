"""Mails taken apart: parts within parts, their bytes unpacked, none read beyond the limits."""

import binascii
import re
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

from checker.model import Limits
from checker.read.mail_headers import base64, head_of, parameter, raw

MAIL = "message/rfc822"


class Unpacked(NamedTuple):
    """The bytes of a part, and what is wrong with them."""

    data: bytes
    problem: str = ""


class Part(NamedTuple):
    """A part of a mail, or the mail: its head, its bytes as sent, and the parts within it."""

    fields: "Message[str, str]"
    media: str
    packed: bytes
    parts: tuple["Part", ...] = ()

    @property
    def attached(self) -> bool:
        """Whether it is a file, and no part of what the mail says."""
        disposition = self.fields.get_content_disposition()
        return disposition == "attachment" or bool(self.name) or self.media == MAIL

    @property
    def name(self) -> str:
        """The name that the sender gave to it, "" without one."""
        return parameter(self.fields, "filename", "Content-Disposition") or parameter(self.fields, "name")

    @property
    def charset(self) -> str:
        """The encoding that is declared of its text."""
        return parameter(self.fields, "charset").strip().lower()

    def content(self) -> Unpacked:
        """Its bytes, unpacked as its head says."""
        match raw(self.fields, "Content-Transfer-Encoding").strip().lower():
            case "base64":
                data, whole = base64(self.packed)
                return Unpacked(data, "" if whole else "its Base64 is broken")
            case "quoted-printable":
                return Unpacked(binascii.a2b_qp(self.packed))
            case "" | "7bit" | "8bit" | "binary":
                return Unpacked(self.packed)
            case other:
                return Unpacked(self.packed, f"is packed in a way that is not known: {other[:40]}")

    def leaves(self) -> Iterator["Part"]:
        """What it consists of in the end, in order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


class Mail:
    """Takes one mail apart; `reasons` say what was left out or broken."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._count = 0
        self.reasons: list[str] = []

    def part(self, data: bytes, depth: int = 0, default: str = "") -> Part:
        """The mail or part that the bytes are; `default` is what it is where its head does not say."""
        head = head_of(data, self._limits.header_bytes)
        if head.cut:
            self._note(
                f"a header is longer than {self._limits.header_bytes:,} bytes, or there are too many of them; cut"
            )
        media = default if default and "Content-Type" not in head.fields else head.fields.get_content_type()
        body = data[head.end :]
        boundary = parameter(head.fields, "boundary") if media.startswith("multipart/") else ""
        if not boundary:
            return Part(head.fields, "text/plain" if media.startswith("multipart/") else media, body)
        if depth >= self._limits.nesting:
            self._note(f"has parts nested more than {self._limits.nesting} deep, which were not read")
            return Part(head.fields, media, b"")
        inner = MAIL if media == "multipart/digest" else ""
        parts = tuple(self.part(chunk, depth + 1, inner) for chunk in self._chunks(body, boundary))
        return Part(head.fields, media, b"", parts) if parts else Part(head.fields, "text/plain", body)

    def _chunks(self, body: bytes, boundary: str) -> Iterator[bytes]:
        """What stands between the lines of a boundary."""
        name = re.escape(boundary.encode("utf-8", errors="surrogateescape"))
        start = -1
        for line in re.compile(rb"(?:\A|\r?\n)--" + name + rb"(--)?[ \t]*(?=\r?\n|\Z)").finditer(body):
            if start >= 0:
                if self._full():
                    return
                yield body[start : line.start()]
            start = (
                -1 if line[1] else min(line.end() + (2 if body[line.end() : line.end() + 1] == b"\r" else 1), len(body))
            )
            if line[1]:
                return
        if start >= 0 and not self._full():
            yield body[start:]  # the mail is cut off

    def _full(self) -> bool:
        self._count += 1
        if self._count > self._limits.entries:
            self._note(f"has more than {self._limits.entries:,} parts; the rest was not read")
        return self._count > self._limits.entries

    def _note(self, reason: str) -> None:
        if reason not in self.reasons:
            self.reasons.append(reason)
