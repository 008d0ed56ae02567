"""What texts say of the people they name, and where they differ."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from checker.judge.draft import Case
from checker.judge.total_lines import begins_with, folded, has, sentence_at
from checker.judge.total_values import value
from checker.model import Claim, Mention
from checker.rulebook.rule_names import NamesRule

_PRONOUNS = ("he", "she", "they")


class Sketch(NamedTuple):
    """A mention with the words and the figures around it: its sentence, and the next where that begins with "he"."""

    mention: Mention
    words: str
    sentences: tuple[tuple[str, tuple[Claim, ...]], ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All figures and dates around the name."""
        return tuple(claim for _, claims in self.sentences for claim in claims)


class Difference(NamedTuple):
    """A fact that two texts give differently; `dated` where it is a date."""

    first: str
    second: str
    claims: tuple[Claim, ...]
    dated: bool


def sketch(case: Case, mention: Mention) -> Sketch:
    """What stands around a mention."""
    text = case.documents[mention.document].text
    start, end = sentence_at(text, mention.span.start, mention.span.end)
    claims = case.of(mention.document)
    sentences = [(folded(text[start:end]), _within(claims, start, end))]
    following = _skip(text, end)
    if begins_with(text[following : following + len("they ")], _PRONOUNS):
        low, high = sentence_at(text, following + 1, following + 2)
        sentences.append((folded(text[low:high]), _within(claims, low, high)))
    return Sketch(mention, sentences[0][0], tuple(sentences))


def _skip(text: str, at: int) -> int:
    while at < len(text) and not text[at].isalnum() and text[at] != "\n":
        at += 1
    return at


def _within(claims: Iterable[Claim], start: int, end: int) -> tuple[Claim, ...]:
    return tuple(c for c in claims if start <= c.number.start < end)


def one_person(rule: NamesRule, first: Sketch, second: Sketch) -> bool:
    """Whether a telling fact agrees: the age, a role whose words are among the other's, a figure beside the names."""
    facts, others = dict(first.mention.facts), dict(second.mention.facts)
    if any(facts.get(name) and facts.get(name) == others.get(name) for name in rule.same_person):
        return True
    roles = set(first.mention.role.split()), set(second.mention.role.split())
    if "role" in rule.same_person and all(roles) and (roles[0] <= roles[1] or roles[1] <= roles[0]):
        return True
    figures = [{(c.measure, c.unit.name, value(c)) for c in s.claims if (value(c) or 0) > 1} for s in (first, second)]
    return "figure" in rule.same_person and bool(figures[0] & figures[1])


def differences(rule: NamesRule, first: Sketch, second: Sketch) -> Iterator[Difference]:
    """The facts that differ, dates first."""
    for event in rule.events:
        dates = [
            [c for words, claims in s.sentences if has(words, event) for c in claims if c.measure == "date"]
            for s in (first, second)
        ]
        pairs = [(a, b) for a, b in product(*dates) if a.time is not None and b.time is not None]
        if pairs and all(_apart(a, b) for a, b in pairs):
            a, b = pairs[-1]
            yield Difference(a.number.text, b.number.text, (a, b), dated=True)
    for a, b in product(first.claims, second.claims):
        same = a.measure == b.measure and a.measure in rule.differing and a.unit.dimension == b.unit.dimension
        if same and a.hard.scaled(a.unit.factor).disjoint(b.hard.scaled(b.unit.factor)):
            yield Difference(_shown(a), _shown(b), (a, b), dated=False)
    facts, others = dict(first.mention.facts), dict(second.mention.facts)
    for name in sorted(set(facts).intersection(others, rule.differing)):
        if facts[name] != others[name]:
            yield Difference(f"{name} {facts[name]}", f"{name} {others[name]}", (), dated=False)


def _apart(a: Claim, b: Claim) -> bool:
    return a.time is not None and b.time is not None and (a.time.end < b.time.start or b.time.end < a.time.start)


def _shown(claim: Claim) -> str:
    unit = claim.unit.name
    return f"{claim.number.text} {unit if claim.hard.point == 1 or unit.endswith('s') else unit + 's'}"
