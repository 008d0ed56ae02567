import json
import tomllib
from pathlib import Path

import pytest
from command import check

from checker.config import find_config, load_config
from checker.config.globs import fits
from checker.errors import ConfigError
from checker.rulebook.additions import Additions
from checker.rulebook.toml import line_of
from checker.rulebook.word_lists import put_in_force

POST = "LIRREN, 6 May 2031 - A fire in Lirren killed 26 people on Monday, the police said. Nobody knows how it began.\n"
HERALD = (
    "LIRREN, 6 May 2031 - Smoke hung over the port. The hospital said that 41 people died in Lirren on Monday in the "
    "fire, most of them traders who slept beside their goods.\n"
)


def findings(*args: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(check(*args, "--format", "json").stdout)["findings"]
    return found


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "post.txt").write_text(POST, encoding="utf-8")
    (tmp_path / "news" / "herald.txt").write_text(HERALD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    yield
    put_in_force(Additions())


def write(text: str, name: str = "check.toml") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_two_sources_are_a_warning() -> None:
    assert [found["rule"] for found in findings("news")] == ["source-dispute"]
    assert check("news").exit_code == 1


@pytest.mark.parametrize(
    ("written", "status", "rules"),
    [
        ("", 1, ["source-dispute"]),
        ("fail-on = 'error'", 0, ["source-dispute"]),
        ("severity = { source-dispute = 'error' }\nfail-on = 'error'", 1, ["source-dispute"]),
        ("severity.source-dispute = 'note'", 0, ["source-dispute"]),
        ("ignore = ['source-dispute']", 0, []),
        ("select = ['impossible-date']", 0, []),
        ("per-path-ignores = { 'news' = ['source-dispute'] }", 0, []),
        ("per-path-ignores = { '*.txt' = ['source-dispute'] }", 0, []),
        ("per-path-ignores = { 'post.txt' = ['source-dispute'] }", 1, ["source-dispute"]),
    ],
)
def test_what_the_file_says_holds(written: str, status: int, rules: list[str]) -> None:
    write(written)
    assert check("news").exit_code == status
    assert [found["rule"] for found in findings("news")] == rules


@pytest.mark.parametrize(
    ("options", "status"),
    [(["--fail-on", "note"], 1), (["--select", "source-dispute"], 1), (["--no-config"], 1), ([], 0)],
)
def test_the_command_line_goes_before_the_file(options: list[str], status: int) -> None:
    write("select = ['impossible-date']" if "--select" in options else "fail-on = 'never'")
    assert check("news", *options).exit_code == status


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("\nfial-on = 'error'", "check.toml:2: fial-on: unknown key; did you mean 'fail-on'?"),
        ("fail_on = 'error'", "check.toml:1: fail_on: unknown key; did you mean 'fail-on'?"),
        ("# a\nfail-on = 'severe'", "check.toml:2: fail-on: input should be 'error', 'warning', 'note' or 'never'"),
        ("[[documents]]\npaths = ['a']\n[[documents]]\npath = ['b']", "check.toml:4: documents.1.path: unknown key"),
        ("ignore = 'all'", "check.toml:1: ignore: input should be a valid list"),
        ("ignore = ['source-disputes']", "check.toml:1: ignore: unknown rule 'source-disputes'; did you mean"),
        ("[severity]\nsum-mismatches = 'note'", "check.toml:1: severity: unknown rule 'sum-mismatches'"),
        ("rules = ['house']", "check.toml:1: rules: no such folder 'house'"),
        ("lexicon = ['words']", "check.toml:1: lexicon: no such folder 'words'"),
        ("[tolerances.stocks]\ndefalt = 3", "tolerances: stocks.defalt: unknown key; did you mean 'default'?"),
        ("tolerances.copies.shingle = 'four'", "check.toml:1: tolerances: copies.shingle: input should be a valid int"),
        ("ignore = [", "check.toml: no valid TOML"),
        ("[[documents]]\npaths = ['a']\nlanguage = 'English'", "check.toml:3: documents.0.language"),
    ],
)
def test_a_fault_is_named_with_file_line_and_key(written: str, told: str) -> None:
    write(written)
    result = check("news")
    assert result.exit_code == 2
    assert told in result.stderr


def test_the_nearest_file_wins_and_the_repository_ends_the_search() -> None:
    outer = write("fail-on = 'never'")
    assert find_config(["news/post.txt", "-"]) == outer
    inner = write("fail-on = 'note'", "news/check.toml")
    assert find_config(["news"]) == inner
    assert find_config(["news/post.txt", "news/herald.txt"]) == inner
    assert find_config(["news", "."]) == outer
    Path("news/.git").mkdir()
    inner.unlink()
    assert find_config(["news"]) is None


def test_pyproject_counts_where_it_has_the_table() -> None:
    write("[tool.other]\nx = 1", "pyproject.toml")
    assert find_config(["news"]) is None
    write("[tool.check]\nfail-on = 'nevr'", "pyproject.toml")
    assert find_config(["news"]) == Path("pyproject.toml")
    assert "pyproject.toml:2: fail-on" in check("news").stderr
    write("[tool.check]\nfail-on = 'never'", "pyproject.toml")
    assert check("news").exit_code == 0


def test_the_configuration_in_force_is_shown_and_can_be_used() -> None:
    documents = "[[documents]]\npaths = ['a']\ndate = 2031-05-06"
    write(f"# ours\nfail-on = 'error'\n[severity]\nsource-dispute = 'note'\n{documents}")
    shown = check("config", "news").stdout
    assert 'fail-on = "error"  # check.toml:2' in shown
    assert "ignore = []  # default" in shown
    data = tomllib.loads(shown)
    again = write(shown, "again.toml")
    assert load_config(again).settings == load_config(Path("check.toml")).settings
    assert data["severity"] == {"source-dispute": "note"}


def test_a_fault_shows_in_check_config() -> None:
    write("ignore = ['nothing-like-it']")
    assert check("config", "news").exit_code == 2


@pytest.mark.parametrize("table", ["date = 2031-05-06", "source = 'Lirren Wire'", "title = 'Fire in the market'"])
def test_defaults_hold_where_a_report_is_silent(table: str) -> None:
    write(f"[[documents]]\npaths = ['bare.txt']\n{table}\n[[documents]]\npaths = ['*.txt']\nsource = 'another'")
    write("The fire killed 26 people on Monday.\n", "bare.txt")
    (document,) = json.loads(check("bare.txt", "--format", "json").stdout)["documents"]
    key, value = tomllib.loads(table).popitem()
    assert document["published" if key == "date" else key] == str(value)


def test_defaults_give_way_to_what_the_report_says() -> None:
    write("[[documents]]\npaths = ['news/**']\ndate = 2019-01-01\nsource = 'nobody'")
    write("---\nsource: Lirren Post\ndate: 2031-05-06\n---\n" + POST, "news/post.md")
    documents = json.loads(check("news", "--format", "json").stdout)["documents"]
    told = {document["path"]: (document["source"], document["published"]) for document in documents}
    assert told["news/post.md"] == ("Lirren Post", "2031-05-06")


@pytest.mark.parametrize(
    ("path", "glob", "expected"),
    [
        ("a/b.txt", "a", True),
        ("a/b.txt", "a/", True),
        ("a/b.txt", "./a/*.txt", True),
        ("a/b/c.txt", "a/*.txt", False),
        ("a/b/c.txt", "a/**/*.txt", True),
        ("a/c.txt", "a/**/*.txt", True),
        ("a/b/c.txt", "**/c.txt", True),
        ("a/b/c.txt", "c.txt", True),
        ("a/b/c.txt", "b/c.txt", False),
        ("a/b.txt", "a/?.txt", True),
        ("ab.txt", "a", False),
        ("a/[b].txt", "a/[b].txt", True),
        ("a/b.txt", "a/**", True),
        ("a/b/c.txt", "**/b/*.txt", True),
        ("x/a/b.txt", "./a/*.txt", False),
        ("x/a.txt", "./a.txt", False),
        ("a.txt", "./a.txt", True),
        ("axbxc", "a*b*c", True),
        ("axbxcd", "a*b*c", False),
        ("a", "", False),
        ("a/b", ".", True),
        ("a" * 200, "*a" * 60 + "b", False),
        ("a/" * 100 + "b", "**/" * 50 + "c", False),
    ],
)
def test_globs(path: str, glob: str, expected: bool) -> None:  # noqa: FBT001
    assert fits(path, [glob], Path()) is expected


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("a",), 1),
        (("t", "b"), 4),
        (("t", "u", "c d"), 6),
        (("list", 1, "x"), 10),
        (("list", 0, "y"), 7),
        (("none",), None),
    ],
)
def test_lines_of_keys(key: tuple[str | int, ...], line: int | None) -> None:
    text = "a = 1\n\n[t]\nb = 2\n[ t.u ]\n'c d' = 3\n[[list]]\nx = 1\n[[list]]\nx = 2\n"
    assert line_of(text, key) == line


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path / "none.toml")
    assert check("news", "--config", "a.toml", "--no-config").exit_code == 2
