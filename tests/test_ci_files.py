"""The files by which others run the checker: hooks, an action, and what the documents show."""

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker.cli.run import run
from checker.config import Settings
from checker.report.formats import FORMATS

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
from build_configuration import HEAD, TARGET, reference
from news import AGREEING, HERALD, POST

ROOT = Path(__file__).resolve().parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
MANIFEST = {  # what pre-commit asks of a hook
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "name", "entry", "language"],
        "additionalProperties": False,
        "properties": {
            **{key: {"type": "string"} for key in ("id", "name", "entry", "description", "files")},
            "language": {"const": "python"},
            "args": {"type": "array", "items": {"type": "string"}},
            **{key: {"type": "boolean"} for key in ("require_serial", "pass_filenames", "always_run")},
        },
    },
}


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of reports, and a PATH on which `check` is this checkout and `python` only notes what it is asked."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, script in (
        ("check", f'PYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m checker "$@"'),
        ("python", f'printf "%s\\n" "$@" > {shlex.quote(str(tmp_path / "asked"))}'),
    ):
        (programs / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    work = tmp_path / "work"
    (work / "news").mkdir(parents=True)
    for name, text in (("post.md", POST), ("herald.md", HERALD), ("radio; rm -rf x.md", AGREEING)):
        (work / "news" / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(work)
    return tmp_path


def call(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=settings)


def test_the_hooks_are_hooks() -> None:
    assert not list(Draft202012Validator(MANIFEST).iter_errors(HOOKS))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_finds_what_conflicts(hook: dict[str, Any], shell: Path) -> None:
    files = [str(path) for path in sorted(Path("news").iterdir()) if re.search(hook.get("files", ""), str(path))]
    given = files if hook.get("pass_filenames", True) else []
    assert call(*shlex.split(hook["entry"]), *hook.get("args", []), *given).returncode == 1
    Path("news/herald.md").unlink()
    kept = [path for path in given if Path(path).exists()]
    assert call(*shlex.split(hook["entry"]), *hook.get("args", []), *kept).returncode == 0
    del shell


def steps() -> dict[str, dict[str, Any]]:
    return {step["id"]: step for step in ACTION["runs"]["steps"] if "run" in step}


def act(step: dict[str, Any], shell: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """A step's script, as a runner runs it: inputs and contexts filled into its variables, bash -eo pipefail."""
    known = {name: entry.get("default", "") for name, entry in ACTION["inputs"].items()} | inputs

    def filled(value: str) -> str:
        return re.sub(
            r"\$\{\{ *(inputs|github)\.([\w-]+) *\}\}",
            lambda match: known[match[2]] if match[1] == "inputs" else str(ROOT),
            value,
        )

    files = {name: str(shell / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    environment = {name: filled(value) for name, value in step["env"].items()} | files
    return call("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"], **environment)


def test_the_action_installs_itself(shell: Path) -> None:
    assert act(steps()["install"], shell).returncode == 0
    assert (shell / "asked").read_text(encoding="utf-8").splitlines()[-1] == str(ROOT)


def test_the_action_annotates_writes_sarif_and_fails(shell: Path) -> None:
    done = act(steps()["check"], shell, paths="news")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::warning")
    assert json.loads(Path("check.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "status=1" in (shell / "GITHUB_OUTPUT").read_text(encoding="utf-8")
    assert "26" in (shell / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"fail-on": "error"}, 0),
        ({"paths": "news/post.md\nnews/radio; rm -rf x.md\n"}, 0),
        ({"paths": "news/post.md", "against": "news/herald.md\nnews/radio; rm -rf x.md"}, 1),
        ({"paths": "$(touch hacked)\n`touch hacked`"}, 2),
        ({"baseline": "none.jsonl"}, 2),
        ({"config": "none.toml"}, 2),
        ({"changed-since": "HEAD"}, 2),
    ],
)
def test_the_actions_inputs_are_options_and_never_commands(inputs: dict[str, str], status: int, shell: Path) -> None:
    done = act(steps()["check"], shell, **{"paths": "news", **inputs})
    assert done.returncode == status, done.stderr
    assert f"status={status}" in (shell / "GITHUB_OUTPUT").read_text(encoding="utf-8")
    assert not Path("hacked").exists()


def test_no_input_stands_in_a_script() -> None:
    assert not [step for step in steps().values() if "${{" in step["run"]]


def told(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL)


def test_the_examples_of_the_documents_hold(shell: Path) -> None:
    hook, workflow, pipeline = map(yaml.safe_load, told("yaml"))
    assert hook["repos"][0]["hooks"][0]["id"] in {entry["id"] for entry in HOOKS}
    (step,) = [step for step in workflow["jobs"]["reports"]["steps"] if "this repository" in step.get("uses", "")]
    assert set(step["with"]) <= set(ACTION["inputs"])
    scripts = [line for line in pipeline["reports"]["script"] if line.startswith("check ")]
    options = {option for parameter in run.params for option in parameter.opts}
    written = "\n".join((*scripts, *told("sh")))
    assert set(re.findall(r"(?<= )--?[a-z][a-z-]*", written)) <= options | {"-u"}
    assert set(re.findall(r"-o (\w+)=", written)) <= set(FORMATS) | {"html"}
    (script,) = told("sh")
    assert call("sh", "-n", "-c", script).returncode == 0
    del shell


def test_the_reference_of_the_configuration_is_fresh() -> None:
    assert TARGET.read_text(encoding="utf-8") == reference(), "python tools/build_configuration.py writes it anew"


def test_the_example_of_the_configuration_is_one() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", HEAD, re.DOTALL)
    settings = Settings.model_validate(tomllib.loads(example), by_alias=True, by_name=False)
    assert settings.against == ("archive",)
