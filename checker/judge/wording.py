"""How findings and facts name claims: figures with hedge and unit, speakers, what is counted and where."""

from checker.model import Claim
from checker.model.figures import figure
from checker.model.wording import period
from checker.rulebook.measures import measures, plural

UNCHANGED = frozenset({"percent", "magnitude", "aircraft", "foot"})  # units without a regular plural
EXACT = "exactly"  # the hedge that is none; a text seldom has the word
MOST_QUOTED = 80  # characters of a population or a place in a message


def figure_shown(claim: Claim) -> str:
    """The figure as written, with its hedge and, for things that are no people, its unit: at least 26; 18 km."""
    hedge = f"{claim.number.hedge} " if claim.number.hedge not in ("", EXACT) else ""
    text = " ".join(claim.number.text.split())
    return f"{hedge}{text}{_unit_shown(claim)}"


def _unit_shown(claim: Claim) -> str:
    """The unit behind its figure, as a reader would say it."""
    name = claim.unit.name.replace("_", " ")
    if name in ("", "person"):
        return ""
    if name.isupper() or name in UNCHANGED or figure(claim) == 1:
        return f" {name}"
    return f" {plural(name)}"


def date_shown(claim: Claim) -> str:
    """The day, the month, the year or the days of a date claim, as people write them."""
    return period(claim.time) if claim.time else claim.number.text


def value_shown(claim: Claim) -> str:
    """The date of a date claim, else its figure."""
    return date_shown(claim) if claim.measure == "date" else figure_shown(claim)


def speaker_shown(claim: Claim) -> str:
    """Who says so; the report where nobody is named."""
    return _short(claim.speaker.text) if claim.speaker else "the report"


def what_shown(claim: Claim) -> str:
    """What the figure is about: US soldiers deployed in Syria."""
    if claim.measure == "date":
        kind = claim.event.kind if claim.event else ""
        subject = kind or (claim.population.text if claim.population else "the event")
    else:
        counted = claim.population.text if claim.population else ("people" if claim.unit.name == "person" else "")
        if counted.casefold() in measures().known(claim.measure).states:  # "dead killed" says it twice
            counted = "people" if claim.unit.name == "person" else ""
        subject = f"{_short(counted)} {claim.measure}".strip() if claim.measure != counted else counted
    place = f" in {_short(claim.place.text)}" if claim.place else ""
    return f"{subject or 'the figure'}{place}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MOST_QUOTED else text[: MOST_QUOTED - 3] + "..."
