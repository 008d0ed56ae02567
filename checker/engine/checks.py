"""From paths to a report: files alone, or against an archive."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.engine.against import run_against
from checker.engine.archive import archived
from checker.engine.conditions import Conditions
from checker.engine.crossing import Mapped
from checker.engine.desk import Desk
from checker.engine.items import Items
from checker.engine.means import AUTOMATIC, Means, engine_for
from checker.engine.remembering import under
from checker.engine.run import run
from checker.engine.store import Store
from checker.engine.watch import Watch, unwatched
from checker.model import Report, Ruling
from checker.read import Candidate, find
from checker.rulebook.rules import Rule


class Terms(NamedTuple):
    """What a check is made with; for what each is see `checker.api.check`."""

    rules: tuple[Rule, ...]
    conditions: Conditions
    means: Means = AUTOMATIC
    store: Store | None = None
    watch: Watch = unwatched
    rulings: Sequence[Ruling] = ()


def check_paths(paths: Sequence[str], terms: Terms) -> Report:
    """The report on files and folders."""
    found = find(paths)
    items = _items(found.candidates, terms)
    with engine_for(terms.means, terms.conditions, found.candidates, terms.store) as engine:
        report = run(items, terms.rules, engine, watch=terms.watch, rulings=terms.rulings)
    return _noticed(report, (*found.notices, *items.notices))


def check_against(paths: Sequence[str], archive: Sequence[str], terms: Terms) -> Report:
    """The report on files and folders as they stand against an archive, of which they are no part."""
    found = find(paths)
    left_out = [candidate.path for candidate in found.candidates]

    def read() -> tuple[Iterable[Mapped], Sequence[str]]:
        others = find([*archive, *paths])
        named = {candidate.shown for candidate in found.candidates}
        candidates = tuple(each for each in others.candidates if each.shown not in named)
        return _read_archive(candidates, others.notices, terms)

    with (
        archived(under(terms.conditions), archive, left_out, terms.store, read) as index,
        engine_for(terms.means, terms.conditions, found.candidates, terms.store) as engine,
    ):
        items = _items(found.candidates, terms)
        report = run_against(items, index, terms.rules, engine, watch=terms.watch, rulings=terms.rulings)
    return _noticed(report, (*found.notices, *items.notices))


def _read_archive(
    candidates: Sequence[Candidate], notices: Iterable[str], terms: Terms
) -> tuple[Iterable[Mapped], Sequence[str]]:
    """The documents of an archive as it stands, and what was passed over."""
    items = _items(candidates, terms)
    with engine_for(terms.means, terms.conditions, candidates, terms.store) as engine:
        desk = Desk(terms.rules, engine, terms.watch)
        told = desk.read(items)
    return desk.texts, sorted({*notices, *told, *items.notices})


def _items(candidates: Sequence[Candidate], terms: Terms) -> Items:
    return Items(candidates, terms.conditions.columns, terms.watch, shared=not terms.means.scheduler)


def _noticed(report: Report, notices: Iterable[str]) -> Report:
    return report.model_copy(update={"notices": tuple(sorted({*report.notices, *notices}))})
