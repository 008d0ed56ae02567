"""What a run works with, from reading to verdicts: the steps between the stages, in the engine's own process.

What is costly goes through an engine, stage by stage; what is done here is linear and small. What grows with the
archive lies on shelves, which go to disk: no step holds all claims, all pairs or all findings in memory.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.align.rulings import Rulings
from checker.engine.blocks import Library, blocks_of_clusters, blocks_of_groups
from checker.engine.crossing import Component, Groups, Item, Linked, Mapped, Problem, Verdicts
from checker.engine.disk import Disk
from checker.engine.engines import Engine
from checker.engine.homes import settle_homes
from checker.engine.index import Index
from checker.engine.links import Links
from checker.engine.mentions import Mentions
from checker.engine.shuffle import Shuffle
from checker.engine.stages import judge_names, linked
from checker.engine.texts import Texts
from checker.engine.verdicts import Drafts, Facts, facts_of
from checker.engine.views import originals, profiles, told
from checker.engine.watch import Watch
from checker.engine.work import COMPARE, JUDGE, READ
from checker.engine.years import settle_years
from checker.judge.draft import Case
from checker.judge.gates import SAME_FACT
from checker.model import Document, Ruling, Status
from checker.rulebook.rule_names import NamesRule
from checker.rulebook.rules import Rule
from checker.rulebook.screen import Screen


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
        self._mentions = Mentions(self._disk)
        self._drafts = Drafts(self._disk)
        self._problems: dict[str, dict[str, None]] = defaultdict(dict)
        self.texts = Texts(self._disk)
        self.sound = True  # whether every document was wholly read

    def read(self, items: Iterable[Item]) -> list[str]:
        """Take up what the items hold, with the years and places of their stories; notices of what was passed over."""
        notices: list[str] = []
        undated = homeless = False
        for found in self._engine.run(READ, items):
            for item in found.mapped:
                self.texts.add(self._seen(item))
                undated = undated or not item.head.dated
                homeless = homeless or not item.head.home_told
            notices += found.notices
        self.texts.arrange()
        if undated:
            self._date()
        if undated or homeless:
            self.texts.replace(settle_homes(self.texts, self._archive.stories if self._archive else None))
        return notices

    def _date(self) -> None:
        """Read the documents without a year again, with the one that others of their story give them."""
        archive = self._archive
        years = settle_years(self.texts, archive.bearers, archive.kept.days) if archive else settle_years(self.texts)
        numbers = (number for number, item in enumerate(self.texts) if item.head.id in years)
        items = (Item(document=item.document, year=years[item.head.id]) for item in self.texts if item.head.id in years)
        again = self._engine.run(READ, items)
        self.texts.replace((number, self._seen(read.mapped[0])) for number, read in zip(numbers, again, strict=True))

    def _seen(self, item: Mapped) -> Mapped:
        self.sound = self.sound and item.head.status is Status.OK
        return item

    def verdicts(self) -> Verdicts:
        """What follows from the documents together."""
        ruled = Rulings(self._rulings, self.texts.claims() if self._rulings else ())
        facts = self._judge(self._compare(self._keyed(), ruled).clusters(), self.texts, ruled)
        self._names(self._mentions, self.texts)
        return self._settled(facts, originals(self.texts))

    def _keyed(self) -> Shuffle:
        """The claims by their keys; what was found in texts beside them is taken up on the way."""
        shuffle = Shuffle(self._disk)
        for first, rest in self.texts.rest():
            for place, keys in enumerate(rest.keys, first):
                shuffle.add(place, keys)
            self._drafts.extend(rest.drafts)
            self._mentions.extend(rest.mentions)
        return shuffle

    def _settled(self, facts: Facts, documents: Mapping[str, Document]) -> Verdicts:
        """Facts and drafts in order, with ids of their own."""
        settled = facts.settled()
        findings = self._drafts.findings(facts_of(self._drafts.claims, settled), documents)
        return Verdicts(findings, settled, {name: tuple(found) for name, found in self._problems.items()})

    def _compare(self, shuffle: Shuffle, ruled: Rulings) -> Links:
        """The pairs of claims that a rule or a fact could want."""
        links = Links(self._disk, self.texts.places, self._screen)
        blocks = blocks_of_groups(self._watch(shuffle.groups(), "Comparing them"), self.texts)
        for pair in self._pairs(blocks, ruled):
            links.add(pair)
        for a, b, joined in ruled.joined(self._screen):
            links.add(linked(self.texts.place(a), self.texts.place(b), joined))
        return links

    def _pairs(self, blocks: Iterable[Groups], ruled: Rulings) -> Iterator[Linked]:
        """The pairs of groups on which nobody has ruled."""
        troubles: set[Problem] = set()
        for found in self._engine.run(COMPARE, blocks):
            troubles.update(found.problems)
            yield from (pair for pair in found.pairs if not (self._rulings and _ruled(pair, ruled)))
        self._note(troubles)

    def _judge(self, clusters: Iterable[Component], texts: Library, ruled: Rulings) -> Facts:
        """The facts of clusters; what the rules about two claims or more find goes to the drafts."""
        facts = Facts(self._disk)
        troubles: set[Problem] = set()
        for found in self._engine.run(JUDGE, blocks_of_clusters(clusters, texts, ruled.apart())):
            self._drafts.extend(found.drafts)
            facts.extend(found.facts)
            troubles.update(found.problems)
        self._note(troubles)
        return facts

    def _names(self, mentions: Mentions, texts: Library) -> None:
        """What the rules about names find among mentions in these texts."""
        alike = mentions.alike([rule for rule in self._rules if isinstance(rule, NamesRule)])
        found = tuple(mentions.of({name for pair in alike for name in pair}))
        case = Case((), found, originals(texts), profiles(texts), texts=told(texts), names=alike)
        drafts, reasons = judge_names(case, self._rules)
        self._drafts.extend(drafts)
        self._note(Problem(mention.document, reason) for reason in reasons for mention in found)

    def _note(self, troubles: Iterable[Problem]) -> None:
        """Note what is missing against documents."""
        for name, reason in sorted(troubles):
            self._problems[name][reason] = None


def _ruled(pair: Linked, ruled: Rulings) -> bool:
    """Whether an editor has ruled on a pair."""
    alignment = pair.pair.value.alignment
    return ruled.on(alignment.first, alignment.second) is not None
