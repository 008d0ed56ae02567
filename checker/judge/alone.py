"""Whether each of two texts knows but one figure of a thing, so that nothing in either reconciles the two."""

from checker.judge.draft import Case
from checker.judge.order import published
from checker.model import Claim, Interval, LinkKind, Relation
from checker.model.figures import digits, figure, same_figure
from checker.rulebook.happenings import told_once
from checker.rulebook.thresholds import thresholds

TELLING = 3  # digits of a figure that is the same one whatever it is said to count
APART = {LinkKind.PART_OF, LinkKind.FORMER_OF, LinkKind.CHANGE_TO}  # of figures that are another thing or time
LEAST_MISSING = 5  # a smaller figure stands in any text


def alone(a: Claim, b: Claim, case: Case, *, slip: bool = False) -> bool:
    """Whether neither text has a figure of its own that fits the other's, nor a second one for the same thing.

    Figures of three digits and more that differ by a `slip` of the hand are known again among others of their kind.
    """
    if a.measure == "date":
        return not _news_of_two_days(a, b, case) and _one_date(a, b, case) and _one_date(b, a, case)
    if _reading(a) or _reading(b) or _replaced(a, b, case) or _replaced(b, a, case):
        return False
    telling = slip and len(digits(a)) >= TELLING
    return not any(
        claim.id != own.id and (_reconciles(claim, own, other) or _rivals(claim, own, other, telling=telling))
        for own, other in ((a, b), (b, a))
        for claim in case.of(own.document)
    )


def _reading(claim: Claim) -> bool:
    """Whether the figure is read off a scale, of which a story has many: an index lost 54.15 points."""
    return bool(claim.number.decimals) and claim.unit.dimension == f"[{claim.unit.name}]"


def _reconciles(third: Claim, own: Claim, other: Claim) -> bool:
    """Whether a third figure of a text makes its own fit the other text's: it is that figure, or what is missing."""
    if same_figure(third, other) and (third.unit.name == other.unit.name or len(digits(other)) >= TELLING):
        return other.unit.name in (third.unit.name, own.unit.name)
    first, second, more = figure(own), figure(other), figure(third)
    if None in (first, second, more) or third.unit.name != own.unit.name or own.unit.name != other.unit.name:
        return False
    return (more or 0) >= LEAST_MISSING and abs((first or 0) - (second or 0)) == more


def _rivals(third: Claim, own: Claim, other: Claim, *, telling: bool) -> bool:
    """Whether a text gives a third figure of the same measure or things that fits the other's, or not its own."""
    if (
        any(link.kind in APART for link in third.links)
        or len({claim.unit.dimension for claim in (third, own, other)}) > 1
    ):
        return False
    named = _named(third) in {_named(own), _named(other)}
    if not (third.measure == own.measure if own.measure == other.measure else named):
        return False
    if not _based(third).disjoint(_based(other)):
        return True
    return named and not telling and _based(third).disjoint(_based(own)) and not _dated_apart(third, own)


def _news_of_two_days(a: Claim, b: Claim, case: Case) -> bool:
    """Whether each text tells the news of its own day: one attack in Sunday's paper, one in Tuesday's."""
    first, second = (_days_old(claim, case) for claim in (a, b))
    apart = published(a, case.profiles) != published(b, case.profiles)
    return apart and first is not None and second is not None and max(first, second) <= thresholds().stories.fresh


def _days_old(claim: Claim, case: Case) -> int | None:
    """Days from what a date claim tells of to its report; None where either day is open."""
    out = published(claim, case.profiles)
    return (out - claim.time.end).days if out is not None and claim.time is not None else None


def _one_date(own: Claim, other: Claim, case: Case) -> bool:
    """Whether the text of the first date gives what happened no other day, and never that of the second."""
    named = _happened(own) & _happened(other)
    for claim in case.of(own.document):
        told = _happened(claim) if claim.measure == "date" and claim.id != own.id else frozenset[str]()
        if not told or claim.time is None or own.time is None or other.time is None:
            continue
        elsewhen = claim.time.relation(own.time) is Relation.DISJOINT
        if claim.time.relation(other.time) is not Relation.DISJOINT or (elsewhen and named & told):
            return False
    return True


def _happened(claim: Claim) -> frozenset[str]:
    """What a date claim says to have happened; nothing for the date of a report."""
    at = claim.number.start - claim.span.start
    return told_once(claim.quote[:at].casefold(), claim.quote[at + len(claim.number.text) :].casefold())


def _replaced(a: Claim, b: Claim, case: Case) -> bool:
    """Whether the second figure takes the place of the first: several reports have it, all later than the first."""
    first = [day for claim in _sharing(a, case) if (day := published(claim, case.profiles))]
    last = [day for claim in _sharing(b, case) if (day := published(claim, case.profiles))]
    texts = {claim.document for claim in _sharing(b, case)}
    return bool(first and last) and len(texts) > 1 and max(first) < min(last)


def _sharing(one: Claim, case: Case) -> list[Claim]:
    """The claims that give the same figure of the same measure, the claim itself among them."""
    return [
        claim
        for claim in case.claims
        if claim.measure == one.measure and claim.unit.name == one.unit.name and same_figure(claim, one)
    ]


def _based(claim: Claim) -> Interval:
    return claim.hard if claim.unit.factor == 1 else claim.hard.scaled(claim.unit.factor)


def _named(claim: Claim) -> str:
    return claim.population.head if claim.population else ""


def _dated_apart(a: Claim, b: Claim) -> bool:
    """Whether the text itself gives the two figures to two times."""
    if a.time is None or b.time is None or not (a.time_stated or b.time_stated):
        return False
    return a.time.relation(b.time) is Relation.DISJOINT
