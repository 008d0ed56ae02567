"""Map, key, reduce: pure functions that hold in one process, in a pool and on a cluster.

What single documents can settle (single and total rules) is judged in the map, what needs others in the reduce. A
crash never leaves its document: it becomes that document's status.
"""

import logging
from collections.abc import Iterable, Mapping
from traceback import extract_tb
from typing import NamedTuple

from checker.engine.parts import part
from checker.judge.draft import Case, Draft
from checker.model import Document, Extraction, Profile, Status
from checker.rulebook.rules import Rule

IN_ONE_TEXT = ("single", "total")
UNREADABLE = (Status.SKIPPED, Status.FAILED, Status.TIMEOUT, Status.TOO_LARGE, Status.ENCRYPTED, Status.NO_TEXT)
log = logging.getLogger(__name__)


class Mapped(NamedTuple):
    """What the map stage makes of one document."""

    document: Document
    profile: Profile
    extraction: Extraction
    drafts: tuple[Draft, ...]


class Reduced(NamedTuple):
    """The drafts about a group, and what went wrong, as (document id, reason)."""

    drafts: tuple[Draft, ...]
    problems: tuple[str, ...]


def map_document(document: Document, rules: Iterable[Rule]) -> Mapped:
    """The claims of a document and what the rules about one text find among them; never raises."""
    nothing = Profile(), Extraction(document=document.id)
    if document.status in UNREADABLE:
        return Mapped(document, *nothing, ())
    try:
        profile, extraction = extracted(document)
    except Exception as error:  # noqa: BLE001 a poisonous document must not stop the others
        return Mapped(crashed(document, error), *nothing, ())
    if extraction.notices:
        document = troubled(document, Status.PARTIAL, "; ".join(extraction.notices))
    case = Case(extraction.claims, extraction.mentions, {document.id: document}, {document.id: profile})
    reduced = judge_case((rule for rule in rules if rule.kind in IN_ONE_TEXT), case)
    for problem in reduced.problems:
        document = troubled(document, Status.CRASHED, problem)
    return Mapped(document, profile, extraction, reduced.drafts)


def extracted(document: Document) -> tuple[Profile, Extraction]:
    """Profile and claims of a document."""
    profile_of, extract = part("checker.extract.profile", "profile"), part("checker.extract", "extract")
    profile = profile_of(document) if profile_of else Profile()
    return profile, extract(document, profile) if extract else Extraction(document=document.id)


def reduce_group(rules: Iterable[Rule], case: Case) -> Reduced:
    """What the rules about several texts find in a group whose claims are aligned."""
    return judge_case((rule for rule in rules if rule.kind not in IN_ONE_TEXT), case)


def judge_case(rules: Iterable[Rule], case: Case) -> Reduced:
    """The drafts of all rules; a rule that crashes gives none, and a problem."""
    judge = part("checker.judge", "judge")
    drafts: list[Draft] = []
    problems: list[str] = []
    for rule in rules if judge else ():
        try:
            drafts += list(judge(rule, case)) if judge else []
        except Exception as error:
            log.debug("rule %s", rule.id, exc_info=error)
            problems.append(f"the rule {rule.id} gave up: {cause(error)}")
    return Reduced(tuple(drafts), tuple(problems))


def crashed(document: Document, error: Exception) -> Document:
    """The document as one that could not be worked on."""
    log.debug("document %s", document.path, exc_info=error)
    return troubled(document, Status.CRASHED, f"internal error: {cause(error)}")


def troubled(document: Document, status: Status, reason: str) -> Document:
    """The document with a worse status and one reason more."""
    reasons = "; ".join(text for text in (document.reason, reason) if text)
    return document.model_copy(update={"status": status, "reason": reasons})


def cause(error: Exception) -> str:
    """What was raised and where, in one line; the same for the same input."""
    frame = extract_tb(error.__traceback__)[-1]
    place = "/".join(frame.filename.replace("\\", "/").split("/")[-2:])
    message = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {message} ({place}:{frame.lineno})"


def gather(mapped: Iterable[Mapped]) -> Case:
    """All claims and mentions in one group, sorted by document and place."""
    items = tuple(mapped)
    documents: Mapping[str, Document] = {item.document.id: item.document for item in items}
    claims = tuple(claim for item in items for claim in item.extraction.claims)
    mentions = tuple(mention for item in items for mention in item.extraction.mentions)
    return Case(claims, mentions, documents, {item.document.id: item.profile for item in items})
