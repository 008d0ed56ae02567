"""Hostile PDF files: an outcome for each, and the run goes on."""

import random
from collections.abc import Callable
from functools import cache

import pytest
from office_files import read_each, read_one
from pdf_files import WIDTH, assembled, line, lines, packed, pdf, stream

from checker.model import FileKind, Status

WHOLE = pdf([lines([f"House {n} of page {page} stands." for n in range(20)]) for page in range(3)])
OUTCOMES = {Status.OK, Status.PARTIAL, Status.FAILED, Status.NO_TEXT, Status.CRASHED, Status.TIMEOUT, Status.ENCRYPTED}


def tree(kids: str, count: int, *more: str | bytes) -> bytes:
    """A file whose pages are told by hand: objects from 3 on are `more`."""
    told = [each.encode() if isinstance(each, str) else each for each in more]
    return assembled(
        [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(), *told]
    )


PAGE = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} 842] >>"
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /Fm1 9 0 R >> >>"
BOMB = "some hundred bytes that unfold to a gigabyte"


@cache
def bomb() -> bytes:
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            PAGE.replace(">>", "/Contents 4 0 R >>").encode(),
            packed(b" " * (1 << 30), 3),
        ]
    )


HOSTILE: dict[str, Callable[[], bytes]] = {
    BOMB: bomb,
    "a flood of operators": lambda: pdf([b"q " * 2_000_000]),
    "a flood of text": lambda: pdf([line("flood " * 10, y=400) * 20_000]),
    "a flood of paths": lambda: pdf([b"0 0 m 9 9 l S " * 300_000]),
    "pages that are their own children": lambda: tree("2 0 R", 5),
    "a page that stands among the pages a thousand times": lambda: tree("3 0 R " * 1_000, 1_000, PAGE),
    "two thousand million pages": lambda: tree("3 0 R", 2_000_000_000, PAGE),
    "fewer than no pages": lambda: tree("3 0 R", -5, PAGE),
    "a form that draws itself": lambda: pdf(["/Fm1 Do"], more=[stream(b"/Fm1 Do " * 50, FORM)]),
    "nested arrays": lambda: assembled([b"[" * 500_000]),
    "nested dictionaries": lambda: assembled([b"<< /Type /Catalog /Pages " + b"<< /A " * 200_000]),
    "letters of no size and of every size": lambda: pdf(
        ["".join(line("Giant", size=size) for size in (0, -11, 1e30, 1e-30, 4e38))]
    ),
    "letters out of sight": lambda: pdf(["".join(line("far", x=x, y=-x) for x in (1e9, -1e30, 3e38, 32_768))]),
    "a matrix without extent": lambda: pdf([line("flat", turn="0 0 0 0") + line("thin", turn="1 0 0 0")]),
    "a page of any size": lambda: pdf([line("held")], page="/MediaBox [0 0 1e30 -1e30] /Rotate 91"),
    "a catalog without pages": lambda: assembled([b"<< /Type /Catalog >>"]),
    "a table of places that leads to itself": lambda: WHOLE.replace(b"/Size", b"/Prev 0 /Size"),
    "nothing but a head": lambda: b"%PDF-1.7\n",
    "strings without end": lambda: pdf([b"BT /F1 11 Tf 72 700 Td (" + b"(" * 400_000]),
    "a title of a megabyte": lambda: pdf([line("held")], info={"Title": "held " * 200_000}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_an_outcome_for_each(name: str) -> None:
    found = read_one("a.pdf", HOSTILE[name]())
    assert found.kind is FileKind.PDF
    assert found.status in OUTCOMES
    assert (found.reason == "") is (found.status is Status.OK)


def test_the_run_goes_on() -> None:
    assert len(bomb()) < 1_000
    found = [document.status for document in read_each("a.pdf", (WHOLE, bomb(), WHOLE))]
    assert found[0] is Status.OK
    assert found[1] is not Status.OK
    assert found[2] is Status.OK


@pytest.mark.parametrize("percent", range(1, 100, 4))
def test_half_a_file_is_never_whole(percent: int) -> None:
    found = read_one("a.pdf", WHOLE[: len(WHOLE) * percent // 100])
    assert found.status in OUTCOMES - {Status.OK}
    assert found.reason


@pytest.mark.parametrize("seed", range(20))
def test_spoilt_bytes(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 the same bytes each time
    spoilt = bytearray(WHOLE)
    for _ in range(40):
        spoilt[chance.randrange(9, len(spoilt))] = chance.randrange(256)
    found = read_one("a.pdf", bytes(spoilt))
    assert found.status in OUTCOMES


@pytest.mark.parametrize("seed", range(8))
def test_garbage(seed: int) -> None:
    found = read_one("a.pdf", b"%PDF-1.7\n" + random.Random(seed).randbytes(20_000))  # noqa: S311
    assert found.status is Status.FAILED
    assert found.reason
