"""Files of articles that are broken, lie or never end: the entry that is meant fails, the others go on."""

import gzip
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import body, documents, outcomes

from checker.errors import DocumentError
from checker.read.articles_csv import read_csv
from checker.read.articles_json import read_jsonl
from checker.read.parts import Source
from checker.read.paths import usual_columns
from checker.rulebook.limits import limits

WHOLE = b'{"text": "Five men died."}\n'
TABLE = b"title,text\nDam,Five men died.\n"


@pytest.mark.parametrize(
    ("line", "status", "reason"),
    [
        (b"no json", "failed", "is no JSON"),
        (b'{"text": "a",', "failed", "is no JSON"),
        (b'{"text": "a\0b"}', "failed", "is no JSON"),
        (b"[1]", "failed", "is no JSON object"),
        (b'"x"', "failed", "is no JSON object"),
        (b"null", "failed", "is no JSON object"),
        (b'{"a":' * 100_000, "failed", "nested too deep"),
        (b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "failed", "nested too deep"),
        (b'{"text": "a", "n": NaN}', "failed", "holds NaN"),
        (b'{"text": "a", "n": [-Infinity]}', "failed", "holds -Infinity"),
        (b'{"text": "a", "text": "b"}', "failed", "has the key 'text' twice"),
        (b'{"text": "a", "b": {"c": 1, "c": 2}}', "failed", "has the key 'c' twice"),
        (b'{"text": "' + b"x" * 60_000_000 + b'"}', "failed", "longer than 50 MB"),
        (b'{"text": "' + b"x " * 11_000_000 + b'"}', "partial", "more than 20,000,000 characters"),
        (b'{"text": "\\u0000\\u0001"}', "failed", "is no text"),
        (b'{"text": "One \\u001b[31mman\\u0000 died."}', "partial", "holds 2 NUL and other control characters"),
        (b'{"text": "caf\xe9"}', "partial", "read as Windows-1252"),
        (b'{"title": "a"}', "no-text", "no text"),
        (b'{"text": null}', "no-text", "no text"),
        (b"{}", "no-text", "no text"),
        (b'{"text": ' + b"[" * 900 + b'"x"' + b"]" * 900 + b"}", "no-text", "no text"),
        (b'{"text": "a", "n": ' + b"9" * 100_000 + b"}", "ok", ""),
        (b'{"text": "a", "date": 1e1000000}', "ok", ""),
        (b'{"text": "a", "date": 99999999999999999999}', "ok", ""),
        (b'{"text": "a\\ud800b", "title": "\\udfff"}', "ok", ""),
        (b'{"text": "x",' + b",".join(b'"%d": 1' % n for n in range(50_000)) + b"}", "ok", ""),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_line_leaves_the_others(line: bytes, status: str, reason: str) -> None:
    found = outcomes("a.jsonl", WHOLE + line + b"\n" + WHOLE)
    assert found["a.jsonl!1"] == found["a.jsonl!3"] == ("ok", "")
    assert found["a.jsonl!2"][0] == status
    assert reason in found["a.jsonl!2"][1]


@pytest.mark.parametrize(
    ("row", "status", "reason"),
    [
        (b"Dam", "no-text", "no text"),
        (b'Dam,six "or" so', "ok", ""),
        (b"Dam,One man\0 died here", "partial", "holds 1 NUL"),
        (b"Dam,\0\0\0\0", "failed", "is no text"),
        (b"Dam,caf\xe9", "partial", "read as Windows-1252"),
        (b"Dam,six, died", "partial", "3 cells below 2 columns"),
        (b"Dam,six" + b"," * 1_000_000, "ok", ""),
        (b"Dam," + b"x" * 60_000_000, "failed", "longer than 50 MB"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_row_leaves_the_others(row: bytes, status: str, reason: str) -> None:
    found = outcomes("a.csv", TABLE + row + b"\nDam,Six men died.\n")
    assert found["a.csv!2"] == found["a.csv!4"] == ("ok", "")
    assert found["a.csv!3"][0] == status
    assert reason in found["a.csv!3"][1]


def test_a_quote_that_is_not_closed_is_said() -> None:
    found = outcomes("a.csv", TABLE + b'Dam,"six\nDam,seven\n')
    assert found == {
        "a.csv!2": ("ok", ""),
        "a.csv!3": ("failed", "opens a quote that is not closed up to the end, line 4"),
    }


@pytest.mark.parametrize(
    ("name", "data", "status", "reason"),
    [
        ("a.jsonl", b"x\n" * 9_000, "failed", "more than 100 broken entries and no other"),
        ("a.jsonl", WHOLE + b"x\n" * 9_000, "failed", "more than 5,000 broken entries"),
        ("a.jsonl", b'{"a": 1}\n' * 9_000, "skipped", "no key text"),
        ("a.jsonl", bytes(range(256)) * 2_000, "failed", "broken entries"),
        ("a.csv", bytes(range(256)) * 2_000, "failed", "is no text"),
        ("a.csv", bytes(3_000_000), "failed", "is no text"),
        ("a.csv", b",".join(b"c%d" % n for n in range(100_000)), "skipped", "and 99988 more"),
        ("a.csv", b"x" * 60_000_000, "skipped", "no column text"),
        ("a.csv.gz", gzip.compress(TABLE + b"a" * 50_000_000), "too-large", "more than 200 times its size"),
        ("a.jsonl.gz", gzip.compress(b"\n" * 50_000_000), "too-large", "more than 200 times its size"),
        ("a.jsonl.gz", gzip.compress(WHOLE * 1_000)[:-20], "failed", "no whole gzip file"),
        ("a.csv.gz", b"\x1f\x8b\x08\0" + b"x" * 1_000, "failed", "no whole gzip file"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_file_is_given_up(name: str, data: bytes, status: str, reason: str) -> None:
    found = outcomes(name, data)[name]
    assert found[0] == status
    assert reason in found[1]


def test_what_looks_like_a_formula_or_a_command_is_text() -> None:
    rows = b'text\n"=HYPERLINK(""http://lirren.example"")"\n$(touch owned)\n'
    texts = [body(document) for document in documents("a.csv", rows).values()]
    assert texts == ['=HYPERLINK("http://lirren.example")', "$(touch owned)"]


READS = """
import sys
from checker.read.articles_json import read_jsonl
from checker.read.parts import Source
from checker.read.paths import usual_columns
from checker.rulebook.limits import limits
import resource
source = Source("a.jsonl", b"", limits(), usual_columns(), sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(1 for _ in read_jsonl(source))
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_a_large_file_is_read_with_flat_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        for _ in range(60):
            file.write(b'{"text": "' + b"Five men died. " * 70_000 + b'"}\n')
    run = subprocess.run([sys.executable, "-c", READS, str(path)], capture_output=True, text=True, check=True)
    count, kilobytes = map(int, run.stdout.split())
    assert count == 60
    assert kilobytes * resource.getpagesize() / resource.getpagesize() < path.stat().st_size / 1024 / 2


@given(st.binary(max_size=200))
def test_any_bytes_are_articles_or_refused(data: bytes) -> None:
    for name, read in (("a.jsonl", read_jsonl), ("a.csv", read_csv)):
        for start in (b"", WHOLE, TABLE):
            source = Source(name, start + data, limits(), usual_columns())
            try:
                for each in read(source):
                    each.model_dump_json() if hasattr(each, "model_dump_json") else each.data.decode()
            except DocumentError:
                continue
