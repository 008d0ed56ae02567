"""How text for people looks: its width, its colours, how much of it there is."""

from typing import Literal, NamedTuple

import click

WIDEST = 160  # columns
GROUPS = ("report", "fact")
Group = Literal["report", "fact"]


class Style(NamedTuple):
    """How the output looks: columns of the terminal, and whether it shows colour."""

    width: int = WIDEST
    colour: bool = False

    def paint(self, text: str, colour: str = "", *, bold: bool = False) -> str:
        """The text in a colour, where the output shows any."""
        return click.style(text, fg=colour or None, bold=bold) if self.colour else text
