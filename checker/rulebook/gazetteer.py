"""Places by name: countries, regions, cities and what rules/lexicon/en/places.toml adds to them."""

from functools import cache, lru_cache
from typing import NamedTuple

from checker.model import Place
from checker.rulebook.gazetteer_data import countries, gazetteer_rows, place_words, places
from checker.rulebook.gazetteer_fold import fold_place

__all__ = [
    "Entry",
    "country_name",
    "demonym_country",
    "fold_place",
    "lookup",
    "members",
    "place_words",
    "resolve",
    "to_place",
]

DEEPEST = 8  # containers of one place


class Entry(NamedTuple):
    """A known place: its folded name, kind, country code, containers (folded, nearest first), thousands of people.

    `kind`: country, region (of a country), city, site (of places.toml), land (seas, rivers, groups of countries).
    """

    name: str
    kind: str
    country: str = ""
    containers: tuple[str, ...] = ()
    people: int = 0


@lru_cache(maxsize=1 << 16)
def lookup(folded: str) -> tuple[Entry, ...]:
    """All places of a folded name, the likeliest first: country, place of places.toml, region, then by size.

    Raises:
        RulebookError: a file of the lexicon is wrong.
    """
    code = _country_codes().get(folded)
    if code:
        return (Entry(country_name(code), "country", code), *_listed(folded))
    if folded in _lands():
        return (Entry(_lands()[folded], "land"),)
    return tuple(dict.fromkeys((*_own(folded), *_listed(folded))))


def resolve(name: str, country: str = "", within: str = "") -> Entry | None:
    """The likeliest place of a name as written or folded, of the country or in the container if those are given."""
    found = lookup(fold_place(name))
    for entry in found:
        if within and within in entry.containers:
            return entry
    for entry in found:
        if country and entry.country == country:
            return entry
    return found[0] if found else None


def to_place(entry: Entry, text: str) -> Place:
    """The model's place for an entry."""
    return Place(text=text, name=entry.name, containers=entry.containers, country=entry.country)


def demonym_country(folded: str) -> str:
    """The country code of an adjective or of a word for a people (syrian, syrians), "" for other words."""
    return _demonyms().get(folded, "")


def country_name(code: str) -> str:
    """The folded usual name of a country; the code in lower case where the lexicon lacks it."""
    country = countries().countries.get(code)
    return fold_place(country.names[0]) if country else code.casefold()


@cache
def members(land: str) -> frozenset[str]:
    """The codes of the countries in a land such as the Sahel, by its folded name; empty for others."""
    for name, codes in countries().regions.items():
        if fold_place(name) == land:
            return frozenset(codes)
    return frozenset()


def _listed(folded: str) -> tuple[Entry, ...]:
    """Regions and cities of the table."""
    found: list[Entry] = []
    for name, kind, code, region, people in gazetteer_rows(folded):
        own = _own(name)
        if own and own[0].country == code:
            found.extend(entry for entry in own if entry not in found)
            continue
        above = [place for place in (region, *_above(region, code)) if place and place != name]
        containers = tuple(dict.fromkeys((*above, country_name(code))))
        found.append(Entry(name, "region" if kind == "r" else "city", code, containers, int(people)))
    return tuple(sorted(found, key=lambda entry: (entry.kind != "site", -entry.people)))


def _above(region: str, code: str) -> tuple[str, ...]:
    own = _own(region)
    return own[0].containers if own and own[0].country == code else ()


@lru_cache(maxsize=4096)
def _own(folded: str) -> tuple[Entry, ...]:
    """The place of places.toml, if there is one."""
    site = _sites().get(folded)
    if site is None:
        return ()
    name, container = site
    containers: list[str] = []
    code = ""
    while container and len(containers) < DEEPEST:
        code = _country_codes().get(container, "")
        containers.append(country_name(code) if code else container)
        if code:
            break
        container = _sites().get(container, ("", ""))[1]
    if not code and containers:
        code = next((row[2] for row in gazetteer_rows(containers[-1])), "")
        containers += [country_name(code)] if code else []
    return (Entry(name, "site", code, tuple(above for above in containers if above != name)),)


@cache
def _sites() -> dict[str, tuple[str, str]]:
    """Variant to name and container, all folded."""
    table: dict[str, tuple[str, str]] = {}
    for container, entries in places().within.items():
        for names in entries:
            site = (fold_place(names[0]), fold_place(container))
            for name in names:
                table.setdefault(fold_place(name), site)
    return {name: (site[0], table.get(site[1], (site[1],))[0]) for name, site in table.items()}


@cache
def _lands() -> dict[str, str]:
    lands = {fold_place(name): fold_place(names[0]) for names in places().beyond.names for name in names}
    return lands | {fold_place(name): fold_place(name) for name in countries().regions}


@cache
def _country_codes() -> dict[str, str]:
    return {fold_place(name): code for code, country in countries().countries.items() for name in country.names}


@cache
def _demonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for code, country in countries().countries.items():
        for name in country.demonyms:
            folded = fold_place(name)
            table[folded] = table[f"{folded}s"] = code
    return table
