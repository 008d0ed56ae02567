"""Where reports go: `--format NAME` for standard output, `-o NAME=PATH` for files, any number at once."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any, NamedTuple, TypeVar

import click
from click.shell_completion import CompletionItem

from checker.cli.files import obstacle, write_file
from checker.cli.options import style_of_output, write, write_bytes
from checker.errors import CheckError, OutputError, UsageError
from checker.model import Report
from checker.read import readable, show
from checker.report.formats import FORMATS, Pieces, Setting, known, render
from checker.report.style import GROUPS, Group, View

Command = TypeVar("Command", bound=Callable[..., Any])
STDIN = "-"


class Output(NamedTuple):
    """A file to write, and in which form."""

    name: str
    path: Path


class FormatName(click.ParamType):  # type: ignore[type-arg] # older clicks know no argument
    """The name of a form, with a suggestion for a slip."""

    name = "NAME"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as it is.

        Raises:
            UsageError: there is no such form.
        """
        del param, ctx
        return known(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The names that begin like this."""
        del ctx, param
        return [CompletionItem(name, help=form.help) for name, form in FORMATS.items() if name.startswith(incomplete)]


class OutputType(FormatName):
    """NAME=PATH; the name is completed, the path is the shell's."""

    name = "NAME=PATH"

    def convert(self, value: str | Output, param: click.Parameter | None, ctx: click.Context | None) -> Output:  # type: ignore[override]
        """The form and the file.

        Raises:
            UsageError: there is no such form, or no path.
        """
        del param, ctx
        return value if isinstance(value, Output) else _parsed(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The names that begin like this, or the path behind the equals sign."""
        name, equals, path = incomplete.partition("=")
        if equals:
            return [CompletionItem(path, type="file", prefix=f"{name}=")]
        return [CompletionItem(f"{item.value}=", help=item.help) for item in super().shell_complete(ctx, param, name)]


def format_option(command: Command) -> Command:
    """--format NAME: any form of the registry, text being the default."""
    return click.option(
        "--format",
        "form",
        type=FormatName(),
        default="text",
        show_default=True,
        help=f"How to print the report: {', '.join(FORMATS)}.",
    )(command)


def outputs_option(command: Command) -> Command:
    """-o NAME=PATH, repeatable."""
    return click.option(
        "--output",
        "-o",
        "outputs",
        multiple=True,
        type=OutputType(),
        help="Write the report into a file too, in the form of that name. Repeatable.",
    )(command)


def view_options(command: Command) -> Command:
    """--group-by, --quiet and --verbose: what the text for people tells, and in which order."""
    options = (
        click.option(
            "--group-by",
            type=click.Choice(GROUPS),
            default=GROUPS[0],
            show_default=True,
            help="Order the findings of the text by severity, by report or by fact.",
        ),
        click.option(
            "--quiet", "-q", is_flag=True, help="One line a finding: path:line:column: severity[rule]: message."
        ),
        click.option(
            "--verbose",
            "-v",
            is_flag=True,
            help="Also what agrees, what was accepted, all documents without claims, and the time it took.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def view_of(paths: Sequence[str], group: Group, *, quiet: bool, verbose: bool) -> View:
    """The view that the options ask for.

    Raises:
        UsageError: quiet and verbose.
    """
    if quiet and verbose:
        raise UsageError("--quiet and --verbose exclude each other")
    return View(group, quiet, verbose, () if STDIN in paths else tuple(paths))


def _parsed(word: str) -> Output:
    name, equals, path = word.partition("=")
    if not equals or not path:
        fitting = next((form for form in FORMATS if word.endswith(FORMATS[form].suffix)), "json")
        raise UsageError(f"-o {word}: expected NAME=PATH, such as {fitting}={word.rstrip('=')}")
    return Output(known(name), Path(path))


def vet(outputs: Sequence[Output], paths: Sequence[str]) -> None:
    """Refuse, before any work, what cannot be written or would be read as a report in the next run.

    Raises:
        UsageError: a place that cannot be written to, two outputs of one place, or an argument that is an output.
    """
    seen: dict[str, Output] = {}
    for output in outputs:
        real = os.path.realpath(output.path)
        if real in seen:
            raise UsageError(f"{output.path}: both {seen[real].name} and {output.name} would be written here")
        seen[real] = output
        if problem := obstacle(output.path):
            raise UsageError(f"{output.path}: {problem}")
    folders = [path for path in paths if Path(path).is_dir()]
    keep_inputs(outputs, (path for path in paths if path not in folders))
    for output in outputs:
        _keep_out(output, folders)


def _keep_out(output: Output, folders: Iterable[str]) -> None:
    """Refuse what the next run on these folders would read as a report, and not know as its own."""
    real = Path(os.path.realpath(output.path))
    form = FORMATS[output.name]
    odd = readable(real.name) and real.suffix.lower() != PurePath(f"report{form.suffix}").suffix
    if not form.head and odd and any(real.is_relative_to(os.path.realpath(each)) for each in folders):
        fitting = real.stem + form.suffix
        raise UsageError(f"{output.path}: the next run would read this as a report; name it {fitting} or so")


def keep_inputs(outputs: Iterable[Output], inputs: Iterable[str]) -> None:
    """Refuse to write over what the run reads.

    Raises:
        UsageError: an output is an input.
    """
    # a path as shown is UTF-8, whatever names are encoded in here
    named = (os.fsdecode(path.encode("utf-8", errors="surrogateescape")) for path in inputs if path != STDIN)
    own = {show(os.path.realpath(output.path)): output for output in outputs}
    for path in named if own else ():
        if output := own.get(show(os.path.realpath(path))):
            raise UsageError(f"{output.path}: is read by this run; write {output.name} elsewhere")


def emit(report: Report, form: str, outputs: Sequence[Output], setting: Setting) -> None:
    """Write all files, then print the report in its form, which it is even where a file fails.

    Raises:
        UsageError, OutputError: see `save`.
    """
    keep_inputs(outputs, (document.path for document in report.documents))
    try:
        save(report, outputs, setting)
    finally:
        display(report, form, setting)


def save(report: Report, outputs: Sequence[Output], setting: Setting) -> None:
    """Write all files; where one fails, the others are written all the same.

    Raises:
        UsageError: an output is one of the documents, or its place is not ours to write to.
        OutputError: the system fails.
    """
    keep_inputs(outputs, (document.path for document in report.documents))
    failures = [error for output in outputs if (error := _written(report, output, setting))]
    if failures:
        kind = OutputError if any(isinstance(error, OutputError) for error in failures) else UsageError
        raise kind("\n".join(map(str, failures)))


def _written(report: Report, output: Output, setting: Setting) -> CheckError | None:
    try:
        write_file(output.path, Pieces(output.name, report, setting))
    except (UsageError, OutputError) as error:
        return error
    return None


def display(report: Report, form: str, setting: Setting) -> None:
    """The report on standard output; without documents there is nothing to tell people."""
    if not FORMATS[form].for_people:
        write_bytes(Pieces(form, report, setting))
    elif report.documents:
        write(render(form, report, setting._replace(style=style_of_output())))
