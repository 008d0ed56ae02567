"""The page: templates, style and script joined into one file, which lets nothing else be loaded or run."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from checker import __version__
from checker.model import Document, Report, Status
from checker.model.wording import period
from checker.report.escape import visible
from checker.report.html.cards import cards_of
from checker.report.html.facts import FactRow, agreed, facts_of
from checker.report.html.index import MOST_CHARACTERS, Index, capital
from checker.report.html.labels import FAMILIES, SIGNS, UNFINISHED, counted, listed, verdict_line
from checker.report.html.texts import Line, text_of
from checker.report.html.tolls import tolls_of
from checker.rulebook.rules import Rule

FOLDER = "templates"
MANY = 12  # reports from which on their texts are folded up


class Paper(NamedTuple):
    """A report as the page shows it; `lines` is None where its text is left out."""

    id: str
    key: str
    title: str
    outlet: str
    published: str
    path: str
    status: str
    reason: str
    claims: int
    findings: int
    characters: int
    lines: Sequence[Line] | None
    left_out: int


def render_html(report: Report, rules: Sequence[Rule] = ()) -> str:
    """The report as one page of HTML.

    Args:
        report: what was found.
        rules: those that ran; they tell the families of findings, and why a finding matters.
    """
    index = Index(report, rules)
    facts, tolls = facts_of(index), tolls_of(index)
    style, script = _asset("page.css"), _asset("page.js")
    page: str = (
        _environment()
        .get_template("page.html")
        .render(
            verdict=verdict_line(index),
            worst=index.active[0].severity.value if index.active else "none",
            policy=_policy(style, script),
            style=Markup(style),  # noqa: S704 our own file
            script=Markup(script),  # noqa: S704 our own file
            version=__version__,
            report=report,
            summary=_summary(index, facts),
            settled=len(index.ranked) - len(index.active),
            more_findings=len(index.ranked) - len(index.findings),
            more_facts=len(report.facts) - len(facts),
            cards=list(cards_of(index, tolls)),
            facts=facts,
            agreed=list(agreed(facts)),
            tolls=tolls,
            papers=_papers(index),
            many=len(report.documents) > MANY,
            folder=index.folder,
            notices=report.notices,
            filters=_filters(index),
            signs={severity.value: sign for severity, sign in SIGNS.items()},
        )
    )
    return page


@cache
def _environment() -> Environment:
    """All that a template shows is made visible and escaped here; names that are not there are errors."""
    return Environment(
        autoescape=True,
        finalize=_inert,
        loader=FunctionLoader(_asset),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _inert(value: object) -> object:
    """Text without control and bidi characters; what is HTML already, as it is."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else visible(value)


@cache
def _asset(name: str) -> str:
    return files(__package__ or __name__).joinpath(FOLDER, name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy: this style and this script, and nothing from anywhere."""
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _summary(index: Index, facts: Sequence[FactRow]) -> str:
    """How much was read and compared."""
    counts = index.report.summary
    told = counted(len(list(agreed(facts))), "of them", "of them")
    parts = (
        counted(counts.documents, "report"),
        f"{counts.claims:,} figures and dates",
        f"{counted(len(facts), 'fact')} told more than once" + ("" if told.startswith("no ") else f", {told} agreed"),
    )
    return capital(listed(parts))


def _papers(index: Index) -> list[Paper]:
    return [_paper(index, document, with_text=document.id in index.texts) for document in index.report.documents]


def _paper(index: Index, document: Document, *, with_text: bool) -> Paper:
    profile = index.profile(document.id)
    path = index.path(document.id)
    return Paper(
        id=document.id,
        key=index.reports[document.id],
        title=profile.title or path,
        outlet=profile.source or "",
        published=period(profile.published) if profile.published else "",
        path=path,
        status="" if document.status is Status.OK else UNFINISHED[document.status],
        reason=document.reason,
        claims=len(index.claims_of.get(document.id, ())),
        findings=len(index.of_document.get(document.id, ())),
        characters=len(document.text),
        lines=text_of(index, document) if with_text else None,
        left_out=max(0, len(document.text) - MOST_CHARACTERS) if with_text else len(document.text),
    )


def _filters(index: Index) -> dict[str, list[tuple[str, str]]]:
    """What the filters offer: keys and names."""
    present = {index.family(finding) for finding in index.findings}
    return {
        "family": [(family, name) for family, name in FAMILIES.items() if family in present],
        "report": [(key, index.path(name)) for name, key in index.reports.items()],
        "speaker": [(key, name) for name, key in index.speakers.items()],
    }
