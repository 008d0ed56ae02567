"""The whole run in one process."""

from collections.abc import Iterable, Sequence

from checker.engine.parts import part
from checker.engine.stages import Mapped, gather, map_document, reduce_group, troubled
from checker.model import Document, Report, Status
from checker.rulebook.rules import Rule


def run(documents: Iterable[Document], rules: Sequence[Rule], notices: Sequence[str] = ()) -> Report:
    """The report on the documents; their order does not show in it."""
    ordered = sorted(documents, key=lambda document: (document.path, document.id))
    mapped = [map_document(document, rules) for document in ordered]
    case = gather(mapped)
    align = part("checker.align.compare", "align_group")
    case = case._replace(alignments=align(case.claims) if align else ())
    reduced = reduce_group(rules, case)
    drafts = [draft for item in mapped for draft in item.drafts] + list(reduced.drafts)
    weigh, settle = part("checker.judge.facts", "build_facts"), part("checker.judge.findings", "build_findings")
    facts = weigh(case.claims, case.alignments, case.profiles) if weigh else ()
    findings = settle(drafts, facts, case.documents) if settle else ()
    ended = [_ended(item, reduced.problems) for item in mapped]
    return Report(
        complete=all(document.status is Status.OK for document in ended),
        documents=tuple(ended),
        profiles=dict(case.profiles),
        claims=case.claims,
        findings=findings,
        facts=facts,
        notices=tuple(sorted(notices)),
    )


def _ended(item: Mapped, problems: Sequence[str]) -> Document:
    """The document, incomplete if a rule gave up on the group that its claims are in."""
    if problems and item.extraction.claims:
        return troubled(item.document, Status.PARTIAL, "; ".join(problems))
    return item.document
