"""How the commands check: with whatever means are asked for, a bar for whoever waits, and the cache."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.api import check
from checker.cli.cache import stored
from checker.cli.progress import watching
from checker.cli.setup import Setup
from checker.engine.means import AUTOMATIC, Means
from checker.model import Report, Ruling
from checker.rulebook.rules import Rule


class Asked(NamedTuple):
    """What the options of a command ask for; most commands have none of them."""

    means: Means = AUTOMATIC
    no_cache: bool = False
    against: Sequence[str] = ()


USUAL = Asked()


def checked(
    paths: Sequence[str],
    setup: Setup,
    rulings: Sequence[Ruling],
    *,
    rules: Sequence[Rule] | None = None,
    asked: Asked = USUAL,
) -> Report:
    """The report on the paths; the rules are those of the set-up where none are named."""
    within = asked.against or paths
    with (
        watching() as watch,
        stored(within, setup.config.file, no_cache=asked.no_cache) as store,
    ):
        return check(
            paths,
            against=asked.against,
            rules=setup.rules if rules is None else rules,
            config=setup.config,
            watch=watch,
            rulings=rulings,
            means=asked.means,
            store=store,
        )
