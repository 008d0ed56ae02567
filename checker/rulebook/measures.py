"""Measures and the words that name them: rules/lexicon/en/measures.toml."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from pydantic import RootModel

from checker.model import Kind
from checker.model.base import Frozen
from checker.rulebook.additions import read_lexicon
from checker.rulebook.verbs import Verbs

Form = Literal["base", "present", "past", "participle", "ing", "noun", "state", "phrase"]


class Measure(Frozen):
    """One measure; the comments in its file say what each field means."""

    kind: Kind
    argument: Literal["object", "subject", "either"]
    verbs: tuple[str, ...] = ()
    subject_verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    people: bool = False
    money: bool = False
    sums: bool = False
    extent: bool = False
    counts: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    thing: str = ""
    like: str = ""
    persons: str = ""
    parts: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()


OPEN = Measure(kind=Kind.UNKNOWN, argument="object")


class MeasuresFile(RootModel[dict[str, Measure]]):
    """The file: one table a measure."""


class Trigger(NamedTuple):
    """What a word or phrase says: a measure, in which form, and which argument of the verb is counted.

    `heads` are the nouns that must be counted for it to say so; empty for any. `own`: no measure has the verb, which
    then tells its participle. `participle` is that of the verb, "" for nouns and states.
    """

    measure: str
    form: Form
    argument: str
    heads: frozenset[str] = frozenset()
    own: bool = False
    participle: str = ""


class Measures:
    """All measures by name, their triggers by words and the nouns and units that imply them."""

    def __init__(self, table: dict[str, Measure], verbs: Verbs) -> None:
        self.table = table
        self.verbs = verbs
        self.triggers: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
        self.counts = {noun: name for name, measure in table.items() for noun in measure.counts}
        self.members = {noun: name for name, measure in table.items() for noun in measure.members}
        self.by_dimension = {unit: name for name, measure in table.items() for unit in measure.units}
        for name, measure in table.items():
            for words, trigger in _triggers(name, measure):
                self.triggers.setdefault(words[0], []).append((words, trigger))
        told = {words for listed in self.triggers.values() for words, trigger in listed if not trigger.heads}
        for words, trigger in _own(verbs):
            if words not in told:
                self.triggers.setdefault(words[0], []).append((words, trigger))
        for listed in self.triggers.values():
            # the longest first, and what a noun restricts before what holds for any
            listed.sort(key=lambda entry: (-len(entry[0]), not entry[1].heads))

    def known(self, name: str) -> Measure:
        """The measure of a name; an open one is a verb's own."""
        return self.table.get(name, OPEN)

    def compared(self, name: str) -> str:
        """The measure as which one is compared: itself, or the wider one that it is a way of."""
        return self.known(name).like or name

    def kind(self, measure: str) -> Kind:
        """The kind a measure has by itself; unknown for an open one."""
        return self.known(measure).kind


@cache
def measures() -> Measures:
    """The measures, read once.

    Raises:
        RulebookError: the file is wrong.
    """
    return Measures(read_lexicon("measures.toml", MeasuresFile).root, read_lexicon("verbs.toml", Verbs))


def own_triggers(words: tuple[str, ...], measure: str, form: Form) -> Iterator[tuple[tuple[str, ...], Trigger]]:
    """What a form of a verb that no measure has tells of its subject and of its object."""
    for argument in ("object", "subject"):
        yield words, Trigger(measure, form, argument, own=True, participle=measure)


def _own(verbs: Verbs) -> Iterator[tuple[tuple[str, ...], Trigger]]:
    for entry in verbs.entries():
        forms = tuple(inflected(entry))
        measure = " ".join(next(words for form, words in forms if form == "participle"))
        for form, words in forms:
            yield from own_triggers(words, measure, form)


def _triggers(name: str, measure: Measure) -> Iterator[tuple[tuple[str, ...], Trigger]]:
    for verbs, argument in ((measure.verbs, measure.argument), (measure.subject_verbs, "subject")):
        for entry in verbs:
            verb, _, heads = entry.partition("@")
            forms = tuple(inflected(verb))
            done = " ".join(forms[-1][1])
            for form, words in forms:
                told = frozenset(heads.split("|")) if heads else frozenset()
                yield words, Trigger(name, form, argument, told, participle=done)
    for noun in measure.nouns:
        words = tuple(noun.split())
        yield words, Trigger(name, "noun", measure.argument)
        yield (*words[:-1], plural(words[-1])), Trigger(name, "noun", measure.argument)
    for state in measure.states:
        yield tuple(state.split()), Trigger(name, "state", "subject")
    for phrase in measure.phrases:
        yield tuple(phrase.split()), Trigger(name, "phrase", measure.argument)


def inflected(verb: str) -> Iterator[tuple[Form, tuple[str, ...]]]:
    """The forms of a verb, as words: `break out` or `break out:broke out:broken out`."""
    base, *irregular = verb.split(":")
    head, *rest = base.split()
    yield "base", (head, *rest)
    yield "present", (plural(head), *rest)
    yield "ing", (_ing(head), *rest)
    if irregular:
        yield "past", tuple(irregular[0].split())
        yield "participle", tuple(irregular[-1].split())
    else:
        yield "past", (_ed(head), *rest)
        yield "participle", (_ed(head), *rest)


def plural(noun: str) -> str:
    """The regular plural of a noun, or third person of a verb."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # hit, drop, plan: the last letter doubles
_STRESSED_LATE = frozenset(
    [
        "kidnap",
        "transfer",
        "commit",
        "submit",
        "admit",
        "expel",
        "refer",
        "occur",
        "permit",
        "acquit",
        "patrol",
        "repel",
    ]
)


def _stem(verb: str) -> str:
    return verb + verb[-1] if _SHORT.fullmatch(verb) or verb in _STRESSED_LATE else verb


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    return _stem(verb) + "ing"
