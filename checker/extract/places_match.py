"""One name in a sentence: what it is matched with, and what the words around it make of it."""

from typing import NamedTuple

from checker.extract.places_words import (
    Governor,
    Tokens,
    capital,
    demonym,
    governor,
    is_direction,
    is_head,
    is_held,
    is_opener,
    run_end,
)
from checker.extract.syntax import PlaceMention
from checker.model import Place
from checker.rulebook.gazetteer import Entry, country_name, demonym_country, fold_place, lookup, to_place
from checker.rulebook.gazetteer_data import place_words

LONGEST_NAME = 5  # words of a name in the gazetteer
LONGEST_OPEN = 3  # words of a name that no gazetteer knows
LARGE = 100  # thousands of people from which a city is taken for itself without a preposition
ACRONYM = 5  # letters; a longer word in capitals is a name in a dateline
_US = frozenset({"us", "uk", "uae", "drc", "prc", "usa"})
_SIDES = {"north": "northern", "south": "southern", "east": "eastern", "west": "western"}


class Sight(NamedTuple):
    """A name at its place: tokens from `first` to `last`, the run of capitals it stands in, and what governs it."""

    first: int
    last: int
    run: tuple[int, int]
    governor: Governor
    titled: bool  # within a title-case headline


def match(tokens: Tokens, first: int, run: tuple[int, int], *, titled: bool) -> PlaceMention | None:
    """The place that begins at `first`, a token of the run; None where none does."""
    words = place_words()
    if is_opener(tokens[first]) and (first == 0 or titled) and not _longer_name(tokens, first, run[1]):
        return None
    ruler = governor(tokens, first)
    for last in range(min(run[1], first + LONGEST_NAME), first, -1):
        lower = tokens[first].lower
        text = _text(tokens, first, last)
        folded = fold_place(text)
        if last == first + 1 and lower in words.never:
            break
        if last == first + 1 and lower.replace(".", "") in _US and not text.replace(".", "").isupper():
            break
        sight = Sight(first, last, run, ruler, titled)
        people = _people(tokens, sight, folded)
        if people is not None:
            return people
        found = () if folded in words.generic else lookup(folded)
        if found:
            return _known(tokens, sight, found[0])
    return _open(tokens, Sight(first, run[1], run, ruler, titled))


def _longer_name(tokens: Tokens, first: int, end: int) -> bool:
    return any(lookup(fold_place(_text(tokens, first, last))) for last in range(first + 2, min(end, first + 3) + 1))


def _people(tokens: Tokens, sight: Sight, folded: str) -> PlaceMention | None:
    """Syrian, Syrians, or the Turkish border."""
    code = demonym_country(folded)
    if not code or any(entry.kind == "country" for entry in lookup(folded)[:1]):
        return None
    following = tokens[sight.last].lower if sight.last < len(tokens) else ""
    if following in {"border", "frontier", "coast", "desert"} and not lookup(f"{folded} {following}"):
        name = country_name(code)
        place = Place(text="", name=f"{name} {following}", containers=(name,), country=code)
        return _mention(tokens, sight._replace(last=sight.last + 1), place, "place")
    if lookup(f"{folded} {following}"):
        return _mention(
            tokens, sight._replace(last=sight.last + 1), to_place(lookup(f"{folded} {following}")[0], ""), "place"
        )
    return _mention(tokens, sight, Place(text="", name=country_name(code), country=code), "demonym")


def _known(tokens: Tokens, sight: Sight, entry: Entry) -> PlaceMention | None:
    """A name of the gazetteer, if the words around it let it be a place."""
    words = place_words()
    first, last = sight.first, sight.last
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if _organisation(tokens, sight):
        return _mention(tokens, sight, to_place(entry, ""), "demonym") if entry.kind == "country" else None
    if entry.kind == "country" and _adjective(tokens, sight, entry):
        return _mention(tokens, sight, to_place(entry, ""), "demonym")
    if entry.kind in {"country", "land"}:
        return _mention(tokens, sight, to_place(entry, ""))
    lower = tokens[first].lower
    if before is not None and before.lower in words.titles and before.text[0].isupper():
        return None
    headed = after is not None and is_head(after.lower)
    placed = bool(sight.governor.preposition) or headed
    if (
        fold_place(_text(tokens, first, last)) in words.metonyms
        and not placed
        and after
        and after.lower in words.acting
    ):
        return _mention(tokens, sight, to_place(entry, ""), "demonym")
    if not placed:
        if (last == first + 1 and lower in words.common) or (entry.kind != "site" and entry.people < LARGE):
            return None if not _dateline(tokens, sight) else _mention(tokens, sight, to_place(entry, ""))
        if not sight.titled and (_person(tokens, first, last) or (after is not None and after.lower in words.acting)):
            return None
    elif entry.kind != "site" and entry.people < LARGE and not sight.titled and last < sight.run[1]:
        longer = _open(tokens, sight._replace(last=sight.run[1]))
        if longer is not None and longer.last > last:
            return longer
    return _mention(tokens, sight, to_place(entry, ""))


def _adjective(tokens: Tokens, sight: Sight, entry: Entry) -> bool:
    """Whether a country's name stands for its state or qualifies a noun: US forces, Syria talks, Niger said."""
    after = tokens[sight.last] if sight.last < len(tokens) else None
    if after is None or not after.text[0].isalpha():
        return after is not None and after.text in {"'s", "’s"} and not _name_follows(tokens, sight.last + 1)
    words = place_words()
    short = tokens[sight.first].lower.replace(".", "") in _US
    function = is_opener(after) or after.lower in {
        "and",
        "or",
        "where",
        "which",
        "who",
        "is",
        "was",
        "were",
        "are",
        "to",
    }
    if sight.governor.preposition:
        return (
            short
            and not function
            and not is_head(after.lower)
            and after.lower not in words.acting
            and not capital(after)
        )
    return not sight.titled and entry.kind == "country"


def _name_follows(tokens: Tokens, index: int) -> bool:
    while index < len(tokens) and is_direction(tokens[index]):
        index += 1
    return index < len(tokens) and capital(tokens[index]) and demonym(tokens[index]) == ""


def _organisation(tokens: Tokens, sight: Sight) -> bool:
    """Whether the name is part of an organisation's: Jordan Times, Bank of China, Islamic State of Iraq and Syria."""
    words = place_words()
    begin, end = sight.run
    after = [token for token in tokens[sight.last : min(end, sight.last + (1 if sight.titled else 3))]]
    if any(token.lower in words.organisations for token in after) and not any(
        token.lower in words.never or demonym(token) for token in after[:1]
    ):
        return True
    before = [token.lower for token in tokens[max(begin, sight.first - 4) : sight.first]]
    if "and" in [token.lower for token in tokens[sight.first - 1 : sight.first]] and sight.first > 1:
        before = [token.lower for token in tokens[max(0, sight.first - 6) : sight.first]]
        return "of" in before and "state" in before and "islamic" in before
    if not before or sight.titled:
        return False
    return (before[-1] in {"of", "for"} and any(word in words.organisations for word in before)) or (
        before[-1] in words.organisations and before[-1] not in words.titles
    )


def _person(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a capitalised neighbour that is no place, day or head makes the name a person's."""
    words = place_words()
    before = tokens[first - 1] if first else None
    if before is not None and first > 1 and capital(before) and before.lower not in words.never and not demonym(before):
        return not lookup(fold_place(before.text)) and not is_direction(before) and not is_opener(before)
    if last >= len(tokens) or not capital(tokens[last]):
        return False
    after = tokens[last]
    return not (after.lower in words.never or is_head(after.lower) or demonym(after) or lookup(fold_place(after.text)))


def _dateline(tokens: Tokens, sight: Sight) -> bool:
    """Whether the name opens the sentence in capitals: DOSSO, Niger."""
    return sight.first == 0 and tokens[0].text.isupper() and len(tokens[0].text) > 1


def _open(tokens: Tokens, sight: Sight) -> PlaceMention | None:
    """A name that no gazetteer knows, where the words around it say that it is a place."""
    words = place_words()
    first = sight.first
    last = first
    while last < sight.last and last - first < LONGEST_OPEN and not _foreign(tokens, last):
        last += 1
    while last > first and not capital(tokens[last - 1]):
        last -= 1
    if last == first or (last < sight.run[1] and tokens[last].lower in words.organisations):
        return None
    lower = tokens[first].lower
    name = tokens[first].text
    if lower in words.names or is_opener(tokens[first]) or (name.isupper() and len(name) <= ACRONYM):
        return None
    if first and (tokens[first - 1].lower in words.titles):
        return None
    after = tokens[last].lower if last < len(tokens) else ""
    ruler = sight.governor
    headed = is_head(after) and not (first == 0 and sight.titled)
    strong = ruler.preposition in words.strong and not sight.titled
    if (
        not (headed and (ruler.preposition or not sight.titled))
        and not (ruler.headed and ruler.preposition)
        and not strong
    ):
        return None
    if after in words.acting and not ruler.headed:
        return None
    folded = fold_place(_text(tokens, first, last))
    return _mention(tokens, sight._replace(last=last), Place(text="", name=folded)) if len(folded) > 1 else None


def _foreign(tokens: Tokens, index: int) -> bool:
    """Whether the token ends a name: a day, a demonym, an organisation's word, a country, a head."""
    token = tokens[index]
    words = place_words()
    lower = token.lower
    if lower in words.never or lower in words.organisations or is_head(lower) or demonym(token):
        return True
    return any(entry.kind == "country" for entry in lookup(fold_place(token.text))[:1])


def _mention(tokens: Tokens, sight: Sight, place: Place, role: str = "") -> PlaceMention:
    """The mention with the sides before and the heads behind the name."""
    words = place_words()
    first, last = sight.first, sight.last
    ruler = sight.governor
    name, containers = place.name, place.containers
    if role != "demonym":
        while last < len(tokens) and is_head(tokens[last].lower) and last < sight.last + 2:
            if tokens[last].lower in words.sites and tokens[last].lower not in name.split():
                longer = lookup(f"{name} {tokens[last].lower}")
                containers = longer[0].containers if longer else (name, *containers)
                name = longer[0].name if longer else f"{name} {tokens[last].lower}"
            last += 1
        while first and is_direction(tokens[first - 1]) and tokens[first - 1].lower != "far":
            first -= 1
            side = tokens[first].lower if is_held(tokens[first].lower) else _side(tokens[first].lower)
            if side in name.split():
                continue
            longer = lookup(fold_place(f"{side} {name}"))
            containers = longer[0].containers if longer else (name, *containers)
            name = longer[0].name if longer else f"{side} {name}"
    role = role or _role(ruler)
    start, end = tokens[first].start, tokens[last - 1].end
    text = place.text or _text(tokens, first, last)
    resolved = Place(text=text, name=name, containers=containers, country=place.country)
    return PlaceMention(first, last, start, end, resolved, ruler.preposition, role)


def _side(lower: str) -> str:
    """North, north-eastern and north eastern in one form: northern, northeastern."""
    bare = lower.replace("-", "")
    for short, long in _SIDES.items():
        if bare.endswith(short):
            return bare[: len(bare) - len(short)] + long
    return bare


def _role(ruler: Governor) -> str:
    words = place_words()
    if ruler.far:
        return "reference"
    if ruler.preposition in words.origin:
        return "origin"
    return "goal" if ruler.preposition in words.goal else "place"


def _text(tokens: Tokens, first: int, last: int) -> str:
    parts: list[str] = []
    for index in range(first, last):
        if parts and tokens[index].start > tokens[index - 1].end:
            parts.append(" ")
        parts.append(tokens[index].text)
    return "".join(parts)
