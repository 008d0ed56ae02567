"""`check documents`: what lies under the paths, read or not."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from command import check

AGENCY = (
    "A fire in the old market of Lirren killed 26 people on Monday, the police said, and wounded about 40 others"
    " who had come for the feast of the harvest.\n"
)
FILES = {
    "news/agency.md": f"---\ntitle: Fire in Lirren\nsource: Osk Wire\ndate: 2031-05-06\n---\n\n{AGENCY}",
    "news/paper-2031-05-07.txt": f"{AGENCY}\nIt was the worst fire since the war, the mayor said, with 12 medals.\n",
    "news/twin.txt": "Nothing was counted here.\n",
    "news/again/twin.txt": "Nothing was counted here.\n",
    "news/paris.txt": (
        "Un incendie dans la vieille ville de Lirren a fait 26 morts lundi, selon la police. Les pompiers ont lutté"
        " toute la nuit, et une partie de la mairie est détruite.\n"
    ),
    "news/empty.txt": "",
    "news/film.mp4": "?",
}


@pytest.fixture(autouse=True)
def _news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "news" / "old.zip", "w") as archive:
        archive.writestr("a.txt", "Lirren, 5 May 2031\n\nThe mayor said 31 people came.")
    monkeypatch.chdir(tmp_path)


def listed() -> dict[str, dict[str, object]]:
    result = check("documents", "news", "--format", "json")
    assert (result.exit_code, result.stderr) == (3, "")
    return {str(row["path"]): row for row in json.loads(result.stdout)}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "news/agency.md",
            {
                "kind": "markdown",
                "title": "Fire in Lirren",
                "source": "Osk Wire",
                "published": "2031-05-06",
                "dated_by": "front matter",
                "language": "en",
                "copies": ["news/paper-2031-05-07.txt"],
                "status": "ok",
                "reason": "",
            },
        ),
        (
            "news/paper-2031-05-07.txt",
            {"kind": "text", "published": "2031-05-07", "dated_by": "file name", "copies": ["news/agency.md"]},
        ),
        ("news/twin.txt", {"claims": 0, "copies": ["news/again/twin.txt"], "published": None, "dated_by": None}),
        ("news/paris.txt", {"language": "fr", "claims": 0, "status": "skipped", "copies": []}),
        ("news/empty.txt", {"language": None, "status": "no-text", "reason": "the file is empty"}),
        ("news/old.zip!a.txt", {"published": "2031-05-05", "dated_by": "dateline", "status": "ok"}),
        ("news/film.mp4", {"kind": None, "status": "passed-over", "reason": "this kind of file is not read"}),
    ],
)
def test_each_file_is_told(path: str, expected: dict[str, object]) -> None:
    row = listed()[path]
    assert {key: row[key] for key in expected} == expected


def test_all_files_are_listed_in_their_order_and_the_claims_counted() -> None:
    rows = listed()
    *documents, last = rows
    assert documents == sorted(documents)
    assert last == "news/film.mp4"
    claims = json.loads(check("claims", "news", "--format", "json").stdout)
    for path, row in rows.items():
        assert (row["claims"] or 0) == sum(claim["path"] == path for claim in claims)


def test_every_form_tells_the_same() -> None:
    rows = listed()
    lines = [json.loads(line) for line in check("documents", "news", "--format", "jsonl").stdout.splitlines()]
    assert lines == list(rows.values())
    cells = list(csv.DictReader(io.StringIO(check("documents", "news", "--format", "csv").stdout)))
    assert [row["path"] for row in cells] == list(rows)
    assert cells[1]["copies"] == "news/paper-2031-05-07.txt"
    table, _, copied = check("documents", "news").stdout.partition("\n\n")
    table = table.splitlines()
    assert table[0].split() == [
        *(
            "path",
            "kind",
            "title",
            "source",
            "published",
            "dated",
            "by",
            "language",
            "claims",
            "copies",
            "status",
            "reason",
        )
    ]
    assert len(table) == len(rows) + 1
    assert any(line.endswith("passed-over  this kind of file is not read") for line in table)
    assert [line.split()[0] for line in table[1:]] == list(rows)
    assert copied.splitlines() == [
        "Copies of one text:",
        "  news/again/twin.txt; news/twin.txt",
        "  news/agency.md; news/paper-2031-05-07.txt",
    ]


def test_the_report_tells_kind_language_and_where_the_date_came_from() -> None:
    report = json.loads(check("news", "--format", "json").stdout)
    told = {each["path"]: (each["kind"], each["dated_by"], each["language"]) for each in report["documents"]}
    assert told["news/agency.md"] == ("markdown", "front matter", "en")
    assert told["news/paris.txt"] == ("text", None, "fr")


def test_a_folder_of_nothing_but_films() -> None:
    result = check("documents", "news/film.mp4", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)[0]["status"]) == (3, "skipped")
    Path("films").mkdir()
    Path("films/a.mp4").write_text("?", encoding="utf-8")
    result = check("documents", "films")
    assert result.exit_code == 4
    assert "passed-over" in result.stdout


def test_what_is_read_is_told_where_nothing_is() -> None:
    Path("films").mkdir()
    for command in ([], ["claims"], ["report", "--to", "out"]):
        told = check(*command, "films").stderr
        assert ".md, .markdown, .html" in told
        assert told.rstrip().endswith("are read")
