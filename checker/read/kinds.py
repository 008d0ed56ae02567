"""What kind of file something is: told by its content where that says so, else by its name."""

import re
from pathlib import PurePath

from checker.model import FileKind

STDIN = "-"  # the name of standard input
HEAD = 64 * 1024  # bytes by which a kind is told

ENDINGS = {
    ".txt": FileKind.TEXT,
    ".text": FileKind.TEXT,
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
    ".docm": FileKind.DOCX,
    ".dotx": FileKind.DOCX,
    ".odt": FileKind.ODT,
    ".ott": FileKind.ODT,
    ".rtf": FileKind.RTF,
    ".eml": FileKind.MAIL,
    ".mbox": FileKind.MBOX,
    ".rss": FileKind.FEED,
    ".atom": FileKind.FEED,
    ".jsonl": FileKind.JSONL,
    ".ndjson": FileKind.JSONL,
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".warc": FileKind.WARC,
    ".zip": FileKind.ZIP,
    ".tar": FileKind.TAR,
    ".tgz": FileKind.GZIP,
    ".gz": FileKind.GZIP,
}
"""Kinds by the ending of the file's name in lower case."""

ARCHIVES = frozenset(
    {FileKind.ZIP, FileKind.TAR, FileKind.GZIP, FileKind.WARC, FileKind.JSONL, FileKind.CSV, FileKind.MBOX}
)
"""What may be far larger than a document, and is read piece by piece."""

MEDIA = {
    "text/html": FileKind.HTML,
    "application/xhtml+xml": FileKind.HTML,
    "application/pdf": FileKind.PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": FileKind.DOCX,
    "application/vnd.oasis.opendocument.text": FileKind.ODT,
    "application/rtf": FileKind.RTF,
    "text/rtf": FileKind.RTF,
    "application/rss+xml": FileKind.FEED,
    "application/atom+xml": FileKind.FEED,
    "message/rfc822": FileKind.MAIL,
    "text/markdown": FileKind.MARKDOWN,
    "text/csv": FileKind.CSV,
}
"""Kinds by the media type that an envelope declares; text/plain says less than a name."""

_AGAIN = re.compile(r"#\d+\Z")  # behind a name that an archive holds more than once
_WORD = re.compile(rb"word/document\d?\.xml")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # as Office calls a document in what it wraps it into
_PLAIN = {FileKind.TEXT, FileKind.MARKDOWN}
_MARKUP = re.compile(
    rb"(?:<\?xml[^>]*>|<!--(?:(?!-->)[^\0]){0,2000}-->|\s)*<(?:!doctype\s+)?(html|head|body|rss|feed|rdf:rdf)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(
    rb"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:received|message-id|mime-version):", re.IGNORECASE
)
_MAILBOX = re.compile(rb"From [^\s]{1,200} [^\n]{10,80}\n>?[A-Za-z][\w-]{0,60}:")
_FEEDS = (b"rss", b"feed", b"rdf:rdf")
_MAGIC = (
    (b"PK\x03\x04", FileKind.ZIP),
    (b"PK\x05\x06", FileKind.ZIP),  # an empty one
    (b"%PDF-", FileKind.PDF),
    (b"\x1f\x8b", FileKind.GZIP),
    (b"{\\rtf", FileKind.RTF),
    (b"WARC/", FileKind.WARC),
)
_OTHERS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP picture"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or film"),
    (_OLE, "an Office file of before 2007 (save it as .docx)"),
    (b"7z\xbc\xaf", "a 7z archive (pack it as .zip)"),
    (b"Rar!", "a RAR archive (pack it as .zip)"),
    (b"\xfd7zXZ", "an xz archive (pack it as .zip)"),
    (b"BZh", "a bzip2 archive (pack it as .zip)"),
    (b"SQLite format 3", "a database"),
)


def kind_of(name: str, data: bytes, media: str = "") -> FileKind | None:
    """The kind of a file by its first bytes (or all of them), its media type and its name; None if it is not read.

    What comes from standard input is plain text where its content does not say otherwise.
    """
    plain = FileKind.TEXT if name == STDIN or media == "text/plain" else None
    named = MEDIA.get(media) or ENDINGS.get(PurePath(_AGAIN.sub("", name)).suffix.lower()) or plain
    if name == STDIN and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"'):
        named = FileKind.JSONL
    return _by_content(data, named) or (None if foreign(data) else named)


def _by_content(data: bytes, named: FileKind | None) -> FileKind | None:
    """The kind that the content shows beyond doubt."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return _packed(data, named) if kind is FileKind.ZIP else kind
    if data.startswith(_OLE) and _ENCRYPTED in data:
        return FileKind.DOCX
    if data[257:262] == b"ustar":
        return FileKind.TAR
    if b"%PDF-" in data[:1024] and named not in _PLAIN:
        return FileKind.PDF
    start = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if markup := _MARKUP.match(start):
        return FileKind.FEED if markup[1].lower() in _FEEDS else FileKind.HTML
    return _mail(start) if named in {None, FileKind.TEXT} else None


def _mail(start: bytes) -> FileKind | None:
    """Whether it is a mail or a box of mails."""
    if _MAILBOX.match(start):
        return FileKind.MBOX
    return FileKind.MAIL if _MAIL.match(start) else None


def _packed(data: bytes, named: FileKind | None) -> FileKind:
    """Which kind of document a ZIP archive is, or that it is one of files."""
    if _OPEN_DOCUMENT in data[:200]:
        return FileKind.ODT
    if _WORD.search(data) or named is FileKind.DOCX:
        return FileKind.DOCX
    return FileKind.ODT if named is FileKind.ODT else FileKind.ZIP


def foreign(data: bytes) -> str:
    """What a file is that is no report in any case, "" where it may be one."""
    return next((what for magic, what in _OTHERS if data.startswith(magic)), "")
