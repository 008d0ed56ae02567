"""The dossiers of our own: their gold is sound, and the figures on them stay above their floors."""

from itertools import chain

import pytest
from dossier import Dossier, Reference, dossiers, number_in
from scoring import floors, score

from checker.model import Interval

DOSSIERS = {dossier.folder.name: dossier for dossier in dossiers()}
MARGIN = 0.03  # how far a figure may rise above its floor before the test says so


@pytest.fixture(params=DOSSIERS)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return DOSSIERS[request.param]


def references(dossier: Dossier) -> list[Reference]:
    gold = dossier.gold
    found = [ref for conflict in gold.conflicts for ref in (conflict.a, *conflict.parts, *chain(*conflict.also))]
    found += [conflict.b for conflict in gold.conflicts if conflict.b]
    found += chain(*((revision.a, revision.b) for revision in gold.revisions))
    found += chain(*((trap.a, trap.b) for trap in gold.traps))
    return found + [ref for agreement in gold.agreements for ref in agreement.claims]


def test_every_quote_stands_once(dossier: Dossier) -> None:
    passages = [ref for ref in references(dossier) if not isinstance(ref, str)]
    quotes = [(claim.path, claim.quote) for claim in dossier.gold.claims]
    quotes += [(passage.path, passage.quote) for passage in (*dossier.gold.not_claims, *passages)]
    assert [row for row in quotes if dossier.texts[dossier.resolve(row[0])].count(row[1]) != 1] == []


def test_every_number_stands_in_its_quote(dossier: Dossier) -> None:
    for claim in dossier.gold.claims:
        assert number_in(claim), claim


def test_claims_are_told_apart(dossier: Dossier) -> None:
    assert len(dossier.claims) == len(dossier.gold.claims)
    assert len({dossier.figure(claim) for claim in dossier.gold.claims}) == len(dossier.gold.claims)


def test_every_reference_is_known(dossier: Dossier) -> None:
    assert all(ref in dossier.claims for ref in references(dossier) if isinstance(ref, str))


def test_values_are_intervals(dossier: Dossier) -> None:
    for claim in dossier.gold.claims:
        if claim.measure == "date":
            assert claim.low is claim.high is None, claim
            assert claim.period, claim
        else:
            assert claim.low is not None or claim.high is not None, claim
            assert Interval(low=claim.low, high=claim.high)


def test_no_trap_is_a_conflict(dossier: Dossier) -> None:
    conflicts = [{str(row.a), str(row.b)} for row in dossier.gold.conflicts]
    assert not [trap for trap in dossier.gold.traps if {str(trap.a), str(trap.b)} in conflicts]


def test_figures_stay_above_their_floors(dossier: Dossier) -> None:
    result = score(dossier)
    least = floors().get(dossier.folder.name, {})
    assert set(least) <= set(result.figures)
    low = {key: figure for key, figure in result.figures.items() if figure.share < least.get(key, 0)}
    high = {key: figure for key, figure in result.figures.items() if figure.share > least.get(key, 0) + MARGIN}
    if high:
        print(f"above the floor, lift it with `python tests/scoring.py --raise`: {high}")  # noqa: T201 shown with -rP
    assert not low, "\n".join((f"below the floor: {low}", *result.misses))
