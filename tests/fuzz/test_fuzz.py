"""The targets of `make fuzz` hold for all seeds, for everything that ever broke one, and for a few hundred inputs."""

from pathlib import Path

import pytest
import run
from hypothesis import HealthCheck, given, settings
from inputs import inputs
from targets import TARGETS

HERE = Path(__file__).resolve().parent
CASES = [
    (name, path) for name in TARGETS for kept in ("seeds", "found") for path in sorted((HERE / kept / name).glob("*"))
]
FEW, COSTLY = 60, {"extraction": 40, "writers": 15, "reading": 15}


@pytest.mark.parametrize(("name", "path"), CASES, ids=lambda value: value if isinstance(value, str) else value.name)
def test_what_broke_a_target_holds(name: str, path: Path) -> None:
    TARGETS[name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds(name: str) -> None:
    @settings(max_examples=COSTLY.get(name, FEW), suppress_health_check=list(HealthCheck))
    @given(inputs(name))
    def attempt(data: bytes) -> None:
        TARGETS[name](data)

    attempt()


def test_kept_cases_belong_to_a_target() -> None:
    kept = {path.name for folder in ("seeds", "found") for path in (HERE / folder).glob("*") if path.is_dir()}
    assert kept <= set(TARGETS)


def test_what_breaks_a_target_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse_thirds(data: bytes) -> None:
        assert b"third" not in data

    monkeypatch.setattr(run, "FOUND", tmp_path)
    monkeypatch.setitem(TARGETS, "planted", refuse_thirds)
    (tmp_path / "planted").mkdir()
    assert run.invented("planted", seconds=60) == run.BROKEN
    (kept,) = (tmp_path / "planted").glob("crash-*")
    assert b"third" in kept.read_bytes()
    assert kept.name in capsys.readouterr().out
