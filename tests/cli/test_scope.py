import json
import os
import subprocess
from pathlib import Path

import pytest
from command import check
from news import AGREEING, FURTHER, HERALD, NEWS, POST

from checker.errors import UsageError
from checker.read.revisions import changed_since

NAMES = ["plain.md", "two words.md", 'quote".md', "line\nbreak.md", "-rf.md", "naïve.md", "$(id).md"]


def findings(*args: str) -> list[list[str]]:
    """The paths of each finding's places."""
    report = json.loads(check(*args, "--format", "json").stdout)
    return [sorted({place["path"] for place in found["locations"]}) for found in report["findings"]]


def git(*words: str) -> str:
    name = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", *name, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "archive").mkdir()
    for name, text in NEWS.items():
        (tmp_path / "archive" / name).write_text(text, encoding="utf-8")
    (tmp_path / "draft.md").write_text(AGREEING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return tmp_path


def test_an_archives_own_disputes_are_not_shown() -> None:
    Path("sport.md").write_text(POST.replace("26 people", "2 people").replace("Lirren", "Mombasa"), encoding="utf-8")
    assert findings("archive") == [["archive/herald.md", "archive/post.md"]]
    assert findings("sport.md", "--against", "archive") == []
    assert check("sport.md", "--against", "archive").exit_code == 0


def test_a_draft_that_carries_one_side_of_an_old_dispute_is_shown_for_it() -> None:
    assert findings("draft.md", "--against", "archive") == [["archive/herald.md", "draft.md"]]
    long = AGREEING.replace(
        "rang in all night. In Lirren", f"rang in all night; {'and still it burnt ' * 40}; in Lirren"
    )
    Path("draft.md").write_text(long, encoding="utf-8")
    (found,) = json.loads(check("draft.md", "--against", "archive", "--format", "json").stdout)["findings"]
    assert all(len(place["quote"]) <= 400 for place in found["locations"])
    assert "26 people" in next(place["quote"] for place in found["locations"] if place["path"] == "draft.md")


@pytest.mark.parametrize("archive", ["archive", "./archive/", "archive/../archive", "archive/herald.md"])
def test_a_draft_is_checked_against_the_archive(archive: str) -> None:
    Path("draft.md").write_text(FURTHER, encoding="utf-8")
    assert any("draft.md" in places for places in findings("draft.md", "--against", archive))
    assert check("draft.md", "--against", archive).exit_code == 1


def test_drafts_are_checked_among_themselves() -> None:
    Path("second.md").write_text(HERALD, encoding="utf-8")
    assert any(
        places == ["draft.md", "second.md"] for places in findings("draft.md", "second.md", "--against", "archive")
    )


def test_a_draft_may_lie_in_the_archive(folder: Path) -> None:
    assert findings("archive/post.md", "--against", ".") == [["archive/herald.md", "archive/post.md"]]
    assert findings(str(folder / "archive" / "post.md"), "--against", ".") != []
    assert findings("draft.md", "--against", "draft.md") == []


def test_the_configuration_may_name_the_archive() -> None:
    Path("check.toml").write_text("against = ['archive']", encoding="utf-8")
    Path("draft.md").write_text(FURTHER, encoding="utf-8")
    assert findings("draft.md") != []
    assert findings("draft.md", "--no-config") == []


def test_an_archive_that_is_not_there() -> None:
    result = check("draft.md", "--against", "nowhere")
    assert result.exit_code == 2
    assert "--against nowhere: no such file or folder" in result.stderr


def test_what_changed_is_the_draft() -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    assert findings(".", "--changed-since", "HEAD") == []
    unchanged = check(".", "--changed-since", "HEAD")
    assert unchanged.exit_code == 0
    assert "no report among these paths changed since HEAD" in unchanged.stderr
    Path("archive/post.md").write_text(POST.replace("new pumps", "pumps"), encoding="utf-8")
    assert findings(".", "--changed-since", "HEAD") != []
    git("commit", "-qam", "second")
    assert findings(".", "--changed-since", "HEAD") == []
    assert findings(".", "--changed-since", "HEAD~1") != []
    Path("radio.md").write_text(FURTHER, encoding="utf-8")
    assert any("radio.md" in places for places in findings(".", "--changed-since", "HEAD"))
    assert findings("archive", "--changed-since", "HEAD") == []


@pytest.mark.parametrize(
    ("revision", "told"),
    [("nothing", "no such revision"), ("--output=x", "no such revision"), ("HEAD:archive", "no such revision")],
)
def test_a_revision_that_is_none(revision: str, told: str) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    result = check(".", f"--changed-since={revision}")
    assert result.exit_code == 2
    assert told in result.stderr
    assert not Path("x").exists()


def test_no_repository() -> None:
    result = check("archive", "--changed-since", "HEAD")
    assert result.exit_code == 2
    assert "git says of" in result.stderr
    assert "not a git repository" in result.stderr


def test_no_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "git, which is not installed" in check("archive", "--changed-since", "HEAD").stderr


def test_names_of_every_kind(folder: Path) -> None:
    git("init", "-q")
    git("commit", "-q", "--allow-empty", "-m", "first")
    for name in NAMES[:4]:
        Path(name).write_text("x", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "second")
    for name in NAMES[4:]:
        Path(name).write_text("x", encoding="utf-8")
    found = {Path(path).name for path in changed_since("HEAD~1", folder)}
    assert set(NAMES) <= found


def test_nothing_that_the_repository_configures_is_run(folder: Path) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    for key in ("core.fsmonitor", "diff.external", "diff.x.textconv", "core.pager"):
        git("config", key, f"touch {folder}/ran")
    Path(".gitattributes").write_text("*.md diff=x\n", encoding="utf-8")
    Path("draft.md").write_text(FURTHER, encoding="utf-8")
    assert any(path.endswith("draft.md") for path in changed_since("HEAD", folder))
    assert not Path("ran").exists()


def test_a_hooks_own_repository_is_not_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(folder / "elsewhere"))
    with pytest.raises(UsageError, match="not a git repository"):
        changed_since("HEAD", folder)
    monkeypatch.delenv("GIT_DIR")
    git("init", "-q")
    git("commit", "-q", "--allow-empty", "-m", "first")
    monkeypatch.setenv("GIT_DIR", str(folder / "elsewhere"))
    assert changed_since("HEAD", folder)


def test_baselines_decisions_and_explanations_see_the_archive_too() -> None:
    Path("check.toml").write_text("against = ['archive']", encoding="utf-8")
    Path("draft.md").write_text(FURTHER, encoding="utf-8")
    assert check("baseline", "write", "draft.md").exit_code == 0
    assert check("draft.md", "--baseline", "check-baseline.jsonl").exit_code == 0
    found = str(json.loads(check("draft.md", "--format", "json").stdout)["findings"][0]["id"])
    assert check("explain", found, "draft.md").exit_code == 0
    said = ["--until", "2999-01-01", "--reason", "x", "--by", "y"]
    assert check("accept", found, "draft.md", *said).exit_code == 0
    assert check("draft.md").exit_code == 0
