"""The pages of docs/ say what the tool does today."""

import re
import runpy
import sys
from pathlib import Path

import pytest

from checker.api import check_texts, shipped_rules
from checker.model import Limits
from checker.report.style import View
from checker.report.text import Style, render_text
from checker.rulebook.limits import limits

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
import build_limits

CHECKOUT = Path(__file__).resolve().parent.parent
REFERENCE = runpy.run_path(str(CHECKOUT / "tools" / "build_reference.py"))
SECURITY = CHECKOUT / "docs" / "security.md"
FENCED = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_rule_reference_is_fresh() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (CHECKOUT / "docs" / "rules").glob("*.md")}
    assert written == REFERENCE["pages"](shipped_rules()), "run tools/build_reference.py"


def test_the_first_example_says_what_it_says() -> None:
    first, second, shown, _ = FENCED.findall((CHECKOUT / "docs" / "getting-started.md").read_text(encoding="utf-8"))
    report = check_texts([("first.txt", first), ("second.txt", second)], shipped_rules())
    view = View(paths=("first.txt", "second.txt"))
    lines = render_text(report, Style(), view, shipped_rules())
    assert "".join(f"{line}\n" for line in lines).strip() == shown.strip()


@pytest.mark.parametrize("page", sorted((CHECKOUT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_every_page_is_in_the_contents(page: Path) -> None:
    contents = (CHECKOUT / "docs" / "index.md").read_text(encoding="utf-8")
    assert page.stem == "index" or re.search(rf"^{page.stem}$", contents, re.MULTILINE)


def test_the_page_of_limits_is_fresh() -> None:
    assert build_limits.TARGET.read_text(encoding="utf-8") == build_limits.page(), "run tools/build_configuration.py"


@pytest.mark.parametrize("key", Limits.model_fields)
def test_each_limit_is_documented_with_its_default(key: str) -> None:
    (row,) = [line for line in build_limits.page().splitlines() if line.startswith(f"| `{key}` |")]
    _, _, default, *told, _ = (cell.strip() for cell in row.split("|"))
    assert default == f"{getattr(limits(), key):,}"
    assert len(told) == 2
    assert all(told)


@pytest.mark.parametrize("file", sorted((CHECKOUT / "checker" / "read").glob("*.py")), ids=lambda file: file.name)
def test_each_bound_of_reading_is_documented(file: Path) -> None:
    names = re.findall(r"^_?((?:MOST|LARGEST|LONGEST|DEEPEST)\w*)\b", file.read_text(encoding="utf-8"), re.MULTILINE)
    for name in names:
        assert re.search(rf"`_?{name}` in `read/{file.name}` \| [\d,]+ \|", build_limits.page()), name


@pytest.mark.parametrize("told", sorted(set(re.findall(r"`(tests/[\w/.]+)`", SECURITY.read_text(encoding="utf-8")))))
def test_what_keeps_a_promise_of_security_is_there(told: str) -> None:
    assert (CHECKOUT / told).exists()
