"""Drafts against an archive: what is compared is what a draft could meet, however large the archive is.

The archive stands as it is: drafts take years and places from it and lend it none. From the claims of the drafts the
run goes on to those that are about one fact with them, and to those that some rule sets against these, and compares
each with all that it meets; so the facts of the drafts, and what a rule has to know about a pair, are there whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from checker.align.keys import TEXT, in_one_text, keys
from checker.align.rulings import Rulings
from checker.engine.blocks import blocks_of_groups
from checker.engine.crossing import Group, Item, Linked, Placed, Text, Verdicts
from checker.engine.desk import Desk
from checker.engine.engines import Engine
from checker.engine.index import Index
from checker.engine.links import Links
from checker.engine.rest import at_rest
from checker.engine.run import ended
from checker.engine.stages import linked
from checker.engine.texts import Texts
from checker.engine.views import originals
from checker.engine.watch import Watch, unwatched
from checker.judge.names import blocks_of, name_of
from checker.model import Claim, Finding, Mention, Report, Ruling, Status
from checker.rulebook.limits import limits
from checker.rulebook.rules import Rule


@at_rest()
def run_against(
    items: Iterable[Item],
    index: Index,
    rules: Sequence[Rule],
    engine: Engine,
    *,
    watch: Watch = unwatched,
    rulings: Sequence[Ruling] = (),
) -> Report:
    """The report on the items, as they stand against an archive, with those of its documents that they touch.

    For the arguments see `run`; `index` is that of the archive.
    """
    desk = DraftDesk(index, rules, engine, watch, rulings)
    notices = desk.read(items)
    found = desk.verdicts()
    drafts = {document.id for document in desk.texts.documents()}
    claims = {claim.id: claim.document for claim in desk.met()}
    facts = tuple(fact for fact in found.facts if any(claims[name] in drafts for name in fact.claims))
    findings = tuple(_touching(found.findings, drafts, {fact.id for fact in facts}))
    named = {claims[name] for fact in facts for name in fact.claims}
    named |= {place.document for finding in findings for place in finding.locations}
    named |= {document.id for document in index.kept.troubled}
    texts = [desk.beside.named(name) for name in drafts | named]
    texts.sort(key=lambda text: (text.document.path, text.document.id))
    documents = tuple(ended(text.document, found.problems) for text in texts)
    return Report(
        complete=all(document.status is Status.OK for document in documents),
        documents=documents,
        profiles={text.document.id: text.profile for text in texts},
        claims=tuple(claim for text in texts for claim in text.claims),
        findings=findings,
        facts=facts,
        notices=tuple(sorted({*notices, *index.kept.notices})),
        limits=limits(),
        aside=frozenset(named - drafts),
    )


def _touching(findings: Iterable[Finding], drafts: set[str], facts: set[str]) -> Iterator[Finding]:
    """The findings about a document or a fact of the drafts; others need not be whole."""
    for finding in findings:
        if finding.fact in facts or any(place.document in drafts for place in finding.locations):
            yield finding


class Beside:
    """Drafts beside an archive: their documents and claims are numbered behind those of the archive."""

    def __init__(self, index: Index, drafts: Texts) -> None:
        self._index = index
        self._drafts = drafts

    def __len__(self) -> int:
        return self._index.size + len(self._drafts)

    def owner(self, place: int) -> int:
        """The number of the document in which the claim at a place stands."""
        ours = place - self._index.places
        return self._index.owner(place) if ours < 0 else self._index.size + self._drafts.owner(ours)

    def claim(self, place: int) -> Claim:
        """The claim at a place."""
        ours = place - self._index.places
        return self._index.claim(place) if ours < 0 else self._drafts.claim(ours)

    def text(self, number: int) -> Text:
        """A document with all its claims."""
        ours = number - self._index.size
        return self._index.text(number) if ours < 0 else self._behind(self._drafts.text(ours))

    def placed(self, number: int) -> Placed:
        """The claims of a document."""
        text = self.text(number)
        return Placed(text.first, text.sealed_claims)

    def _behind(self, draft: Text) -> Text:
        return draft._replace(first=self._index.places + draft.first)

    def named(self, document: str) -> Text:
        """The document of that id with its claims.

        Raises:
            KeyError: there is none.
        """
        number = self._index.number(document)
        return self._behind(self._drafts.named(document)) if number is None else self._index.text(number)

    def place(self, claim: Claim) -> int:
        """The place of a claim.

        Raises:
            KeyError: it is none of these.
        """
        number = self._index.number(claim.document)
        if number is None:
            return self._index.places + self._drafts.place(claim)
        places = self._index.claims_of(number)
        return next(place for place in places if self._index.claim(place).id == claim.id)

    def claims(self) -> Iterator[Claim]:
        """All claims."""
        return chain(map(self._index.claim, range(self._index.places)), self._drafts.claims())


class DraftDesk(Desk):
    """The desk of a run of drafts against an archive."""

    def __init__(
        self, index: Index, rules: Sequence[Rule], engine: Engine, watch: Watch, rulings: Sequence[Ruling]
    ) -> None:
        super().__init__(rules, engine, watch, rulings, index)
        self._index = index
        self._met: set[int] = set()  # the places of the claims of which there are pairs
        self._own: dict[str, list[int]] = defaultdict(list)  # the places of the drafts' claims by their keys
        self._ends: list[tuple[int, int]] = []  # the places of the claims of each pair
        self.beside = Beside(index, self.texts)

    def met(self) -> Iterator[Claim]:
        """The claims that were compared."""
        return map(self.beside.claim, sorted(self._met))

    def verdicts(self) -> Verdicts:
        """What follows for the drafts."""
        own: list[Mention] = []
        for _, rest in self.texts.rest():
            self._drafts.extend(rest.drafts)
            own += rest.mentions
        ruled = Rulings(self._rulings, self.beside.claims() if self._rulings else ())
        links, homes = self._near(ruled)
        facts = self._judge(links.clusters(homes), self.beside, ruled)
        blocks = {block for mention in own for block in blocks_of(name_of(mention))}
        told = [self._index.told(number) for number in self._index.mentions(blocks)]
        every = [*(mention for each in told for mention in each.mentions), *own]
        every.sort(key=lambda each: (self.beside.named(each.document).document.path, each.span.start))
        self._mentions.extend(every)
        self._names(self._mentions, self.beside)
        return self._settled(facts, originals(self.beside))

    def _near(self, ruled: Rulings) -> tuple[Links, set[int]]:
        """The pairs of claims that matter for the drafts, and the first claims of the clusters that do.

        These are the clusters of the drafts' claims, and of claims that some rule sets against one of theirs.
        """
        drafts = range(self._index.places, self._index.places + self.texts.places)
        for place in drafts:
            for key in keys(self.beside.claim(place)):
                self._own[key].append(place)
        links = Links(self._disk, drafts.stop, self._screen)
        for a, b, joined in ruled.joined(self._screen):
            self._add(links, linked(self.beside.place(a), self.beside.place(b), joined))
        self._met.update(drafts)
        compared: set[int] = set()
        asked: set[str] = set()
        while True:
            homes = self._homes(links, drafts)
            waiting = {place for place in self._met if links.home(place) in homes} - compared
            if not waiting:
                return links, homes
            compared |= waiting
            wanted = {key for place in waiting for key in keys(self.beside.claim(place))} - asked
            asked |= wanted
            groups = sorted(filter(None, map(self._group, wanted)), key=lambda group: (group.places[0], group.key))
            for pair in list(self._pairs(blocks_of_groups(groups, self.beside), ruled)):
                self._add(links, pair)

    def _add(self, links: Links, pair: Linked) -> None:
        links.add(pair)
        self._met.update((pair.first, pair.second))
        self._ends.append((pair.first, pair.second))

    def _homes(self, links: Links, drafts: range) -> set[int]:
        """The first claims of the clusters of drafts, and of those whose claims somebody sets against theirs."""
        core = {links.home(place) for place in drafts}
        ends = ((links.home(first), links.home(second)) for first, second in self._ends)
        return core | {home for pair in ends if not core.isdisjoint(pair) for home in pair}

    def _group(self, key: str) -> Group | None:
        """The claims that have a key, None where there is but one."""
        places = [*self._archived(key), *self._own.get(key, ())]
        return Group(key, tuple(places)) if len(places) > 1 else None

    def _archived(self, key: str) -> Iterable[int]:
        if not in_one_text(key):
            return self._index.met(key)
        number = self._index.number(key.removeprefix(TEXT))
        return () if number is None else self._index.claims_of(number)
