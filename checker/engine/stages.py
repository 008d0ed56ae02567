"""Map, compare and reduce: pure functions that hold in one process, in a pool and on a cluster.

What a single text can settle (single and total rules) is judged in the map. Claims that meet under a key are compared;
those that are linked, directly or through others, are judged together in the reduce. A crash never leaves its
document or its group: it becomes the status of the documents concerned.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from traceback import extract_tb

from checker.align import names
from checker.align.copies import voices
from checker.align.group import Aligned, Aligner
from checker.align.keys import keys
from checker.engine.crossing import (
    Compared,
    Component,
    Components,
    Group,
    Groups,
    Judged,
    Linked,
    Mapped,
    Problem,
)
from checker.engine.sealed import sealed
from checker.extract import extract
from checker.extract.bounds import cut_off, shortened
from checker.extract.language import ENGLISH, language_name
from checker.extract.profile import profile
from checker.judge import judge
from checker.judge.draft import Case, Draft
from checker.judge.facts import Stated, state_facts
from checker.judge.flags import likely
from checker.model import Claim, Document, Extraction, Profile, Status
from checker.model.figures import figure
from checker.rulebook.rule_pair import PairRule
from checker.rulebook.rules import Rule
from checker.rulebook.screen import Screen

IN_ONE_TEXT = ("single", "total")
OF_NAMES = ("names",)
READABLE = (Status.OK, Status.PARTIAL)
log = logging.getLogger(__name__)


def map_document(document: Document, rules: Sequence[Rule], year: int | None = None) -> Mapped:
    """The claims of a document and what the rules about one text find among them; never raises.

    `year` is that of other reports of the story, for a document that bears a day and a month alone.
    """
    if document.status not in READABLE:
        return unmapped(document)
    try:
        found, extraction = extracted(document, year)
        met = tuple(map(keys, extraction.claims))
    except Exception as error:  # noqa: BLE001 a poisonous document must not stop the others
        return unmapped(troubled(document, Status.CRASHED, f"internal error: {cause(error)}"))
    if found.language != ENGLISH:
        return Mapped.of(troubled(document, Status.SKIPPED, left_out(found.language)), found, extraction)
    if extraction.notices:
        document = troubled(document, Status.PARTIAL, "; ".join(extraction.notices))
    case = Case(extraction.claims, extraction.mentions, {document.id: document}, {document.id: found})
    drafts, problems = judge_case(rules, IN_ONE_TEXT, case)
    if problems:
        document = troubled(document, Status.CRASHED, "; ".join(problems))
    return Mapped.of(document, found, extraction, tuple(drafts), met)


def unmapped(document: Document) -> Mapped:
    """What is left of a document that nothing can be taken from."""
    return Mapped.of(document, Profile(), Extraction(document=document.id))


def extracted(document: Document, year: int | None) -> tuple[Profile, Extraction]:
    """Profile and claims of a document; one that is not English has none, since it would be misread."""
    seen = shortened(document)
    found = profile(seen, year)
    if found.language != ENGLISH:
        return found, Extraction(document=document.id)
    extraction = extract(seen, found, year)
    return found, extraction.model_copy(update={"notices": (*cut_off(document), *extraction.notices)})


def left_out(language: str) -> str:
    """Why a document in that language is left out, and what to do where that is wrong."""
    name = language_name(language)
    return f'is in {name}, not English: left out; [[documents]] language = "en" in check.toml reads it all the same'


def compare_groups(block: Groups, aligner: Aligner, screen: Screen) -> Compared:
    """How the claims of each group relate, as far as a rule could want to know; never raises."""
    pairs: list[Linked] = []
    problems: list[Problem] = []
    claims = {place: claim for text in block.texts for place, claim in enumerate(text.claims.value, text.first)}
    places = {claim.id: place for place, claim in claims.items()}
    by_id = {claim.id: claim for claim in claims.values()}
    for group in block.groups:
        found, problem = compare_group(group, claims, aligner)
        found = [pair for each in found if (pair := unlikely_left_out(each, by_id, screen)).wanted]
        pairs += (linked(places[pair.alignment.first], places[pair.alignment.second], pair) for pair in found)
        if problem:
            problems += (Problem(claims[place].document, problem) for place in group.places)
    return Compared(tuple(pairs), tuple(dict.fromkeys(problems)))


def linked(first: int, second: int, pair: Aligned) -> Linked:
    """A pair with the places of its claims."""
    return Linked(first, second, pair.wanted, sealed(Aligned, pair))


def unlikely_left_out(pair: Aligned, claims: Mapping[str, Claim], screen: Screen) -> Aligned:
    """The pair without the bits of rules that could not flag its claims, whatever their texts say."""
    a, b = claims[pair.alignment.first], claims[pair.alignment.second]
    wanted = left = pair.wanted
    while left:
        bit = left & -left
        left ^= bit
        number = bit.bit_length() - 1
        rule = screen.rules[number] if number < len(screen.rules) else None
        if isinstance(rule, PairRule) and not (
            likely(rule.flag, a, b, pair.alignment) or likely(rule.flag, b, a, pair.alignment)
        ):
            wanted ^= bit
    return pair if wanted == pair.wanted else pair._replace(wanted=wanted)


def compare_group(group: Group, claims: Mapping[int, Claim], aligner: Aligner) -> tuple[Sequence[Aligned], str]:
    """The pairs of one group, and the reason why they are not all that there are; "" where they are."""
    try:
        pairs, whole = aligner.align(group.key, [(place, claims[place]) for place in group.places])
    except Exception as error:  # noqa: BLE001 one group's fault must not cost the findings of the others
        return (), f"comparing claims gave up: {cause(error)}"
    return pairs, "" if whole else f"{len(group.places)} figures meet here: not all were compared with all"


def judge_components(block: Components, screen: Screen) -> Judged:
    """What the rules about two claims or more find among linked ones; never raises."""
    drafts: list[Draft] = []
    facts: list[Stated] = []
    problems: list[Problem] = []
    texts = {text.document.id: text.claims for text in block.texts}
    whole = Case(
        claims=(),
        mentions=(),
        documents={text.document.id: text.document for text in block.texts},
        profiles={text.document.id: text.profile for text in block.texts},
        texts=texts,
        stated=stated(claim for text in block.texts for claim in text.claims),
    )
    by_place = {place: claim for text in block.texts for place, claim in enumerate(text.claims, text.first)}
    for component in block.components:
        claims = tuple(by_place[place] for place in component.claims)
        centre = frozenset(by_place[place].id for place in component.centre)
        case = whole._replace(claims=claims, centre=centre)
        pairs = pairs_of(component, screen)
        found, reasons = judge_linked(case, pairs, screen)
        stated_, trouble = state_linked(case, pairs, [pair for pair in block.apart if centre.issuperset(pair)], screen)
        drafts += found
        facts += stated_
        problems += (Problem(claim.document, reason) for claim in claims for reason in (*reasons, *trouble))
    return Judged(tuple(drafts), tuple(facts), tuple(dict.fromkeys(problems)))


def pairs_of(component: Component, screen: Screen) -> tuple[Aligned, ...]:
    """The pairs of a component, with the bits of those who want them there."""
    pairs = [pair.value for pair in component.pairs]
    for number in component.aside:
        pairs[number] = pairs[number]._replace(wanted=pairs[number].wanted & screen.company)
    return tuple(pairs)


def state_linked(
    case: Case, pairs: Iterable[Aligned], apart: Sequence[tuple[str, str]], screen: Screen
) -> tuple[list[Stated], list[str]]:
    """The facts that linked claims tell of, and what went wrong."""
    links = tuple(pair.alignment for pair in pairs if pair.wanted & screen.also)
    named = {name for link in links for name in (link.first, link.second)}
    case = case._replace(claims=tuple(claim for claim in case.claims if claim.id in named))
    try:
        told = voices(case.claims, case.documents, case.profiles)
        return list(state_facts(case.claims, links, case.profiles, told, apart)), []
    except Exception as error:  # noqa: BLE001 one fact's fault must not cost the others
        return [], [f"stating facts gave up: {cause(error)}"]


def judge_linked(case: Case, pairs: Sequence[Aligned], screen: Screen) -> tuple[list[Draft], list[str]]:
    """The drafts about the linked claims of a case, and what went wrong."""
    drafts: list[Draft] = []
    problems: list[str] = []
    case = case._replace(of_one_fact=tuple(pair.alignment for pair in pairs if pair.wanted & screen.also))
    for bit, rule in enumerate(screen.rules):
        mine = tuple(pair.alignment for pair in pairs if pair.wanted >> bit & 1)
        if mine:
            found, troubles = judge_case((rule,), (rule.kind,), case._replace(alignments=mine))
            drafts += found
            problems += troubles
    return drafts, problems


def stated(claims: Iterable[Claim]) -> Mapping[tuple[str, str, str, float], Sequence[str]]:
    """The ids of claims by document, unit, measure and value."""
    found: dict[tuple[str, str, str, float], list[str]] = defaultdict(list)
    for claim in claims:
        value = figure(claim)
        if value is not None:
            found[claim.document, claim.unit.name, claim.measure, value].append(claim.id)
    return found


def judge_names(case: Case, rules: Sequence[Rule]) -> tuple[list[Draft], list[str]]:
    """What the rules about names find among the mentions of a case, and what went wrong; never raises."""
    return judge_case(rules, OF_NAMES, case._replace(align=names))


def judge_case(rules: Iterable[Rule], kinds: Sequence[str], case: Case) -> tuple[list[Draft], list[str]]:
    """The drafts of the rules of these kinds; a rule that crashes gives none, and a problem."""
    drafts: list[Draft] = []
    problems: list[str] = []
    for rule in rules:
        if rule.kind not in kinds:
            continue
        try:
            drafts += list(judge(rule, case))
        except Exception as error:  # noqa: BLE001 one rule's fault must not cost the findings of the others
            problems.append(f"the rule {rule.id} gave up: {cause(error)}")
    return drafts, problems


def troubled(document: Document, status: Status, reason: str) -> Document:
    """The document with a worse status and one reason more."""
    reasons = document.reason if reason in document.reason else "; ".join(filter(None, (document.reason, reason)))
    return document.model_copy(update={"status": status, "reason": reasons})


def cause(error: Exception) -> str:
    """What was raised and where, in one line; the same for the same input."""
    log.debug("caught", exc_info=error)
    frame = extract_tb(error.__traceback__)[-1]
    place = "/".join(frame.filename.replace("\\", "/").split("/")[-2:])
    message = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {message} ({place}:{frame.lineno})"
