"""The place of reports that never say where: taken from other reports of the same story.

A pass of its own, since it needs the whole corpus. Only a report whose own prose names no place of its story borrows
one, and only from reports that open with the same proper name (a ship, a storm, a site) or that share telling figures
within weeks; where these do not agree on one place it keeps what it has. Borrowed places count as implied, not stated.
Reports meet by an index of names and figures, never one by one: the work grows with the reports, not with their pairs.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from checker.align.keys import keys
from checker.engine.crossing import Mapped
from checker.model import Claim, Period, Place
from checker.rulebook.gazetteer import fold_place, lookup
from checker.rulebook.gazetteer_data import place_words

OPENING = 1500  # characters of a report in which the name that its story goes by is told
SHARED_FIGURES = 2  # telling figures by which two reports are of one story: 62 held, 610,000 customers
WEEKS = 45  # days between two reports of one story
LEAST = 10  # a smaller figure tells no story
MOST_BEARERS = 1_000  # reports that bear a name or a figure; one that more bear tells no story
MAJORITY = 0.5  # of the reports of a story that must agree on more than this share

# Words of at most 60 characters: a line of hyphens is not read once for each of its letters.
_WITHIN = re.compile(
    r"(?<=[a-z,] )[A-Z][\w'-]{1,60}(?: [A-Z][\w'-]{1,60})+"
)  # capitalised within a sentence: Amber Dawn
_ANYWHERE = re.compile(r"\b[A-Z][\w'-]{1,60}(?: [A-Z][\w'-]{1,60})+")


class Story(NamedTuple):
    """What shows that two reports are of one story."""

    home: Place | None
    names: frozenset[str]
    figures: frozenset[tuple[str, float]]
    published: Period | None


class Signs(NamedTuple):
    """The names and figures of the reports that borrow: others' are of no use."""

    names: frozenset[str]
    figures: frozenset[tuple[str, float]]


class Lenders:
    """The stories that have a place to lend, by their names and figures."""

    def __init__(self, stories: Iterable[Story]) -> None:
        self._stories: list[Story] = []
        self._by_name: dict[object, list[int]] = defaultdict(list)
        self._by_figure: dict[object, list[int]] = defaultdict(list)
        for story in stories:
            if not story.names and not story.figures:
                continue
            for index, signs in ((self._by_name, story.names), (self._by_figure, story.figures)):
                for sign in signs:
                    if len(index[sign]) <= MOST_BEARERS:
                        index[sign].append(len(self._stories))
            self._stories.append(story)

    def akin(self, story: Story) -> Iterator[Story]:
        """Those that are of one story with this one, in their order."""
        met = {number for sign in story.names for number in _few(self._by_name, sign)}
        shared = Counter(number for sign in story.figures for number in _few(self._by_figure, sign))
        met |= {number for number, count in shared.items() if count >= SHARED_FIGURES}
        return (other for number in sorted(met) if _akin(story, other := self._stories[number]))


def _few(index: dict[object, list[int]], sign: object) -> Sequence[int]:
    """The stories that bear a sign, none where these are too many for it to tell a story."""
    found = index.get(sign, [])
    return found if len(found) <= MOST_BEARERS else ()


def settle_homes(
    mapped: Collection[Mapped], archive: Callable[[Signs], Iterable[Story]] | None = None
) -> Iterator[tuple[int, Mapped]]:
    """The documents that take the place of their story, by their numbers in order.

    Args:
        mapped: the documents in their order; they are gone through three times, where one of them names no place.
        archive: gives the stories of further documents that have any of these signs.
    """
    wanted = _wanted(item for item in mapped if not item.head.home_told)
    if not wanted:
        return
    here = (_lent(item, wanted) for item in mapped if lends(item))
    lenders = Lenders(chain(archive(wanted) if archive else (), here))
    for number, item in enumerate(mapped):
        moved = None if item.head.home_told else _settled(item, lenders)
        if moved:
            yield number, moved


def _wanted(borrowers: Iterable[Mapped]) -> Signs | None:
    """The signs of the reports that borrow, None where none does."""
    names: set[str] = set()
    figures: set[tuple[str, float]] = set()
    some = False
    for item in borrowers:
        some = True
        names |= _written(item)
        figures |= _figures(item.claims)
    return Signs(frozenset(names), frozenset(figures)) if some else None


def story_of(item: Mapped) -> Story:
    """What a report that lends its place could share with others of its story."""
    return _story(item, _proper(item))


def _lent(item: Mapped, wanted: Signs) -> Story:
    """The story of a report that lends, as far as a borrower could share it."""
    story = story_of(item)
    return story._replace(names=story.names & wanted.names, figures=story.figures & wanted.figures)


def _story(item: Mapped, names: frozenset[str]) -> Story:
    return Story(item.rest.home, names, _figures(item.claims), item.profile.published)


def _figures(claims: Iterable[Claim]) -> frozenset[tuple[str, float]]:
    """The exact counts of a report that few reports share: of two digits at least, zeros at the end apart."""
    return frozenset(
        (claim.unit.name, value)
        for claim in claims
        if (value := claim.asserted.point) is not None
        and value >= LEAST
        and not claim.approximate
        and claim.unit.dimension == f"[{claim.unit.name}]"
        and len(f"{value:.0f}".rstrip("0")) > 1
    )


def _akin(first: Story, second: Story) -> bool:
    """Whether two reports are of one story, by a name or by figures of the same weeks."""
    if first.names & second.names:
        return True
    if first.home is not None or first.published is None or second.published is None:
        return False  # figures are weaker than any place that the report itself suggests
    apart = abs((first.published.start - second.published.start).days)
    return apart <= WEEKS and len(first.figures & second.figures) >= SHARED_FIGURES


def lends(item: Mapped) -> bool:
    """Whether a report says of a place narrower than a country that its story happened there."""
    home = item.rest.home
    return item.head.home_told and home is not None and (bool(home.containers) or not home.country)


def _proper(item: Mapped) -> frozenset[str]:
    """The proper names of two words within the prose of a report's opening."""
    return _pairs(item, _WITHIN)


def _written(item: Mapped) -> frozenset[str]:
    """The pairs of capitalised words at the opening of a report, headings and all."""
    return _pairs(item, _ANYWHERE)


def _pairs(item: Mapped, runs: re.Pattern[str]) -> frozenset[str]:
    """Neighbouring capitalised words, folded, without those of people, bodies and places."""
    document = item.document
    front = [document.front[key].value for key in ("title", "headline") if key in document.front]
    text = "\n".join((*front, document.text[document.body : document.body + OPENING]))
    folded = (fold_place(match.group()).split() for match in runs.finditer(text))
    bodies = place_words().organisations | place_words().never
    people = {mention.folded for mention in item.rest.mentions}
    return frozenset(
        f"{first} {second}"
        for words in folded
        for first, second in pairwise(words)
        if bodies.isdisjoint((first, second)) and f"{first} {second}" not in people and not lookup(f"{first} {second}")
    )


def _settled(item: Mapped, lenders: Lenders) -> Mapped | None:
    """The document at the place of its story, None where that is not known."""
    own, story = item.rest.home, _story(item, _written(item))
    akin = [other.home for other in lenders.akin(story) if other.home is not None]
    homes = [home for home in akin if own is None or not own.country or home.country in {"", own.country}]
    counts = Counter(home.name for home in homes)
    best = max(sorted(counts), key=lambda name: counts[name], default="")
    if not best or counts[best] <= MAJORITY * len(akin):
        return None
    place = max((home for home in homes if home.name == best), key=lambda home: (len(home.text), home.text))
    claims = tuple(_moved(item.claims, own.name if own else "", place))
    return item.moved(place, claims, tuple(map(keys, claims)))


def _moved(claims: Iterable[Claim], own: str, place: Place) -> Iterator[Claim]:
    """The claims, those that only had the report's own place with another."""
    for claim in claims:
        here = not claim.place_stated and (claim.place.name if claim.place else "") == own
        yield claim.model_copy(update={"place": place}) if here else claim
