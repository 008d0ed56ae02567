"""The checker as a library: paths or texts in, a report out.

from checker.api import check
report = check(["seeds/"])
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from checker.config import Config
from checker.config.ignores import without_ignored
from checker.engine import Conditions, InProcess, Item, Watch, Work, run, unwatched
from checker.engine.checks import Terms, check_against, check_paths
from checker.engine.copies import copies_of
from checker.engine.incidents import incidents_of
from checker.engine.means import AUTOMATIC, Means
from checker.engine.store import Store
from checker.errors import UsageError
from checker.model import Document, Incident, Report, Ruling
from checker.read import read_text
from checker.rulebook.load import rules_folder
from checker.rulebook.rulebook import choose_rules, load_rules
from checker.rulebook.rules import Rule

SHIPPED = ("core", "conflict")


def check(
    paths: Sequence[str],
    *,
    against: Sequence[str] = (),
    rules: Sequence[Rule] | None = None,
    select: Iterable[str] = (),
    config: Config | None = None,
    watch: Watch = unwatched,
    rulings: Sequence[Ruling] = (),
    means: Means = AUTOMATIC,
    store: Store | None = None,
) -> Report:
    """The report on files and folders; "-" is standard input.

    Args:
        paths: files, folders with all below them, or "-".
        against: an archive: files and folders that the paths are held against, without what only concerns these.
        rules: what to check for; without it, the rules that ship with the checker.
        select: ids of the rules to run; without it, all.
        config: says what holds of documents that are silent about it, and which findings to leave out by their paths.
        watch: sees how far the run is.
        rulings: what editors have decided about pairs of claims.
        means: what runs it; the report does not depend on it.
        store: what earlier runs found, and where this one keeps it; closed at the end.

    Raises:
        RulebookError: a faulty rule file, or an id in `select` that no rule has.
        UsageError: means that are not at hand.
    """
    chosen = choose(shipped_rules() if rules is None else rules, select=select)
    terms = Terms(tuple(chosen), Conditions.here(chosen, config), means, store, watch, rulings)
    report = check_against(paths, against, terms) if against else check_paths(paths, terms)
    return without_ignored(report, config) if config else report


def check_texts(texts: Sequence[tuple[str, str]], rules: Sequence[Rule]) -> Report:
    """The report on texts at hand, each with the name it would have as a file.

    Raises:
        UsageError: two texts of one name.
    """
    names = [name for name, _ in texts]
    if len(set(names)) < len(names):
        raise UsageError("two texts have one name; names tell documents apart")
    return check_documents([read_text(name, text) for name, text in texts], rules)


def check_documents(documents: Iterable[Document], rules: Sequence[Rule], rulings: Sequence[Ruling] = ()) -> Report:
    """The report on documents at hand, made in this process."""
    items = (Item(document=document) for document in documents)
    with InProcess(Work(Conditions.here(rules))) as engine:
        return run(items, rules, engine, rulings=rulings)


def incidents(report: Report) -> tuple[Incident, ...]:
    """The events of which the reports count the dead, wounded and missing, by date and place."""
    return incidents_of(report)


def copies(report: Report) -> Mapping[str, tuple[str, ...]]:
    """The ids of the documents that print the text of another one, by that one's id."""
    return copies_of(report)


def shipped_rules(extra: Iterable[Path] = ()) -> tuple[Rule, ...]:
    """The rules that ship with the checker, and those of further folders, sorted by id.

    Raises:
        RulebookError: a faulty file, or a folder that is none.
    """
    shipped = (rules_folder() / name for name in SHIPPED)
    return load_rules([*(folder for folder in shipped if folder.is_dir()), *extra])


def choose(rules: Sequence[Rule], *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules with the ids in `select`, or all, without those in `ignore`.

    Raises:
        RulebookError: an id that no rule has; the message suggests the nearest.
    """
    every = tuple(rules)
    selected = choose_rules(every, select) if (select := tuple(select)) else every
    ignored = {rule.id for rule in choose_rules(every, ignore)}
    return tuple(rule for rule in selected if rule.id not in ignored)
