"""`check accept`, `check same` and `check differ`: what editors decide, kept in a reviewed file."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from checker.cli.checking import checked
from checker.cli.clock import today
from checker.cli.files import write_file
from checker.cli.gating import decisions_option, decisions_path, now_option, relative_to
from checker.cli.options import CONTEXT, rules_option, tell_troubles, write, wrong_paths
from checker.cli.scope import scope_of
from checker.cli.setup import config_option, configured
from checker.cli.spots import ID, choose_pair, claims_meant, paths_named, pick, spot_of
from checker.cli.status import CLEAN
from checker.errors import UsageError
from checker.gate.decisions import Acceptance, ClaimTold, Decisions, Pair, read_decisions, render_decisions
from checker.gate.fingerprint import fingerprints
from checker.model import Claim, Report
from checker.report.escape import visible
from checker.rulebook.rules import Rule

Command = TypeVar("Command", bound=Callable[..., Any])
PAIR = 2


class Desk(NamedTuple):
    """A report, the rules behind it, and the file of decisions with what it holds."""

    report: Report
    rules: Sequence[Rule]
    path: Path
    decisions: Decisions


def _who(command: Command) -> Command:
    """Reason and name, without which nothing is decided."""
    reason = click.option("--reason", required=True, metavar="TEXT", help="Why, for whoever reads the file.")
    by = click.option("--by", required=True, metavar="WHO", help="Who decides.")
    return reason(by(rules_option(config_option(decisions_option(command)))))


@click.command(context_settings=CONTEXT)
@click.argument("finding", metavar="FINDING")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--until", required=True, metavar="DATE", help="The last day on which it is accepted.")
@now_option
@_who
def accept(
    *,
    finding: str,
    paths: Sequence[str],
    reason: str,
    until: str,
    by: str,
    folders: Sequence[Path],
    config_file: Path | None,
    decisions_file: Path | None,
    now: str | None,
    no_config: bool,
) -> int:
    """Accept a discrepancy until a day: it is shown with its reason and does not fail.

    The finding is named by its id, or the first characters of it; the reports that were checked follow, or the working
    folder is taken. The decision goes into check-accepted.toml, to be reviewed and committed.
    """
    last = _day(until, today(now))
    desk = _desk(paths or (".",), config_file, decisions_file, folders, no_config=no_config)
    found = pick(desk.report.findings, finding)
    places = sorted({relative_to(place.path, desk.path.parent) for place in found.locations})
    kept = fingerprints(desk.report)[found.id].model_dump()
    entry = Acceptance.model_validate(
        {**kept, "reason": _told(reason), "by": _told(by), "until": last, "paths": places}
    )
    write_file(desk.path, render_decisions(desk.decisions.with_accepted(entry)))
    write(f"{visible(str(desk.path))}: accepted until {last}: {visible(found.message)}\n")
    return CLEAN


def _pair_command(name: str, *, same: bool, told: str) -> click.Command:
    @click.command(name, context_settings=CONTEXT)
    @click.argument("words", nargs=-1, required=True, metavar="CLAIM CLAIM [PATH]...")
    @_who
    def command(
        *,
        words: Sequence[str],
        reason: str,
        by: str,
        folders: Sequence[Path],
        config_file: Path | None,
        decisions_file: Path | None,
        no_config: bool,
    ) -> int:
        named = words[:PAIR]
        if len(named) < PAIR or not all(spot_of(word) or (ID.fullmatch(word) and word[0] == "c") for word in named):
            raise UsageError(f"check {name} takes two claims (ids, or path:line[:column]), and then the reports")
        paths = paths_named(words[PAIR:], named, name)
        desk = _desk(paths, config_file, decisions_file, folders, no_config=no_config)
        found = [claims_meant(desk.report, word) for word in named]
        first, second = choose_pair(found[0], found[1], named, desk.rules)
        pair = Pair(first=ClaimTold.of(first), second=ClaimTold.of(second), reason=_told(reason), by=_told(by))
        write_file(desk.path, render_decisions(desk.decisions.with_pair(pair, same=same)))
        write(f"{visible(str(desk.path))}: {_shown(first)} and {_shown(second)} {told}\n")
        return CLEAN

    command.help = f"""Decide that two claims {told}, wherever their sentences stand.

    Claims are ids, path:line or path:line:column, as `check explain A B` takes them. The decision goes into
    check-accepted.toml, to be reviewed and committed; it stands over what the checker works out.
    """
    return command


same = _pair_command("same", same=True, told="are about one fact")
differ = _pair_command("differ", same=False, told="are not about one fact")


def _desk(
    paths: Sequence[str],
    config_file: Path | None,
    decisions_file: Path | None,
    folders: Sequence[Path],
    *,
    no_config: bool,
) -> Desk:
    """The reports checked as they will be, earlier decisions included."""
    if wrong := wrong_paths(paths):
        raise UsageError("\n".join(wrong))
    setup = configured(paths, config_file, no_config=no_config, folders=folders)
    path = decisions_path(setup, paths, decisions_file)
    decisions = read_decisions(path)
    read = scope_of(setup, paths).every  # with the archive of the configuration, as a check has it
    report = checked(read, setup, decisions.rulings())
    tell_troubles(report)
    return Desk(report, setup.rules, path, decisions)


def _day(until: str, now: dt.date) -> dt.date:
    try:
        last = dt.date.fromisoformat(until)
    except ValueError as error:
        raise UsageError(f"--until {until}: expected a day as 2031-05-06") from error
    if last < now:
        raise UsageError(f"--until {until}: that day is over")
    return last


def _told(text: str) -> str:
    """Words of a decision in one line.

    Raises:
        UsageError: there are none.
    """
    if not text.strip():
        raise UsageError("--reason and --by must not be empty")
    return " ".join(text.split())


def _shown(claim: Claim) -> str:
    return visible(f"{claim.number.text!r} ({claim.measure})")
