"""The reports kept under reports/ are what the commands say today."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import cli

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "command"),
    [("seeds.txt", ["seeds/", "--fail-on", "never"]), ("seeds-facts.txt", ["facts", "seeds/"])],
)
def test_a_kept_report_is_up_to_date(name: str, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = CliRunner().invoke(cli, command)
    assert told.exit_code == 0, told.output
    assert told.stdout == (ROOT / "reports" / name).read_text(encoding="utf-8"), "make report writes it anew"
