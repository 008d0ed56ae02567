"""One name in a sentence: what it is matched with, and what the words around it make of it."""

from collections.abc import Mapping
from typing import NamedTuple

from checker.extract.places_mention import Sight, text_of, to_mention
from checker.extract.places_open import ACRONYM, bare_genitive, facility, open_name
from checker.extract.places_others import LARGE, is_organisation, is_person
from checker.extract.places_words import (
    Governor,
    Tokens,
    demonym,
    governor,
    is_direction,
    is_head,
    is_opener,
)
from checker.extract.syntax import PlaceMention, Token
from checker.model import Place
from checker.rulebook.gazetteer import Entry, country_name, demonym_country, fold_place, lookup, to_place
from checker.rulebook.gazetteer_data import place_words

LONGEST_NAME = 5  # words of a name in the gazetteer
NAMER_REACH = 3  # words between Operation and a name that belongs to it
FAMOUS = 300  # thousands of people of a town that a report may name without its country
TOWN = 10  # thousands of people of a town that its own country's reports mean by a name
_FUNCTION = frozenset({"and", "or", "where", "which", "who", "is", "was", "were", "are", "to"})
_ROW = frozenset({":", "|", "\u2013", "\u2014", "-", "("})
_QUOTES = frozenset({'"', "\u201c", "'", "\u2018"})
_US = frozenset({"us", "uk", "uae", "drc", "prc", "usa"})


Known = Mapping[str, Place]


class Report(NamedTuple):
    """What the report tells elsewhere: places of no gazetteer by folded name, its country's code, those it names."""

    known: Known
    country: str
    nations: frozenset[str] = frozenset()


NOTHING = Report({}, "")


def match(tokens: Tokens, first: int, run: tuple[int, int], report: Report, *, titled: bool) -> PlaceMention | None:
    """The place that begins at `first`, a token of the run; None where none does."""
    words = place_words()
    if is_opener(tokens[first]) and (first == 0 or titled) and not _longer_name(tokens, first, run[1]):
        return None
    begin = run[0] - 2 if run[0] > 1 and tokens[run[0] - 1].text in _QUOTES else run[0]
    if any(token.lower in words.namers for token in tokens[max(begin, first - NAMER_REACH) : first]):
        return None
    ruler = governor(tokens, first)
    double = _double(tokens, Sight(first, run[1], run, ruler, titled))
    if double is not None:
        return double
    site = facility(tokens, Sight(first, run[1], run, ruler, titled), report.known)
    if site is not None:
        return site
    for last in range(min(run[1], first + LONGEST_NAME), first, -1):
        if last == first + 1 and not _may_name(tokens[first]):
            break
        settled, mention = _listed(tokens, Sight(first, last, run, ruler, titled), report)
        if settled:
            return mention
    return open_name(tokens, Sight(first, run[1], run, ruler, titled))


def _double(tokens: Tokens, sight: Sight) -> PlaceMention | None:
    """A country with two names: Trinidad and Tobago."""
    at = sight.first + 1
    if at + 1 >= len(tokens) or tokens[at].lower != "and" or not tokens[at + 1].capital:
        return None
    found = lookup(fold_place(text_of(tokens, sight.first, at + 2)))[:1]
    if not found or found[0].kind != "country":
        return None
    return _known(tokens, sight._replace(last=at + 2, run=(sight.first, max(sight.run[1], at + 2))), found[0])


def twin(tokens: Tokens, before: PlaceMention, run: tuple[int, int]) -> PlaceMention | None:
    """The name that "and" joins to a place under its preposition: in the villages of X and Y; None for others."""
    first, last = run
    behind = tokens[last].lower if last < len(tokens) else "."
    if tokens[first - 1].lower != "and" or before.last != first - 1 or before.role != "place":
        return None
    if (
        before.preposition not in place_words().strong and before.preposition != "between"
    ) or behind in place_words().acting:
        return None
    ruler = Governor(before.preposition, before.first - 1, headed=True)
    return open_name(tokens, Sight(first, last, run, ruler, titled=False))


def _may_name(token: Token) -> bool:
    """Whether one word may name a place: not a month, nor us in small letters."""
    if token.lower in place_words().never:
        return False
    bare = token.text.replace(".", "")
    return bare.isupper() or bare.casefold() not in _US


def _listed(tokens: Tokens, sight: Sight, report: Report) -> tuple[bool, PlaceMention | None]:
    """Whether the name is one that data or the report know, and its mention if it is a place here."""
    folded = fold_place(text_of(tokens, sight.first, sight.last))
    people = _people(tokens, sight, folded)
    if people is not None:
        return True, people
    if folded in place_words().generic:
        generic = Place(text="", name=folded)
        return True, to_mention(tokens, sight, generic) if sight.governor.preposition else None
    if found := lookup(folded):
        entry = _at_home(found, report)
        if entry is None:
            return True, open_name(tokens, sight)
        row = entry.country == report.country != "" and _row(tokens, sight)
        return True, to_mention(tokens, sight, to_place(entry, "")) if row else _known(tokens, sight, entry)
    if folded in report.known:
        role = "reference" if is_organisation(tokens, sight) else ""
        return True, to_mention(tokens, sight, report.known[folded], role)
    country = bare_genitive(folded) if sight.last == sight.first + 1 else None
    return country is not None, to_mention(tokens, sight, to_place(country, ""), "demonym") if country else None


def _at_home(found: tuple[Entry, ...], report: Report) -> Entry | None:
    """The likeliest place of a name: one of the report's country before a larger one of another.

    None where the name is that of a small place abroad, in a country that the report does not name: the report's own
    place of that name is one that no gazetteer knows.
    """
    first, country = found[0], report.country
    if not country or first.country in {"", country} or first.kind == "country" or first.name in place_words().metonyms:
        return first
    for nation in (country, *sorted(report.nations)):
        for entry in found:
            if entry.country == nation and (entry.kind != "city" or entry.people >= TOWN):
                return entry
    return first if first.kind == "site" or first.people >= FAMOUS else None


def _row(tokens: Tokens, sight: Sight) -> bool:
    """Whether the name labels a row: "- Tela: 14 houses"."""
    bullets = all(not token.text[0].isalnum() for token in tokens[: sight.first])
    return bullets and sight.last < len(tokens) and tokens[sight.last].text in _ROW


def _longer_name(tokens: Tokens, first: int, end: int) -> bool:
    return any(lookup(fold_place(text_of(tokens, first, last))) for last in range(first + 2, min(end, first + 3) + 1))


def _people(tokens: Tokens, sight: Sight, folded: str) -> PlaceMention | None:
    """Syrian, Syrians, or the Turkish border."""
    code = demonym_country(folded)
    if not code or any(entry.kind == "country" for entry in lookup(folded)[:1]):
        return None
    after = tokens[sight.last] if sight.last < len(tokens) else None
    following = after.text if after else ""
    name = country_name(code)
    if following in {"border", "frontier"}:
        place = Place(text="", name=f"{name} {following}", containers=(name,), country=code)
        return to_mention(tokens, sight._replace(last=sight.last + 1), place, "place")
    if following in place_words().lands and sight.governor.preposition:
        return to_mention(tokens, sight._replace(last=sight.last + 1), Place(text="", name=name, country=code))
    if lookup(f"{folded} {following}"):
        return to_mention(
            tokens, sight._replace(last=sight.last + 1), to_place(lookup(f"{folded} {following}")[0], ""), "place"
        )
    return to_mention(tokens, sight, Place(text="", name=name, country=code), "demonym")


def _known(tokens: Tokens, sight: Sight, entry: Entry) -> PlaceMention | None:
    """A name of the gazetteer, if the words around it let it be a place."""
    if is_organisation(tokens, sight):
        leads = entry.kind == "country" or (sight.first == 0 and sight.last == 1)
        return to_mention(tokens, sight, to_place(entry, ""), "demonym") if leads else None
    if entry.kind == "land" and not sight.governor.preposition and not sight.titled and is_person(tokens, sight):
        return None
    if entry.kind in {"country", "land"}:
        adjective = entry.kind == "country" and _adjective(tokens, sight)
        return to_mention(tokens, sight, to_place(entry, ""), "demonym" if adjective else "")
    return _town(tokens, sight, entry)


def _town(tokens: Tokens, sight: Sight, entry: Entry) -> PlaceMention | None:
    """A region, town or site: small ones and those of common names need a preposition or a head."""
    words = place_words()
    before = tokens[sight.first - 1] if sight.first else None
    if before is not None and before.lower in words.titles and before.text[0].isupper():
        return None
    after = tokens[sight.last] if sight.last < len(tokens) else None
    acts = after is not None and after.lower in words.acting
    small = entry.kind != "site" and entry.people < LARGE
    ruler = sight.governor
    if ruler.preposition == "of" and not ruler.headed and tokens[sight.first].lower in words.common:
        return None
    if small and before is not None and before.lower == "the" and not (after is not None and is_head(after.lower)):
        return open_name(tokens, sight._replace(last=sight.run[1])) if sight.last < sight.run[1] else None
    of = before is not None and before.lower == "of"
    if of and not ruler.headed and not sight.titled and small and is_person(tokens, sight):
        return None
    if ruler.preposition or (after is not None and is_head(after.lower)):
        longer = None
        if small and not sight.titled and sight.last < sight.run[1]:
            longer = open_name(tokens, sight._replace(last=sight.run[1]))
        return longer if longer and longer.last > sight.last else to_mention(tokens, sight, to_place(entry, ""))
    return _free(tokens, sight, entry, acts=acts)


def _free(tokens: Tokens, sight: Sight, entry: Entry, *, acts: bool) -> PlaceMention | None:
    """A region, town or site without preposition and head."""
    words = place_words()
    small = entry.kind != "site" and entry.people < LARGE and not _is_region(tokens, sight)
    if acts and fold_place(text_of(tokens, sight.first, sight.last)) in words.metonyms:
        return to_mention(tokens, sight, to_place(entry, ""), "demonym")
    lower = tokens[sight.first].lower
    common = sight.last == sight.first + 1 and (lower in words.common or lower in words.names)
    if common or small:
        alone = sight.first == 0 and sight.last == len(tokens) and entry.people >= TOWN
        told = _dateline(tokens, sight) or (not common and (alone or _happens(tokens, sight)))
        return to_mention(tokens, sight, to_place(entry, "")) if told else None
    if not sight.titled and (acts or is_person(tokens, sight)):
        return None
    return to_mention(tokens, sight, to_place(entry, ""))


def _is_region(tokens: Tokens, sight: Sight) -> bool:
    """Whether the name is that of one region alone, and long enough to be nothing else: Tobago fishermen."""
    found = lookup(fold_place(text_of(tokens, sight.first, sight.last)))
    single = len({entry.country for entry in found}) == 1
    return single and len(tokens[sight.first].text) > ACRONYM and any(entry.kind == "region" for entry in found)


def _happens(tokens: Tokens, sight: Sight) -> bool:
    """Whether the name is that of an event, as headlines have it: the Obock shipwreck."""
    return sight.last < len(tokens) and tokens[sight.last].lower in place_words().events


def _adjective(tokens: Tokens, sight: Sight) -> bool:
    """Whether a country's name stands for its state or qualifies a noun: US forces, Syria talks, Niger said."""
    after = tokens[sight.last] if sight.last < len(tokens) else None
    if after is None or not after.text[0].isalpha():
        return after is not None and after.lower == "'s" and not _name_follows(tokens, sight.last + 1)
    words = place_words()
    short = tokens[sight.first].lower.replace(".", "") in _US or sight.last > sight.first + 1
    function = is_opener(after) or after.lower in _FUNCTION
    if sight.governor.preposition:
        return (
            short
            and not function
            and not is_head(after.lower)
            and after.lower not in words.acting
            and not after.capital
        )
    return not sight.titled and (after.capital or not function) and (short or _acts(after.lower))


def _acts(lower: str) -> bool:
    """Whether a word behind a country makes it an actor or an attribute: a verb of acting, or a noun."""
    words = place_words()
    return lower in words.acting or not lower.endswith(("s", "ed", "d"))


def _name_follows(tokens: Tokens, index: int) -> bool:
    while index < len(tokens) and is_direction(tokens[index]):
        index += 1
    return index < len(tokens) and tokens[index].capital and demonym(tokens[index]) == ""


def _dateline(tokens: Tokens, sight: Sight) -> bool:
    """Whether the name opens the sentence in capitals: DOSSO, Niger."""
    return (
        sight.first == 0
        and tokens[0].text.isupper()
        and len(tokens[0].text) > 1
        and sight.last < len(tokens)
        and tokens[sight.last].text in {",", "-", "\u2013", "\u2014", "("}
    )
