"""What shows that a run of capitals names a person: an office, a role, an age, speech, another name."""

from collections.abc import Iterator, Sequence

from checker.extract.syntax import Token
from checker.rulebook.names import names_lexicon
from checker.rulebook.speakers import speaker_lexicon

ROLE_REACH = 8  # tokens of an apposition that may hold a role
OLDEST = 130  # years
DIGITS = 3  # of an age
SHORT = 5  # letters of a surname on -s; longer ones may be plurals
KIN = 3  # words of a name that a word of kin shows to be a person's; shorter ones may be towns
NEW = frozenset(("new", "current", "next", "first", "last"))  # before an office


def surroundings(words: Sequence[Token], first: int, end: int) -> tuple[list[str], bool]:
    """The role words beside a name, and whether what stands beside it shows a person.

    Args:
        words: of the sentence.
        first: token index at which the name begins, its titles included.
        end: token index behind the name.
    """
    roles = [*_before(words, first - 1), *_apposition(words, end)] if first else list(_apposition(words, end))
    people, verbs = names_lexicon().people, speaker_lexicon().verbs
    named = first > 0 and words[first - 1].text.islower() and words[first - 1].lower in people.naming | verbs.inverted
    shown = named or _speaks(words, first, end) or _kinned(words, first, end) or _renamed(words, end)
    return roles, shown or bool(roles)


def _before(words: Sequence[Token], at: int) -> Iterator[str]:
    """The roles that the words before a name tell; `at` is the last of them."""
    lexicon, people = speaker_lexicon(), names_lexicon().people
    word = words[at]
    if word.lower in lexicon.nouns.people and word.text.islower():
        yield word.lower
    elif word.text == "," and at > 0:
        yield from _set_off(words, at)
    elif at > 0 and word.lower == "by" and words[at - 1].lower in people.doers:
        yield people.doers[words[at - 1].lower]
    elif word.lower in people.being:
        yield from _office(words, at)


def _set_off(words: Sequence[Token], comma: int) -> Iterator[str]:
    """The role of "the head of the port, X"."""
    lexicon = speaker_lexicon()
    functions = lexicon.nouns.people
    for at in range(comma - 1, max(-1, comma - ROLE_REACH), -1):
        if words[at].text in (",", ".", ";"):
            return
        if words[at].lower in functions and (at == comma - 1 or words[at + 1].lower in lexicon.glue.links):
            if at == 0 or words[at - 1].lower in lexicon.glue.articles | lexicon.nouns.modifiers:
                yield words[at].lower
            return


def _speaks(words: Sequence[Token], first: int, end: int) -> bool:
    """Whether a name speaks, or "who" takes it up."""
    if end >= len(words):
        return False
    behind = words[end]
    speaks = behind.text.islower() and (behind.lower in speaker_lexicon().verbs.said or behind.lower == "who")
    related = behind.text == "," and end + 1 < len(words) and words[end + 1].lower == "who"
    return (speaks and _personal(words, first, end)) or related


def _office(words: Sequence[Token], verb: int) -> Iterator[str]:
    """The office that "the leader of the group has been X" tells."""
    lexicon = speaker_lexicon()
    for at in range(verb - 1, max(-1, verb - 2 * ROLE_REACH), -1):
        if not words[at].text[0].isalpha():
            return
        opened = at > 0 and words[at - 1].lower in lexicon.glue.articles | lexicon.nouns.modifiers | NEW
        if words[at].lower in lexicon.nouns.functionaries and words[at].text.islower() and opened:
            yield words[at].lower
            return


def _kinned(words: Sequence[Token], first: int, end: int) -> bool:
    """Whether a name of three words or more holds one that tells kin: `Abu Salim al-Rafidi`, `Omar bin Said`."""
    return end - first >= KIN and any(word.lower in names_lexicon().people.kin for word in words[first:end])


def _renamed(words: Sequence[Token], end: int) -> bool:
    """Whether another name follows: `X, known as Y`, `X alias Y`."""
    at = end + 1 if end < len(words) and words[end].text in (",", "(") else end
    if at + 1 >= len(words):
        return False
    known = words[at].lower == "known" and words[at + 1].lower == "as"
    return known or words[at].lower in names_lexicon().people.aliases


def _personal(words: Sequence[Token], first: int, end: int) -> bool:
    """Whether a speaking name of capitals can be a person's: bodies speak as well, but rarely in two words."""
    return end - first > 1 and not any(
        word.lower.endswith("s") and len(word.text) > SHORT for word in words[end - 1 : end]
    )


def _apposition(words: Sequence[Token], end: int) -> Iterator[str]:
    """The role in `X, commander of the operation,` or `X, a local official,`; nothing behind the next mark."""
    lexicon = speaker_lexicon()
    functions = lexicon.nouns.people
    if end >= len(words):
        return
    start = end + 1 if words[end].text in (",", "(") else end
    for at in range(start, min(len(words), start + ROLE_REACH)):
        word = words[at]
        if word.lower in functions and word.text.islower():
            if at + 1 == len(words) or not words[at + 1].text[0].isalpha() or words[at + 1].lower in lexicon.glue.links:
                yield word.lower
            return
        plain = word.lower in lexicon.glue.articles or word.lower in lexicon.nouns.modifiers or word.named
        if not plain or (at == start and start == end and word.named):
            return


def stated_age(words: Sequence[Token], first: int, end: int) -> str:
    """The age beside a name: `, 19,`, `(19)`, `aged 19`, `19-year-old X`."""
    for at, follower in ((end + 1, end + 2), (end + 2, end + 3)):
        if at >= len(words) or not words[at].text.isdigit() or len(words[at].text) > DIGITS:
            continue
        opener = words[at - 1]
        if opener.text not in (",", "(") and opener.lower != "aged":
            continue
        closed = follower >= len(words) or words[follower].text in (",", ")", ".", ";", '"', "”")
        if closed and 0 < int(words[at].text) <= OLDEST:
            return words[at].text
    if first > 0 and words[first - 1].lower.endswith("-year-old"):
        years = words[first - 1].text.partition("-")[0]
        return years if years.isdigit() and len(years) <= DIGITS else ""
    return ""
