"""Rules about persons' names that are alike and not equal."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from checker.judge.draft import Aligner, Case, Draft, Passage
from checker.judge.names_facts import Sketch, claims_of, differences, one_person, sketch
from checker.model import Mention
from checker.rulebook.rule_names import NamesRule, Persons

_COMMON = 100  # names with a word in common; a word of more of them tells nobody apart
_MENTIONS = 100  # of one name that are compared
_LEAST_WORDS = 2  # a surname alone names nobody


def judge(rule: NamesRule, case: Case) -> Iterator[Draft]:
    """The findings of one rule of kind names, in the order in which the texts bring the names.

    Raises:
        ValueError: a case without an aligner.
    """
    if case.align is None:
        raise ValueError("a rule about names needs a case with an aligner")
    mentions = _by_name(case)
    draw = partial(sketch, case.documents, claims_of(case))
    for first, second in _candidates(rule, mentions):
        likeness = _compare(rule, case.align, first.split(), second.split())
        if likeness is None:
            continue
        if rule.persons is Persons.TWO and likeness is Persons.TWO:
            yield _two(rule, mentions[first][0], mentions[second][0])
        elif rule.persons is Persons.ONE and likeness is Persons.ONE:
            sketches = ([draw(mention) for mention in mentions[name][:_MENTIONS]] for name in (first, second))
            yield from _one(rule, *sketches)


def _by_name(case: Case) -> Mapping[str, list[Mention]]:
    names: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(case.mentions, key=lambda m: (case.documents[m.document].path, m.span.start)):
        names[" ".join(mention.folded.replace("-", " ").split())].append(mention)
    return names


def blocks_of(folded: str) -> frozenset[str]:
    """By what names meet, whatever the rule: a word of theirs and the first letter of another."""
    words = folded.replace("-", " ").split()
    return frozenset(f"{word} {other[0]}" for word in words for other in words if other != word)


def _candidates(rule: NamesRule, names: Mapping[str, list[Mention]]) -> list[tuple[str, str]]:
    """Pairs of names with a word in common and another with the same first letter, in the order of the names."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        words = [word for word in name.split() if word not in rule.particles]
        for word in words if len(words) >= _LEAST_WORDS else ():
            for other in words:
                if other != word and len(other) >= rule.least_letters:
                    blocks[word, other[0]].add(name)
    order = {name: index for index, name in enumerate(names)}
    small = [block for block in blocks.values() if len(block) <= _COMMON]
    pairs = {(order[a], order[b]) for block in small for a in block for b in block if order[a] < order[b]}
    listed = list(names)
    return [(listed[a], listed[b]) for a, b in sorted(pairs)]


def _compare(rule: NamesRule, align: Aligner, first: list[str], second: list[str]) -> Persons | None:
    """One person, if every word has its like and one is not equal; two, if some words are alike and others are not."""
    left = [w for w in first if w not in rule.particles]
    right = [w for w in second if w not in rule.particles]
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
