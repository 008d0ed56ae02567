"""The life of a gate in a scratch repository, run as continuous integration runs it: one process a check."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from news import AGREEING, HERALD, POST

ROOT = Path(__file__).resolve().parent.parent.parent
IN_MAY, IN_2033 = "1937865600", "1988150400"  # seconds: 30 May 2031; 1 January 2033


def run(*words: str, day: str = IN_MAY) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": day}
    command = [sys.executable, "-m", "checker", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def git(*words: str) -> None:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], check=True, capture_output=True)  # noqa: S607


def commit(message: str) -> None:
    git("add", "-A")
    git("commit", "-qm", message)


def sarif(*words: str, day: str = IN_MAY) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(run("news", *words, "--format", "sarif", day=day).stdout)["runs"][0][
        "results"
    ]
    return results


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    Path("news/post.md").write_text(POST, encoding="utf-8")
    Path("news/radio.md").write_text(AGREEING, encoding="utf-8")
    git("init", "-q", "-b", "main")
    commit("reports that agree")


def conflicting_source_arrives() -> None:
    Path("news/herald.md").write_text(HERALD, encoding="utf-8")
    commit("a source that says otherwise")


def test_a_new_source_fails_the_gate_and_a_baseline_passes_it() -> None:
    assert run("news").returncode == 0
    conflicting_source_arrives()
    assert run("news").returncode == 1
    assert run("news", "--changed-since", "HEAD~1").returncode == 1
    assert run("news", "--changed-since", "HEAD").returncode == 0
    assert run("baseline", "write", "news").returncode == 0
    commit("it is known")
    assert run("news", "--baseline", "check-baseline.jsonl").returncode == 0
    (result,) = sarif("--baseline", "check-baseline.jsonl")
    assert result["baselineState"] == "unchanged"


def test_an_acceptance_passes_it_with_its_reason_until_it_expires() -> None:
    conflicting_source_arrives()
    (found,) = json.loads(run("news", "--format", "json").stdout)["findings"]
    said = ["--reason", "the hospital counts the wounded who died", "--until", "2031-12-31", "--by", "desk"]
    assert run("accept", found["id"], "news", *said).returncode == 0
    commit("accepted")
    assert run("news").returncode == 0
    (result,) = sarif()
    (suppression,) = result["suppressions"]
    assert suppression["kind"] == "external"
    assert "the hospital counts the wounded who died" in suppression["justification"]
    late = run("news", day=IN_2033)
    assert late.returncode == 1
    assert "is back" in late.stderr
    (result,) = sarif(day=IN_2033)
    assert not result.get("suppressions")


def test_a_comment_passes_it_with_its_reason() -> None:
    comment = "<!-- check: ignore source-dispute: the hospital counts later -->\n"
    Path("news/herald.md").write_text(
        HERALD.replace("The hospital said", f"{comment}The hospital said"), encoding="utf-8"
    )
    assert run("news").returncode == 0
    (result,) = sarif()
    (suppression,) = result["suppressions"]
    assert suppression["kind"] == "inSource"
    assert "the hospital counts later" in suppression["justification"]


def test_the_baselines_of_two_branches_merge() -> None:
    other = {
        name: text.replace("Lirren", "Mombasa").replace("a fire", "a flood")
        for name, text in (("p", POST), ("h", HERALD))
    }
    Path(".gitattributes").write_text("check-baseline.jsonl merge=union\n", encoding="utf-8")
    run("baseline", "write", "news")
    commit("no finding")
    git("checkout", "-qb", "side")
    conflicting_source_arrives()
    run("baseline", "write", "news")
    commit("known on the side")
    git("checkout", "-q", "main")
    for name, text in other.items():
        Path(f"news/other-{name}.md").write_text(text, encoding="utf-8")
    run("baseline", "write", "news")
    commit("known on main")
    git("merge", "-q", "--no-edit", "side")
    merged = run("news", "--baseline", "check-baseline.jsonl", "--format", "json")
    states = [found["standing"]["state"] for found in json.loads(merged.stdout)["findings"]]
    assert states.count("known") >= 2
