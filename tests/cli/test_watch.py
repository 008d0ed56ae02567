import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from command import check
from news import HERALD, NEWS

Edit = Callable[[], None]


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Edit]:
    """Edits that happen while `check --watch` waits, one after the other; then somebody presses Ctrl-C."""
    edits: list[Edit] = []

    def watch(*paths: str, debounce: int) -> Iterator[set[tuple[int, str]]]:
        assert paths[0] == "news"
        assert debounce > 0
        for edit in edits:
            before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
            edit()
            after = {path for path in tmp_path.rglob("*") if path.is_file()}
            yield {(1, str(path)) for path in after if before.get(path) != path.read_bytes()}
        raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    for name, text in NEWS.items():
        (tmp_path / "news" / name).write_text(text, encoding="utf-8")
    return edits


def write(text: str, name: str = "news/herald.md") -> Edit:
    def edit() -> None:
        Path(name).write_text(text, encoding="utf-8")

    return edit


def test_it_is_checked_again_after_every_change(watched: list[Edit]) -> None:
    watched += [write(HERALD.replace("41", "26")), write(HERALD)]
    result = check("news", "--watch")
    assert result.exit_code == 130
    assert result.stdout.count("source-dispute") == 2
    assert result.stderr.count("--- herald.md changed") == 2


def test_what_no_check_reads_and_what_the_check_writes_is_passed_over(watched: list[Edit]) -> None:
    watched += [write("x", "news/notes.tmp"), write("x", "news/out.json"), write("x", "news/out.md")]
    result = check("news", "--watch", "-o", "json=news/out.json", "-o", "markdown=news/out.md")
    assert result.exit_code == 130
    assert "changed" not in result.stderr


def test_a_file_half_written_does_not_end_it(watched: list[Edit]) -> None:
    Path("check.toml").write_text("", encoding="utf-8")
    watched += [write("fail-on = ", "check.toml"), write("fail-on = 'error'", "check.toml")]
    result = check("news", "--watch")
    assert result.exit_code == 130
    assert result.stderr.count("no valid TOML") == 1
    assert result.stdout.count("source-dispute") == 2


def test_without_watchfiles_it_says_what_to_install(watched: list[Edit], monkeypatch: pytest.MonkeyPatch) -> None:
    del watched
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = check("news", "--watch")
    assert result.exit_code == 2
    assert "claim-checker[watch]" in result.stderr


def test_standard_input_cannot_be_watched() -> None:
    assert "cannot be watched" in check("-", "--watch").stderr
