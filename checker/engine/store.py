"""What earlier runs found, by hashes of all that it depends on: one SQLite file in a folder of its own.

Safe under concurrent runs (SQLite locks; a run that finds it locked goes without), kill -9 (a write-ahead log) and
damage (every value bears a hash of key and value; a file that SQLite cannot read is made anew). Nothing in it is ever
executed: values are JSON, and whoever takes them validates them.
"""

import os
import shutil
import sqlite3
import zlib
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from checker.errors import UsageError
from checker.workers.closing import Closing

FOLDER = ".check-cache"
FILE = "found.sqlite"
FEWEST = 20  # values worth a cache: a smaller run leaves no folder behind
BATCH = 500  # values a transaction
MOST_BYTES = 4 * 1024**3  # beyond it, what was not used for longest goes
KEPT = 0.8  # of that, when something has to go
RUNS = 8  # after which a value that is used is noted as used again
PATIENCE = 5.0  # seconds for which another run may hold the file
CHECK = 16  # bytes of the hash before each value
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache made by check; it may be deleted.\n"
DAMAGE = (sqlite3.Error, ValueError, TypeError, OverflowError)  # as a file that is none, or half one, shows
SCHEMA = """
CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS runs (number INTEGER NOT NULL);
"""


class Size(NamedTuple):
    """How much a cache holds."""

    values: int
    bytes: int


class Store(Closing):
    """Values by key. Trouble with the file never reaches the run: it goes on without, and `remarks` says so."""

    def __init__(self, folder: Path) -> None:
        """`folder` is that of the cache itself; it is made when there is enough to keep."""
        self.folder = folder
        self.remarks: list[str] = []
        self._base: sqlite3.Connection | None = None
        self._new: dict[bytes, bytes] = {}
        self._used: list[bytes] = []
        self._run = 0
        self._given_up = False
        if (folder / FILE).exists():
            self._open()

    def get(self, key: bytes) -> bytes | None:
        """The value of a key, None where there is none or it is damaged."""
        if self._base is None:
            return None
        try:
            row = self._base.execute("SELECT value, used FROM found WHERE key = ?", (key,)).fetchone()
            value = _opened(key, row[0]) if row else None
            if value is not None and row[1] + RUNS <= self._run:
                self._used.append(key)
        except DAMAGE as error:
            self._trouble(error)
            return None
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value."""
        if self._given_up:
            return
        self._new[key] = _sealed(key, value)
        if len(self._new) >= (BATCH if self._base else FEWEST):
            self._write()

    def size(self) -> Size:
        """How much is kept."""
        if self._base is None:
            return Size(0, 0)
        (values,) = self._base.execute("SELECT count(*) FROM found").fetchone()
        return Size(values, sum(path.stat().st_size for path in self.folder.iterdir() if path.is_file()))

    @property
    def usable(self) -> bool:
        """Whether the folder is there, and ours."""
        return not self._given_up and (self.folder / "CACHEDIR.TAG").is_file()

    def close(self) -> None:
        """Write what is left, and let go of what was not used for longest where there is too much."""
        if self._base is None:
            return
        self._write()
        try:
            if self._base is not None:
                self._note_use()
                self._prune()
        except DAMAGE as error:
            self._trouble(error)
        if self._base is not None:
            self._base.close()
            self._base = None

    def _write(self) -> None:
        if self._base is None and not self._open():
            return
        base = self._base
        try:
            if base is not None:
                with base:
                    rows = [(key, value, self._run) for key, value in self._new.items()]
                    base.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)
        except DAMAGE as error:
            self._trouble(error)
        self._new.clear()

    def _note_use(self) -> None:
        if self._base is not None and self._used:
            with self._base:
                self._base.executemany(
                    "UPDATE found SET used = ? WHERE key = ?", ((self._run, key) for key in self._used)
                )

    def _prune(self) -> None:
        """Let go of the values of the runs that are longest ago."""
        base = self._base
        if base is None or _pages(base) <= MOST_BYTES:
            return
        with base:
            room = MOST_BYTES * KEPT
            for number, size in base.execute(
                "SELECT used, sum(length(value)) FROM found GROUP BY used ORDER BY used DESC"
            ):
                room -= size
                if room < 0:
                    base.execute("DELETE FROM found WHERE used <= ?", (number if number < self._run else number - 1,))
                    break
        base.executescript("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);")

    def _open(self) -> bool:
        """Open or make the cache; False, and nothing is tried again, where that cannot be."""
        try:
            vet(self.folder)
            _furnish(self.folder)
            self._base = self._connected()
        except (OSError, UsageError) as error:
            self._give_up(f"no cache: {getattr(error, 'strerror', None) or error}: {self.folder}")
        except DAMAGE as error:
            self._trouble(error)
        return self._base is not None

    def _connected(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.folder / FILE, timeout=PATIENCE)
        try:
            base.execute("PRAGMA auto_vacuum = INCREMENTAL")
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
            base.executescript(SCHEMA)
            with base:
                base.execute("INSERT INTO runs SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM runs)")
                base.execute("UPDATE runs SET number = number + 1")
                (self._run,) = base.execute("SELECT max(number) FROM runs").fetchone()
        except BaseException:
            base.close()
            raise
        return base

    def _trouble(self, error: Exception) -> None:
        """Held by another run, or a full disk: go without. Anything else: the file is damaged, and made anew."""
        base, self._base = self._base, None
        if base is not None:
            with suppress(sqlite3.Error):
                base.close()
        kind = str(error)
        if isinstance(error, sqlite3.OperationalError) and "lock" in kind:
            self._give_up(f"no cache: another run holds it: {self.folder}")
        elif isinstance(error, sqlite3.OperationalError) and ("full" in kind or "unable to open" in kind):
            self._give_up(f"no cache: {kind}: {self.folder}")
        else:
            self._anew()

    def _anew(self) -> None:
        """A new file in the place of a damaged one."""
        self.remarks.append(f"the cache was damaged and is made anew: {self.folder}")
        try:
            clear(self.folder)
            _furnish(self.folder)
            self._base = self._connected()
        except (OSError, *DAMAGE) as error:
            self._give_up(f"no cache: {error}: {self.folder}")

    def _give_up(self, remark: str) -> None:
        self._given_up = True
        self._new.clear()
        self.remarks.append(remark)


def vet(folder: Path) -> None:
    """Whether a cache may be kept there.

    Raises:
        UsageError: it belongs to somebody else, whose findings these would be.
    """
    if folder.is_symlink():
        raise UsageError("it is a link")
    if folder.exists() and hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        raise UsageError("it belongs to another user")


def clear(folder: Path) -> None:
    """Delete a cache.

    Raises:
        OSError: it cannot be deleted.
    """
    if (folder / "CACHEDIR.TAG").is_file():
        shutil.rmtree(folder)


def _furnish(folder: Path) -> None:
    """The folder, with what tells backups and git to pass it over."""
    folder.mkdir(exist_ok=True)
    for name, text in (("CACHEDIR.TAG", TAG), (".gitignore", "*\n")):
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")


def _sealed(key: bytes, value: bytes) -> bytes:
    packed = zlib.compress(value, 1)
    return blake2b(key + packed, digest_size=CHECK).digest() + packed


def _opened(key: bytes, sealed: bytes) -> bytes | None:
    packed = sealed[CHECK:]
    if blake2b(key + packed, digest_size=CHECK).digest() != sealed[:CHECK]:
        return None
    return zlib.decompress(packed)


def _pages(base: sqlite3.Connection) -> int:
    (pages,), (size,) = base.execute("PRAGMA page_count").fetchone(), base.execute("PRAGMA page_size").fetchone()
    return int(pages * size)
