"""Names that no gazetteer knows, where the words around them say that they are places."""

from collections.abc import Mapping
from functools import lru_cache

from checker.extract.places_mention import Sight, text_of, to_mention
from checker.extract.places_words import Tokens, is_head, is_opener, run_end
from checker.extract.syntax import PlaceMention
from checker.extract.words import KNOWN
from checker.model import Place
from checker.rulebook.gazetteer import Entry, demonym_country, fold_place, lookup
from checker.rulebook.gazetteer_data import place_words

LONGEST_OPEN = 3  # words of a name that no gazetteer knows
LONGEST_SITE = 5  # words of a facility's name: Queen Amina Memorial General Hospital
_PARTS = frozenset({"'s", "st", "st.", "saint", "santa", "san"})
ACRONYM = 5  # letters; a longer word in capitals is a name in a dateline


def open_name(tokens: Tokens, sight: Sight) -> PlaceMention | None:
    """The place of a name that no gazetteer knows: in X, the town of X, the X river; None where nothing says so."""
    last = _name_end(tokens, sight)
    if last == sight.first or not _may_be(tokens, sight, last) or not _governed(tokens, sight, last):
        return None
    folded = fold_place(text_of(tokens, sight.first, last))
    return to_mention(tokens, sight._replace(last=last), Place(text="", name=folded)) if len(folded) > 1 else None


def _name_end(tokens: Tokens, sight: Sight) -> int:
    last = sight.first
    while last < sight.last and last - sight.first < LONGEST_OPEN and not is_foreign(tokens, last):
        last += 1
    while last > sight.first and not tokens[last - 1].capital:
        last -= 1
    return last


def _may_be(tokens: Tokens, sight: Sight, last: int) -> bool:
    """Whether the words themselves may be a place's name: no person's, organisation's, ship's."""
    words = place_words()
    first = sight.first
    name, lower = tokens[first].text, tokens[first].lower
    if last < sight.run[1] and tokens[last].lower in words.organisations:
        return False
    if lower in words.names or is_opener(tokens[first]) or (name.isupper() and len(name) <= ACRONYM):
        return False
    return not (first and tokens[first - 1].lower in words.titles)


def _governed(tokens: Tokens, sight: Sight, last: int) -> bool:
    """Whether a preposition, or the word for a kind of place, shows the name to be one."""
    first, ruler = sight.first, sight.governor
    after = tokens[last].lower if last < len(tokens) else ""
    before = tokens[first - 1].lower if first else ""
    if is_head(after) and first > 0 and before not in {"a", "an"}:
        return bool(ruler.preposition) or not sight.titled
    if ruler.headed and ruler.preposition:
        return True
    if sight.titled or before in {"the", "of"}:
        return False  # the Orla; the tea shop of Maya Thapa, where no word for a kind of place stands before "of"
    words = place_words()
    if ruler.preposition == "between":
        return _joins_known(tokens, last)
    moved = ruler.preposition in words.goal and ruler.at > 0 and _leads(tokens[ruler.at - 1].lower)
    return moved or ruler.preposition in words.strong


def _leads(lower: str) -> bool:
    """Whether a word before "to" moves somebody or is a way: went to X, the road to X."""
    return lower in place_words().moving or lower in place_words().ways


def _joins_known(tokens: Tokens, last: int) -> bool:
    """Whether "and" joins a name to a place that the gazetteer knows: between X and Lagos."""
    if last + 1 >= len(tokens) or tokens[last].lower != "and" or not tokens[last + 1].capital:
        return False
    end = run_end(tokens, last + 1)
    return any(lookup(fold_place(text_of(tokens, last + 1, i))) for i in range(end, last + 1, -1))


def facility(tokens: Tokens, sight: Sight, known: Mapping[str, Place]) -> PlaceMention | None:
    """A hospital, prison or port by a name of several capitalised words: in the Central Prison, Camp Ardo.

    None where its name is that of a place with the word for its kind, which is read as any other.
    """
    words = place_words()
    first = sight.first
    if sight.titled or not sight.governor.preposition:
        return None
    run = sight.run[1]
    if run < len(tokens) and tokens[run].lower == "'s":  # St. Mary's Hospital
        run = max(run, run_end(tokens, run + 1))
    end = min(run, first + LONGEST_SITE)
    at = next((i for i in range(first, end) if _is_site(tokens, first, i)), -1)
    if at < 0:
        return None
    last = run if at == first else at + 1
    name = fold_place(text_of(tokens, first, last))
    if last - first == 1 or lookup(name) or any(t.lower in words.organisations for t in tokens[at + 1 : last]):
        return None
    bare = fold_place(text_of(tokens, first, at)) if at > first else fold_place(text_of(tokens, first + 1, last))
    if lookup(bare) or bare in known:
        return None
    told = tokens[at].lower in place_words().centres or any(
        is_foreign(tokens, i) or tokens[i].lower in _PARTS for i in range(first, at)
    )
    if at > first and not told:
        return None
    return to_mention(tokens, sight._replace(last=last), Place(text="", name=name))


def _is_site(tokens: Tokens, first: int, index: int) -> bool:
    """Whether a capitalised word of a name names a kind of site: Hospital, or the Centre of Federal Medical Centre."""
    lower = tokens[index].lower
    return tokens[index].capital and (
        lower in place_words().sites or (index > first and lower in place_words().centres)
    )


def is_foreign(tokens: Tokens, index: int) -> bool:
    """Whether the token ends a name: a day, a demonym, an organisation's word, a country, a head."""
    return _is_foreign(tokens[index].text, tokens[index].lower)


@lru_cache(maxsize=KNOWN)
def _is_foreign(text: str, lower: str) -> bool:
    words = place_words()
    if lower in words.never or lower in words.organisations or is_head(lower) or demonym_country(fold_place(text)):
        return True
    folded = fold_place(text)
    return any(entry.kind == "country" for entry in lookup(folded)[:1]) or bare_genitive(folded) is not None


def bare_genitive(folded: str) -> Entry | None:
    """The country of a genitive that lost its mark: Syrias Manbij."""
    found = lookup(folded[:-1])[:1] if folded.endswith("s") else ()
    return found[0] if found and found[0].kind == "country" else None
