"""Rules as SARIF describes them: what they find, why, what to do, and their examples as help."""

from collections.abc import Iterator

from checker.model import Severity
from checker.report.escape import visible
from checker.report.markup import code_block, escaped
from checker.rulebook.rules import Example, Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}  # GitHub's words
LONGEST = 1024  # characters of a description that GitHub shows
TYPES = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "mail": "message/rfc822",
    "mbox": "application/mbox",
    "feed": "application/xml",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "warc": "application/warc",
    "zip": "application/zip",
    "tar": "application/x-tar",
    "gzip": "application/gzip",
}


def rule_entry(rule: Rule) -> dict[str, object]:
    """A rule as a reportingDescriptor."""
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": _line(rule.summary)},
        "fullDescription": {"text": _line(rule.rationale)},
        "help": {"text": "\n".join(_help(rule)), "markdown": "\n".join(_help_markdown(rule))},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "problem.severity": PROBLEMS[rule.severity],
            "tags": ["consistency", rule.kind, rule.verdict.value],
        },
    }


def _line(text: str) -> str:
    return visible(" ".join(text.split()))[:LONGEST]


def _help(rule: Rule) -> Iterator[str]:
    yield visible(" ".join(rule.rationale.split()))
    if rule.hint:
        yield ""
        yield f"What to do: {visible(rule.hint)}"
    for title, examples in (("Flagged", rule.must_flag), ("Not flagged", rule.must_not_flag)):
        yield ""
        yield f"{title}:"
        for example in examples:
            yield f"- {visible(example.why)}"
            yield from (f"    | {line}" for line in _lines(example))


def _help_markdown(rule: Rule) -> Iterator[str]:
    yield escaped(" ".join(rule.rationale.split()))
    if rule.hint:
        yield ""
        yield f"**What to do:** {escaped(rule.hint)}"
    for title, examples in (("Flagged", rule.must_flag), ("Not flagged", rule.must_not_flag)):
        yield ""
        yield f"## {title}"
        for example in examples:
            yield ""
            yield escaped(example.why)
            yield ""
            yield from code_block(_lines(example))


def _lines(example: Example) -> list[str]:
    """The texts of an example, line by line, a blank line between two."""
    texts = [[visible(line) for line in report.strip().splitlines() if line.strip()] for report in example.reports]
    return [line for number, text in enumerate(texts) for line in ([""] if number else []) + text]
