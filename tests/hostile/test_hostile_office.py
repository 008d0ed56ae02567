"""Hostile packages of word processors: an outcome for each, nothing written, nothing fetched."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from office_files import MIMETYPE, ODF, W, docx, odt, packed, paragraph, read_one

from checker.model import Status

GIGABYTE = 1 << 30
LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LOL}]>'
HIDDEN = "what nobody may read"


def document(body: str, before: str = "", encoding: str = "utf-8") -> bytes:
    text = f"{before}<w:document {W}><w:body>{body}</w:body></w:document>"
    return packed({"word/document.xml": text.encode(encoding)})


def content(text: str, before: str = "", encoding: str = "utf-8") -> bytes:
    body = f"<office:document-content {ODF}><office:body><office:text>{text}</office:text></office:body>"
    whole = f"{before}{body}</office:document-content>"
    return packed({"mimetype": MIMETYPE, "content.xml": whole.encode(encoding)})


def bomb(name: str, size: int, claimed: int | None = None) -> bytes:
    """A part that unfolds to many bytes, and says what it likes of its size."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        if not name.startswith("word"):
            archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        with archive.open(name, "w", force_zip64=True) as part:
            part.write(b"<x>")
            for _ in range(size >> 20):
                part.write(b" " * (1 << 20))
            part.write(b"</x>")
    data = whole.getvalue()
    if claimed is None:
        return data
    head = data.index(b"PK\x01\x02")
    return data[: head + 24] + struct.pack("<I", claimed) + data[head + 28 :]


@pytest.mark.parametrize("name", ["word/document.xml", "content.xml"])
@pytest.mark.parametrize(
    ("size", "claimed"), [(1 << 22, None), (1 << 26, None), (GIGABYTE, None), (1 << 26, 4_000), (1 << 26, 0)]
)
def test_bombs_are_refused(name: str, size: int, claimed: int | None) -> None:
    found = read_one("a.docx" if name.startswith("word") else "a.odt", bomb(name, size, claimed))
    assert found.status in {Status.TOO_LARGE, Status.FAILED}
    assert found.text == ""
    assert any(told in found.reason for told in ("unfolds to more", "is larger than", "cannot be unpacked"))


def test_a_bomb_beside_the_text_is_left_packed() -> None:
    data = bomb("word/media/image1.png", 1 << 26)
    whole = io.BytesIO(data)
    with zipfile.ZipFile(whole, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{paragraph('It held.')}</w:body></w:document>")
    found = read_one("a.docx", whole.getvalue())
    assert (found.status, found.text) == (Status.OK, "It held.")


@pytest.mark.parametrize("make", [document, content])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_billion_laughs_and_other_entities_are_refused(
    make: Callable[..., bytes], encoding: str, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(HIDDEN, encoding="utf-8")
    for doctype in (
        LAUGHS,
        f'<!DOCTYPE x [<!ENTITY l9 SYSTEM "file://{secret}">]>',
        f'<!DOCTYPE x SYSTEM "file://{secret}">',
        f'<!DOCTYPE x [<!ENTITY % p SYSTEM "file://{secret}">%p;]>',
    ):
        inside = "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>" if make is document else "<text:p>&l9;</text:p>"
        found = read_one("a.docx" if make is document else "a.odt", make(inside, doctype, encoding))
        assert found.status is Status.FAILED
        assert "DTD" in found.reason or "no sound XML" in found.reason
        assert HIDDEN not in found.text + found.reason


@pytest.mark.parametrize("depth", [100, 255, 256, 1_000, 100_000])
def test_deep_xml(depth: int) -> None:
    for found in (
        read_one("a.docx", document("<w:sdt>" * depth + paragraph("It held.") + "</w:sdt>" * depth)),
        read_one("a.odt", content("<text:section>" * depth + "<text:p>It held.</text:p>" + "</text:section>" * depth)),
    ):
        if depth < 200:
            assert (found.status, found.text) == (Status.OK, "It held.")
        else:
            assert "depth" in found.reason or found.status is Status.TOO_LARGE


def test_tables_in_tables_in_tables() -> None:
    inside = paragraph("It held.")
    for _ in range(60):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    found = read_one("a.docx", document(inside))
    assert (found.status, found.text) == (Status.OK, "It held.")


def test_a_multitude_of_paragraphs_is_read() -> None:
    count = 20_000
    varied = "".join(paragraph(f"House {n} of {n * 7919 % 104_729} stands.") for n in range(count))
    found = read_one("a.docx", document(varied))
    assert found.status is Status.OK
    assert found.text.count("stands.") == count
    assert found.marks[-1].number == count


@pytest.mark.parametrize("name", ["../../out.xml", "/etc/out.xml", "..\\out.xml", "C:\\out.xml"])
def test_names_that_lead_out_are_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    parts = {"word/document.xml": f"<w:document {W}><w:body>{paragraph('x')}</w:body></w:document>", name: "out"}
    found = read_one("a.docx", packed(parts))
    assert found.status is Status.FAILED
    assert "leads out" in found.reason
    assert list(tmp_path.iterdir()) == []


def test_relations_that_lead_outside_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<w:hdr {W}>{paragraph(HIDDEN)}</w:hdr>", encoding="utf-8")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    relations = "".join(
        f'<Relationship Type="{kind}" {mode} Target="{target}"/>'
        for mode in ("", 'TargetMode="External"')
        for target in (secret.as_uri(), str(secret), "http://127.0.0.1:9/x", "../../../../" + str(secret))
    )
    data = packed(
        {
            "word/document.xml": f"<w:document {W}><w:body>{paragraph('It held.')}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        }
    )
    found = read_one("a.docx", data)
    assert (found.status, found.text) == (Status.OK, "It held.")


def test_too_many_parts() -> None:
    parts = {f"word/media/{n}.png": "" for n in range(5_000)}
    found = read_one("a.docx", packed({"word/document.xml": f"<w:document {W}/>", **parts}))
    assert found.status is Status.TOO_LARGE
    assert "5,000 entries" in found.reason


@pytest.mark.parametrize("percent", range(0, 100, 7))
@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_half_a_file_is_no_whole_one(name: str, percent: int) -> None:
    whole = docx(paragraph("It held.") * 50) if name == "a.docx" else odt("<text:p>It held.</text:p>" * 50)
    found = read_one(name, whole[: max(4, len(whole) * percent // 100)])
    assert found.status is Status.FAILED
    assert found.reason


@pytest.mark.parametrize("seed", range(12))
def test_spoilt_bytes_never_crash(seed: int) -> None:
    whole = bytearray(docx("".join(paragraph(f"It held {n} days.") for n in range(80))))
    for n in range(20):
        whole[(seed * 7919 + n * 104_729) % len(whole)] ^= 1 + (seed + n) % 255
    found = read_one("a.docx", bytes(whole))
    assert found.status in {Status.OK, Status.FAILED, Status.TOO_LARGE, Status.ENCRYPTED, Status.NO_TEXT}


@pytest.mark.parametrize("body", ["", "<w:p/>", "<w:sectPr/>", "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>"])
def test_nothing_in_it_is_said(body: str) -> None:
    found = read_one("a.docx", document(body))
    assert (found.status, found.reason) == (Status.NO_TEXT, "there is no text in it")


def test_no_document_at_all() -> None:
    found = read_one("a.docx", packed({"readme.txt": "nothing"}))
    assert found.status is Status.FAILED
    assert "no DOCX file" in found.reason


def test_encrypted_by_office() -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    found = read_one("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000) + name + bytes(500))
    assert found.status is Status.ENCRYPTED
