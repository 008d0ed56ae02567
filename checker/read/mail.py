"""Mails (EML): the body by its best form, and the files attached to it.

The subject is the title, the sender the source, and the day it was sent the date. A body that is a page is read as
pages are; a mail that is attached to another is a document of its own.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from checker.errors import DocumentError
from checker.model import Status
from checker.read.decode import decode
from checker.read.mail_headers import date, parameter, sender, title
from checker.read.mail_parts import MAIL, Mail, Part
from checker.read.mail_text import MailText, unfolded
from checker.read.mojibake import mended
from checker.read.page import Page
from checker.read.parts import Content, Member, Source, Told
from checker.read.unpacking import shown

PLAIN, PAGE = ("text/plain", "text/markdown", "text/enriched"), "text/html"
ENCRYPTED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
PASSED_OVER = re.compile(
    r"multipart/|(?:application/(?:pgp-|(?:x-)?pkcs7-signature)|text/(?!plain|html|csv|markdown|rtf))"
)
STUB = 500  # characters below which a plain form may only say that there is another
TIMES = 5  # that the other is longer then
LONGEST_NAME = 150  # characters of an attachment's name
ENDINGS = {MAIL: ".eml", PAGE: ".html", "text/plain": ".txt", "text/csv": ".csv", "application/pdf": ".pdf"}
_ODD = re.compile(r"[\x00-\x1f\x7f/\\!]+")
_TAG = re.compile(rb"<[^<>]*>|\s+")


def read_mail(source: Source) -> Iterator[Content]:
    """What the mail says, then what is attached to it.

    Raises:
        DocumentError: it is encrypted.
    """
    mail = Mail(source.limits)
    whole = mail.part(source.data.lstrip(b"\r\n"))
    if whole.media in ENCRYPTED:
        raise DocumentError("is encrypted or signed as a whole: save what the mail program shows", Status.ENCRYPTED)
    front = (("title", title(whole.fields)), ("source", sender(whole.fields)), ("date", date(whole.fields)))
    body = _body(whole)
    plain = [part for part in body if part.media != PAGE]
    pages = [part for part in body if part.media == PAGE]
    attached = [part for part in whole.leaves() if _is_file(part)]
    if any(part.content().data.strip() for part in plain) or not (pages or attached):
        yield _written(plain, mail.reasons, source, front)
        mail.reasons.clear()
    elif pages:
        yield _member(pages.pop(0), "", front)
    names = shown(_name(part, number) for number, part in enumerate((*pages, *attached), 1))
    for number, (name, part) in enumerate(zip(names, (*pages, *attached), strict=True)):
        yield _member(part, name, front if number < len(pages) else ())
    if mail.reasons:
        raise DocumentError("; ".join(mail.reasons))


def _body(part: Part) -> list[Part]:
    """The parts that make up what the mail says, of several forms of one text the best."""
    if not part.parts:
        return [part] if not part.attached and part.media in {*PLAIN, PAGE} else []
    bodies = [_body(each) for each in part.parts]
    if part.media == "multipart/related":
        return next(filter(None, bodies), [])
    if part.media != "multipart/alternative":
        return [each for body in bodies for each in body]
    plain = next((body for body in bodies if body and all(each.media != PAGE for each in body)), [])
    other = next((body for body in bodies if any(each.media == PAGE for each in body)), [])
    return other if other and _is_stub(plain, other) else plain or other


def _is_stub(plain: list[Part], other: list[Part]) -> bool:
    """Whether the plain form is empty, or says no more than that there is another."""
    length = sum(len(each.content().data.strip()) for each in plain)
    if length >= STUB:
        return False
    return length * TIMES < sum(len(_TAG.sub(b"", each.content().data)) for each in other) or not length


def _is_file(part: Part) -> bool:
    """Whether a part is a file that somebody attached, and no signature or picture within the text."""
    if PASSED_OVER.match(part.media) and not part.name:
        return False
    within = "Content-ID" in part.fields and part.media.startswith("image/")
    told = part.media in {*PLAIN, PAGE} and not part.attached
    return not within and not told and not part.media.startswith("application/pgp-")


def _written(parts: list[Part], reasons: list[str], source: Source, front: Told) -> Content:
    """The mail as its sender wrote it."""
    page = Page(source.limits)
    for key, value in front:
        page.front(key, value)
    text = MailText(page)
    for part in parts:
        unpacked = part.content()
        decoded = decode(unpacked.data, part.charset)
        if "-----BEGIN PGP MESSAGE-----" in decoded.text:
            raise DocumentError("is encrypted: save what the mail program shows", Status.ENCRYPTED)
        flowed = parameter(part.fields, "format").lower() == "flowed"
        text.write(mended(unfolded(decoded.text) if flowed else decoded.text))
        for reason in filter(None, (decoded.reason, unpacked.problem)):
            page.reason(reason)
    for reason in reasons:
        page.reason(reason)
    return page.parts()


def _member(part: Part, name: str, front: Told = ()) -> Member:
    data, problem = part.content()
    return Member(name, data, part.charset, part.media, problem, front)


def _name(part: Part, number: int) -> str:
    """A name that can do no harm: the last part of the sender's own, or one by its kind."""
    own = _ODD.sub(" ", re.split(r"[/\\]", part.name)[-1]).strip(" .")
    if not own:
        return f"part {number}{ENDINGS.get(part.media, '')}"
    ending = PurePosixPath(own).suffix[:10]
    return own if len(own) <= LONGEST_NAME else own[: LONGEST_NAME - len(ending)] + ending
