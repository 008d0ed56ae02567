"""The whole run: read, settle what needs the whole corpus, compare, judge, report.

What is costly goes through an engine, stage by stage; what is done here is linear and small. What grows with the
archive lies on shelves, which go to disk: no step holds all claims, all pairs or all findings in memory.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pydantic import TypeAdapter
from pydantic_core import to_json

from checker.align.rulings import Rulings
from checker.engine.blocks import blocks_of_clusters, blocks_of_groups
from checker.engine.crossing import Item, Mapped, Problem, Verdicts
from checker.engine.disk import Disk, Shelf, Sorter, ordered
from checker.engine.engines import Engine
from checker.engine.homes import settle_homes
from checker.engine.links import Links
from checker.engine.rest import at_rest
from checker.engine.shuffle import Shuffle
from checker.engine.stages import judge_names, troubled
from checker.engine.texts import Changed, Texts
from checker.engine.verdicts import Drafts, Facts, facts_of
from checker.engine.watch import Watch, unwatched
from checker.engine.work import COMPARE, JUDGE, READ
from checker.engine.years import settle_years
from checker.judge.gates import SAME_FACT
from checker.model import Document, Report, Ruling, Status
from checker.rulebook.limits import limits
from checker.rulebook.rules import Rule
from checker.rulebook.screen import Screen


@at_rest()
def run(
    items: Iterable[Item],
    rules: Sequence[Rule],
    engine: Engine,
    *,
    watch: Watch = unwatched,
    rulings: Sequence[Ruling] = (),
) -> Report:
    """The report on the items; their order does not show in it, nor does the engine.

    Args:
        items: files and documents.
        rules: what to check for.
        engine: runs the stages, under the conditions that it was made for.
        watch: sees how far the run is.
        rulings: stand over how claims were compared.
    """
    desk = Desk(rules, engine, watch, rulings)
    notices = desk.read(items)
    found = engine.once(to_json(list(rulings)), desk.verdicts)
    documents = desk.texts.documents.whole()
    return Report(
        complete=desk.sound and not found.problems,
        documents=_ended(documents, found.problems) if found.problems else documents,
        profiles=desk.texts.by_id(),
        claims=desk.texts.claims(),
        findings=found.findings,
        facts=found.facts,
        notices=tuple(sorted(notices)),
        limits=limits(),
    )


@cache
def _mapped() -> TypeAdapter[Mapped]:
    return TypeAdapter(Mapped)


class Desk:
    """What one run works with, and how far it is."""

    def __init__(self, rules: Sequence[Rule], engine: Engine, watch: Watch, rulings: Sequence[Ruling]) -> None:
        self._rules = rules
        self._engine = engine
        self._watch = watch
        self._rulings = rulings
        self._screen = Screen(rules, (SAME_FACT,))
        self._disk = Disk()
        self._shuffle = Shuffle(self._disk)
        self._drafts = Drafts(self._disk)
        self._problems: dict[str, dict[str, None]] = defaultdict(dict)
        self.texts = Texts(self._disk)
        self.sound = True  # whether every document was wholly read

    def read(self, items: Iterable[Item]) -> list[str]:
        """Take up what the items hold, in the order of documents; notices of what was passed over."""
        mapped: Shelf[Mapped] = Shelf(self._disk, _mapped)
        order: Sorter[int] = Sorter(self._disk)
        notices: list[str] = []
        undated = homeless = False
        for found in self._engine.run(READ, items):
            for item in found.mapped:
                order.add(ordered(item.document.path, item.document.id), len(mapped))
                mapped.append(item)
                undated = undated or item.profile.published is None
                homeless = homeless or not item.extraction.home_told
            notices += found.notices
        arranged = self._arranged(mapped, order)
        dated = self._dated(arranged) if undated else arranged
        for item in settle_homes(dated) if homeless or dated is not arranged else dated:
            self._take(item)
        return notices

    def _arranged(self, mapped: Shelf[Mapped], order: Sorter[int]) -> Shelf[Mapped]:
        """The documents in their order."""
        if all(number == place for place, number in enumerate(order.values())):
            return mapped
        found: Shelf[Mapped] = Shelf(self._disk, _mapped)
        found.extend(mapped[number] for number in order.values())
        return found

    def _dated(self, mapped: Shelf[Mapped]) -> Shelf[Mapped]:
        """The documents, those without a year read again with the one that others of their story give them."""
        years = settle_years(mapped)
        if not years:
            return mapped
        dated = (item.document for item in mapped if item.document.id in years)
        again = self._engine.run(READ, (Item(document=each, year=years[each.id]) for each in dated))
        found: Shelf[Mapped] = Shelf(self._disk, _mapped)
        found.extend(next(again).mapped[0] if item.document.id in years else item for item in mapped)
        return found

    def _take(self, item: Mapped) -> None:
        first = self.texts.add(item)
        for place, keys in enumerate(item.keys, start=first):
            self._shuffle.add(place, keys)
        self._drafts.extend(item.drafts)
        self.sound = self.sound and item.document.status is Status.OK

    def verdicts(self) -> Verdicts:
        """What follows from the documents together."""
        claims = self.texts.claims()
        ruled = Rulings(self._rulings, claims)
        facts = self._judge(self._compare(len(claims), ruled), ruled)
        self._names()
        settled = facts.settled()
        findings = self._drafts.findings(facts_of(self._drafts.claims, settled), self.texts.originals())
        return Verdicts(findings, settled, {name: tuple(found) for name, found in self._problems.items()})

    def _compare(self, claims: int, ruled: Rulings) -> Links:
        """The pairs of claims that a rule or a fact could want."""
        links = Links(self._disk, claims, self._screen)
        groups = self._shuffle.groups()
        blocks = blocks_of_groups(self._watch(groups, "Comparing them"), self.texts)
        troubles: set[Problem] = set()
        for found in self._engine.run(COMPARE, blocks):
            troubles.update(found.problems)
            for first, second, pair in found.pairs:
                if ruled.on(pair.alignment.first, pair.alignment.second) is None:
                    links.add(first, second, pair)
        self._note(troubles)
        for a, b, pair in ruled.joined(self._screen):
            links.add(self.texts.place(a), self.texts.place(b), pair)
        return links

    def _judge(self, links: Links, ruled: Rulings) -> Facts:
        """The facts of linked claims; what the rules about two claims or more find goes to the drafts."""
        facts = Facts(self._disk)
        troubles: set[Problem] = set()
        for found in self._engine.run(JUDGE, blocks_of_clusters(links.clusters(), self.texts, ruled.apart())):
            self._drafts.extend(found.drafts)
            facts.extend(found.facts)
            troubles.update(found.problems)
        self._note(troubles)
        return facts

    def _names(self) -> None:
        """What the rules about names find among all documents together."""
        mentions = self.texts.mentions
        named = dict.fromkeys(mention.document for mention in mentions)
        drafts, reasons = judge_names(mentions, [self.texts.named(name) for name in named], self._rules)
        self._drafts.extend(drafts)
        self._note(Problem(name, reason) for reason in reasons for name in named)

    def _note(self, troubles: Iterable[Problem]) -> None:
        """Note what is missing against documents."""
        for name, reason in sorted(troubles):
            self._problems[name][reason] = None


def _ended(documents: Sequence[Document], problems: Mapping[str, Sequence[str]]) -> Sequence[Document]:
    """The documents as they ended: incomplete where claims were not wholly judged."""

    def ended(document: Document) -> Document:
        found = problems.get(document.id)
        return troubled(document, Status.PARTIAL, "; ".join(found)) if found else document

    return tuple(map(ended, documents)) if isinstance(documents, tuple) else Changed(documents, ended)
