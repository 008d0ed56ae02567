"""Texts in every encoding, declared or not: read right, or what was guessed, replaced or doubted is said."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import DocumentError
from checker.model import Document
from checker.read import read_bytes
from checker.read.decode import decode
from checker.read.mojibake import mended, misread

WEST = "The café owner’s “offer” of £2 – Zoë’s – was refused in São Paulo."
TEXTS = {
    "utf-8": WEST,
    "utf-8-sig": WEST,
    "utf-16": WEST,
    "utf-16-le": WEST,
    "utf-16-be": WEST,
    "utf-32": WEST,
    "utf-32-le": WEST,
    "utf-32-be": WEST,
    "cp1252": WEST,
    "mac-roman": WEST,
    "latin-1": "The café owner in São Paulo refused £2, said Zoë.",
    "cp1250": "The mayor of Łódź, Stanisław Zażółć, met Václav Dvořák.",
    "iso8859-2": "The mayor of Łódź, Stanisław Zażółć, met Václav Dvořák.",
    "cp1251": "Мэр города Лиррен сказал, что погибли пять человек.",
    "koi8-r": "Мэр города Лиррен сказал, что погибли пять человек.",
    "cp1253": "Ο δήμαρχος είπε ότι πέντε άνθρωποι σκοτώθηκαν.",
    "cp1254": "Mayor Erdoğan of Şanlıurfa met Işık in İzmir.",
    "cp437": "The café owner in Curaçao refused, said Zoë Müller.",
    "cp850": "The café owner in São Paulo refused, said Zoë.",
    "gb18030": "水坝决堤,五人死亡。",
    "shift_jis": "ダムが決壊し、五人が死亡した。",
    "euc_kr": "댐이 무너져 다섯 명이 숨졌다.",
}
SURE = {name for name in TEXTS if name.startswith("utf-")}


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_declared_encoding_is_believed(encoding: str) -> None:
    assert decode(TEXTS[encoding].encode(encoding), encoding) == (TEXTS[encoding], "")


@pytest.mark.parametrize("encoding", sorted(SURE))
@pytest.mark.parametrize("declared", ["", "no-such-encoding", "ascii"])
def test_unicode_is_known_by_itself(encoding: str, declared: str) -> None:
    text, reason = decode(TEXTS[encoding].encode(encoding), declared)
    assert text == TEXTS[encoding]
    assert reason in {"", "is UTF-8, although declared as ascii"}


@pytest.mark.parametrize("encoding", sorted(TEXTS.keys() - SURE - {"gb18030", "shift_jis", "euc_kr"}))
def test_others_are_told_by_evidence_and_said(encoding: str) -> None:
    text, reason = decode(TEXTS[encoding].encode(encoding))
    assert text == TEXTS[encoding]
    assert "is no UTF-8" in reason


@pytest.mark.parametrize("encoding", ["gb18030", "shift_jis", "euc_kr"])
def test_what_is_not_known_is_said(encoding: str) -> None:
    assert "is no UTF-8" in decode(b"The dam broke. " * 20 + TEXTS[encoding].encode(encoding)).reason


@given(
    encoding=st.sampled_from(sorted(TEXTS)),
    declared=st.booleans(),
    text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1),
)
def test_read_right_or_said(encoding: str, text: str, *, declared: bool) -> None:
    data = f"The dam broke. {text}".encode(encoding, errors="ignore")
    meant = data.decode(encoding)
    try:
        found = decode(data, encoding if declared else "")
    except DocumentError:
        return
    assert found.text == meant or found.reason


@pytest.mark.parametrize(
    ("data", "text", "reason"),
    [
        (b"Two\0men died here.", "Two men died here.", "holds 1 NUL"),
        (b"Two\x07men\x1b[0m died here.", "Two men [0m died here.", "holds 2 control characters"),
        ("Two\u0085men\u009b died here.".encode(), "Two men  died here.", "holds 2 control characters"),
        (codecs.BOM_UTF16_LE + "Two men\0died".encode("utf-16-le"), "Two men died", "holds 1 NUL"),
        (codecs.BOM_UTF16_LE + "Two men".encode("utf-16-le") + b"d", "Two men\ufffd", "1 place is no UTF-16"),
        (b"caf\xe9 S\xc3O", "café SÃO", "Windows-1252"),
        (
            b"The dam broke \xac and \x81 fell.",
            "The dam broke ¬ and \ufffd fell.",
            "read, perhaps wrongly, as Windows-1252",
        ),
        ("Zażółć gęślą".encode() + b"\xff", "Zażółć gęślą\ufffd", "1 place is no UTF-8"),
        ("Itâ€™s 40â€“60 menâ€¦".encode(), "Itâ€™s 40â€“60 menâ€¦", "3 places are UTF-8 that was read as Windows-1252"),
    ],
)
def test_places_are_kept_and_said(data: bytes, text: str, reason: str) -> None:
    found = decode(data)
    assert found.text == text
    assert reason in found.reason


@pytest.mark.parametrize(
    "data", [bytes(1_000), bytes(range(32)) * 9, bytes(range(128, 256)) * 4, b"ab" + bytes(50) + b"cd"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        decode(data)


@pytest.mark.parametrize("text", ["It’s", "40–60", "“so”", "£2", "café", "20 °C", "€5", "Zoë", "naïve"])
def test_mojibake_is_known_and_could_be_undone(text: str) -> None:
    garbled = text.encode().decode("cp1252", errors="ignore")
    if garbled.encode("cp1252").decode("utf-8", errors="ignore") == text:
        assert mended(garbled) == text
    assert "1 place is UTF-8" in misread(garbled) or text == "“so”"
    assert misread(text) == ""


def test_texts_that_are_not_mojibake() -> None:
    assert misread("Â la carte, SÃO PAULO, âge, CAFÉ», 5 €, Ã is a letter.") == ""


def test_a_text_of_another_encoding_is_checked_and_said() -> None:
    (found,) = read_bytes("a.txt", WEST.encode("cp1252"))
    assert isinstance(found, Document)
    assert (found.text, found.status.value) == (WEST, "partial")
