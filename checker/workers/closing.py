"""Things that hold processes or files, and are closed at the end of a block."""

from typing import Self


class Closing:
    """A block opens it, and closes it however the block ends."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what it holds."""
        raise NotImplementedError
