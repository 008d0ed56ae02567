"""The whole run in one process."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from checker.align import names
from checker.align.copies import voices
from checker.align.group import Aligned, Aligner
from checker.align.keys import keys
from checker.align.rulings import Rulings
from checker.engine.homes import settle_homes
from checker.engine.shuffle import components, groups
from checker.engine.stages import Mapped, align_group, map_document, reduce_claims, reduce_names, troubled
from checker.engine.years import settle_years
from checker.judge.draft import Case, Draft
from checker.judge.facts import build_facts
from checker.judge.findings import build_findings
from checker.judge.gates import SAME_FACT
from checker.model import Claim, Document, Report, Ruling, Status
from checker.model.figures import figure
from checker.rulebook.limits import limits
from checker.rulebook.rules import Rule
from checker.rulebook.screen import Screen

Problems = dict[str, dict[str, None]]  # reasons by document, in the order in which they came up

Item = TypeVar("Item")


class Watch(Protocol):
    """Sees the items of a long loop go by, to tell people how far it is; it changes nothing."""

    def __call__(self, items: Sequence[Item], title: str) -> Iterable[Item]:
        """The same items in the same order; the title says what is done to them."""


def unwatched(items: Sequence[Item], title: str) -> Iterable[Item]:
    """Nobody watches."""
    del title
    return items


def run(
    documents: Iterable[Document],
    rules: Sequence[Rule],
    notices: Sequence[str] = (),
    watch: Watch = unwatched,
    rulings: Sequence[Ruling] = (),
) -> Report:
    """The report on the documents; their order does not show in it. Rulings stand over how claims were aligned."""
    ordered = sorted(documents, key=lambda document: (document.path, document.id))
    read = watch(ordered, "Reading figures and dates")
    mapped = settle_homes(in_their_years([map_document(document, rules) for document in read], ordered, rules))
    whole = gather(mapped)
    screen = Screen(rules, (SAME_FACT,))
    problems: Problems = defaultdict(dict)
    ruled = Rulings(rulings, whole.claims)
    pairs = ruled.settle(align_all(whole, screen, problems, watch), screen)
    drafts = [draft for item in mapped for draft in item.drafts]
    drafts += reduce_all(whole, pairs, screen, problems)
    drafts += reduce_everywhere(whole, rules, problems)
    told = voices(whole.claims, whole.documents, whole.profiles)
    links = [pair.alignment for pair in pairs if pair.wanted & screen.also]
    facts = build_facts(whole.claims, links, whole.profiles, told, ruled.apart())
    ended = settle(mapped, problems)
    return Report(
        complete=all(document.status is Status.OK for document in ended),
        documents=tuple(ended),
        profiles=dict(whole.profiles),
        claims=whole.claims,
        findings=build_findings(drafts, facts, whole.documents),
        facts=facts,
        notices=tuple(sorted(notices)),
        limits=limits(),
    )


def in_their_years(mapped: Sequence[Mapped], documents: Sequence[Document], rules: Sequence[Rule]) -> list[Mapped]:
    """What the map stage makes of the documents, anew for those whose year only other reports tell."""
    years = settle_years(documents, {item.document.id: item.profile.published for item in mapped})
    return [
        map_document(document, rules, years[document.id]) if document.id in years else item
        for item, document in zip(mapped, documents, strict=True)
    ]


def gather(mapped: Sequence[Mapped]) -> Case:
    """The claims and mentions of all documents, sorted by document and place."""
    return Case(
        claims=tuple(claim for item in mapped for claim in item.extraction.claims),
        mentions=tuple(mention for item in mapped for mention in item.extraction.mentions),
        documents={item.document.id: item.document for item in mapped},
        profiles={item.document.id: item.profile for item in mapped},
        align=names,
        texts={item.document.id: item.extraction.claims for item in mapped},
        stated=stated(claim for item in mapped for claim in item.extraction.claims),
        givers=givers(claim for item in mapped for claim in item.extraction.claims),
    )


def stated(claims: Iterable[Claim]) -> Mapping[tuple[str, str, str, float], Sequence[str]]:
    """The ids of claims by document, unit, measure and value."""
    found: dict[tuple[str, str, str, float], list[str]] = defaultdict(list)
    for claim in claims:
        value = figure(claim)
        if value is not None:
            found[claim.document, claim.unit.name, claim.measure, value].append(claim.id)
    return found


def givers(claims: Iterable[Claim]) -> Mapping[tuple[str, float], Iterable[str]]:
    """The documents, each once, by the measure and value of their claims."""
    found: dict[tuple[str, float], dict[str, None]] = defaultdict(dict)
    for claim in claims:
        value = figure(claim)
        if value is not None:
            found[claim.measure, value][claim.document] = None
    return found


def align_all(whole: Case, screen: Screen, problems: Problems, watch: Watch = unwatched) -> list[Aligned]:
    """The pairs of claims that a rule or a fact could want."""
    aligner = Aligner(screen)
    pairs: list[Aligned] = []
    for group in watch(tuple(groups(whole.claims, keys)), "Comparing them"):
        found, problem = align_group(group, aligner)
        pairs += found
        if problem:
            trouble(problems, (claim for _, claim in group.claims), (problem,))
    return pairs


def reduce_all(whole: Case, pairs: Sequence[Aligned], screen: Screen, problems: Problems) -> Iterator[Draft]:
    """What the rules about two claims or more find, one set of linked claims after the other."""
    by_id = {claim.id: claim for claim in whole.claims}
    linked: dict[str, list[Aligned]] = defaultdict(list)
    home = components((pair.alignment.first, pair.alignment.second) for pair in pairs)
    for pair in pairs:
        linked[home[pair.alignment.first]].append(pair)
    for some in linked.values():
        members = dict.fromkeys(name for pair in some for name in (pair.alignment.first, pair.alignment.second))
        claims = tuple(by_id[name] for name in members)
        result = reduce_claims(whole._replace(claims=claims, mentions=()), some, screen)
        trouble(problems, claims, result.problems)
        yield from result.drafts


def reduce_everywhere(whole: Case, rules: Sequence[Rule], problems: Problems) -> Sequence[Draft]:
    """What the rules about names find among all documents together."""
    result = reduce_names(whole, rules)
    trouble(problems, whole.claims, result.problems)
    return result.drafts


def trouble(problems: Problems, claims: Iterable[Claim], reasons: Sequence[str]) -> None:
    """Note the reasons against the documents of the claims."""
    for name in {claim.document for claim in claims} if reasons else ():
        problems[name].update(dict.fromkeys(reasons))


def settle(mapped: Sequence[Mapped], problems: Mapping[str, Mapping[str, None]]) -> list[Document]:
    """The documents as they ended: incomplete where claims of theirs were not wholly judged."""
    return [
        troubled(item.document, Status.PARTIAL, "; ".join(found))
        if (found := problems.get(item.document.id))
        else item.document
        for item in mapped
    ]
