"""Lists and sorting that lie in memory while they are small and on disk from then on.

The disk is a nameless database of SQLite: the system lets go of it with the process that opened it, however that ends,
and it lies where temporary files do. What is small never comes there. Values lie there as they are sealed.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Generic, TypeVar, overload

from checker.engine.sealed import Form, Sealed
from checker.errors import OutputError

T = TypeVar("T")
HELD = 2_000  # values of a list that stay in memory
SORTED = 100_000  # entries that are sorted in memory
BATCH = 500  # rows that are written or read at once
CACHE = 64 * 1024  # KiB of pages that SQLite keeps
NUMBER = 8  # bytes of a whole number in a key


class Disk:
    """Where the lists and sorters of one run go when they grow."""

    def __init__(self) -> None:
        self._base: sqlite3.Connection | None = None
        self._names = count()

    def table(self, columns: str) -> str:
        """The name of a new table."""
        name = f"t{next(self._names)}"
        self.read(f"CREATE TABLE {name} ({columns})")
        return name

    def read(self, statement: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """The rows of a statement.

        Raises:
            OutputError: the disk is full.
        """
        try:
            return self._opened().execute(statement, values)
        except sqlite3.OperationalError as error:
            raise full(error) from error

    def write(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry out a statement for each row.

        Raises:
            OutputError: the disk is full.
        """
        with on_disk():
            self._opened().executemany(statement, rows)

    def _opened(self) -> sqlite3.Connection:
        if self._base is None:
            self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
            for setting in ("journal_mode=OFF", "synchronous=OFF", "page_size=8192", f"cache_size=-{CACHE}"):
                self._base.execute(f"PRAGMA {setting}")
            self._base.execute("BEGIN")
        return self._base


@contextmanager
def on_disk() -> Iterator[None]:
    """What SQLite says of the disk, said for people.

    Raises:
        OutputError: the disk is full.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        raise full(error) from error


def full(error: sqlite3.OperationalError) -> OutputError:
    """What SQLite says of the disk, said for people."""
    return OutputError(
        f"temporary files: {error}; what is checked here takes more room than there is. "
        "TMPDIR, or SQLITE_TMPDIR, names another folder for it"
    )


class Shelf(Sequence[T]):
    """A list that only grows at its end."""

    def __init__(self, disk: Disk, form: Form[T], held: int | None = None) -> None:
        """`form` tells how values are written down; `held` is how many stay in memory."""
        self._disk = disk
        self.form = form
        self._most = HELD if held is None else held
        self._held: list[Sealed[T]] | None = []
        self._new: list[bytes] = []
        self._table = ""
        self._size = 0

    def append(self, value: T) -> None:
        """One value more."""
        self.put(Sealed(self.form, value))

    def put(self, value: Sealed[T]) -> None:
        """One value more, as it is sealed."""
        self._size += 1
        if self._held is not None:
            self._held.append(value)
            if self._size > self._most:
                self._move()
            return
        self._new.append(value.packed)
        if len(self._new) >= BATCH:
            self._write()

    def extend(self, values: Iterable[T]) -> None:
        """Some values more."""
        for value in values:
            self.append(value)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[T]:
        return (each.value for each in self._read(0, self._size))

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        """A value, or the values of a slice."""
        if isinstance(index, slice):
            return [each.value for each in self.at(range(*index.indices(self._size)))]
        place = index + self._size if index < 0 else index
        if not 0 <= place < self._size:
            raise IndexError(index)
        return self.sealed(place).value

    def sealed(self, place: int) -> Sealed[T]:
        """A value as it lies there."""
        if self._held is not None:
            return self._held[place]
        self._write()
        row = self._disk.read(f"SELECT value FROM {self._table} WHERE number = ?", (place + 1,)).fetchone()
        return Sealed(self.form, packed=row[0])

    def at(self, places: Iterable[int]) -> Iterator[Sealed[T]]:
        """The values at these places; quick where these follow each other."""
        first = last = 0
        for place in places:
            if place != last:
                yield from self._read(first, last)
                first = place
            last = place + 1
        yield from self._read(first, last)

    @property
    def in_memory(self) -> bool:
        """Whether the values lie there."""
        return self._held is not None

    def whole(self) -> Sequence[T]:
        """All values, as a tuple where they lie in memory."""
        return tuple(self) if self.in_memory else self

    def _move(self) -> None:
        held, self._held = self._held or [], None
        self._table = self._disk.table("number INTEGER PRIMARY KEY, value BLOB NOT NULL")
        self._new = [value.packed for value in held]
        self._write()

    def _write(self) -> None:
        if self._new:
            self._disk.write(f"INSERT INTO {self._table} (value) VALUES (?)", [(value,) for value in self._new])
            self._new = []

    def _read(self, first: int, last: int) -> Iterator[Sealed[T]]:
        """The values from one place to another; others may be added meanwhile."""
        while self._held is not None and first < last:
            yield self._held[first]
            first += 1
        while first < last:
            self._write()
            rows = self._disk.read(
                f"SELECT value FROM {self._table} WHERE number BETWEEN ? AND ? ORDER BY number",
                (first + 1, min(last, first + BATCH)),
            ).fetchall()
            for (value,) in rows:
                yield Sealed(self.form, packed=value)
            first += BATCH


class Sorter(Collection[tuple[bytes, T]], Generic[T]):
    """Entries in the order of their keys, those of one key in that of their values; values are numbers or bytes."""

    def __init__(self, disk: Disk, held: int | None = None) -> None:
        """`held` is how many entries are sorted in memory."""
        self._disk = disk
        self._most = SORTED if held is None else held
        self._new: list[tuple[bytes, T]] = []
        self._table = ""
        self._size = 0

    def add(self, key: bytes, value: T) -> None:
        """One entry more."""
        self._size += 1
        self._new.append((key, value))
        if len(self._new) > self._most:
            self._write()

    def __len__(self) -> int:
        return self._size

    def __contains__(self, entry: object) -> bool:
        return any(entry == each for each in self)

    def __iter__(self) -> Iterator[tuple[bytes, T]]:
        """All entries; nothing may be added meanwhile."""
        if not self._table:
            self._new.sort()
            return iter(self._new)
        self._write()
        return iter(self._disk.read(f"SELECT key, value FROM {self._table} ORDER BY key, value"))

    def values(self) -> Iterator[T]:
        """The values alone."""
        return (value for _, value in self)

    def _write(self) -> None:
        if not self._table:
            self._table = self._disk.table("key BLOB NOT NULL, value NOT NULL")
        self._disk.write(f"INSERT INTO {self._table} VALUES (?, ?)", self._new)
        self._new = []


class Names:
    """Numbers by name."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._held: dict[str, int] = {}
        self._table = ""

    def add(self, name: str, number: int) -> None:
        """The number of a name; the last one that is told stands."""
        self._held[name] = number
        if len(self._held) > SORTED:
            self._write()

    def get(self, name: str) -> int | None:
        """The number of a name, None where it has none."""
        if name in self._held or not self._table:
            return self._held.get(name)
        row = self._disk.read(f"SELECT number FROM {self._table} WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def _write(self) -> None:
        if not self._table:
            self._table = self._disk.table("name TEXT PRIMARY KEY, number INTEGER NOT NULL")
        self._disk.write(f"REPLACE INTO {self._table} VALUES (?, ?)", self._held.items())
        self._held = {}


def ordered(*parts: int | str) -> bytes:
    """A key that sorts as the parts do, one after the other; numbers are not negative."""
    return b"".join(
        part.to_bytes(NUMBER, "big")
        if isinstance(part, int)
        else part.encode("utf-8", "surrogatepass").replace(b"\0", b"\0\xff") + b"\0\0"
        for part in parts
    )
