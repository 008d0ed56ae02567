"""Rules about persons' names that are alike and not equal."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.judge.draft import Aligner, Case, Draft, Passage
from checker.judge.names_facts import Sketch, differences, one_person, sketch
from checker.model import Mention
from checker.rulebook.rule_names import NamesRule, Persons


def judge(rule: NamesRule, case: Case) -> Iterator[Draft]:
    """The findings of one rule of kind names, in the order in which the texts bring the names.

    Raises:
        ValueError: a case without an aligner.
    """
    if case.align is None:
        raise ValueError("a rule about names needs a case with an aligner")
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in case.mentions:
        mentions[name_of(mention)].append(mention)
    for first, second in case.names:
        likeness = alike(rule, case.align, first, second)
        if rule.persons is Persons.TWO and likeness is Persons.TWO:
            yield _two(rule, mentions[first][0], mentions[second][0])
        elif rule.persons is Persons.ONE and likeness is Persons.ONE:
            sketches = ([sketch(case, mention) for mention in mentions[name]] for name in (first, second))
            yield from _one(rule, *sketches)


def name_of(mention: Mention) -> str:
    """By what a name is compared."""
    return " ".join(mention.folded.replace("-", " ").split())


def blocks_of(name: str) -> frozenset[str]:
    """By what names meet, whatever the rule: a word of theirs and the first letter of another."""
    words = name.split()
    return frozenset(f"{word} {other[0]}" for word in words for other in words if other != word)


def alike(rule: NamesRule, align: Aligner, first: str, second: str) -> Persons | None:
    """Whose names these may be by a rule: those of one person or of two with names alike; None where neither."""
    left, right = _words(rule, first), _words(rule, second)
    if _blocks(rule, left).isdisjoint(_blocks(rule, right)):
        return None
    return _compare(rule, align, left, right)


def _words(rule: NamesRule, name: str) -> list[str]:
    return [word for word in name.split() if word not in rule.particles]


def _blocks(rule: NamesRule, words: Sequence[str]) -> set[tuple[str, str]]:
    """A word and another with its first letter, which two names have in common."""
    long = [word for word in words if len(word) >= rule.least_letters]
    return {(word, other[0]) for word in words for other in long if other != word}


def _compare(rule: NamesRule, align: Aligner, left: list[str], right: list[str]) -> Persons | None:
    """One person, if every word has its like and one is not equal; two, if some words are alike and others are not."""
    equal = [w for w in left if w in right]
    left, right = [w for w in left if w not in equal], [w for w in right if w not in equal]
    alike = 0
    for word in tuple(left):
        like = next((other for other in right if _alike(rule, align, word, other)), None)
        if like is not None:
            alike += 1
            left.remove(word)
            right.remove(like)
    if not equal or not alike:
        return None
    if not left and not right:
        return Persons.ONE
    return Persons.TWO if left and right else None


def _alike(rule: NamesRule, align: Aligner, a: str, b: str) -> bool:
    return min(len(a), len(b)) >= rule.least_letters and align.name_likeness(a, b) >= rule.likeness


def _two(rule: NamesRule, first: Mention, second: Mention) -> Draft:
    message = rule.message.format(first=first.text, second=second.text, difference="")
    why = f"{first.text} and {second.text} share words and differ in others; make sure that they are told apart."
    return Draft(rule.id, rule.verdict, rule.severity, message, why, passages=(_passage(first), _passage(second)))


def _one(rule: NamesRule, first: Sequence[Sketch], second: Sequence[Sketch]) -> Iterator[Draft]:
    """The first pair of mentions that speaks of one person and gives a fact differently."""
    for left in first:
        for right in second:
            a, b = left.mention, right.mention
            found = next(differences(rule, left, right), None) if one_person(rule, left, right) else None
            if found is None:
                continue
            difference = f"{found.first} against {found.second}"
            message = rule.message.format(first=a.text, second=b.text, difference=difference)
            severity = rule.severity_of_dates if found.dated and rule.severity_of_dates else rule.severity
            why = f"{a.text} and {b.text} seem to be one person, and the texts differ: {difference}."
            yield Draft(rule.id, rule.verdict, severity, message, why, found.claims, (_passage(a), _passage(b)))
            return


def _passage(mention: Mention) -> Passage:
    return Passage(mention.document, mention.span.start, mention.span.end)
