import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import cli
from checker.cli.group import LAZY

ROOT = Path(__file__).resolve().parent.parent.parent


def completed(line: str) -> set[str]:
    """What a shell is offered at the end of a line."""
    words = line.split(" ")
    asked = {"_CHECK_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    environment = {**os.environ, **asked, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "checker"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return {row.partition(",")[2] for row in done.stdout.splitlines()}


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("check ", {*LAZY, ""}),
        ("check sc", {"schema", "sc"}),
        ("check --fail", {"--fail-on"}),
        ("check seeds/ --fail", {"--fail-on"}),
        ("check --format json seeds/ --bas", {"--baseline"}),
        ("check seeds/ --fail-on w", {"warning"}),
        ("check explain --deci", {"--decisions"}),
        ("check rules te", {"test"}),
        ("check baseline ", {"write", "prune"}),
        ("check completion z", {"zsh"}),
    ],
)
def test_commands_options_and_values_are_offered(line: str, offered: set[str]) -> None:
    assert completed(line) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_of_its_shell(shell: str, tmp_path: Path) -> None:
    script = CliRunner().invoke(cli, ["completion", shell]).stdout
    assert "_CHECK_COMPLETE" in script
    file = tmp_path / "script"
    file.write_text(script, encoding="utf-8")
    if program := shutil.which(shell):
        assert subprocess.run([program, "-n", str(file)], check=False).returncode == 0


def test_bash_itself_completes(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    program = tmp_path / "check"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m checker "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = CliRunner().invoke(cli, ["completion", "bash"]).stdout
    ask = (
        f'{script}\nCOMP_WORDS=(check explain --deci); COMP_CWORD=2; _check_completion check; echo "${{COMPREPLY[@]}}"'
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run([bash, "-c", ask], capture_output=True, text=True, check=False, env=environment)
    assert done.stdout.split() == ["--decisions"], done.stderr
