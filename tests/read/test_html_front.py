"""What pages tell of themselves, and where they contradict themselves."""

import socket
from datetime import datetime, tzinfo

import htmldate.core
import htmldate.extractors
import htmldate.validators
import pytest
import trafilatura.settings
from web_page import read_here

from checker.api import check_documents, shipped_rules
from checker.read.html import read_html
from checker.read.html_charset import meant
from checker.read.html_dates import normal, same
from checker.read.parts import Parts, Source
from checker.rulebook.limits import limits

TITLE = "Floods at Ikorre leave 14 dead"
BODY = """<article><h1>Floods at Ikorre leave 14 dead</h1>{}
<p>Fourteen people were killed in Ikorre when two dams above the town gave way on Monday night, the governor said.</p>
<p>The weather service had warned of rain on Sunday. The mayor said that the town had six hours to prepare for it.</p>
</article>"""


def data(told: str) -> str:
    return f'<script type="application/ld+json">{told}</script>'


def tag(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def parts(head: str = "", line: str = "", *, charset: str = "", encoding: str = "utf-8") -> Parts:
    page = f"<html><head>{head}</head><body>{BODY.format(line)}</body></html>".encode(encoding)
    (found,) = read_html(Source("a.html", page, limits(), charset=charset))
    return found


def front(head: str = "", line: str = "") -> dict[str, str]:
    return {key: field.value for key, field in parts(head, line).front.items()}


ARTICLE = '"@type": "NewsArticle", "headline": "Floods at Ikorre leave 14 dead"'
AT = '"datePublished": "2024-03-05T09:30:00Z"'
DATES: list[tuple[str, str, str, dict[str, str]]] = [
    ("data", data(f"{{{ARTICLE}, {AT}}}"), "", {"date": "2024-03-05 09:30+00:00"}),
    ("data in a list", data(f"[[{{{ARTICLE}, {AT}}}]]"), "", {"date": "2024-03-05 09:30+00:00"}),
    ("data in a comment", data(f"<!-- {{{ARTICLE}, {AT}}} -->"), "", {"date": "2024-03-05 09:30+00:00"}),
    ("broken data", data(f"{{{ARTICLE}, {AT}") + tag("pubdate", "2024-03-05"), "", {"date": "2024-03-05"}),
    (
        "data of other reports",
        data(
            f'[{{"@type": "Article", "headline": "Fire in Lemm", "datePublished": "1999-01-01"}}, {{{ARTICLE}, {AT}}}]'
        ),
        "",
        {"date": "2024-03-05 09:30+00:00"},
    ),
    (
        "a mail's date",
        tag("article:published_time", "Tue, 05 Mar 2024 09:30:00 +0100"),
        "",
        {"date": "2024-03-05 09:30+01:00"},
    ),
    ("milliseconds", tag("article:published_time", "1709629200000"), "", {"date": "2024-03-05 09:00+00:00"}),
    ("digits alone", tag("pubdate", "20240305"), "", {"date": "2024-03-05"}),
    ("never", data(f'{{{ARTICLE}, "datePublished": "0001-01-01T00:00:00Z"}}'), "", {}),
    (
        "one instant in two zones",
        data(f'{{{ARTICLE}, "datePublished": "2024-03-05T23:30:00Z"}}')
        + tag("article:published_time", "2024-03-06T00:30:00+01:00"),
        "",
        {"date": "2024-03-05 23:30+00:00"},
    ),
    (
        "data against tags",
        data(f"{{{ARTICLE}, {AT}}}") + tag("article:published_time", "2023-03-05"),
        "",
        {"date": "2024-03-05 09:30+00:00", "date meta": "2023-03-05"},
    ),
    (
        "tags against the page",
        tag("article:published_time", "2024-03-05"),
        '<time class="published" datetime="2024-01-05">5 January</time>',
        {"date": "2024-03-05", "date page": "2024-01-05"},
    ),
    (
        "a change",
        data(f'{{{ARTICLE}, {AT}, "dateModified": "2024-03-09T09:30:00Z"}}'),
        "",
        {"date": "2024-03-05 09:30+00:00", "modified": "2024-03-09 09:30+00:00"},
    ),
    (
        "the page's time of a change",
        tag("article:published_time", "2024-03-05"),
        '<p>Updated <time datetime="2024-03-09">9 March 2024</time></p>',
        {"date": "2024-03-05", "modified": "2024-03-09"},
    ),
    (
        "a date of nobody knows what",
        tag("article:published_time", "2024-03-05") + '<meta name="date" content="2026-11-21">',
        "",
        {"date": "2024-03-05", "modified": "2026-11-21"},
    ),
    ("such a date alone", '<meta name="date" content="2024-03-05">', "", {"date": "2024-03-05"}),
    ("the address", '<link rel="canonical" href="https://a.example/2024/03/05/floods">', "", {"date": "2024-03-05"}),
    ("a time of day alone", "", '<span class="date">10:45</span>', {}),
    ("an age", "", '<span class="date">2 days ago</span>', {}),
    ("a day of the story", "", "<p>It was the worst since 5 May 1999.</p>", {}),
]


@pytest.mark.parametrize(("head", "line", "expected"), [case[1:] for case in DATES], ids=[case[0] for case in DATES])
def test_dates(head: str, line: str, expected: dict[str, str]) -> None:
    keys = ("date", "date meta", "date page", "date json-ld", "modified")
    assert {key: value for key, value in front(head, line).items() if key in keys} == expected


TITLES: list[tuple[str, str, dict[str, str]]] = [
    (
        "the site behind it",
        f"<title>{TITLE} | The Harbour Post</title>",
        {"title": TITLE, "source": "The Harbour Post"},
    ),
    ("in other words", tag("og:title", "14 dead as floods reach Ikorre"), {"title": TITLE}),
    ("cut off", tag("og:title", "Floods at Ikorre leave"), {"title": TITLE}),
    (
        "another",
        tag("og:title", "Minister resigns over pensions"),
        {"title": TITLE, "title meta": "Minister resigns over pensions"},
    ),
    ("a section", "<title>World News</title>", {"title": TITLE}),
    (
        "another figure",
        tag("og:title", "Floods at Ikorre leave 12 dead"),
        {"title": TITLE, "headline": "Floods at Ikorre leave 12 dead"},
    ),
    (
        "two publishers",
        tag("og:site_name", "Sport Today") + data(f'{{{ARTICLE}, "publisher": {{"name": "Upland Herald"}}}}'),
        {"title": TITLE, "source": "Sport Today", "site": "Sport Today", "publisher": "Upland Herald"},
    ),
    (
        "a publisher and its short name",
        tag("og:site_name", "Upland") + data(f'{{{ARTICLE}, "publisher": {{"name": "Upland Herald"}}}}'),
        {"title": TITLE, "source": "Upland"},
    ),
]


@pytest.mark.parametrize(("head", "expected"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES])
def test_titles_and_sources(head: str, expected: dict[str, str]) -> None:
    assert front(head) == expected


FINDINGS = [
    (data(f"{{{ARTICLE}, {AT}}}") + tag("article:published_time", "2023-03-05"), "", "publication-date-mismatch"),
    (tag("article:published_time", "2024-03-05"), "<p>Published: 7 May 2024</p>", "publication-date-mismatch"),
    (tag("article:published_time", "2024-03-05"), "<p>Updated: 7 May 2024</p>", ""),
    (tag("article:published_time", "2024-03-05T23:30:00Z"), "<p>Published: 6 March 2024</p>", ""),
    (tag("og:title", "Minister resigns over pensions"), "", "title-mismatch"),
    (tag("og:title", "Floods at Ikorre leave 12 dead") + tag("pubdate", "2024-03-05"), "", "headline-versions"),
    (tag("og:title", "How a town drowned in one night"), "", ""),
    (
        tag("og:site_name", "Sport Today")
        + tag("og:url", "https://uplandherald.example/floods")
        + data(f'{{{ARTICLE}, "publisher": {{"name": "Upland Herald"}}}}'),
        "",
        "source-mismatch",
    ),
]


@pytest.mark.parametrize(("head", "line", "rule"), FINDINGS)
def test_a_page_that_contradicts_itself_is_a_finding(head: str, line: str, rule: str) -> None:
    page = f"<html><head>{head}</head><body>{BODY.format(line)}</body></html>"
    document = read_here("a.html", page.encode())
    assert {finding.rule for finding in check_documents([document], shipped_rules()).findings} == (
        {rule} if rule else set()
    )


CHARSETS = [
    ("", "utf-8", "", ""),
    ("", "utf-8-sig", "", ""),
    ("", "utf-16", "", ""),
    ('<meta charset="iso-8859-1">', "cp1252", "", ""),
    ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252", "", ""),
    ("", "cp1252", "ISO-8859-1", ""),
    ('<meta charset="utf-8">', "cp1252", "windows-1252", ""),
    ('<meta charset="utf-8">', "cp1252", "", "was read as Windows-1252"),
    ('<meta charset="rot13">', "utf-8", "", ""),
    ('<meta charset="utf-16">', "utf-8", "", ""),
]


@pytest.mark.parametrize(("declared", "encoding", "envelope", "reason"), CHARSETS)
def test_encodings(declared: str, encoding: str, envelope: str, reason: str) -> None:
    found = parts(declared, "<p>“Überall” – über €4</p>", charset=envelope, encoding=encoding)
    assert "“Überall” – über €4" in found.text
    assert (reason in found.reason) if reason else not found.reason


def test_no_page_chooses_a_codec_that_is_none_of_characters() -> None:
    assert [meant(name) for name in ("hex", "zlib", "unicode_escape", "idna", "utf-7", "undefined")] == [""] * 6


def test_times_are_brought_into_one_form() -> None:
    assert normal("5 March 2024") == "5 March 2024"
    assert normal("9999-12-31T00:00:00Z") == ""
    assert same("2024-03-05T23:30Z", "2024-03-06T01:30+02:00")
    assert not same("2024-03-05", "2024-03-06")


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No socket can be made, and the libraries that read pages are told a wrong time."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a page was read with the network")

    class Elsewhen(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Elsewhen":
            return cls(2031, 5, 7, 12, tzinfo=tz)

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for module in (htmldate.validators, htmldate.extractors, htmldate.core, trafilatura.settings):
        monkeypatch.setattr(module, "datetime", Elsewhen)


OUTSIDE = """<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://dtd.invalid/x.dtd" [
<!ENTITY secret SYSTEM "file:///etc/hostname">]><html><head><base href="http://base.invalid/">
<link rel="stylesheet" href="http://css.invalid/a.css"><link rel="canonical" href="http://page.invalid/a">
<script src="http://js.invalid/a.js"></script><meta http-equiv="refresh" content="0; url=http://next.invalid/"></head>
<body background="http://img.invalid/b.png"><iframe src="http://frame.invalid/"></iframe><img src="http://img.invalid/a.png">
<object data="http://object.invalid/"></object>{}<p>&secret;</p></body></html>"""


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize(
    "line", ["", "<p class='date'>7 May</p>", "<p>2 hours ago</p>", "<p>May 2031</p>", "<p>7.5.</p>"]
)
def test_reading_a_page_asks_neither_network_nor_clock(line: str) -> None:
    (found,) = read_html(Source("a.html", OUTSIDE.format(BODY.format(line)).encode(), limits()))
    assert "Fourteen people were killed" in found.text
    assert "date" not in found.front


def test_a_page_is_read_twice_alike() -> None:
    head = data(f"{{{ARTICLE}, {AT}}}") + tag("og:title", "Minister resigns over pensions")
    assert parts(head) == parts(head)
