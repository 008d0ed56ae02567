"""The whole run: read, settle what needs the whole corpus, compare, judge, report.

What is costly goes through an engine, stage by stage; what is done here is linear and small.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from pydantic import TypeAdapter
from pydantic_core import to_json

from checker.align.copies import voices
from checker.align.group import Aligned
from checker.align.rulings import Rulings
from checker.engine.blocks import blocks_of_components, blocks_of_groups
from checker.engine.crossing import Item, Mapped, Problem, Verdicts
from checker.engine.engines import Engine
from checker.engine.homes import settle_homes
from checker.engine.rest import at_rest
from checker.engine.shuffle import groups
from checker.engine.stages import judge_names, troubled
from checker.engine.watch import Watch, unwatched
from checker.engine.work import COMPARE, JUDGE, READ
from checker.engine.years import settle_years
from checker.judge.draft import Draft
from checker.judge.facts import build_facts
from checker.judge.findings import build_findings
from checker.judge.gates import SAME_FACT
from checker.model import Claim, Document, Report, Ruling, Status
from checker.rulebook.limits import limits
from checker.rulebook.rules import Rule
from checker.rulebook.screen import Screen

Problems = dict[str, dict[str, None]]  # reasons by document, in the order in which they came up


@at_rest()
def run(
    items: Iterable[Item],
    rules: Sequence[Rule],
    engine: Engine,
    *,
    watch: Watch = unwatched,
    rulings: Sequence[Ruling] = (),
) -> Report:
    """The report on the items; their order does not show in it, nor does the engine.

    Args:
        items: files and documents.
        rules: what to check for.
        engine: runs the stages, under the conditions that it was made for.
        watch: sees how far the run is.
        rulings: stand over how claims were compared.
    """
    mapped, notices = _read(items, engine)
    told = to_json(list(rulings))
    found = engine.once("verdicts", told, verdicts_adapter(), lambda: _verdicts(mapped, rules, engine, watch, rulings))
    ended = tuple(_ended(item.document, found.problems) for item in mapped)
    return Report(
        complete=all(document.status is Status.OK for document in ended),
        documents=ended,
        profiles={item.document.id: item.profile for item in mapped},
        claims=tuple(claim for item in mapped for claim in item.extraction.claims),
        findings=found.findings,
        facts=found.facts,
        notices=tuple(sorted(notices)),
        limits=limits(),
    )


@cache
def verdicts_adapter() -> TypeAdapter[Verdicts]:
    """How verdicts are written down."""
    return TypeAdapter(Verdicts)


def _verdicts(
    mapped: Sequence[Mapped], rules: Sequence[Rule], engine: Engine, watch: Watch, rulings: Sequence[Ruling]
) -> Verdicts:
    """What follows from the documents together."""
    claims = tuple(claim for item in mapped for claim in item.extraction.claims)
    problems: Problems = defaultdict(dict)
    screen = Screen(rules, (SAME_FACT,))
    ruled = Rulings(rulings, claims)
    pairs = _ordered(ruled.settle(_compare(mapped, claims, engine, problems, watch), screen), claims)
    drafts = [draft for item in mapped for draft in item.drafts]
    drafts += _judge(pairs, claims, mapped, engine, problems)
    drafts += _names(mapped, rules, problems)
    documents = {item.document.id: item.document for item in mapped}
    profiles = {item.document.id: item.profile for item in mapped}
    links = [pair.alignment for pair in pairs if pair.wanted & screen.also]
    facts = build_facts(claims, links, profiles, voices(claims, documents, profiles), ruled.apart())
    return Verdicts(
        build_findings(drafts, facts, documents), facts, {name: tuple(found) for name, found in problems.items()}
    )


def _read(items: Iterable[Item], engine: Engine) -> tuple[list[Mapped], list[str]]:
    """What the items hold, in the order of documents, and notices."""
    mapped: list[Mapped] = []
    notices: list[str] = []
    for found in engine.run(READ, items):
        mapped += found.mapped
        notices += found.notices
    mapped.sort(key=lambda item: (item.document.path, item.document.id))
    years = settle_years(mapped)
    dated = (Item(document=item.document, year=years[item.document.id]) for item in mapped if item.document.id in years)
    again = {read.mapped[0].document.id: read.mapped[0] for read in engine.run(READ, dated)}
    return settle_homes([again.get(item.document.id, item) for item in mapped]), notices


def _compare(
    mapped: Sequence[Mapped], claims: Sequence[Claim], engine: Engine, problems: Problems, watch: Watch
) -> Iterator[Aligned]:
    """The pairs of claims that a rule or a fact could want."""
    met = list(groups(own for item in mapped for own in item.keys))
    places = {group.key: group.places for group in met}
    troubles: list[Problem] = []
    blocks = tuple(blocks_of_groups(met, claims))
    for found in engine.run(COMPARE, watch(blocks, "Comparing them")):
        troubles += found.problems
        yield from found.pairs
    for trouble in sorted(troubles):
        _note(problems, {claims[place].document for place in places[trouble.key]}, trouble.reason)


def _ordered(pairs: Iterable[Aligned], claims: Sequence[Claim]) -> list[Aligned]:
    """The pairs by the places of their claims: how they were cut into blocks does not show."""
    place = {claim.id: number for number, claim in enumerate(claims)}
    return sorted(pairs, key=lambda pair: (place[pair.alignment.first], place[pair.alignment.second]))


def _judge(
    pairs: Sequence[Aligned], claims: Sequence[Claim], mapped: Sequence[Mapped], engine: Engine, problems: Problems
) -> list[Draft]:
    """What the rules about two claims or more find, one set of linked claims after the other."""
    by_id = {claim.id: claim for claim in claims}
    texts = {item.document.id: item for item in mapped}
    drafts: list[Draft] = []
    troubles: list[Problem] = []
    for found in engine.run(JUDGE, blocks_of_components(pairs, by_id, texts)):
        drafts += found.drafts
        troubles += found.problems
    for name, reason in sorted(troubles):
        _note(problems, {name}, reason)
    return drafts


def _names(mapped: Sequence[Mapped], rules: Sequence[Rule], problems: Problems) -> list[Draft]:
    """What the rules about names find among all documents together."""
    drafts, reasons = judge_names(mapped, rules)
    for reason in reasons:
        _note(problems, {item.document.id for item in mapped if item.extraction.mentions}, reason)
    return drafts


def _note(problems: Problems, names: Iterable[str], reason: str) -> None:
    """Note the reason against documents."""
    for name in names:
        problems[name][reason] = None


def _ended(document: Document, problems: Mapping[str, Sequence[str]]) -> Document:
    """The document as it ended: incomplete where claims of it were not wholly judged."""
    found = problems.get(document.id)
    return troubled(document, Status.PARTIAL, "; ".join(found)) if found else document
