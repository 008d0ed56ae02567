"""What holds of the project as a whole: its rules, its modules, and what its documents promise."""

import re
import subprocess
from pathlib import Path

import click
import pytest

from checker.api import shipped_rules
from checker.cli import cli, status
from checker.cli.run import run
from checker.report.formats import FORMATS
from checker.rulebook.rulebook import load_rule
from checker.rulebook.rules import Rule

CHECKOUT = Path(__file__).resolve().parent.parent
LONGEST = 300  # lines of a module
LONGER: dict[str, str] = {}  # the modules that may be longer, each with its reason
LEAST_EXAMPLES = 2
DOCUMENTS = [*sorted(CHECKOUT.glob("*.md")), *sorted((CHECKOUT / "docs").glob("*.md"))]
MODULES = sorted((CHECKOUT / "checker").rglob("*.py"))
STATUSES = {
    "CLEAN",
    "FINDINGS",
    "WRONG_USE",
    "INCOMPLETE",
    "NOTHING",
    "INTERNAL",
    "INTERRUPTED",
    "CLOSED_PIPE",
    "TERMINATED",
}
# Words that have no business in the project, put together so that this file does not hold them itself.
FORBIDDEN = re.compile(
    r"\b(?:"
    + "|".join(
        ("artifac" + "tory", "dev" + "pi", "nex" + "us repository", "Cla" + "ude", "Chat" + "GPT", "Co" + "pilot")
    )
    + r"|(?:AI|coding|chat) (?:sess"
    + "ion|ass"
    + r"istant)|language mo"
    + r"del sess"
    + r"ion)\b",
    re.IGNORECASE,
)
REGISTRY = re.compile(r"https?://[\w.:-]*(?:pypi|regis" + r"try|mirror)[\w.:-]*")
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:home|root|Users|opt|" + "work" + r")/\w")


def shown(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.id)
def test_a_rule_has_examples_either_way(rule: Rule) -> None:
    assert len(rule.must_flag) >= LEAST_EXAMPLES
    assert len(rule.must_not_flag) >= LEAST_EXAMPLES


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.id)
def test_a_rule_says_what_it_is_for(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", rule.id)
    assert "family" in rule.model_fields_set
    assert rule.summary.strip(".") == rule.summary != ""
    assert len(rule.rationale) > len(rule.summary) / 2
    assert all(example.why for example in (*rule.must_flag, *rule.must_not_flag))


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.id)
def test_a_rule_says_what_to_do(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][^.!?]{10,90}\.", rule.hint), "hint: one short sentence for editors"


def test_modules_are_short() -> None:
    lines = {shown(path): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {name: count for name, count in lines.items() if count > LONGEST and name not in LONGER} == {}
    assert [name for name in LONGER if lines.get(name, 0) <= LONGEST] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_make_targets_that_are_told_of_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (CHECKOUT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = set(re.findall(r"(?:`|^|\$ )make ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE))
    assert told <= targets


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_commands_that_are_told_of_exist(document: Path) -> None:
    told = set(re.findall(r"(?:`|^|\$ )check ([a-z]+)(?![\w./])", document.read_text(encoding="utf-8"), re.MULTILINE))
    assert told <= set(cli.list_commands(click.Context(cli)))


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_rule_of_the_guide_is_a_rule(tmp_path: Path) -> None:
    guide = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    (tmp_path / "reward-mismatch.toml").write_text(block, encoding="utf-8")
    assert load_rule(tmp_path / "reward-mismatch.toml").kind == "pair"


def tracked_texts() -> dict[str, str]:
    """The text of every file under version control, by path."""
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=False, cwd=CHECKOUT)  # noqa: S607
    if listed.returncode:
        pytest.skip("no git checkout")
    files = [CHECKOUT / name for name in listed.stdout.split("\0") if name]
    written = [path for path in files if path.is_file() and path.suffix != ".tsv"]  # names of towns are what they are
    return {shown(path): path.read_text(encoding="utf-8", errors="replace") for path in written}


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY, FORBIDDEN], ids=["machine paths", "registries", "words"])
def test_what_has_no_business_here(pattern: re.Pattern[str]) -> None:
    assert [name for name, text in tracked_texts().items() if pattern.search(text)] == []


def test_the_readme_tells_of_every_command_and_option() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    context = click.Context(cli)
    assert [name for name in cli.list_commands(context) if f"| `check {name}" not in readme] == []
    told = set(re.findall(r"--[a-z][a-z-]+", readme))
    options = {"--help", "--version"}
    for command in (run, *filter(None, (cli.get_command(context, name) for name in cli.list_commands(context)))):
        options |= {option for parameter in command.params for option in parameter.opts}
    assert told <= options


def test_the_readme_tells_of_every_exit_status() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    table = readme[readme.index("## Exit status") :]
    rows = {int(number) for cell in re.findall(r"^\| ([\d, ]+) \|", table, re.MULTILINE) for number in cell.split(",")}
    assert rows == {getattr(status, name) for name in STATUSES}


def test_no_placeholder_is_left_in_the_documents() -> None:
    texts = {shown(path): path.read_text(encoding="utf-8") for path in DOCUMENTS}
    assert [name for name, text in texts.items() if re.search(r"OUTPUT OF|\bTO" + r"DO\b|\bFIX" + r"ME\b", text)] == []


def test_the_readme_tells_of_every_format() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    table = readme[readme.index("## Reports") :].split("\n## ")[0]
    told = [
        name for cell in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall("`([a-z-]+)`", cell)
    ]
    assert sorted(told) == sorted(FORMATS)


def test_one_module_reads_the_clock() -> None:
    clock = re.compile(r"\.now\(|\.today\(|\btime\.time\(|\butcnow\(|\blocaltime\(|\bgmtime\(")
    assert [shown(path) for path in MODULES if clock.search(path.read_text("utf-8"))] == ["checker/cli/clock.py"]
