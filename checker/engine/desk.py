"""What a run works with, from reading to verdicts: the steps between the stages, in the engine's own process.

What is costly goes through an engine, stage by stage; what is done here is linear and small. What grows with the
archive lies on shelves, which go to disk: no step holds all claims, all pairs or all findings in memory.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from pydantic import TypeAdapter

from checker.align.rulings import Rulings
from checker.engine.blocks import Library, blocks_of_clusters, blocks_of_groups
from checker.engine.crossing import Groups, Item, Linked, Mapped, Problem, Text, Verdicts
from checker.engine.disk import Disk, Shelf, Sorter, ordered
from checker.engine.engines import Engine
from checker.engine.homes import settle_homes
from checker.engine.index import Index
from checker.engine.links import Cluster, Links
from checker.engine.shuffle import Shuffle
from checker.engine.stages import judge_names
from checker.engine.texts import Texts
from checker.engine.verdicts import Drafts, Facts, facts_of
from checker.engine.watch import Watch
from checker.engine.work import COMPARE, JUDGE, READ
from checker.engine.years import settle_years
from checker.judge.gates import SAME_FACT
from checker.model import Document, Mention, Ruling, Status
from checker.rulebook.rules import Rule
from checker.rulebook.screen import Screen


@cache
def _mapped() -> TypeAdapter[Mapped]:
    return TypeAdapter(Mapped)


class Desk:
    """What one run works with, and how far it is."""

    def __init__(
        self,
        rules: Sequence[Rule],
        engine: Engine,
        watch: Watch,
        rulings: Sequence[Ruling] = (),
        archive: Index | None = None,
    ) -> None:
        """For `rules` to `rulings` see `run`; an `archive` lends years and places."""
        self._archive = archive
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
        mapped, notices = self.settled(items)
        for item in mapped:
            self._take(item)
        return notices

    def settled(self, items: Iterable[Item]) -> tuple[Iterable[Mapped], list[str]]:
        """What the items hold, in the order of documents, with the years and places of their stories; notices."""
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
        lent = self._archive.stories if self._archive else None
        return (settle_homes(dated, lent) if homeless or dated is not arranged else dated), notices

    def _arranged(self, mapped: Shelf[Mapped], order: Sorter[int]) -> Shelf[Mapped]:
        """The documents in their order."""
        if all(number == place for place, number in enumerate(order.values())):
            return mapped
        found: Shelf[Mapped] = Shelf(self._disk, _mapped)
        found.extend(mapped[number] for number in order.values())
        return found

    def _dated(self, mapped: Shelf[Mapped]) -> Shelf[Mapped]:
        """The documents, those without a year read again with the one that others of their story give them."""
        archive = self._archive
        years = settle_years(mapped, archive.bearers, archive.kept.days) if archive else settle_years(mapped)
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
        facts = self._judge(self._compare(len(claims), ruled).clusters(), self.texts, ruled)
        mentions = self.texts.mentions
        self._names(mentions, [self.texts.named(name) for name in dict.fromkeys(each.document for each in mentions)])
        return self._settled(facts, self.texts.originals())

    def _settled(self, facts: Facts, documents: Mapping[str, Document]) -> Verdicts:
        """Facts and drafts in order, with ids of their own."""
        settled = facts.settled()
        findings = self._drafts.findings(facts_of(self._drafts.claims, settled), documents)
        return Verdicts(findings, settled, {name: tuple(found) for name, found in self._problems.items()})

    def _compare(self, claims: int, ruled: Rulings) -> Links:
        """The pairs of claims that a rule or a fact could want."""
        links = Links(self._disk, claims, self._screen)
        groups = self._shuffle.groups()
        blocks = blocks_of_groups(self._watch(groups, "Comparing them"), self.texts)
        for linked in self._pairs(blocks, ruled):
            links.add(*linked)
        for a, b, pair in ruled.joined(self._screen):
            links.add(self.texts.place(a), self.texts.place(b), pair)
        return links

    def _pairs(self, blocks: Iterable[Groups], ruled: Rulings) -> Iterator[Linked]:
        """The pairs of groups on which nobody has ruled."""
        troubles: set[Problem] = set()
        for found in self._engine.run(COMPARE, blocks):
            troubles.update(found.problems)
            for linked in found.pairs:
                if ruled.on(linked.pair.alignment.first, linked.pair.alignment.second) is None:
                    yield linked
        self._note(troubles)

    def _judge(self, clusters: Iterable[Cluster], texts: Library, ruled: Rulings) -> Facts:
        """The facts of clusters; what the rules about two claims or more find goes to the drafts."""
        facts = Facts(self._disk)
        troubles: set[Problem] = set()
        for found in self._engine.run(JUDGE, blocks_of_clusters(clusters, texts, ruled.apart())):
            self._drafts.extend(found.drafts)
            facts.extend(found.facts)
            troubles.update(found.problems)
        self._note(troubles)
        return facts

    def _names(self, mentions: Sequence[Mention], texts: Sequence[Text]) -> None:
        """What the rules about names find among the mentions of these texts."""
        drafts, reasons = judge_names(mentions, texts, self._rules)
        self._drafts.extend(drafts)
        self._note(Problem(text.document.id, reason) for reason in reasons for text in texts)

    def _note(self, troubles: Iterable[Problem]) -> None:
        """Note what is missing against documents."""
        for name, reason in sorted(troubles):
            self._problems[name][reason] = None
