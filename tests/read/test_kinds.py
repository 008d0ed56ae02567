import io
import tarfile
import zipfile

import pytest

from checker.model import FileKind
from checker.read.kinds import foreign, kind_of


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return packed.getvalue()


def tarred() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"The dam held.", FileKind.TEXT),
        ("a.md", b"# The dam held", FileKind.MARKDOWN),
        ("a.md", b"<b>The</b> dam held.", FileKind.MARKDOWN),
        ("a.txt", b"<!-- a page --> <!DOCTYPE html><title>Dam</title>", FileKind.HTML),
        ("a.txt", b"\xef\xbb\xbf<html><p>The dam held.", FileKind.HTML),
        ("a.htm", b"<p>The dam held.", FileKind.HTML),
        ("a.html", b"%PDF-1.7 whatever", FileKind.PDF),
        ("a.bin", b"\n\n%PDF-1.4", FileKind.PDF),
        ("a.txt", b"A report on %PDF-1.4 files.", FileKind.TEXT),
        ("a.xml", b'<?xml version="1.0"?>\n<rss version="2.0">', FileKind.FEED),
        ("a.xml", b"<feed xmlns='http://www.w3.org/2005/Atom'>", FileKind.FEED),
        ("a.xml", b"<testsuites/>", None),
        ("a", b"{\\rtf1\\ansi The dam held.}", FileKind.RTF),
        ("a", b"WARC/1.0\r\n", FileKind.WARC),
        ("a.doc", zipped(word__document_xml="<w/>"), FileKind.DOCX),
        ("a.odt", zipped(mimetype="application/vnd.oasis.opendocument.text"), FileKind.ODT),
        ("a.docx", zipped(mimetype="application/vnd.oasis.opendocument.text"), FileKind.ODT),
        ("a.zip", zipped(a="The dam held."), FileKind.ZIP),
        ("a.dat", tarred(), FileKind.TAR),
        ("a.txt", b"\x1f\x8b\x08\0", FileKind.GZIP),
        ("a.txt", b"Received: by mail\nFrom: a@b\n\nThe dam held.", FileKind.MAIL),
        ("a", b"From: a@b\nDate: today\n folded\nMIME-Version: 1.0\n\nThe dam held.", FileKind.MAIL),
        ("a.txt", b"From: our correspondent\nDate: 5 May 2024\n\nThe dam held.", FileKind.TEXT),
        ("a.eml", b"From: our correspondent\n\nThe dam held.", FileKind.MAIL),
        ("a.jsonl", b'{"text": "The dam held."}', FileKind.JSONL),
        ("a.csv", b"title,text\n", FileKind.CSV),
        ("a.txt", b"\x89PNG\r\n\x1a\n", None),
        ("a.json", b"{}", None),
        ("-", b"The dam held.", FileKind.TEXT),
        ("-", b"<html>", FileKind.HTML),
        ("-", b'{"text": "The dam held."}', FileKind.JSONL),
        ("a.csv#2", b"title,text\n", FileKind.CSV),
        ("a.mbox", b"", FileKind.MBOX),
        ("a.txt", b"From a@b Mon May  6 10:00:00 2024\nSubject: Dam\n", FileKind.MBOX),
        ("a.txt", b"From here to Monday the dam held.\n\nNews: none\n", FileKind.TEXT),
    ],
)
def test_content_goes_before_the_name(name: str, data: bytes, kind: FileKind | None) -> None:
    assert kind_of(name, data) is kind


def test_a_picture_is_named() -> None:
    assert foreign(b"\x89PNG\r\n\x1a\n") == "a PNG picture"
    assert foreign(b"The dam held.") == ""
