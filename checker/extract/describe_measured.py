"""What a distance, a duration, a share or a sum of money is of, as an editor would say it, or nothing."""

from collections.abc import Sequence

from checker.extract.chunks import noun_phrase
from checker.extract.describe import described, named
from checker.extract.ellipsis import Antecedent
from checker.extract.phrases import (
    VERBS,
    clause_until,
    is_verbal,
    phrase_before,
    restricted_until,
    sentence_subject,
    text,
)
from checker.extract.quantities import Quantity
from checker.extract.triggers import Clauses, Found, Reading
from checker.rulebook.assertions import assertions
from checker.rulebook.clauses import clause_words
from checker.rulebook.grammar import grammar
from checker.rulebook.measures import measures
from checker.rulebook.units import units

REACH = 14  # tokens before a figure in which its verb or noun stands
MOST_WORDS = 16
PRONOUNS = frozenset(("them", "whom", "which", "these", "those", "that"))
Governor = tuple[int, int, Found | None]  # a noun phrase, and the verb whose subject it is


def measured_thing(clauses: Clauses, quantity: Quantity, reading: Reading | None, past: Sequence[Antecedent]) -> str:
    """The description of what is measured or paid for, "" where no phrase tells it."""
    if _in_brackets(clauses, quantity, past):
        return past[-1].described
    told = _of_its_noun(clauses, quantity, reading) or _tied(clauses, quantity)
    if told:
        return told
    if _of_them(clauses, quantity) and past:
        behind = text(clauses, quantity.last + 2, restricted_until(clauses, quantity.last + 2))
        return _join(past[-1].described, behind)
    if _lasts(clauses, quantity):
        return _lasting(clauses, quantity)
    return _governed(clauses, quantity, reading)


def _of_its_noun(clauses: Clauses, quantity: Quantity, reading: Reading | None) -> str:
    """The description of the noun that the figure has: tonnes of food, half of the families."""
    whole = clauses.whole_of(quantity)
    if whole is not None and whole.noun is not None:
        return text(clauses, whole.noun.first, restricted_until(clauses, whole.noun.last))
    if quantity.noun is not None:
        known = not (quantity.partitive and quantity.noun.head in PRONOUNS)
        return _owned(clauses, quantity.noun.first, described(clauses, quantity, reading, ())) if known else ""
    if quantity.complement is None:
        return ""
    first = quantity.complement.first
    return _owned(clauses, first, text(clauses, first, restricted_until(clauses, quantity.complement.last)))


def _owned(clauses: Clauses, first: int, words: str) -> str:
    """A noun that "its" makes somebody's: capacity of the reservoir."""
    if first < 1 or clauses.tokens[first - 1].lower not in {"its", "their"}:
        return words
    who = named(clauses, *sentence_subject(clauses, first))
    return f"{words} of {who}" if who and who.casefold() not in words.casefold() else words


def _governed(clauses: Clauses, quantity: Quantity, reading: Reading | None) -> str:
    """The description by the noun or the verb that the figure belongs to."""
    money = quantity.unit is not None and quantity.unit.dimension.startswith("[money")
    behind = _behind(clauses, quantity, money=money)
    governor = _governor(clauses, quantity, reading, money=money)
    if governor is None:
        return _join(_opening(clauses, quantity), behind)
    first, last, found = governor
    if found is None:
        return _join(_owned(clauses, first, text(clauses, first, last)), behind)
    return _by_verb(clauses, found, (first, last), behind, money=money)


def _lasts(clauses: Clauses, quantity: Quantity) -> bool:
    """Whether the figure says how long something went on: closed for 11 days."""
    timed = quantity.unit is not None and quantity.unit.dimension == "[time]" and quantity.first > 1
    return timed and clauses.tokens[quantity.first - 1].lower in {"for", "within", "in", "after", "over", "during"}


def _lasting(clauses: Clauses, quantity: Quantity) -> str:
    """What went on for a time: road to Tine cut, schools stay closed."""
    end = quantity.first - 1
    verb = next((i for i in range(end - 1, max(-1, end - REACH), -1) if _verb_at(clauses, i)), -1)
    if verb < 0:
        return ""
    who = text(clauses, *(phrase_before(clauses, verb)))
    if not who or verb in clauses.inside:
        return who
    first = verb
    if clauses.is_light(verb) and clauses.tokens[verb].lower in clause_words().be | clause_words().perfect:
        first += 1
    said = text(clauses, first, clause_until(clauses, first)) if first < end else ""
    limit = text(clauses, first, end)
    return _join(who, said if len(said) <= len(limit) else limit)


def _verb_at(clauses: Clauses, at: int) -> bool:
    """Whether a finite verb or an auxiliary stands at a token."""
    lower, words = clauses.tokens[at].lower, clause_words()
    finite = lower in words.be | words.perfect | words.copulas or lower in grammar().words.auxiliaries - {"do", "be"}
    return finite or is_verbal(clauses, at)


def _in_brackets(clauses: Clauses, quantity: Quantity, past: Sequence[Antecedent]) -> bool:
    """Whether the figure says in another unit what the one before it says: 40 km (25 miles)."""
    if not past or past[-1].sentence is not clauses.sentence or quantity.first < 1:
        return False
    return clauses.tokens[quantity.first - 1].text == "(" and quantity.first - 1 <= past[-1].quantity.last + 1


def _of_them(clauses: Clauses, quantity: Quantity) -> bool:
    """Whether a share is of what was counted before: half of them."""
    behind = [token.lower for token in clauses.tokens[quantity.last : quantity.last + 2]]
    return behind[:1] == ["of"] and behind[1:] in (["them"], ["whom"], ["these"], ["those"], ["which"])


def _tied(clauses: Clauses, quantity: Quantity) -> str:
    """The noun right behind: a 36-hour curfew, a 6.8-magnitude quake, a 14 percent rise in prices."""
    at = quantity.last
    if at >= len(clauses.tokens) or at in clauses.starts or at in clauses.blocked or is_verbal(clauses, at):
        return ""
    numeral, words = quantity.numeral, grammar().words
    hyphened = bool(numeral.tail) or "-" in {t.text for t in clauses.tokens[numeral.last : at]}
    hyphened = hyphened or "-" in clauses.tokens[numeral.first].text
    changing = clauses.tokens[at].lower in words.rising | words.falling
    phrase = noun_phrase(clauses.tokens, at, frozenset(clauses.starts) | clauses.blocked)
    if phrase is None or not (hyphened or changing or units().is_plural(clauses.tokens[phrase.last - 1].lower)):
        return ""
    if any(found.trigger.form in VERBS | {"state"} for found in clauses.at(at)) and not (hyphened or changing):
        return ""
    return text(clauses, phrase.first, restricted_until(clauses, phrase.last, verbs=False))


def _governor(clauses: Clauses, quantity: Quantity, reading: Reading | None, *, money: bool) -> Governor | None:
    """The noun phrase that the figure is the value of, or the subject of the verb before it with that verb."""
    if money and reading is not None and 0 <= reading.at < quantity.first:
        return _told(clauses, reading.at)
    comma = quantity.first - 1
    if comma > 0 and clauses.tokens[comma].text == "," and not money:
        first, last = phrase_before(clauses, comma)  # in Oxtow, 40 km west of Lirren
        return (first, last, None) if last > first else None
    for at in range(quantity.first - 1, max(-1, quantity.first - REACH), -1):
        if _ends(clauses, at):
            return None
        if _verb_at(clauses, at):
            return _subject(clauses, at, money=money)
        if _noun_here(clauses, at):
            first, last = phrase_before(clauses, at + 1)
            if (
                last > first
                and clauses.tokens[last - 1].lower not in assertions().bare_sums
                and not _vague(clauses, first, last)
            ):
                return first, last, None
    return None


def _ends(clauses: Clauses, at: int) -> bool:
    """Whether what a figure belongs to does not stand beyond a token."""
    lower = clauses.tokens[at].lower
    mark = lower in clause_words().breaks - {":"} or lower == ","
    return mark or at in clauses.inside or lower in grammar().words.saying


def _subject(clauses: Clauses, at: int, *, money: bool) -> Governor | None:
    """The subject of the verb at a token, with the verb where it takes sums of money."""
    found = next((f for f in clauses.at(at) if f.trigger.form in VERBS | {"ing"}), None)
    first, last = phrase_before(clauses, at)
    if last == first and found is None:
        first, last = sentence_subject(clauses, at)  # the dam was built in 1968 and is 640 metres long
    return (first, last, found) if last > first or (money and found is not None) else None


def _vague(clauses: Clauses, first: int, last: int) -> bool:
    """Whether a stretch is one word that names nothing: first, enough, late."""
    return last - first == 1 and clauses.tokens[first].lower in clause_words().vague


def _told(clauses: Clauses, at: int) -> Governor:
    """The noun phrase of a noun that names a sum, or a verb of paying with its subject."""
    found = next((f for f in clauses.at(at) if f.trigger.form in VERBS | {"ing"}), None)
    if found is None or _noun_here(clauses, at):
        last = max((f.last for f in clauses.at(at)), default=at + 1)
        return (*phrase_before(clauses, last), None)
    return (*phrase_before(clauses, at), found)


def _noun_here(clauses: Clauses, at: int) -> bool:
    """Whether a token is a noun by what stands before it or by its class."""
    token, words = clauses.tokens[at], grammar().words
    if not token.text[0].isalpha() or token.lower in words.closed | words.saying:
        return False
    verbs = any(found.trigger.form in VERBS | {"ing"} for found in clauses.at(at))
    return not verbs or clauses.is_noun(at)


def _by_verb(clauses: Clauses, found: Found, subject: tuple[int, int], behind: str, *, money: bool) -> str:
    """The subject with what is said of it: road to Tine cut; money seized in a flat, for what a verb takes."""
    who = text(clauses, *subject)
    by = named(clauses, *subject)
    label = found.last < len(clauses.tokens) and clauses.tokens[found.last].text in {":", "*", "|"}
    passive = label or (found.trigger.form == "participle" and clauses.is_passive(found.first))
    paying = money and found.trigger.argument == "object" and found.trigger.participle not in assertions().valued
    if paying and not passive and measures().known(found.trigger.measure).money:
        return _join("money", _join(found.trigger.participle, behind)) + (f" by {by}" if by else "")
    if passive:
        return _join(who, _join(found.trigger.participle, behind))
    return _join(who, behind)


def _behind(clauses: Clauses, quantity: Quantity, *, money: bool) -> str:
    """What tells the figure's use or direction: for boreholes, to each family, west of Raqqa."""
    at, tokens = _past_bracket(clauses, quantity.last), clauses.tokens
    if at >= len(tokens) or at in clauses.blocked:
        return ""
    lower = tokens[at].lower
    if money:
        useful = lower in {"for", "to", "per", "in", "on", "from", "towards"}
        return text(clauses, at, restricted_until(clauses, at)) if useful else ""
    if quantity.unit is not None and quantity.unit.dimension == "[length]":
        return text(clauses, at, clause_until(clauses, at))
    useful = lower in {"of", "for", "in", "between", "from"}
    return text(clauses, at, restricted_until(clauses, at, verbs=False)) if useful else ""


def _past_bracket(clauses: Clauses, at: int) -> int:
    """Behind a bracket that begins at a token: 40 km (25 miles) | west of the town."""
    if at >= len(clauses.tokens) or clauses.tokens[at].text != "(":
        return at
    return next((i + 1 for i in range(at, len(clauses.tokens)) if clauses.tokens[i].text == ")"), at)


def _opening(clauses: Clauses, quantity: Quantity) -> str:
    """The label of a line: Rainfall: 45 mm."""
    colon = quantity.first - 1
    if colon < 1 or clauses.tokens[colon].text != ":":
        return ""
    return text(clauses, *phrase_before(clauses, colon))


def _join(first: str, second: str) -> str:
    """Two parts of a phrase, the second left out where both are too long."""
    joined = f"{first} {second}".strip()
    return joined if len(joined.split()) <= MOST_WORDS else first
