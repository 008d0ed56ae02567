"""A report with hostile words in every place that a text or a name fills, and how each form of it is read back."""

import csv
import io
import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import junitparser
from markdown_it import MarkdownIt

from checker.api import shipped_rules
from checker.model import Fact, FactStatus, Place, Profile, Report, Speaker, Standing, State, Status
from checker.report.as_json import render_schema
from checker.report.formats import Setting, written
from checker.report.style import Style, View

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
RULES = shipped_rules()
TEMPLATES = Path(__file__).parents[1] / "checker" / "report" / "html" / "templates"
HOSTILE = {
    "escape sequences": "\x1b[2J\x1b]0;owned\x07\x1b]8;;http://x.example\x1b\\",
    "C1 control": "\x9b31m\x85\x90",
    "controls": "\x01\x08\x7f\x0c",
    "right to left": "\u202eevil\u2066\u200f",
    "invisible": "a\u200bb\u00ad\ufeff",
    "line ends": "a\r\nb\u2028c\u2029d\x0be",
    "no characters": "\ufffe\uffff\U0001ffff",
    "formula": '=HYPERLINK("http://x.example","y")',
    "plus": "+1+1",
    "minus": "-1+1|cmd",
    "at": "@SUM(A1)",
    "tab": "\t=1",
    "wide": "＝1",
    "script": "<script>alert(1)</script>",
    "section": "]]>",
    "comment": "<!-- --> --!>",
    "entity": "&lt;b&gt; &#60;",
    "workflow command": "%0A::error::x\n::error file=a::y",
    "stop": "::stop-commands::x",
    "property": "a,line=1::b:c%2C",
    "link": "[a](javascript:alert(1)) [b]: http://x.example",
    "image": "![i](http://x.example/y.png)",
    "address": "https://x.example/a www.example.com mailto:a@example.com",
    "angle": "<https://x.example> <a@example.com>",
    "mention": "@octocat @org/team #1 GH-2 org/repo#3",
    "code": "`a` ``` ~~~ ````",
    "cells": "a | b || c",
    "heading": "# a",
    "list": "- a",
    "number": "1. a",
    "rich": "[/x] [bold]y",
    "braces": "{0} {{1}} %s %d",
    "mathematics": "$x$ $$y$$",
    "backslash": "\\ \\n \\[",
    "quotes": "\"'`",
    "long": "x" * 10_000,
    "long words": "ab " * 5_000,
}


def hostile(report: Report, evil: str) -> Report:
    """The report with the words in every place that a document or a name fills."""
    texts = [f"{evil} 2,000 {evil}", f"{evil} 900 {evil}"]
    documents = [
        document.model_copy(update={"path": f"{evil}{document.path}", "text": text})
        for document, text in zip(report.documents, texts, strict=True)
    ]
    failed = documents[0].model_copy(update={"id": "d-3", "path": f"{evil}.txt", "text": "", "reason": evil})
    failed = failed.model_copy(update={"status": Status.FAILED})
    claims, places = [], []
    for claim, document, figure in zip(report.claims, documents, ("2,000", "900"), strict=True):
        start = document.text.index(figure)
        number = claim.number.model_copy(update={"start": start, "end": start + len(figure)})
        speaker, place = Speaker(text=evil, name=evil, via=evil), Place(text=evil, name=evil)
        claims.append(
            claim.model_copy(update={"number": number, "quote": document.text, "speaker": speaker, "place": place})
        )
        places.append({"path": document.path, "quote": document.text[:400], "end": len(document.text)})
    (finding,) = report.findings
    located = tuple(place.model_copy(update=changed) for place, changed in zip(finding.locations, places, strict=True))
    first = finding.model_copy(update={"message": evil, "explanation": evil, "locations": located, "fact": "k-1"})
    standing = Standing(state=State.ACCEPTED, reason=evil, by=evil, until=evil)
    fact = Fact(
        id="k-1",
        measure=evil,
        population=evil,
        place=evil,
        unit=evil,
        status=FactStatus.CORROBORATED,
        claims=("c-1", "c-2"),
        wording=evil,
    )
    return report.model_copy(
        update={
            "complete": False,
            "documents": (*documents, failed),
            "profiles": {document.id: Profile(title=evil, source=evil) for document in documents},
            "claims": tuple(claims),
            "findings": (first, first.model_copy(update={"id": "f-88bb", "standing": standing})),
            "facts": (fact,),
            "notices": (f"{evil}: {evil}",),
        }
    )


def read_csv(text: str) -> None:
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert rows
    for row in rows:
        assert len(row) == len(header)
        assert not [cell for cell in row if cell[:1] in set("=+-@\t\r＝＋－＠")]


def read_json(text: str) -> None:
    jsonschema.Draft202012Validator(json.loads(render_schema())).validate(json.loads(text))


def read_lines(text: str) -> None:
    types = [json.loads(line)["type"] for line in text.splitlines()]
    assert types == ["run", *["document"] * 3, *["claim"] * 2, *["finding"] * 2, "fact"]


def read_markdown(text: str) -> None:
    parser = MarkdownIt("gfm-like")
    parser.linkify.set({"fuzzy_link": False, "fuzzy_email": True})
    tokens = parser.parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not kinds & {"link_open", "image"}
    html = {token.content.strip() for token in (*tokens, *inline) if token.type.startswith("html")}
    assert html <= {"<!-- written by check -->", "<i>", "</i>"}
    headings = [tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open"]
    assert len(headings) == 6
    outside = re.sub(r"(?s)(`+)(?!`).*?(?<!`)\1(?!`)", "", text)
    assert not re.search(r"(?<![\w\\])@\w|(?<!\w)#\d|\bGH-\d|\bwww\.|(?<!\\)\$", outside)


def read_github(text: str) -> None:
    lines = text.split("\n")
    assert lines.pop() == ""
    assert len(lines) == 2
    for line in lines:
        assert re.fullmatch(r"::(warning|error|notice) [^:]*title=[a-z -]+::.*", line)
        names = re.findall(r"(?:^|,)(\w+)=", line.split(" ", 1)[1].split("::")[0])
        assert names in (["file", "title"], ["file", "line", "endLine", "col", "endColumn", "title"])


def read_junit(text: str) -> None:
    suites = junitparser.JUnitXml.fromstring(text.encode("utf-8"))
    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (4, 1, 1, 1)
    assert [len(list(suite)) for suite in suites] == [2, 1, 1]
    ET.fromstring(text)  # noqa: S314 it is our own


def read_sarif(text: str) -> None:
    log: dict[str, Any] = json.loads(text)
    validator = jsonschema.Draft202012Validator(SARIF, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    validator.validate(log)
    (run,) = log["runs"]
    assert len(run["results"]) == 2
    assert all(re.fullmatch(r"[\w.~%/()!*'$-]+", artifact["location"]["uri"]) for artifact in run["artifacts"])


class _Page(HTMLParser):
    """What a browser could be made to do by a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.acts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for key, value in attrs:
            leads = key in ("href", "src", "action", "formaction", "srcset", "xlink:href", "style", "srcdoc")
            if key.startswith("on") or (leads and not re.fullmatch(r"#[\w-]+", value or "")):
                self.acts.append(f"<{tag} {key}={value!r}>")


def read_html(text: str) -> None:
    page = _Page(text)
    assert page.acts == []
    assert page.tags["script"] == page.tags["style"] == page.tags["form"] == page.tags["main"] == 1
    known = set(re.findall(r"<([a-z][a-z0-9]*)", "".join(map(_source, sorted(TEMPLATES.glob("*.html"))))))
    assert set(page.tags) <= known


def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


READERS = {
    "html": read_html,
    "text": lambda _text: None,
    "json": read_json,
    "jsonl": read_lines,
    "csv": read_csv,
    "csv-claims": read_csv,
    "csv-facts": read_csv,
    "markdown": read_markdown,
    "github": read_github,
    "junit": read_junit,
    "sarif": read_sarif,
}


def read_back(name: str, report: Report, evil: str) -> None:
    """The report in one of its forms: whole, without a character that a terminal obeys, and as its readers expect."""
    setting = Setting(rules=RULES, view=View(verbose=True, paths=(evil,)), style=Style(80), baselined=True)
    text = written(name, hostile(report, evil), setting)
    text.encode("utf-8")
    assert [line for line in text.split("\n") if not line.isprintable()] == []
    READERS[name](text)
