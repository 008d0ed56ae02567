"""How text for people looks: its width, its colours, how much of it there is."""

from typing import Literal, NamedTuple, get_args

import click

WIDEST = 160  # columns
Group = Literal["severity", "report", "fact"]
GROUPS: tuple[Group, ...] = get_args(Group)


class Style(NamedTuple):
    """How the output looks: columns of the terminal, and whether it shows colour."""

    width: int = WIDEST
    colour: bool = False

    def paint(self, text: str, colour: str = "", *, bold: bool = False, dim: bool = False) -> str:
        """The text in a colour, where the output shows any."""
        return click.style(text, fg=colour or None, bold=bold or None, dim=dim or None) if self.colour else text


class View(NamedTuple):
    """How much is told, and in which order.

    `paths` are the arguments of the run, for the commands that it proposes; none are proposed without them.
    """

    group: Group = "severity"
    quiet: bool = False
    verbose: bool = False
    paths: tuple[str, ...] = ()
