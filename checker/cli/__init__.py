"""The command line: arguments, printing, exit status. Nothing heavy is imported before a command needs it."""

from checker.cli.group import cli
from checker.cli.streams import complete_streams

__all__ = ["cli", "main"]


def main() -> None:
    """The entry point `check`."""
    complete_streams()
    cli.main()
