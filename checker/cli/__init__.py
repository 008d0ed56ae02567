"""The command line: arguments, printing, exit status. Nothing heavy is imported before a command needs it."""

from checker.cli.group import cli

__all__ = ["cli", "main"]


def main() -> None:
    """The entry point `check`."""
    cli.main()
