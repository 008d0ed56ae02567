"""Bad input of every kind: a clear message, its exit status, no traceback, and the other documents still checked."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import cli

GOOD = "The port of Lirren reopened after the storm.\n"
RULE = """\
summary = "s"
rationale = "r"
severity = "error"
verdict = "conflict"
kind = "pair"
mesage = "typo"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with one good report in news/."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "good.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*args: str, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(cli, args, input=stdin)
    assert "Traceback" not in result.output
    return result


def statuses(*args: str) -> dict[str, str]:
    """Path and status of each document."""
    report = json.loads(check(*args, "--format", "json").stdout)
    return {document["path"]: document["status"] for document in report["documents"]}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (["nowhere"], 2, "nowhere: no such file or folder"),
        (["news/god.txt"], 2, "did you mean 'news/good.txt'?"),
        (["news", "nowhere"], 2, "nowhere: no such file or folder"),
        (["news", "--select", "cuont-mismatch"], 2, "did you mean 'count-mismatch'?"),
        (["news", "--ignore", "no-such-rule-at-all"], 2, "unknown rule 'no-such-rule-at-all'"),
        (["news", "--fail-on", "worse"], 2, "'worse' is not one of"),
        (["news", "--frmat", "json"], 2, "--format"),
        (["news", "--rules", "nowhere"], 2, "nowhere: no such folder of rules"),
        (["cliams", "news"], 2, "did you mean 'check claims'?"),
        (["explain", "cuont-mismatch"], 2, "did you mean 'count-mismatch'?"),
        (["explain", "f-77aa"], 2, "name the reports too"),
        (["explain", "f-77aa", "news"], 2, "no finding f-77aa in these reports"),
        (["explain", "c-77aa", "news"], 2, "two claims"),
        ([], 2, "Usage: check"),
        (["claims"], 2, "Missing argument"),
    ],
)
def test_wrong_use(args: list[str], status: int, message: str) -> None:
    result = check(*args)
    assert result.exit_code == status
    assert message in result.stderr


def test_a_missing_path_does_not_stop_the_others(folder: Path) -> None:
    del folder
    assert statuses("news", "nowhere") == {"news/good.txt": "ok", "nowhere": "failed"}


@pytest.mark.parametrize("name", [None, "photo.jpg", ".hidden.txt"])
def test_nothing_to_check(folder: Path, name: str | None) -> None:
    (folder / "empty").mkdir()
    if name:
        (folder / "empty" / name).write_text("x", encoding="utf-8")
    result = check("empty")
    assert result.exit_code == 4
    assert "nothing to check" in result.stderr
    assert check("empty", "--allow-empty").exit_code == 0


@pytest.mark.parametrize(
    ("content", "status", "reason"),
    [
        (b"caf\xe9", "partial", "is no UTF-8 (byte 3)"),
        (b"\x81\x8d\xff\xfe", "failed", "neither UTF-8"),
        (b"Two\0men", "partial", "NUL"),
        (b"", "no-text", "the file is empty"),
        (b"---\ntitle: a\ntitle: b\n---\nText.", "partial", "'title' is there twice"),
    ],
)
def test_bad_content(folder: Path, content: bytes, status: str, reason: str) -> None:
    (folder / "news" / "bad.txt").write_bytes(content)
    result = check("news")
    assert result.exit_code == 3
    assert f"{status}: news/bad.txt: " in result.stderr
    assert reason in result.stderr
    assert statuses("news") == {"news/good.txt": "ok", "news/bad.txt": status}
    assert check("news", "--allow-incomplete").exit_code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(folder: Path) -> None:
    (folder / "news" / "bad.txt").write_text(GOOD, encoding="utf-8")
    (folder / "news" / "bad.txt").chmod(0)
    assert check("news").exit_code == 3
    assert statuses("news")["news/bad.txt"] == "failed"


def test_a_file_that_the_system_refuses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: str | Path, *rest: int) -> int:
        if str(path).endswith("bad.txt"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *rest)

    (folder / "news" / "bad.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(os, "open", refuse)
    result = check("news")
    assert result.exit_code == 3
    assert "failed: news/bad.txt: permission denied" in result.stderr


def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    result = check("pipe.txt")
    assert result.exit_code == 2
    assert "no regular file but a pipe" in result.stderr


def test_a_wrong_rule_file(folder: Path) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "bad-rule.toml").write_text(RULE, encoding="utf-8")
    result = check("news", "--rules", "rules")
    assert result.exit_code == 2
    assert "bad-rule.toml" in result.stderr
    assert "mesage: unknown key; did you mean 'message'?" in result.stderr


def test_standard_input() -> None:
    assert check("-", stdin=GOOD.encode()).exit_code == 0
    assert check("-", stdin=b"").exit_code == 3


def test_a_folder_named_like_a_command(folder: Path) -> None:
    (folder / "claims").mkdir()
    (folder / "claims" / "a.txt").write_text(GOOD, encoding="utf-8")
    assert "check ./claims" in check("claims").stderr
    assert statuses("./claims") == {"claims/a.txt": "ok"}


def test_escapes_in_a_name_do_not_reach_the_terminal(folder: Path) -> None:
    (folder / "news" / "\x1b[2J\u202ebad.txt").write_bytes(b"")
    result = check("news")
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert "␛[2J\\u202ebad.txt" in result.stderr
