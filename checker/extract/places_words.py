"""What the words of a sentence may be when places are sought: names, prepositions, heads, directions."""

from functools import cache
from typing import NamedTuple

from checker.extract.syntax import Token
from checker.rulebook.gazetteer import demonym_country, fold_place
from checker.rulebook.gazetteer_data import place_words
from checker.rulebook.grammar import grammar

Tokens = tuple[Token, ...]
FARTHEST = 9  # words between a preposition and the name it governs: in the northern rebel-held town of X
DISTANCE_REACH = 5  # words before "of" in which a distance stands: 40 km (25 miles) west of X
MOST_ADJECTIVES = 2
TITLE_SHARE = 0.7  # of the longer words that are capitalised in a title-case headline
_LINKERS = frozenset({"al", "el", "de", "da", "do", "del", "la", "ez", "az", "ash", "bin", "of", "du"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "both", "his", "her", "this", "that", "what"})
_STOPS = frozenset({".", "?", "!"})
_SMALL = 3  # letters of words that stay small in headlines


class Governor(NamedTuple):
    """What stands before a name: its preposition, the token it begins at, and whether a head noun names the kind."""

    preposition: str
    at: int
    headed: bool = False
    far: bool = False


def run_end(tokens: Tokens, first: int) -> int:
    """The index behind the capitalised run that begins at `first`; small linkers (of, al, de) go on with it."""
    index = first
    while index < len(tokens):
        token = tokens[index]
        if token.capital:
            index += 1
        elif token.lower in _LINKERS and index + 1 < len(tokens) and tokens[index + 1].capital:
            index += 2
        else:
            break
    return index


def is_opener(token: Token) -> bool:
    """Whether a capitalised word is only the first of its sentence."""
    return token.lower in _openers()


@cache
def _openers() -> frozenset[str]:
    """Words that are capitalised only as the first of their sentence."""
    words = place_words()
    return grammar().sentences.openers | words.locative | words.goal | words.origin


def is_title_case(tokens: Tokens) -> bool:
    """Whether the sentence is a headline whose words are capitalised without being names."""
    if tokens and tokens[-1].text in _STOPS:
        return False
    longer = [token for token in tokens if len(token.text) > _SMALL and token.text[0].isalpha()]
    return len(longer) > _SMALL and sum(token.upper for token in longer) >= TITLE_SHARE * len(longer)


def is_direction(token: Token) -> bool:
    """Whether the word names a side or the holder of a place: northern, rebel-held."""
    return is_direction_word(token.lower)


def is_direction_word(lower: str) -> bool:
    """The same of a word in small letters."""
    return lower in place_words().directions or is_held(lower)


def is_held(lower: str) -> bool:
    """Whether the word tells who holds a place: government-controlled."""
    return lower.endswith(place_words().held)


def is_head(lower: str) -> bool:
    """Whether the word names a kind of place: province, camp."""
    words = place_words()
    return lower in words.kinds or lower in words.sites


def demonym(token: Token) -> str:
    """The country code of an adjective or a people's name, "" for other words."""
    return demonym_country(fold_place(token.text))


def governor(tokens: Tokens, first: int) -> Governor:
    """The preposition that governs the name at `first`, looked for over articles, directions, heads and adjectives."""
    words = place_words()
    index, adjectives, headed, of = first - 1, 0, False, -1
    while index >= 0 and first - index <= FARTHEST:
        token = tokens[index]
        lower = token.lower
        if lower == "of":
            if of >= 0 and not headed:
                break
            of = index
        elif lower in words.locative or lower in words.goal or lower in words.origin:
            return Governor(lower, index, headed, lower in words.origin and _distance(tokens, index))
        elif of == index + 1 and lower in words.directions:
            return Governor(f"{lower} of", index, headed, _distance(tokens, index))
        elif of == index + 1 and lower in words.dwellers:
            return Governor("of", of, headed=True, far=True)
        elif is_head(lower):
            headed = headed or of == index + 1 or of < 0
        elif lower not in _ARTICLES and not is_direction(token) and not demonym(token):
            adjectives += 1
            if (
                not lower[0].isalpha()
                or token.text[0].isupper()
                or (of < 0 and not headed)
                or adjectives > MOST_ADJECTIVES
            ):
                break
        index -= 1
    return Governor("of" if of >= 0 else "", max(index, of), headed and of >= 0)


def _distance(tokens: Tokens, index: int) -> bool:
    """Whether a distance stands before the preposition: 40 km west of, far from."""
    far = place_words().far
    return any(token.lower in far for token in tokens[max(0, index - DISTANCE_REACH) : index])
