import gzip
from collections.abc import Callable, Iterator

import pytest
from reading import body, documents, outcomes, told

from checker.read import read_bytes
from checker.read.parts import Member, Source
from checker.rulebook.additions import Additions, Changed
from checker.rulebook.limits import limits
from checker.rulebook.word_lists import put_in_force

warc = pytest.importorskip("checker.read.archive_warc")

TEXT = "Five men died when the dam at Ikorre broke."
PAGE = "<html><body><p>Caf\u00e9 owners at Ikorre lost five boats.</p></body></html>"


@pytest.fixture
def allowed() -> Iterator[Callable[..., None]]:
    """Puts limits in force for one test."""
    yield lambda **values: put_in_force(Additions(limits=Changed(values)))
    put_in_force(Additions())


def record(kind: str, address: str, content: bytes, media: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-06T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def answer(content: bytes, state: str = "200 OK", **headers: str) -> bytes:
    told = "".join(f"{key.replace('_', '-')}: {value}\r\n" for key, value in headers.items())
    return f"HTTP/1.1 {state}\r\n{told}\r\n".encode() + content


def chunked(content: bytes) -> bytes:
    half = len(content) // 2
    parts = (content[:half], content[half:], b"")
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)


TEXT_ANSWER = answer(TEXT.encode(), Content_Type="text/plain")
GONE = answer(TEXT.encode(), "404 Gone", Content_Type="text/plain")
PACKED = gzip.compress(PAGE.encode("latin-1"))
HTML = {"Content_Type": 'text/html; charset="ISO-8859-1"'}


def members(data: bytes) -> list[Member]:
    return list(warc.read_warc(Source("a.warc", data, limits())))


@pytest.mark.parametrize(
    "content",
    [
        answer(PAGE.encode("latin-1"), **HTML),
        answer(chunked(PAGE.encode("latin-1")), Transfer_Encoding="chunked", **HTML),
        answer(PACKED, Content_Encoding="gzip", **HTML),
        answer(chunked(PACKED), Content_Encoding="gzip", Transfer_Encoding="chunked", **HTML),
    ],
)  # fmt: skip
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pages_come_as_their_servers_meant_them(content: bytes, pack: Callable[[bytes], bytes]) -> None:
    (page,) = members(pack(record("response", "https://post.example/1", content)))
    assert page.data.decode("latin-1") == PAGE
    assert (page.media, page.charset, page.problem) == ("text/html", "ISO-8859-1", "")
    assert dict(page.front) == {"url": "https://post.example/1"}


def test_texts_have_the_address_as_their_name_and_no_date() -> None:
    data = record("response", "https://post.example/1?p=2", TEXT_ANSWER) * 2
    for name, packed in (("a.warc", data), ("a.warc.gz", gzip.compress(data)), ("a", data)):
        found = documents(name, packed)
        assert list(found) == [f"{name}!https://post.example/1?p=2", f"{name}!https://post.example/1?p=2#2"]
        for document in found.values():
            assert (told(document), body(document)) == ({"url": "https://post.example/1?p=2"}, TEXT)


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (record("resource", "https://post.example/a.txt", TEXT.encode(), "text/plain"), True),
        (record("conversion", "https://post.example/a", TEXT.encode(), "text/plain; charset=utf-8"), True),
        (record("response", "https://post.example/a.txt", answer(TEXT.encode())), True),
        (record("response", "https://post.example/a", answer(b"%PDF-1.7", Content_Type="application/pdf")), True),
        (record("request", "https://post.example/a", b"GET / HTTP/1.1\r\n\r\n"), False),
        (record("metadata", "https://post.example/a", TEXT.encode(), "text/plain"), False),
        (record("revisit", "https://post.example/a", TEXT_ANSWER), False),
        (record("response", "https://post.example/a", GONE), False),
        (record("response", "https://post.example/a", answer(b"", "301 Moved", Location="/b")), False),
        (record("response", "https://post.example/a", answer(b"x{}", Content_Type="text/css")), False),
        (record("response", "https://post.example/a", answer(b"\x89PNG", Content_Type="image/png")), False),
        (record("response", "https://post.example/robots.txt", TEXT_ANSWER), False),
    ],
)  # fmt: skip
def test_what_is_a_report(data: bytes, read: bool) -> None:  # noqa: FBT001 a column of the table
    found = members(record("response", "https://post.example/0", TEXT_ANSWER) + data)
    assert len(found) == 1 + read


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (answer(b"no gzip", Content_Encoding="gzip", Content_Type="text/plain"), "cannot be unpacked"),
        (answer(b"zz\r\nx", Transfer_Encoding="chunked", Content_Type="text/plain"), "cannot be unpacked"),
        (answer(gzip.compress(b"0" * 200_000), Content_Encoding="gzip", Content_Type="text/plain"), "larger than 9"),
        (answer(b"0" * 200_000, Content_Type="text/plain"), "larger than 9"),
        (answer(b"", X="y" * 70_000), "cannot be unpacked"),
    ],
)
def test_a_broken_page_leaves_the_others(content: bytes, problem: str, allowed: Callable[..., None]) -> None:
    allowed(document_bytes=99_000)
    other = record("response", "https://post.example/0", TEXT_ANSWER)
    found = outcomes("a.warc", other + record("response", "https://post.example/1.txt", content) + other)
    assert [status for status, _ in found.values()] == ["ok", "failed", "ok"]
    assert problem in found["a.warc!https://post.example/1.txt"][1]


@pytest.mark.parametrize(
    ("data", "status", "reason"),
    [
        (b"WARC/1.0\r\n\r\n", "skipped", "no page that a server answered with"),
        (b"WARC/1.0\r\nX: " + b"y" * 100_000, "failed", "no whole WARC archive"),
        (gzip.compress(record("request", "https://post.example/", b"GET /")), "skipped", "no page"),
    ],
)
def test_archives_without_pages(data: bytes, status: str, reason: str) -> None:
    (found,) = read_bytes("a.warc", data)
    assert outcomes("a.warc", data)["a.warc"][0] == status
    assert reason in found.reason


def test_a_cut_archive_says_so() -> None:
    data = record("response", "https://post.example/1", TEXT_ANSWER)
    found = outcomes("a.warc", data[: data.index(TEXT.encode()) + 10])
    assert found["a.warc!https://post.example/1"] == ("failed", "the record is cut off")


def test_too_many_pages(allowed: Callable[..., None]) -> None:
    allowed(articles=3)
    data = b"".join(record("response", f"https://post.example/{n}", TEXT_ANSWER) for n in range(5))
    found = outcomes("a.warc", data)
    assert found["a.warc"] == ("too-large", "holds more than 3 pages")
    assert len(found) == 4
