"""The same input gives the same bytes, whatever the order of files and the seed of hashes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.api import check, check_texts, shipped_rules
from checker.report.as_json import render_json
from checker.report.style import Style
from checker.report.text import render_text

ROOT = Path(__file__).parent.parent
SEEDS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "seeds").iterdir())


@pytest.fixture(scope="module", autouse=True)
def _at_home() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield


@pytest.fixture(scope="module")
def expected(_at_home: None) -> str:
    return render_json(check(["seeds"]))


@settings(max_examples=8, deadline=None)
@given(paths=st.permutations(SEEDS))
def test_the_order_of_files_does_not_show(paths: list[str], expected: str) -> None:
    report = check(paths)
    assert render_json(report) == expected
    assert list(render_text(report, Style())) == list(render_text(check(["seeds/"]), Style()))


@pytest.mark.parametrize("paths", [["seeds", "seeds"], ["./seeds"], [SEEDS[0], "seeds"], ["seeds/../seeds"]])
def test_how_files_are_named_does_not_show(paths: list[str], expected: str) -> None:
    assert render_json(check(paths)).partition('"notices"')[0] == expected.partition('"notices"')[0]


@pytest.mark.parametrize("paths", [["seeds"], SEEDS[::-1], [*SEEDS[2:], *SEEDS[:2]]])
@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_seed_of_hashes_does_not_show(seed: str, paths: list[str], expected: str) -> None:
    command = [sys.executable, "-m", "checker", *paths, "--format", "json"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Apia", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env=environment, check=False)
    assert done.stdout.decode() == expected


def test_texts_in_any_order() -> None:
    texts = [(path, (ROOT / path).read_text(encoding="utf-8")) for path in SEEDS]
    rules = shipped_rules()
    assert check_texts(texts, rules) == check_texts(texts[::-1], rules[::-1])
