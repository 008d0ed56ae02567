"""Write the rule reference, docs/rules/, from rules/: `python tools/build_reference.py`; a test keeps it fresh."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from checker.api import shipped_rules
from checker.model import Relation
from checker.rulebook.rule_pair import EVERY, PairRule
from checker.rulebook.rules import Example, Rule

TARGET = Path(__file__).resolve().parent.parent / "docs" / "rules"
KINDS = {
    "pair": "two claims",
    "series": "the counts of one event in the order of time",
    "total": "a whole and its parts within one report",
    "single": "one claim, or one report",
    "names": "two names",
}
FENCE = "`" * 3
INTRODUCTION = """\
# Rules

Each rule is a file under `rules/` in the source, with its words, its thresholds and its examples; these pages are made
of them. `check explain RULE` prints the same at the terminal.

A rule can be left out (`ignore`), run alone (`select`) or given another severity in the configuration.
"""


def pages(rules: Sequence[Rule]) -> dict[str, str]:
    """The pages of the reference by file name."""
    return {"index.md": _index(rules), **{f"{rule.id}.md": "\n".join(_page(rule)) for rule in rules}}


def _index(rules: Sequence[Rule]) -> str:
    rows = "".join(f"| [{rule.id}]({rule.id}.md) | {rule.severity.value} | {rule.summary} |\n" for rule in rules)
    names = "".join(f"{rule.id}\n" for rule in rules)
    toctree = f"{FENCE}{{toctree}}\n:hidden:\n\n{names}{FENCE}\n"
    return f"{INTRODUCTION}\n| rule | severity | what it finds |\n|---|---|---|\n{rows}\n{toctree}"


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}"
    yield ""
    yield f"{rule.summary}."
    yield ""
    yield f"Severity: **{rule.severity.value}**. Verdict: {rule.verdict.value}. Looks at {KINDS[rule.kind]}."
    yield ""
    yield rule.rationale.strip()
    yield ""
    yield f"What to do: {rule.hint}"
    yield ""
    if isinstance(rule, PairRule):
        yield from _fields(rule)
    yield from _examples("It flags", rule.must_flag)
    yield from _examples("It leaves alone", rule.must_not_flag)


def _fields(rule: PairRule) -> Iterator[str]:
    """How the fields of two claims must relate before the values are compared."""
    asked = [(name, value) for name, value in rule.when if _narrows(value)]
    yield "## What it compares"
    yield ""
    yield "| field | how the two must stand |"
    yield "|---|---|"
    for name, relations in asked:
        yield f"| {name} | {_one_of(relation.value for relation in relations)} |"
    yield ""
    if rule.when.measures:
        yield f"Only claims of these measures: {_listed(rule.when.measures)}."
        yield ""
    if rule.when.not_measures:
        yield f"Not claims of these measures: {_listed(rule.when.not_measures)}."
        yield ""


def _narrows(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(part, Relation) for part in value) and value not in ((), EVERY)


def _one_of(words: Iterable[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} or {last}" if rest else last


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    for example in examples:
        known = f" (a known gap: {example.todo})" if example.todo else ""
        yield f"{_sentence(example.why)}{known}"
        yield ""
        for text in example.reports:
            yield f"{FENCE}text"
            yield text.strip()
            yield FENCE
            yield ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def write() -> None:
    """The pages on disk; those of rules that are gone are removed."""
    TARGET.mkdir(parents=True, exist_ok=True)
    fresh = pages(shipped_rules())
    for old in TARGET.glob("*.md"):
        if old.name not in fresh:
            old.unlink()
    for name, text in fresh.items():
        (TARGET / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
