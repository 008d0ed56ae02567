"""The baseline: the findings that are known and do not fail, one a line, so that two branches merge.

A line is a JSON object: what wrote the file (tool version and a hash of its rules), a text that was checked (its
hash, so that a finding in an unchanged text can be told from one that an edit made), or a finding.
"""

import json
import os
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from checker.errors import ConfigError
from checker.gate.fingerprint import Fingerprint, fingerprints
from checker.model import Document, Report
from checker.model.base import Frozen
from checker.rulebook.own_file import text_of

LARGEST = 256 * 1024 * 1024  # bytes
TEXT = 16  # hexadecimal digits of a text's hash


class Writer(Frozen):
    """What wrote a baseline."""

    version: str
    rules: str


class Text(Frozen):
    """A text that was checked when the baseline was written."""

    text: str


class Baseline(NamedTuple):
    """A baseline as read; after a merge it may have two writers."""

    writers: tuple[Writer, ...]
    texts: frozenset[str]
    findings: tuple[Fingerprint, ...]

    def written_by(self, writer: Writer) -> bool:
        """Whether this tool with these rules wrote all of it."""
        return all(writer == each for each in self.writers)

    def new_without_an_edit(self, documents: Iterable[Document]) -> bool:
        """Whether all these texts were checked as they are when the baseline was written."""
        return all(_text(document) in self.texts for document in documents)


def baseline_of(report: Report, writer: Writer, kept: Iterable[str] | None = None) -> Baseline:
    """The baseline that knows all findings of a report, or those with the ids in `kept`."""
    known = fingerprints(report)
    chosen = known if kept is None else {name: known[name] for name in kept}
    findings = tuple(chosen[name] for name in sorted(chosen))
    return Baseline((writer,), frozenset(map(_text, report.documents)), findings)


def render_baseline(baseline: Baseline) -> str:
    """The lines of a baseline: writers, texts and findings, each sorted."""
    entries: list[Frozen] = [*sorted(baseline.writers, key=lambda writer: (writer.version, writer.rules))]
    entries += [Text(text=text) for text in sorted(baseline.texts)]
    entries += [*sorted(baseline.findings, key=lambda finding: finding.finding)]
    lines = (json.dumps(entry.model_dump(mode="json"), ensure_ascii=True) for entry in entries)
    return "".join(f"{line}\n" for line in lines)


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file.

    Raises:
        ConfigError: it cannot be read, or a line is none of a baseline; named with its number.
    """
    try:
        lines = text_of(path, LARGEST, ConfigError).splitlines()
    except ConfigError as error:
        if not os.path.lexists(path):
            raise ConfigError(f"{path}: no such baseline; `check baseline write` makes one") from error
        raise
    entries = [_entry(f"{path}:{number}", line) for number, line in enumerate(lines, start=1) if line.strip()]
    writers = {entry: None for entry in entries if isinstance(entry, Writer)}
    if not writers:
        raise ConfigError(f"{path}: is no baseline: no line says what wrote it")
    return Baseline(
        tuple(writers),
        frozenset(entry.text for entry in entries if isinstance(entry, Text)),
        tuple(entry for entry in entries if isinstance(entry, Fingerprint)),
    )


def _entry(source: str, line: str) -> Frozen:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        merging = "; finish the merge first" if line.startswith(("<<<<<<<", "=======", ">>>>>>>")) else ""
        raise ConfigError(f"{source}: no JSON{merging}") from error
    if not isinstance(data, dict):
        raise ConfigError(f"{source}: expected an object, got {line[:40]!r}")
    model: type[Frozen] = Fingerprint if "finding" in data else Text if "text" in data else Writer
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        raise ConfigError(f"{source}: {_told(error, data, model)}") from error


def _told(error: ValidationError, data: Mapping[str, Any], model: type[BaseModel]) -> str:
    problem = error.errors()[0]
    key = ".".join(map(str, problem["loc"]))
    near = get_close_matches(key, sorted(set(model.model_fields) - set(data)), n=1)
    hint = f"; did you mean {near[0]!r}?" if problem["type"] == "extra_forbidden" and near else ""
    return f"{key}: {problem['msg'].lower()}{hint}"


def _text(document: Document) -> str:
    return document.sha256[:TEXT]
