"""The pages of docs/ say what the tool does today."""

import re
import runpy
from pathlib import Path

import pytest

from checker.api import check_texts, shipped_rules
from checker.report.style import View
from checker.report.text import Style, render_text

CHECKOUT = Path(__file__).resolve().parent.parent
REFERENCE = runpy.run_path(str(CHECKOUT / "tools" / "build_reference.py"))
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
