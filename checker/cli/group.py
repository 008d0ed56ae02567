"""The command group: `check PATH...` checks, `check COMMAND ...` does the rest.

A first argument that is no command is a path. A folder that has a command's name is reached as ./claims.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from os.path import lexists
from typing import Any, NoReturn, cast

import click
from click.shell_completion import CompletionItem, get_completion_class, shell_complete

from checker import __version__
from checker.cli.status import WRONG_USE, guarded

NAME = "check"
DEFAULT = ("checker.cli.run", "run")
LAZY = {
    "accept": ("checker.cli.decide", "accept", "Accept a discrepancy until a day, with a reason."),
    "baseline": ("checker.cli.baseline", "baseline", "Write or prune a file of known findings that do not fail."),
    "cache": ("checker.cli.cache", "cache", "Say where the cache of reports is and how large, or clear it."),
    "claims": ("checker.cli.claims", "claims", "List the typed assertions of reports."),
    "completion": ("checker.cli.completion", "completion", "Print a script that completes commands in a shell."),
    "config": ("checker.cli.config", "config", "Print the configuration in force and where it comes from."),
    "differ": ("checker.cli.decide", "differ", "Decide that two claims are not about one fact."),
    "documents": ("checker.cli.documents", "documents", "List the documents: kind, title, date, language, copies."),
    "explain": ("checker.cli.explain", "explain", "Explain a rule, a finding, or a comparison of two claims."),
    "facts": ("checker.cli.facts", "facts", "List what the reports say about each thing, with the range of figures."),
    "report": ("checker.cli.report", "report", "Write the whole set of reports into a folder."),
    "rules": ("checker.cli.rules", "rules", "List the rules; `rules test` runs their examples."),
    "same": ("checker.cli.decide", "same", "Decide that two claims are about one fact."),
    "schema": ("checker.cli.schema", "schema", "Print the JSON Schema of the report."),
}
VARIABLE = "_CHECK_COMPLETE"  # by which a shell asks for completions
OWN_OPTIONS = ("--help", "-h", "--version")
EXAMPLES = """\
Examples:
  check seeds/                              check all reports of a folder
  check a.txt b.md --fail-on error          exit with 1 for errors only
  check seeds/ --select count-mismatch      run one rule
  check seeds/ -o sarif=a.sarif -o csv=a.csv  write reports, any number at once
  check report seeds/ --to reports          write the whole set
  check draft.md --against archive/         a draft against what was printed before
  check baseline write seeds/               with --baseline, only new findings fail
  check claims seeds/ --format csv          the figures that were understood
  check documents incoming/                 what was read, and what was passed over
  check explain count-mismatch              what a rule is for
  cat a.txt | check -                       check standard input

Exit status:
  0 nothing found at or above --fail-on      1 findings
  2 wrong use, configuration or rules        3 some document could not be checked
  4 nothing to check                         70 internal error
"""


class Commands(click.Group):
    """A group whose commands are imported when they are called, and that checks where none is."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        del ctx
        return sorted(LAZY)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        del ctx
        return _load(*LAZY[cmd_name][:2]) if cmd_name in LAZY else None

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override] # noqa: ANN401 click's own signature
        """Serve the arguments and exit with the status of `checker.cli.status`."""
        _make_streams_robust()
        given = list(sys.argv[1:] if args is None else args)
        del prog_name  # messages name the command as it is installed, however it was started
        self._complete(extra)
        sys.exit(guarded(lambda: self._serve(given)))

    def _complete(self, extra: dict[str, Any]) -> None:
        """Serve a shell that asks for completions, and exit: where no command is named, those of checking."""
        instruction = os.environ.get(VARIABLE, "")
        script = get_completion_class(instruction.partition("_")[0])
        if not instruction or script is None:
            return
        command: click.Command = self
        if instruction.endswith("_complete"):
            words, _ = script(self, extra, NAME, VARIABLE).get_completion_args()
            if words and words[0] not in LAZY:
                command = _load(*DEFAULT)
        sys.exit(shell_complete(command, extra, NAME, VARIABLE, instruction))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and what may begin a check: its options, or a path."""
        found = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            run = _load(*DEFAULT)
            return [*found, *(item for item in run.shell_complete(click.Context(run), incomplete) if item not in found)]
        return [*found, CompletionItem(incomplete, type="file")]

    def _serve(self, args: list[str]) -> int:
        if not args:
            with self.make_context(NAME, ["--help"], resilient_parsing=True) as ctx:
                click.echo(self.get_help(ctx), err=True)
            return WRONG_USE
        command: click.Command = self
        if args[0] not in LAZY and args[0] not in OWN_OPTIONS:
            _suggest_command(args[0])
            command = _load(*DEFAULT)
        try:
            with command.make_context(NAME, list(args)) as ctx:
                return int(command.invoke(ctx) or 0)
        except click.MissingParameter as error:
            if args[0] in LAZY and lexists(args[0]):
                raise click.UsageError(
                    f"{args[0]} is a command; to check the path of that name: {NAME} ./{args[0]}"
                ) from error
            raise

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help of the group and of checking in one."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] PATH...")
        formatter.write_usage(ctx.command_path, "COMMAND ...", prefix="       ")
        self.format_help_text(ctx, formatter)
        run = _load(*DEFAULT)
        options = [param for param in run.get_params(ctx) if isinstance(param, click.Option)]
        run_options = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl([("--version", "Print the version and exit."), *run_options])
        with formatter.section("Commands"):
            formatter.write_dl([(name, LAZY[name][2]) for name in self.list_commands(ctx)])
        formatter.write_paragraph()
        formatter.write(EXAMPLES)


def _load(module: str, name: str) -> click.Command:
    return cast("click.Command", getattr(import_module(module), name))


def _suggest_command(word: str) -> None:
    """A word that is neither path nor option, and nearly a command, is a slip."""
    if word.startswith("-") or lexists(word):
        return
    if near := get_close_matches(word, LAZY, n=1):
        raise click.UsageError(f"no command and no path {word!r}; did you mean 'check {near[0]}'?")


def _make_streams_robust() -> None:
    """What the terminal's encoding cannot carry is escaped, not raised."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


CONTEXT: Mapping[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.command(cls=Commands, context_settings=dict(CONTEXT), add_help_option=True)
@click.version_option(__version__, prog_name="check", message="%(prog)s %(version)s")
def cli() -> None:
    """Find where news reports contradict each other, or themselves.

    PATH is a report (text, Markdown, HTML, PDF, DOCX, ODT, RTF, a mail, a feed, a table of articles, or an archive of
    such files), a folder with all below it, or - for standard input.
    """
