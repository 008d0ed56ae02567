"""The command as tests call it."""

from click.testing import CliRunner, Result

from checker.cli import cli


def check(*args: str) -> Result:
    """What `check ARGS` prints, and its exit status."""
    return CliRunner().invoke(cli, args)
