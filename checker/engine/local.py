"""The whole run in one process."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.align import names
from checker.align.keys import keys
from checker.engine.shuffle import MOST_TOGETHER, Group, groups
from checker.engine.stages import Mapped, Reduced, map_document, reduce_claims, reduce_names, troubled
from checker.engine.years import settle_years
from checker.judge.draft import Case
from checker.judge.facts import build_facts
from checker.judge.findings import build_findings
from checker.model import Document, Report, Status
from checker.rulebook.rules import Rule


def run(documents: Iterable[Document], rules: Sequence[Rule], notices: Sequence[str] = ()) -> Report:
    """The report on the documents; their order does not show in it."""
    ordered = sorted(documents, key=lambda document: (document.path, document.id))
    years = settle_years(ordered)
    mapped = [map_document(document, rules, years.get(document.id)) for document in ordered]
    whole = gather(mapped)
    reduced = reduce_all(whole, rules)
    drafts = [draft for item in mapped for draft in item.drafts]
    drafts += [draft for _, result in reduced for draft in result.drafts]
    alignments = {(a.first, a.second): a for _, result in reduced for a in result.alignments}
    facts = build_facts(whole.claims, alignments.values(), whole.profiles)
    ended = settle(mapped, reduced)
    return Report(
        complete=all(document.status is Status.OK for document in ended),
        documents=tuple(ended),
        profiles=dict(whole.profiles),
        claims=whole.claims,
        findings=build_findings(drafts, facts, whole.documents),
        facts=facts,
        notices=tuple(sorted(notices)),
    )


def gather(mapped: Sequence[Mapped]) -> Case:
    """The claims and mentions of all documents, sorted by document and place."""
    return Case(
        claims=tuple(claim for item in mapped for claim in item.extraction.claims),
        mentions=tuple(mention for item in mapped for mention in item.extraction.mentions),
        documents={item.document.id: item.document for item in mapped},
        profiles={item.document.id: item.profile for item in mapped},
        align=names,
    )


def reduce_all(whole: Case, rules: Sequence[Rule]) -> list[tuple[Group, Reduced]]:
    """Each group with what came of it: groups of claims by key, then the names of all documents together."""
    reduced = [
        (group, reduce_claims(whole._replace(claims=group.claims, mentions=()), rules))
        for group in groups(whole.claims, keys)
    ]
    return [*reduced, (Group(whole.claims), reduce_names(whole, rules))]


def settle(mapped: Sequence[Mapped], reduced: Iterable[tuple[Group, Reduced]]) -> list[Document]:
    """The documents as they ended: incomplete where a group with claims of theirs was not wholly judged."""
    problems: Mapping[str, dict[str, None]] = defaultdict(dict)
    for group, result in reduced:
        for name in {claim.document for claim in group.claims} if result.problems else ():
            problems[name].update(dict.fromkeys(result.problems))
        for name in {claim.document for claim in group.beyond}:
            problems[name][f"more than {MOST_TOGETHER} figures meet here: not all were compared with all"] = None
    return [
        troubled(item.document, Status.PARTIAL, "; ".join(found))
        if (found := problems.get(item.document.id))
        else item.document
        for item in mapped
    ]
