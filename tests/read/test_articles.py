import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from reading import body, documents, outcomes, told

from checker.cli import cli
from checker.model import Columns
from checker.read import read_all
from checker.rulebook.additions import Additions, Changed
from checker.rulebook.word_lists import put_in_force

Allowed = Callable[..., None]
TEXT = "Five men died when the dam at Ikorre broke."


@pytest.fixture
def allowed() -> Iterator[Allowed]:
    """Puts limits in force for one test."""
    yield lambda **values: put_in_force(Additions(limits=Changed(values)))
    put_in_force(Additions())


def line(**values: object) -> bytes:
    return json.dumps(values).encode() + b"\n"


@pytest.mark.parametrize(
    ("record", "front", "text"),
    [
        ({"text": TEXT, "title": "Dam", "source": "Post", "date": "2024-05-06"},
         {"title": "Dam", "source": "Post", "date": "2024-05-06"}, TEXT),
        ({"body": TEXT, "Headline": "Dam", "Publication Date": "6 May 2024", "URL": "https://post.example/1"},
         {"title": "Dam", "date": "6 May 2024", "url": "https://post.example/1"}, TEXT),
        ({"text": ["One.", "Two.", ["Three."]], "source": {"id": 7, "name": "Post"}}, {"source": "Post"},
         "One.\n\nTwo.\n\nThree."),
        ({"text": TEXT, "date": 1714989600}, {"date": "2024-05-06 10:00:00+00:00"}, TEXT),
        ({"text": TEXT, "date": 1714989600000, "title": 5, "source": None, "url": True},
         {"date": "2024-05-06 10:00:00+00:00", "title": "5"}, TEXT),
        ({"text": "", "content": TEXT, "body": "Not this one."}, {}, "Not this one."),
    ],
)  # fmt: skip
def test_keys(record: dict[str, object], front: dict[str, str], text: str) -> None:
    found = documents("a.jsonl", line(**record))["a.jsonl!1"]
    assert (told(found), body(found), found.reason) == (front, text, "")


@pytest.mark.parametrize(
    ("table", "front", "text"),
    [
        ('title,text,date\r\nDam,"Five, or\r\n""six"" men",2024-05-06\r\n', {"title": "Dam", "date": "2024-05-06"},
         'Five, or\n"six" men'),
        ("Title;Text\nDam, again;Five died, one is missing\n", {"title": "Dam, again"}, "Five died, one is missing"),
        ("TITLE\tArticle Text\nDam\tFive died\n", {"title": "Dam"}, "Five died"),
        ("title|body|id\nDam|Five died|7\n", {"title": "Dam"}, "Five died"),
        ("sep=;\ntitle;text\nDam;Five died\n", {"title": "Dam"}, "Five died"),
        ("\ufefftext\nFive died\n", {}, "Five died"),
        ("text\rFive died\r", {}, "Five died"),
        ("text,text\nFive died,Six died\n", {}, "Five died"),
        ("text,title\nFive died", {}, "Five died"),
        ("\n\ntext\n\n\nFive died\n\n", {}, "Five died"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32-be"])
def test_tables(table: str, front: dict[str, str], text: str, encoding: str) -> None:
    (found,) = documents("a.csv", table.encode(encoding)).values()
    assert (told(found), body(found), found.reason) == (front, text, "")


def test_entries_are_known_by_their_lines() -> None:
    rows = b'text\n"Five\nmen\ndied"\n\nSix died\n'
    assert list(documents("a.csv", rows)) == ["a.csv!2", "a.csv!6"]
    assert list(documents("a.jsonl", b"\n" + line(text="a") + b" \n" + line(text="b"))) == ["a.jsonl!2", "a.jsonl!4"]


def test_a_page_in_a_column_is_read_as_a_page() -> None:
    found = documents("a.jsonl", line(text=f"<p>{TEXT}</p><p>The mayor <b>resigned</b>.</p>", title="Dam"))
    assert "<" not in "".join(body(document) for document in found.values())


@pytest.mark.parametrize(
    ("name", "data", "there"),
    [
        ("a.csv", b"date,place,killed\n2024-05-06,Ikorre,5\n", "no column text, body, content"),
        ("a.csv", b"date,place,killed\n2024-05-06,Ikorre,5\n", "there are date, place, killed"),
        ("a.jsonl", b'{"place": "Ikorre", "killed": 5}\n', "there are place, killed"),
        ("a.csv", b",".join(b"c%d" % n for n in range(40)), "c11 and 28 more"),
    ],
)
def test_a_file_without_texts_is_no_report(name: str, data: bytes, there: str, tmp_path: Path) -> None:
    ((status, reason),) = outcomes(name, data).values()
    assert status == "skipped"
    assert there in reason
    assert "name it under [columns] in check.toml" in reason
    (tmp_path / name).write_bytes(data)
    reading = read_all([str(tmp_path)])
    assert not reading.documents
    assert there in reading.notices[0]


@pytest.mark.parametrize(
    ("columns", "record", "text"),
    [
        (Columns(text=("haupttext",)), {"text": "No.", "Haupttext": TEXT}, TEXT),
        (Columns(text=("article.body",)), {"text": "No.", "article": {"Body": TEXT}}, TEXT),
        (Columns(text=("article.body",)), {"text": "No.", "article.body": TEXT, "article": {"body": "No."}}, TEXT),
    ],
)
def test_the_configuration_names_keys(columns: Columns, record: dict[str, object], text: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(line(**record))
    (document,) = read_all([str(tmp_path)], columns).documents
    assert document.text == text


OUTPUTS = [
    ["seeds", "--fail-on", "never", "--format", "csv"],
    ["seeds", "--fail-on", "never", "--format", "csv-claims"],
    ["seeds", "--fail-on", "never", "--format", "csv-facts"],
    ["seeds", "--fail-on", "never", "--format", "jsonl"],
    ["claims", "seeds", "--format", "csv"],
    ["claims", "seeds", "--format", "jsonl"],
    ["facts", "seeds", "--format", "csv"],
    ["facts", "seeds", "--format", "jsonl"],
    ["facts", "seeds", "--incidents", "--format", "csv"],
    ["facts", "seeds", "--incidents", "--format", "jsonl"],
]


@pytest.mark.parametrize("args", OUTPUTS, ids=" ".join)
def test_what_the_checker_wrote_is_no_article(args: list[str], tmp_path: Path) -> None:
    written = CliRunner().invoke(cli, args).stdout
    name = "out.jsonl" if "jsonl" in args else "out.csv"
    assert outcomes(name, written.encode()) == {name: ("notice", "written by check, no news")}
    assert outcomes(f"{name}.gz", gzip.compress(written.encode()))[f"{name}.gz!{name}"][0] == "notice"
    assert not list(tmp_path.iterdir())


def test_a_baseline_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "check-baseline.jsonl"
    CliRunner().invoke(cli, ["baseline", "write", "seeds", "--baseline", str(path)])
    assert outcomes("b.jsonl", path.read_bytes()) == {"b.jsonl": ("notice", "written by check, no news")}


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz", "a.tsv.gz"])
def test_packed_files_of_articles_are_read_piece_by_piece(name: str, allowed: Allowed) -> None:
    rows = [f"{TEXT} {'Rain fell. ' * 50}{number}" for number in range(3_000)]
    plain = b"text\n" + "\n".join(rows).encode() if "sv" in name else b"".join(line(text=row) for row in rows)
    allowed(document_bytes=100_000, unpacked_bytes=100_000)
    found = documents(name, gzip.compress(plain))
    assert len(found) == len(rows)
    assert {document.status.value for document in found.values()} == {"ok"}


def test_a_large_file_is_read_from_the_disk(tmp_path: Path, allowed: Allowed) -> None:
    (tmp_path / "a.jsonl").write_bytes(line(text=TEXT) * 3_000)
    allowed(document_bytes=50_000)
    assert len(read_all([str(tmp_path)]).documents) == 3_000
