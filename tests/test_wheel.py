"""The built wheel works in a clean environment outside the checkout, rules/ included."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import checker

CHECKOUT = Path(__file__).resolve().parent.parent
REPORT = "The flood killed 12 people in Accra on 3 May 2025, the mayor said.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(CHECKOUT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`check` as the wheel installs it; the running interpreter lends its dependencies, so no network is asked."""
    home = tmp_path_factory.mktemp("home")
    venv.create(home, with_pip=False)
    names = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", "venv", names))
    python = Path(sysconfig.get_path("scripts", "venv", names)) / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, "install", "--no-deps", "--quiet", str(wheel)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python.with_name("check")


def run(command: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run([command, *arguments], capture_output=True, text=True, check=False, cwd=folder, env=clean)


def test_rules_and_types_are_inside(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    rules = {path.relative_to(CHECKOUT / "rules").as_posix() for path in (CHECKOUT / "rules").rglob("*.toml")}
    assert {f"checker/_rules/{name}" for name in rules} <= inside
    assert "checker/py.typed" in inside
    pages = (CHECKOUT / "checker" / "report" / "html" / "templates").iterdir()
    assert {f"checker/report/html/templates/{page.name}" for page in pages} <= inside
    assert not [name for name in inside if name.startswith(("tests/", "seeds/"))]


def test_it_is_the_wheel_that_runs(command: Path, tmp_path: Path) -> None:
    ask = (
        "import checker; from checker.rulebook.load import rules_folder; print(checker.__file__); print(rules_folder())"
    )
    done = run(command.with_name("python"), "-c", ask, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    home = str(command.parent.parent)
    assert all(line.startswith(home) for line in done.stdout.splitlines()), done.stdout


def test_version(command: Path, tmp_path: Path) -> None:
    done = run(command, "--version", folder=tmp_path)
    assert (done.returncode, checker.__version__ in done.stdout) == (0, True), done.stderr


def test_a_report_is_checked(command: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = run(command, "report.txt", "--format", "json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [claim["number"]["text"] for claim in json.loads(done.stdout)["claims"] if claim["measure"] != "date"] == [
        "12"
    ]


def test_a_page_is_written(command: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = run(command, "report.txt", "-o", "html=page.html", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "<h1>No contradiction was found</h1>" in (tmp_path / "page.html").read_text(encoding="utf-8")
