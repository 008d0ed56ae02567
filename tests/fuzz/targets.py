"""What is fuzzed: functions that take any bytes and raise where a promise is broken.

A new reader needs no line here: every kind that `checker.read.formats.READERS` knows is a target of its own.
"""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hostile_report import READERS as FORMS
from hostile_report import RULES, read_back
from report_fixture import make_report

from checker.api import check_texts
from checker.config.load import load_config
from checker.errors import CheckError, DocumentError
from checker.gate.baseline import read_baseline
from checker.gate.decisions import read_decisions
from checker.model import Document, FileKind, Report, Status
from checker.read import read_bytes, read_text
from checker.read.formats import READERS, reader_of
from checker.read.parts import Member, Source
from checker.report.formats import FORMATS, Setting, written
from checker.report.style import View
from checker.rulebook.limits import limits
from checker.rulebook.rulebook import load_rule
from checker.rulebook.units_file import vetted

Target = Callable[[bytes], None]
MOST = 4_000  # characters of a text: longer ones only cost time
BETWEEN = "\f"  # parts two reports
SMALL = {"document_bytes": 1_000_000, "unpacked_bytes": 2_000_000, "text_characters": 200_000, "entries": 50}


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")[:MOST]


def extraction(data: bytes) -> None:
    """Reports give claims and findings whose quotes stand where they say, and any form of the report is text."""
    texts = [(f"{number}.md", text) for number, text in enumerate(_text(data).split(BETWEEN, 1))]
    report = check_texts(texts, RULES)
    _hold(report)
    for name in FORMATS:
        setting = Setting(rules=RULES, view=View(verbose=True, paths=("news",)))
        written(name, report, setting).encode("utf-8")


def _hold(report: Report) -> None:
    by_id = {document.id: document for document in report.documents}
    for document in report.documents:
        _sound(document)
    for claim in report.claims:
        number = claim.number
        assert by_id[claim.document].text[number.start : number.end] == number.text
    for finding in report.findings:
        for place in finding.locations:
            assert by_id[place.document].text[place.start : place.end] == place.quote
    assert Report.model_validate_json(report.model_dump_json()) == report


def _sound(document: Document) -> None:
    assert document.status is not Status.CRASHED, document.reason
    assert "gave up" not in document.reason, document.reason
    assert 0 <= document.body <= len(document.text)
    for field in document.front.values():
        assert 0 <= field.start <= field.end <= len(document.text)


def writers(data: bytes) -> None:
    """Words of all kinds in every field of a report: each form reads back, and no terminal obeys it."""
    evil, report = _text(data), make_report()
    for name in FORMS:
        read_back(name, report, evil)


def front(data: bytes) -> None:
    """The head of a report, YAML or TOML, gives fields that stand where they say."""
    opening = "+++" if data[:1] == b"+" else "---"
    head = _text(data)
    _sound(read_text("a.md", f"{opening}\n{head}\n{opening}\nThe mayor spoke.\n"))


def settings(data: bytes) -> None:
    """Files of settings, rules, units, decisions and known findings are read or refused."""
    with tempfile.TemporaryDirectory() as folder:
        for name, read in (
            ("check.toml", load_config),
            ("my-rule.toml", load_rule),
            ("units.txt", vetted),
            ("check-accepted.toml", read_decisions),
            ("known.jsonl", read_baseline),
        ):
            path = Path(folder) / name
            path.write_bytes(data)
            try:
                read(path)
            except CheckError as error:
                assert name in str(error)  # noqa: PT017 what is refused is refused with its name


def reading(data: bytes) -> None:
    """A file of any kind gives documents and notices, each with its status, and nothing else."""
    for outcome in read_bytes("a", data):
        if isinstance(outcome, Document):
            _sound(outcome)


def one_kind(kind: FileKind, data: bytes) -> None:
    """The reader of one kind gives texts and members, or gives up as readers may."""
    source = Source("a", data, limits().model_copy(update=SMALL))
    try:
        for content in reader_of(kind)(source):
            if isinstance(content, Member):
                assert isinstance(content.data, bytes)
            else:
                assert 0 <= content.body <= len(content.text)
                content.model_dump_json()
    except DocumentError as error:
        Status(error.status)


TARGETS: dict[str, Target] = {
    "extraction": extraction,
    "writers": writers,
    "front": front,
    "settings": settings,
    "reading": reading,
    **{f"read-{kind.value}": partial(one_kind, kind) for kind in READERS},
}
