"""Whether two reports tell of one story, and whether anything sets one of two figures apart from it."""

from functools import lru_cache

from checker.align.evidence import common_words
from checker.align.period import is_stock
from checker.model import Claim, Relation, Story
from checker.model.figures import is_money
from checker.rulebook.gazetteer import lookup
from checker.rulebook.thresholds import thresholds

Related = tuple[Relation, str]
MOST_NAMED = 3  # names that a reason quotes


def story_relation(a: Claim, b: Claim, place: Relation, time: Relation) -> Related:
    """Same where two reports tell of one story by their names and neither figure is placed or dated elsewhere."""
    shared = _shared(a.story, b.story) if a.story and b.story else ()
    if a.document == b.document or not shared:
        return Relation.UNKNOWN, "nothing shows that two reports tell of one story"
    if Relation.DISJOINT in (place, time) and a.measure != "date":
        return Relation.DISJOINT, "one figure is placed or dated outside the story"
    if (is_stock(a) or is_stock(b)) and not is_money(a.unit) and _on_two_days(a, b, time):
        return Relation.DISJOINT, "each report says what there was on a day of its own"
    return Relation.SAME, f"both reports tell of {', '.join(shared[:MOST_NAMED])}"


def _on_two_days(a: Claim, b: Claim, time: Relation) -> bool:
    """Whether two counts of what is there may be of two days: those of their reports, where the texts name none."""
    days = {claim.story.day for claim in (a, b) if claim.story and claim.story.day}
    stocks = thresholds().stocks
    lasting = stocks.moving.isdisjoint({a.measure, b.measure})
    if lasting and len(days) > 1 and (max(days) - min(days)).days <= stocks.lasting:
        return False
    if is_stock(a) and is_stock(b) and time is Relation.OVERLAPS:
        return True
    unequal = len({claim.story.day for claim in (a, b) if claim.story}) > 1
    return unequal and not (a.time_stated and b.time_stated)


@lru_cache(maxsize=65_536)
def _shared(a: Story, b: Story) -> tuple[str, ...]:
    """The names by which both stories go, () where these are too few or the reports lie too far apart."""
    limits = thresholds().stories
    if a.day and b.day and abs((a.day - b.day).days) > limits.days:
        return ()
    words = story_words(a) & story_words(b)
    runs = {" ".join(word for word in name.split() if word in words) for name in (*a.names, *b.names)} - {""}
    whole = sorted(run for run in runs if not any(run != other and run in other for other in runs))
    named = {*a.names} & {*b.names}
    if len(whole) >= limits.names or any(" " in run or (run in named and _small(run)) for run in whole):
        return tuple(whole)
    topics = sorted(({*a.topics} & {*b.topics}) - common_words() - limits.common)
    near = a.day is not None and b.day is not None and abs((a.day - b.day).days) <= limits.near
    return (*whole, *topics) if whole and near and len(topics) >= limits.topics else ()


@lru_cache(maxsize=16_384)
def story_words(story: Story) -> frozenset[str]:
    """The words of a story's names, each a place for its claims to meet those of others, and where it was written."""
    return frozenset(word for name in (*story.names, story.written) for word in name.split())


@lru_cache(maxsize=16_384)
def _small(name: str) -> bool:
    """Whether the name is that of a small town alone."""
    found = lookup(name)
    return bool(found) and all(
        entry.people < thresholds().stories.town and entry.kind in ("city", "site") for entry in found
    )
