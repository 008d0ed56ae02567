"""Mails that are made to hold a reader up: read or refused within limits, each in seconds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import body, documents, outcomes, told

from checker.errors import DocumentError
from checker.read.mail import read_mail
from checker.read.mail_headers import words
from checker.read.parts import Member, Source
from checker.rulebook.limits import limits

HEAD = b"From: Post <desk@lirren.example>\nSubject: Dam\n"
TEXT = b"Five men died."


def nested(depth: int) -> bytes:
    """Parts within parts, a text within the last."""
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return HEAD + opened + b"\n" + TEXT + b"".join(b"\n--b%d--" % n for n in reversed(range(depth)))


def attached(depth: int) -> bytes:
    """Mails within mails."""
    return b"From: a@lirren.example\nContent-Type: message/rfc822\n\n" * depth + HEAD + b"\n" + TEXT


def parts(count: int, head: bytes = b"") -> bytes:
    """Parts beside each other."""
    return HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + (b"\n--b\n" + head + b"\n" + TEXT) * count


FILE = b"Content-Disposition: attachment; filename=a.txt\n"


@pytest.mark.parametrize(
    ("data", "status", "reason"),
    [
        (nested(15), "ok", ""),
        (nested(2_000), "no-text", "nested more than 20 deep"),
        (HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 50_000, "no-text", "more than 5,000 parts"),
        (parts(100_000), "partial", "more than 5,000 parts"),
        (b"Subject: " + b"=?utf-8?B?RGFt?=\n " * 200_000 + b"\n\n" + TEXT, "partial", "longer than 65,536 bytes"),
        (b"X: " + b"y" * 20_000_000 + b"\n" + HEAD + b"\n" + TEXT, "partial", "longer than 65,536 bytes"),
        (b"X: y\n" * 1_000_000 + b"\n" + TEXT, "partial", "too many of them"),
        (HEAD + b" folded\n" * 1_000_000 + b"\n" + TEXT, "partial", "longer than 65,536 bytes"),
        (b"From: " + b"(" * 60_000 + b"\n\n" + TEXT, "ok", ""),
        (b"From: " + b'"\\<@,;' * 9_000 + b"\n\n" + TEXT, "ok", ""),
        (HEAD + b"Content-Type: text/plain" + b';"' * 30_000 + b"\n\n" + TEXT, "ok", ""),
        (HEAD + b"Content-Type: multipart/mixed; boundary=-\n\n" + b"---\n" * 500_000, "no-text", "than 5,000 parts"),
        (HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b" + b" " * 5_000_000 + b"x", "ok", ""),
        (HEAD + b"Content-Transfer-Encoding: base64\n\n!RmVs\xffbA=\n=", "partial", "Base64 is broken"),
        (HEAD + b"Content-Transfer-Encoding: x-unheard\n\n" + TEXT, "partial", "packed in a way that is not known"),
        (HEAD + b"Content-Type: multipart/encrypted; boundary=b\n\n--b\n\n" + TEXT, "encrypted", "is encrypted"),
        (HEAD + b"Content-Type: application/pkcs7-mime\n\n" + TEXT, "encrypted", "is encrypted"),
        (HEAD + b"\n-----BEGIN PGP MESSAGE-----\n\nx", "encrypted", "is encrypted"),
        (HEAD + b"\n" + b"> x\n" * 50_000, "ok", ""),
        (HEAD + b"\n" + b">" * 5_000_000 + b"x", "ok", ""),
        (HEAD + b"\n" + b"----x----\nFrom: x\n" * 100_000 + TEXT, "ok", ""),
        (HEAD + b"Content-Type: text/plain; format=flowed\n\n" + b" " * 3_000_000 + b" \n" * 500_000 + TEXT, "ok", ""),
        (b"\n" * 1_000_000, "no-text", "no text"),
        (b"", "no-text", "empty"),
    ],
)  # fmt: skip
def test_a_mail_ends_in_a_status(data: bytes, status: str, reason: str) -> None:
    found = outcomes("a.eml", data)["a.eml"]
    assert found[0] == status
    assert reason in found[1]


def test_mails_within_mails_end() -> None:
    found = outcomes("a.eml", attached(2_000))
    path = "a.eml" + "!part 1.eml" * 4
    assert found == {path: ("too-large", "lies in more than 3 archives")}


def test_attachments_beyond_the_limit_are_said() -> None:
    found = outcomes("a.eml", parts(6_000, FILE))
    assert len(found) == 5_001
    assert found["a.eml"] == ("failed", "has more than 5,000 parts; the rest was not read")


NAMES = [
    "unknown-8bit",
    "zlib",
    "rot13",
    "punycode",
    "idna",
    "unicode_escape",
    "hex",
    "undefined",
    "../os",
    "x" * 5_000,
]


@pytest.mark.parametrize("charset", NAMES)
def test_no_name_of_an_encoding_does_harm(charset: str) -> None:
    data = HEAD + b'Content-Type: text/plain; charset="%s"\n\n' % charset.encode() + "Café \\x41=41.".encode()
    assert body(documents("a.eml", data)["a.eml"]) == "Café \\x41=41."
    assert words(f"=?{charset[:50]}?Q?caf=C3=A9?=") == "café"


@pytest.mark.parametrize(
    "head",
    [b"", b"Subject:\nFrom:\nDate:\n", b"Subject\n", b": x\n", b"From: =?utf-8?Q??=\n", b"\xfe: x\n", b"Date: \xff\n"],
)
def test_heads_that_say_nothing(head: bytes) -> None:
    found = documents("a.eml", head + b"\n" + TEXT)["a.eml"]
    assert TEXT.decode() in found.text
    assert not told(found).keys() & {"title", "source"}


@given(st.binary(max_size=400))
def test_any_bytes_are_a_mail_or_refused(data: bytes) -> None:
    start = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n"
    for whole in (data, HEAD + data, start + data):
        try:
            found = list(read_mail(Source("a.eml", whole, limits())))
        except DocumentError:
            continue
        for each in found:
            name = each.name if isinstance(each, Member) else each.text
            name.encode()
            assert "\0" not in name


@given(st.text(st.sampled_from("=?utf-8QB_ \n\tAé,<>@\"'()"), max_size=80))
def test_any_header_is_decoded(value: str) -> None:
    data = b"Subject: " + value.encode() + b"\nFrom: " + value.encode() + b"\n\n" + TEXT
    for each in read_mail(Source("a.eml", data, limits())):
        assert isinstance(each, Member) or each.text
