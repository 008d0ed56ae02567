"""A report's title and source, from its front matter or from the lines above the prose."""

import re
from collections.abc import Sequence

from checker.extract.passages import Passages
from checker.extract.profile_lines import (
    MARKS,
    Line,
    head,
    is_prose,
    is_title_case,
    opens_with,
    rest_of,
    stated_days,
    tail,
    undated,
)
from checker.extract.profile_places import dateline_agency, dateline_span
from checker.model import Document, Section
from checker.rulebook.furniture import furniture

BESIDE = (Section.FURNITURE, Section.CAPTION)  # what is no headline, however it reads
FEWEST, MOST = 4, 30  # words of a headline
LONGEST = 200  # characters of a headline
LONGEST_PARAGRAPH = 5_000  # characters in which its end is looked for
FEW = 5  # words of a line that may as well be a name
NAME = 10  # words of a source's name

_SEPARATOR = re.compile(r"\s[|/·–—-]\s|\s{3,}")
_PARTS = re.compile(r"[|,.;()\[\]]|\s[-–—/·]\s")
_FOR = re.compile(r"\bfor (?:the )?([A-Z][^|,.;\n]{2,60})")
_WITH = re.compile(r"[(\[]?(?:with|by|source:?)\s+([A-Z][\w .&'-]{1,40}?)\s?[)\]]\s{0,3}$", re.IGNORECASE)
_AFTER_DASH = re.compile(r"(?:--|—)\s?([A-Z][A-Za-z ]{1,25})\s{0,3}$")
_NUMBER = re.compile(r"\s{0,9}(?:no\.?\s{0,9})?(?<!\d)\d{1,9}\s{0,9}$", re.IGNORECASE)


def title(document: Document) -> str | None:
    """The front matter's title, what the format marks as one, a heading, or the first line that reads as a headline."""
    for key in furniture().front.titles:
        if key in document.front and document.front[key].value.strip():
            return document.front[key].value.strip()
    for passage in document.passages:
        if passage.section is Section.HEADLINE:
            return document.text[passage.start : passage.end].strip(MARKS)
    passages = Passages(document)
    above = [line for line in head(document) if passages.section(line.start, line.end) not in BESIDE]
    for line in above:
        if line.text.lstrip().startswith("# "):
            return line.text.strip(MARKS)
    for number, line in enumerate(above):
        text = _SEPARATOR.split(line.text.strip(MARKS))[0].strip()
        named = len(text.split()) <= FEW and is_title_case(text) and _only_date(above[number + 1 : number + 2])
        if not named and _is_headline(document, line, text):
            return text
        if is_prose(line) and line.text.rstrip().endswith((".", '."', ".”")):
            return None
    return None


def _only_date(following: Sequence[Line]) -> bool:
    """Whether the next line holds nothing but a date, so that the one above it is a name."""
    days = [(line, stated_days(line.text, line.start, month_first=False)) for line in following]
    return any(found and not rest_of(line, found[0]) for line, found in days)


def _is_headline(document: Document, line: Line, text: str) -> bool:
    """Whether the line has a headline's length and form and is neither letterhead, date nor byline."""
    words = text.split()
    folded = text.casefold()
    lexicon = furniture()
    long = not FEWEST <= len(words) <= MOST or len(text) > LONGEST
    if long or line.text.lstrip()[0] in "*[(_•-" or _is_wrapped_prose(document, line):
        return False
    if text.endswith(".") or ". " in text.removesuffix("...") or opens_with(folded, lexicon.source.byline):
        return False
    if opens_with(folded, lexicon.furniture.prefixes) or stated_days(line.text, line.start, month_first=False):
        return False
    if opens_with(folded, lexicon.source.forms) and ("translat" in folded or len(words) <= FEW):
        return False
    dateline = dateline_span(document)
    if dateline and dateline[0] < line.end and line.start < dateline[1]:
        return False
    return not (text.isupper() and _institution(folded))


def _is_wrapped_prose(document: Document, line: Line) -> bool:
    """Whether the next line goes on in the middle of a sentence, and their paragraph ends as prose does."""
    text, behind = document.text, line.end + 1
    if text[line.end : behind] != "\n" or not text[behind : behind + 1].islower():
        return False
    paragraph = text[behind : behind + LONGEST_PARAGRAPH].partition("\n\n")[0]
    return paragraph.rstrip().endswith((".", "!", "?", '."', ".”"))


def source(document: Document) -> str | None:
    """Who publishes the report: front matter, the dateline's agency, byline, letterhead, or the credit at its end."""
    for key in furniture().front.sources:
        if key in document.front and document.front[key].value.strip():
            return document.front[key].value.strip()
    agency = dateline_agency(document)
    if agency:
        return agency
    above = head(document)
    headline = title(document)
    paper, author = _byline(above)
    return _letterhead(above) or paper or _dated(above, headline) or author or _credit(document)


def _letterhead(above: Sequence[Line]) -> str | None:
    """The institution in capitals that heads a release, below the state's own name."""
    found: list[str] = []
    for line in above[:3]:
        parts = (part.strip() for part in _SEPARATOR.split(line.text.strip(MARKS)))
        found += [p for p in parts if p.isupper() and _institution(p.casefold()) and len(p.split()) <= NAME]
    states = furniture().source.states
    return next((part for part in found if not states & set(part.casefold().split())), next(iter(found), None))


def _byline(above: Sequence[Line]) -> tuple[str | None, str | None]:
    """The paper of "By X for the Y", and the author where the byline names but a function: "our correspondent"."""
    for line in above:
        for part in _SEPARATOR.split(line.text.strip(MARKS)):
            told = undated(part)
            if not opens_with(told.casefold(), furniture().source.byline) or len(told.split()) > NAME:
                continue
            paper = _FOR.search(told)
            name = told.split(maxsplit=1)[-1].strip()
            if paper:
                return str(paper.group(1)).strip(), None
            if name.casefold().startswith(("our ", "a ")):
                return None, name.split(maxsplit=1)[-1]
    return None, None


def _dated(above: Sequence[Line], headline: str | None) -> str | None:
    """The name in a dated line above the prose, or the one above a line that holds but a place and a date."""
    previous = ""
    for line in above:
        text = line.text.strip(MARKS)
        days = stated_days(line.text, line.start, month_first=False)
        if days and not (is_prose(line) and line.text.lstrip()[0] not in "*[_("):
            rest = rest_of(line, days[0])
            beside = f"{line.text[: days[0].start - line.start]}|{line.text[days[0].end - line.start :]}"
            name = _name(beside) if is_title_case(rest) or len(rest.split()) <= NAME else None
            name = name if name and len(name.split()) > 1 else _name(previous) or name
            if name:
                return name
        if is_prose(line):
            return None
        named = not line.text.lstrip().startswith("##") and not opens_with(text.casefold(), furniture().source.byline)
        previous = text if named and not (headline and headline in text) else ""
    return None


def _name(text: str) -> str | None:
    """The first part of a line that is neither a form of text nor a number, of two words if there is one."""
    lexicon = furniture()
    names: list[str] = []
    for part in _PARTS.split(text):
        name = _NUMBER.sub("", part.strip(MARKS + ":"))
        folded = name.casefold()
        if (
            opens_with(folded, (*lexicon.furniture.prefixes, *lexicon.published.phrases))
            or folded in lexicon.furniture.whole
        ):
            break
        if (
            opens_with(folded, (*lexicon.source.forms, *lexicon.source.headings, *lexicon.source.byline))
            or not is_title_case(name)
            or len(name.split()) > NAME
        ):
            continue
        words = name.split()
        if len(words) > 1 and words[-1].casefold() in lexicon.furniture.whole:
            words.pop()
        if len(name) > 2 and name[0].isalpha():  # noqa: PLR2004 - a letter or two name no source
            names.append(" ".join(words))
    return next((name for name in names if " " in name), next(iter(names), None))


def _credit(document: Document) -> str | None:
    """The agency in the last line: "(with AFP)", "--Reuters", "(Source: X)"."""
    below = tail(document)
    if not below:
        return None
    match = _WITH.search(below[-1].text) or _AFTER_DASH.search(below[-1].text)
    return match.group(1).strip() if match else None


def _institution(folded: str) -> bool:
    """Whether one of the words names a kind of institution."""
    words = folded.replace(",", " ").split()
    return any(word in words for word in furniture().source.institutions)
