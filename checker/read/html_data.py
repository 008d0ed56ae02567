"""What a page tells of itself as JSON-LD. Data that is broken is passed over: the page has its text all the same."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.rulebook.web import web

Json = object
Thing = dict[str, Json]

DEEPEST = 12  # things within things of a page's data
MOST_THINGS = 2_000  # of a page's data
LONGEST = 5_000_000  # characters of a script with data
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*+;?\s*+$")


class Told(NamedTuple):
    """What the data says of the report; "" where it says nothing."""

    title: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    url: str = ""
    language: str = ""
    description: str = ""
    body: str = ""


def told(scripts: Iterable[str], headings: frozenset[str], address: str) -> Told:
    """What the scripts say of the page's own report: the one with its address or a heading of it, else the first."""
    things = [thing for script in scripts for thing in _things(_parsed(script))]
    named = {name: thing for thing in reversed(things) if len(thing) > 1 and (name := _text(thing.get("@id")))}
    reports = [thing for thing in things if _kinds(thing) & web().data.reports]
    pages = [thing for thing in things if _kinds(thing) & web().data.pages]
    own = next((thing for thing in reports if _is_own(thing, headings, address)), None)
    chosen = own or next(iter(reports), None) or next(iter(pages), None)
    return _told(chosen, named) if chosen else Told()


def _parsed(script: str) -> Json:
    """The value of a script, None where it is broken."""
    if len(script) > LONGEST:
        return None
    try:
        value: Json = json.loads(
            _WRAPPING.sub("", script).strip().rstrip(";"), strict=False, parse_int=str, parse_float=str
        )
    except (ValueError, RecursionError):
        return None
    return value


def _things(value: Json) -> Iterator[Thing]:
    """All objects of a value, outer ones first, as many as a page may have."""
    waiting, count = deque([(value, 0)]), 0
    while waiting and count < MOST_THINGS:
        one, depth = waiting.popleft()
        count += 1
        if depth > DEEPEST:
            continue
        if isinstance(one, dict):
            yield one
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        waiting.extend((each, depth + 1) for each in inner if isinstance(each, dict | list))


def _kinds(thing: Thing) -> set[str]:
    kinds = thing.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {each.rpartition("/")[2].lower() for each in listed if isinstance(each, str)}


def _is_own(thing: Thing, headings: frozenset[str], address: str) -> bool:
    own = {_address(thing.get("url")), _address(thing.get("mainEntityOfPage")), _address(thing.get("@id"))}
    return bool(address and address in own) or folded(_text(thing.get("headline"))) in headings


def _address(value: Json) -> str:
    found = value.get("@id") or value.get("url") if isinstance(value, dict) else value
    return _text(found).partition("#")[0]


def folded(text: str) -> str:
    """Words alone, in lower case."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _text(value: Json) -> str:
    """A value as text; of several the first."""
    if isinstance(value, list):
        value = next(iter(value), "")
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    return value.strip() if isinstance(value, str) else ""


def _names(value: Json, named: dict[str, Thing]) -> tuple[str, ...]:
    """Names of persons or bodies, also of those that stand elsewhere under an @id."""
    found = []
    for each in value if isinstance(value, list) else [value]:
        thing = each
        if isinstance(each, dict) and "name" not in each:
            thing = named.get(_text(each.get("@id")), each)
        found.append(_text(thing))
    return tuple(dict.fromkeys(name for name in found if name))


def _told(thing: Thing, named: dict[str, Thing]) -> Told:
    def text(*keys: str) -> str:
        return next((value for value in (_text(thing.get(key)) for key in keys) if value), "")

    return Told(
        title=text("headline", "name", "alternativeHeadline"),
        source=next(iter(_names(thing.get("publisher"), named)), ""),
        authors=_names(thing.get("author") or thing.get("creator"), named),
        published=text("datePublished", "dateCreated", "uploadDate"),
        modified=text("dateModified"),
        url=_address(thing.get("url")) or _address(thing.get("mainEntityOfPage")),
        language=text("inLanguage"),
        description=text("description"),
        body=text("articleBody", "text"),
    )
