"""What archives have in common: their entries' names are vetted, and what they unfold to is counted as it comes."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, Protocol

from checker.errors import DocumentError
from checker.model import Limits, Status
from checker.read.file import sized
from checker.read.parts import Member

CHUNK = 1 << 20  # bytes read at once
LEAST_RATIO_SIZE = 1 << 20  # bytes below which a packed file may grow by any factor
LONGEST_NAME = 1_000  # characters of an entry's name


class Readable(Protocol):
    """What is read piece by piece."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        ...


class Unpacking:
    """Counts the entries and bytes of one archive against its limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._entries = 0
        self._bytes = 0

    def count(self) -> None:
        """One entry more.

        Raises:
            DocumentError: too many.
        """
        self._entries += 1
        if self._entries > self._limits.entries:
            raise DocumentError(f"holds more than {self._limits.entries:,} entries", Status.TOO_LARGE)

    def read(self, name: str, stream: IO[bytes], packed: int = 0) -> Member:
        """The entry with its content; `packed` is how many bytes it takes in the archive, 0 if that is unknown.

        Raises:
            DocumentError: the archive unfolds to more than it may.
        """
        most = self._limits.document_bytes
        parts: list[bytes] = []
        size = 0
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            self._bytes += len(chunk)
            self._vet(name, size, packed)
            if size > most:
                return Member(name, b"", problem=f"larger than {sized(most)}")
            parts.append(chunk)
        return Member(name, b"".join(parts))

    def _vet(self, name: str, size: int, packed: int) -> None:
        if self._bytes > self._limits.unpacked_bytes:
            whole = self._limits.unpacked_bytes // 1024 // 1024
            raise DocumentError(f"unfolds to more than {whole} MB", Status.TOO_LARGE)
        if packed and size > max(LEAST_RATIO_SIZE, packed * self._limits.unpacked_ratio):
            ratio = self._limits.unpacked_ratio
            raise DocumentError(f"its entry {name} unfolds to more than {ratio} times its size", Status.TOO_LARGE)


class Unfolding:
    """A packed stream that is read piece by piece, counted against what it may unfold to."""

    def __init__(self, unpacked: Readable, packed: BinaryIO, limits: Limits) -> None:
        self._unpacked = unpacked
        self._packed = packed
        self._limits = limits
        self._bytes = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes.

        Raises:
            DocumentError: it unfolds to more than it may.
        """
        data = self._unpacked.read(size)
        self._bytes += len(data)
        most, ratio = self._limits.archive_bytes, self._limits.unpacked_ratio
        if self._bytes > most:
            raise DocumentError(f"unfolds to more than {sized(most)}; split it", Status.TOO_LARGE)
        if self._bytes > max(LEAST_RATIO_SIZE, self._packed.tell() * ratio):
            raise DocumentError(f"unfolds to more than {ratio} times its size", Status.TOO_LARGE)
        return data


def passed_over(name: str) -> bool:
    """Whether an entry is none of the archive's documents: a folder, a hidden file, what a desktop leaves behind."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return name.endswith("/") or any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)


def unsafe(name: str) -> str:
    """Why an entry is refused for its name, "" where it is not. Nothing is ever written under it all the same."""
    told = name.replace("\\", "/")
    if told.startswith("/") or ".." in told.split("/") or told[1:2] == ":":
        return "its name leads out of the archive"
    return "its name is too long" if len(name) > LONGEST_NAME else ""


def shown(names: Iterator[str]) -> Iterator[str]:
    """The names, those that come again with a number."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}#{seen[name]}"
