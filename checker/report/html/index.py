"""Looking things up in a report: what belongs to what, and how findings and voices are called on the page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Final, TypeVar

from checker.model import Claim, Document, Fact, Finding, Kind, Place, Population, Profile, Report, State
from checker.model.figures import figure
from checker.model.wording import number
from checker.rulebook.measures import plural
from checker.rulebook.rules import Rule

Thing = TypeVar("Thing")
DATE = "date"  # the measure of days
LINE_END = "\n"
LONG_FOLDER = 24  # characters
MOST_FINDINGS = MOST_FACTS = 2_000  # that one page shows; beyond, a browser takes too long
MOST_CHARACTERS = 400_000  # of one text
MOST_IN_ALL = 8_000_000  # characters of all texts; those with findings come first
UNCHANGED = frozenset({"percent", "aircraft"})  # units without a plural
UNKNOWN_FAMILY: Final = "counts"


class Index:
    """A report with its parts by id; findings in the order of the page, numbered from 1.

    `ranked` has all findings, `findings` those that the page has room for.
    """

    def __init__(self, report: Report, rules: Iterable[Rule] = ()) -> None:
        self.report = report
        self.rules: Mapping[str, Rule] = {rule.id: rule for rule in rules}
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in report.claims}
        self.documents: Mapping[str, Document] = {document.id: document for document in report.documents}
        self.ranked: Sequence[Finding] = sorted(report.findings, key=_rank)
        self.findings = self.ranked[:MOST_FINDINGS]
        self.number: Mapping[str, int] = {finding.id: place for place, finding in enumerate(self.findings, 1)}

    @cached_property
    def active(self) -> Sequence[Finding]:
        """The findings that still ask for attention."""
        return [finding for finding in self.ranked if finding.standing.state is State.ACTIVE]

    @cached_property
    def of_claim(self) -> Mapping[str, Sequence[Finding]]:
        """The findings that a claim takes part in."""
        return _gathered((name, finding) for finding in self.findings for name in finding.claims)

    @cached_property
    def of_fact(self) -> Mapping[str, Sequence[Finding]]:
        """The findings about a fact."""
        return _gathered((finding.fact, finding) for finding in self.findings if finding.fact)

    @cached_property
    def of_document(self) -> Mapping[str, Sequence[Finding]]:
        """The findings with a place in a document, each once."""
        return _gathered(
            (name, finding)
            for finding in self.findings
            for name in dict.fromkeys(place.document for place in finding.locations)
        )

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of a document."""
        return _gathered((claim.document, claim) for claim in self.report.claims)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts that the page shows, by id: those with findings first."""
        ranked = sorted(self.report.facts, key=lambda fact: fact.id not in self.of_fact)
        return {fact.id: fact for fact in ranked[:MOST_FACTS]}

    @cached_property
    def fact_of(self) -> Mapping[str, Fact]:
        """The fact that a claim speaks of, by the claim's id."""
        return {name: fact for fact in reversed(list(self.facts.values())) for name in fact.claims}

    @cached_property
    def speakers(self) -> Mapping[str, str]:
        """A key for each voice of a finding or a fact, in the order of the alphabet."""
        used = dict.fromkeys((*self.of_claim, *self.fact_of))
        names = {self.voice(self.claims[name]) for name in used if name in self.claims}
        return {name: f"s{place}" for place, name in enumerate(sorted(names, key=lambda name: (name.casefold(), name)))}

    @cached_property
    def reports(self) -> Mapping[str, str]:
        """A key for each document, by its id."""
        return {document.id: f"r{place}" for place, document in enumerate(self.report.documents)}

    @cached_property
    def texts(self) -> frozenset[str]:
        """The documents whose text the page holds, by id: those with findings first, as many as there is room for."""
        room, found = MOST_IN_ALL, set()
        for document in sorted(self.report.documents, key=lambda document: document.id not in self.of_document):
            size = min(len(document.text), MOST_CHARACTERS)
            if 0 < size <= room:
                room -= size
                found.add(document.id)
        return frozenset(found)

    def anchor(self, document: str, end: int, name: str) -> str:
        """Where a link to a passage leads: to its mark, or to its document where the page does not hold it."""
        return name if document in self.texts and end <= MOST_CHARACTERS else document

    @cached_property
    def folder(self) -> str:
        """The folder that holds all reports, where naming it with each of them would take much room; else ""."""
        above = [document.path.split("/")[:-1] for document in self.report.documents]
        same = takewhile(lambda names: len(set(names)) == 1, zip(*above, strict=False))
        common = "".join(f"{names[0]}/" for names in same)
        return common if len(common) > LONG_FOLDER else ""

    def path(self, document: str) -> str:
        """Where a document lies, below the folder of all."""
        path = self.documents[document].path
        return "standard input" if path == "-" else path.removeprefix(self.folder)

    def spot(self, document: str, offset: int) -> str:
        """Where an offset stands: line 12; page 3 of what is no plain text."""
        paper = self.documents[document]
        return f"line {paper.text.count(LINE_END, 0, offset) + 1}" if paper.plain else paper.spot(offset)

    def told(self, names: Iterable[str]) -> list[Claim]:
        """The claims with those ids."""
        return [self.claims[name] for name in names if name in self.claims]

    def family(self, finding: Finding) -> str:
        """Where the finding is filed."""
        rule = self.rules.get(finding.rule)
        return rule.family if rule else UNKNOWN_FAMILY

    def profile(self, document: str) -> Profile:
        """What is known about a document."""
        return self.report.profiles.get(document, Profile())

    def voice(self, claim: Claim) -> str:
        """Who says so, in few words: the speaker, else the report by its source or its file."""
        if claim.speaker:
            return capital(claim.speaker.text)
        return self.outlet(claim.document)

    def outlet(self, document: str) -> str:
        """What a report is called: its source, else the name of its file."""
        return capital(self.profile(document).source or "") or _name(self.documents[document].path)

    def as_of(self, claim: Claim) -> date | None:
        """The day up to which the figure counts: its own for a stock or a running toll, else its report's."""
        if claim.time and claim.time_stated and claim.kind in (Kind.CUMULATIVE, Kind.STOCK):
            return claim.time.end
        published = self.profile(claim.document).published
        return published.end if published else claim.time.end if claim.time else None


def figure_of(claim: Claim) -> str:
    """The figure with its hedge and, where it counts no people, its unit; words of numbers as digits: nearly 250."""
    text = " ".join(claim.number.text.split())
    if is_date(claim):
        return text
    alone = figure(claim)
    if alone is not None and not claim.number.vague and not any(map(str.isdigit, text)):
        text = number(alone)
    return " ".join(part for part in (claim.number.hedge, _with_unit(claim, text)) if part)


def _with_unit(claim: Claim, text: str) -> str:
    unit = claim.unit.name.replace("_", " ")
    if unit in ("", "person"):
        return text
    if unit == "magnitude":
        return f"{unit} {text}"
    if unit.isupper() or unit in UNCHANGED or figure(claim) == 1:
        return f"{text} {unit}"
    return f"{text} {unit.removesuffix('foot')}feet" if unit.endswith("foot") else f"{text} {plural(unit)}"


def is_date(claim: Claim) -> bool:
    """Whether the claim gives a day rather than an amount."""
    return claim.measure == DATE


def what(population: Population | None, measure: str, place: Place | None) -> str:
    """What is counted, and where: American soldiers deployed in Syria."""
    return described(population.text if population else None, measure, place.text if place else None)


def described(population: str | None, measure: str, place: str | None) -> str:
    """The same from the words of each."""
    parts = (population or "", "" if measure == population else measure, f"in {place}" if place else "")
    return capital(" ".join(part for part in parts if part))


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _name(path: str) -> str:
    return "standard input" if path == "-" else path.rsplit("/", 1)[-1]


def _rank(finding: Finding) -> tuple[bool, int]:
    """Those that ask for attention first, and of these the gravest; the report's own order else."""
    return finding.standing.state is not State.ACTIVE, -finding.severity.rank


def _gathered(pairs: Iterable[tuple[str, Thing]]) -> Mapping[str, Sequence[Thing]]:
    found: dict[str, list[Thing]] = {}
    for name, thing in pairs:
        found.setdefault(name, []).append(thing)
    return found
