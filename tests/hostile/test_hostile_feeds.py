"""Feeds that try to read files, reach the network or fill memory."""

from pathlib import Path

import pytest

from checker.model import Document
from checker.read import read_bytes

ITEM = "<item><title>Dam holds</title><description>The dam held, and 12 people were rescued.{}</description></item>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))


def feed(declared: str, inner: str = "") -> bytes:
    return f'<?xml version="1.0"?>{declared}<rss version="2.0"><channel>{ITEM.format(inner)}</channel></rss>'.encode()


def read(data: bytes) -> list[Document]:
    return [found for found in read_bytes("a.rss", data) if isinstance(found, Document)]


def test_entities_that_unfold_are_refused() -> None:
    (found,) = read(feed(f"<!DOCTYPE rss [{LAUGHS}]>", "&l11;"))
    assert (found.status.value, found.text) == ("failed", "")
    assert "declares entities" in found.reason


@pytest.mark.parametrize("kind", ["SYSTEM", "PUBLIC 'x'"])
def test_no_file_comes_in_by_an_entity(tmp_path: Path, kind: str) -> None:
    (tmp_path / "secret").write_text("the secret word is Mandragora")
    (found,) = read(feed(f"<!DOCTYPE rss [<!ENTITY x {kind} '{(tmp_path / 'secret').as_uri()}'>]>", "&x;"))
    assert found.status.value == "failed"
    assert "Mandragora" not in found.model_dump_json()


HOSTILE = [
    ("elements nested deep", feed("", "<x>" * 100_000)),
    ("escaped divisions nested deep", feed("", "&lt;div&gt;" * 100_000)),
    ("an attribute without an end", feed("", '<x a="' + "b" * 1_000_000)),
    ("a hundred thousand empty items", b"<rss><channel>" + b"<item/>" * 100_000 + b"</channel></rss>"),
    ("brackets alone", b"<rss>" + b"<" * 1_000_000),
    ("a character without a number", feed("", "&#99999999;")),
    ("sections without an end", b"<rss><channel>" + b"<![CDATA[" * 100_000),
]


@pytest.mark.parametrize("data", [data for _, data in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_a_hostile_feed_ends_in_a_status(data: bytes) -> None:
    found = read(data)
    assert found
    assert all(document.status.value == "ok" or document.reason for document in found)
