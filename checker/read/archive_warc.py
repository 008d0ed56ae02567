"""WARC archives, as crawlers write them: the pages and files that servers answered with, each under its address.

The date of a record is when it was crawled, not when its report was published, and tells nothing here.
"""

from collections.abc import Iterator
from typing import NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from checker.errors import DocumentError
from checker.model import Status
from checker.read.file import sized
from checker.read.kinds import MEDIA, kind_of
from checker.read.parts import Member, Source
from checker.read.unpacking import LONGEST_NAME

RECORDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
ANSWERED = range(200, 300)  # HTTP states of a page that is there
LONGEST_HEAD = 64 * 1024  # bytes of the head of a record or answer
VAGUE = {"", "text/plain", "application/octet-stream", "binary/octet-stream"}  # media types that leave it to the name
FOR_CRAWLERS = ("/robots.txt", "/ads.txt")


class Answer(NamedTuple):
    """What a server sent, and what it said of it; `problem` is why it cannot be read."""

    body: bytes
    media: str
    charset: str
    problem: str = ""


def read_warc(source: Source) -> Iterator[Member]:
    """The pages, texts and documents of an archive, packed or not, with what their servers declared.

    Raises:
        DocumentError: no archive, or one that holds no page, or too many.
    """
    seen: dict[str, int] = {}
    found = 0
    with source.file() as file:
        try:
            for record in ArchiveIterator(file, RECORDS, parse_http=False, max_header_len=LONGEST_HEAD):
                member = _member(record, source.limits.document_bytes, seen)
                if member is None:
                    continue
                found += 1
                if found > source.limits.articles:
                    raise DocumentError(f"holds more than {source.limits.articles:,} pages", Status.TOO_LARGE)
                yield member
        except (OSError, ValueError, EOFError) as error:
            raise DocumentError(f"is no whole WARC archive: {error}") from error
    if not found:
        raise DocumentError("no report: no page that a server answered with", Status.SKIPPED)


def _member(record: WarcRecord, most: int, seen: dict[str, int]) -> Member | None:
    """The page of a record, None where it holds nothing that could be a report."""
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")[:LONGEST_NAME]
    path = address.partition("?")[0].partition("#")[0]
    answer = None if path.endswith(FOR_CRAWLERS) else _answer(record, most)
    if answer is None or (answer.media not in VAGUE and answer.media not in MEDIA):
        return None
    if not answer.problem and kind_of(path, answer.body, answer.media) is None:
        return None
    seen[address] = seen.get(address, 0) + 1
    again = f"#{seen[address]}" if seen[address] > 1 else ""
    front = (("url", address),)
    return Member((address or "record") + again, answer.body, answer.charset, answer.media, answer.problem, front)


def _answer(record: WarcRecord, most: int) -> Answer | None:
    """What a record keeps, None for an answer that is no page: an error, a redirection."""
    raw = record.reader.read(most)
    if len(raw) < min(record.content_length, most):
        problem = "the record is cut off"
    else:
        problem = f"larger than {sized(most)}" if record.content_length > most else ""
    if record.is_http:
        return _http(raw, most, problem)
    return Answer(b"" if problem else raw, *_declared(record.headers.get("Content-Type") or ""), problem)


def _http(raw: bytes, most: int, problem: str) -> Answer | None:
    """An answer by HTTP, unpacked; in a record of its own, so that a broken one leaves the archive's next in reach."""
    record = WarcRecord()
    record.set_bytes_content(raw)
    record.is_http = True
    try:
        record.parse_http("none" if problem else "all", max_header_len=LONGEST_HEAD)
    except (OSError, ValueError) as error:
        return Answer(b"", "", "", f"cannot be unpacked: {error}")
    if record.http_headers is None or record.http_headers.status_code not in ANSWERED:
        return None
    declared = _declared(record.http_headers.get("Content-Type") or "")
    try:
        body = b"" if problem else record.reader.read(most + 1)
    except (OSError, ValueError) as error:
        return Answer(b"", *declared, f"cannot be unpacked: {error}")
    return (
        Answer(b"", *declared, f"larger than {sized(most)}") if len(body) > most else Answer(body, *declared, problem)
    )


def _declared(content_type: str) -> tuple[str, str]:
    """The media type and charset of a Content-Type: text/html; charset="utf-8"."""
    media, *parameters = content_type.split(";")
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return media.strip().lower(), value.strip(" \t\"'")[:40]
    return media.strip().lower(), ""
