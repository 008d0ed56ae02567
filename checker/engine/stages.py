"""Map, align and reduce: pure functions that hold in one process, in a pool and on a cluster.

What a single text can settle (single and total rules) is judged in the map. Claims that meet under a key are aligned;
those that alignments link, directly or through others, are judged together in the reduce. A crash never leaves its
document or its group: it becomes the status of the documents concerned.
"""

import logging
from collections.abc import Iterable, Sequence
from traceback import extract_tb
from typing import NamedTuple

from checker.align.group import Aligned, Aligner
from checker.engine.shuffle import Group
from checker.extract import extract
from checker.extract.language import ENGLISH, language_name
from checker.extract.profile import profile
from checker.judge import judge
from checker.judge.draft import Case, Draft
from checker.model import Document, Extraction, Profile, Status
from checker.rulebook.rules import Rule
from checker.rulebook.screen import Screen

IN_ONE_TEXT = ("single", "total")
OF_NAMES = ("names",)
READABLE = (Status.OK, Status.PARTIAL)
log = logging.getLogger(__name__)


class Mapped(NamedTuple):
    """What the map stage makes of one document."""

    document: Document
    profile: Profile
    extraction: Extraction
    drafts: tuple[Draft, ...]


class Compared(NamedTuple):
    """What comparing the claims of one group gave; `problem` is the reason why it is not all that there is."""

    pairs: Sequence[Aligned]
    problem: str = ""


class Reduced(NamedTuple):
    """What the reduce stage makes of claims that are linked, or of names; `problems` tell what is missing."""

    drafts: tuple[Draft, ...]
    problems: tuple[str, ...]


def map_document(document: Document, rules: Sequence[Rule], year: int | None = None) -> Mapped:
    """The claims of a document and what the rules about one text find among them; never raises.

    `year` is that of other reports of the story, for a document that bears a day and a month alone.
    """
    if document.status not in READABLE:
        return Mapped(document, Profile(), Extraction(document=document.id), ())
    try:
        found, extraction = extracted(document, year)
    except Exception as error:  # noqa: BLE001 a poisonous document must not stop the others
        reason = f"internal error: {cause(error)}"
        return Mapped(troubled(document, Status.CRASHED, reason), Profile(), Extraction(document=document.id), ())
    if found.language != ENGLISH:
        return Mapped(troubled(document, Status.SKIPPED, left_out(found.language)), found, extraction, ())
    if extraction.notices:
        document = troubled(document, Status.PARTIAL, "; ".join(extraction.notices))
    case = Case(extraction.claims, extraction.mentions, {document.id: document}, {document.id: found})
    drafts, problems = judge_case(rules, IN_ONE_TEXT, case)
    if problems:
        document = troubled(document, Status.CRASHED, "; ".join(problems))
    return Mapped(document, found, extraction, tuple(drafts))


def extracted(document: Document, year: int | None) -> tuple[Profile, Extraction]:
    """Profile and claims of a document; one that is not English has none, since it would be misread."""
    found = profile(document, year)
    return found, extract(document, found, year) if found.language == ENGLISH else Extraction(document=document.id)


def left_out(language: str) -> str:
    """Why a document in that language is left out, and what to do where that is wrong."""
    name = language_name(language)
    return f'is in {name}, not English: left out; [[documents]] language = "en" in check.toml reads it all the same'


def align_group(group: Group, aligner: Aligner) -> Compared:
    """How the claims of a group relate, as far as a rule could want to know; never raises."""
    try:
        pairs, whole = aligner.align(group.key, group.claims)
    except Exception as error:  # noqa: BLE001 one group's fault must not cost the findings of the others
        return Compared((), f"comparing claims gave up: {cause(error)}")
    return Compared(pairs, "" if whole else f"{len(group.claims)} figures meet here: not all were compared with all")


def reduce_claims(case: Case, pairs: Sequence[Aligned], screen: Screen) -> Reduced:
    """What the rules about two claims or more find among linked ones; never raises."""
    drafts: list[Draft] = []
    problems: list[str] = []
    for bit, rule in enumerate(screen.rules):
        mine = tuple(pair.alignment for pair in pairs if pair.wanted >> bit & 1)
        if mine:
            found, troubles = judge_case((rule,), (rule.kind,), case._replace(alignments=mine))
            drafts += found
            problems += troubles
    return Reduced(tuple(drafts), tuple(problems))


def reduce_names(case: Case, rules: Sequence[Rule]) -> Reduced:
    """What the rules about names find among all mentions; never raises."""
    drafts, problems = judge_case(rules, OF_NAMES, case)
    return Reduced(tuple(drafts), tuple(problems))


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
    reasons = "; ".join(text for text in (document.reason, reason) if text)
    return document.model_copy(update={"status": status, "reason": reasons})


def cause(error: Exception) -> str:
    """What was raised and where, in one line; the same for the same input."""
    log.debug("caught", exc_info=error)
    frame = extract_tb(error.__traceback__)[-1]
    place = "/".join(frame.filename.replace("\\", "/").split("/")[-2:])
    message = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {message} ({place}:{frame.lineno})"
