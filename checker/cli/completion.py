"""`check completion SHELL`: the script by which a shell completes commands, options and paths."""

import click
from click.shell_completion import get_completion_class

from checker.cli.group import VARIABLE
from checker.cli.options import CONTEXT, write
from checker.cli.status import CLEAN
from checker.errors import UsageError

HELP = """Print the script that lets a shell complete commands, options and paths.

\b
bash    check completion bash > ~/.local/share/bash-completion/completions/check
zsh     check completion zsh > "${fpath[1]}/_check"
fish    check completion fish > ~/.config/fish/completions/check.fish
"""


@click.command(context_settings=CONTEXT, help=HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print a completion script."""
    script = get_completion_class(shell)
    if script is None:
        raise UsageError(f"no completion for {shell}")
    write(script(context.find_root().command, {}, "check", VARIABLE).source() + "\n")
    return CLEAN
