import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import DocumentError
from checker.read.decode import clean, decode

LETTERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t", exclude_characters="\ufeffÂÃâ")
ENCODINGS = ["utf-8-sig", "utf-16", "utf-32", "utf-8"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=st.text(LETTERS))
def test_marked_text_comes_back(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == (text, "")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (codecs.BOM_UTF16_BE + "Dam".encode("utf-16-be"), "Dam"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (codecs.BOM_UTF8 + b"a\r\nb", "a\nb"),
        (b"", ""),
        ("Dam".encode("utf-16-le"), "Dam"),
        ("Dam é".encode("utf-32-be"), "Dam é"),
        (b"\xe9\0", "é"),
    ],
)
def test_newlines_and_marks(data: bytes, text: str) -> None:
    assert decode(data) == (text, "")


@pytest.mark.parametrize(
    ("data", "text", "reason"),
    [
        (b"caf\xe9", "café", "read as Windows-1252"),
        ("Zażółć gęślą jaźń".encode() + b"\xff", "Zażółć gęślą jaźń\ufffd", "1 place is no UTF-8"),
        (codecs.BOM_UTF8 + b"a\xff\xfeb", "a\ufffd\ufffdb", "2 places are no UTF-8"),
    ],
)
def test_what_was_guessed_is_told(data: bytes, text: str, reason: str) -> None:
    decoded = decode(data)
    assert decoded.text == text
    assert reason in decoded.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\0b", "NUL"),
        (b"\x81\x8d\xff", "neither UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        decode(data)


@given(st.binary(max_size=60))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except DocumentError:
        return
    assert "\r" not in text
    assert "\0" not in text
    text.encode()


def test_lone_surrogates_are_replaced() -> None:
    assert clean("a\ud800b") == "a\ufffdb"
