"""Paths to documents: every report that a call names, read within the limits in force."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from checker.errors import DocumentError
from checker.model import Columns, Document, FileKind, Status
from checker.read.documents import Documents, Given, Outcome, document, failed
from checker.read.file import content_of, reason_of, standard_input
from checker.read.find import Candidate, find, show
from checker.read.jail import Jail, jail
from checker.read.kinds import ENDINGS, STDIN
from checker.read.parts import Source
from checker.read.text import read_plain
from checker.rulebook.furniture import furniture
from checker.rulebook.limits import limits
from checker.workers.closing import Closing


class Reading(NamedTuple):
    """The documents, sorted by path, and what was passed over."""

    documents: tuple[Document, ...]
    notices: tuple[str, ...]


def read_all(paths: Sequence[str], columns: Columns | None = None) -> Reading:
    """Every report that the paths name: files, folders with all below them, "-" for standard input.

    `columns` are those of files of articles, before the usual ones.
    """
    found = find(paths)
    outcomes = list(read_each(found.candidates, columns or Columns()))
    documents = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    notices = [str(outcome) for outcome in outcomes if not isinstance(outcome, Document)]
    ordered = sorted(documents, key=lambda document: (document.path, document.id))
    return Reading(tuple(ordered), tuple(sorted((*found.notices, *notices))))


def read_paths(paths: Sequence[str]) -> tuple[Document, ...]:
    """The documents alone, sorted by path."""
    return read_all(paths).documents


def read_text(name: str, text: str) -> Document:
    """A document from a text at hand, as if it had been read from a text file of that name."""
    kind = FileKind.MARKDOWN if ENDINGS.get(PurePath(name).suffix.lower()) is FileKind.MARKDOWN else FileKind.TEXT
    given = Given(show(name), text.encode("utf-8", errors="replace"), named=True)
    try:
        (parts,) = read_plain(Source(name, given.data, limits()))
    except DocumentError as error:
        return failed(given.shown, given.data, Status(error.status), str(error), kind)
    return document(given, kind, parts)


def read_bytes(name: str, data: bytes) -> tuple[Outcome, ...]:
    """What bytes at hand hold, as if they were a file of that name."""
    with jail(limits()) as opened:
        return tuple(Documents(opened, limits(), usual_columns()).read(Given(show(name), data, named=True)))


def read_each(candidates: Sequence[Candidate], columns: Columns) -> Iterator[Outcome]:
    """What the candidates hold, in their order."""
    with PathReader(columns) as reader:
        for candidate in candidates:
            yield from reader.read(candidate)


class PathReader(Closing):
    """Reads one candidate after the other, with the limits in force; its child processes end with it."""

    def __init__(self, columns: Columns) -> None:
        """`columns` are those of files of articles, before the usual ones."""
        self._jail = Jail(limits())
        self._documents = Documents(self._jail, limits(), _before(columns, usual_columns()))

    def read(self, candidate: Candidate) -> Iterator[Outcome]:
        """What a candidate holds: documents and notices, in its own order."""
        return _read(candidate, self._documents)

    def close(self) -> None:
        """End the child processes."""
        self._jail.close()


def content(candidate: Candidate) -> bytes:
    """The bytes of a candidate that is no large archive.

    Raises:
        DocumentError: it is one, or cannot be read whole.
        OSError: it cannot be opened.
    """
    found = content_of(candidate.path, limits())
    if found.path:
        raise DocumentError("is a large archive")
    return found.data


def lost(candidate: Candidate, status: Status, reason: str) -> Document:
    """The document of a candidate that could not be read to its end elsewhere."""
    try:
        data = content_of(candidate.path, limits()).data
    except (DocumentError, OSError):
        data = b""
    return failed(candidate.shown, data, status, reason)


def usual_columns() -> Columns:
    """The names that columns and keys of articles usually have."""
    front = furniture().front
    return Columns(
        text=front.texts,
        title=front.titles,
        source=front.sources,
        date=front.dates,
        url=front.urls,
        language=front.languages,
    )


def _before(first: Columns, then: Columns) -> Columns:
    """The columns of both; where the first has some, the others are not looked for."""
    return Columns.model_validate({**then.model_dump(), **{key: value for key, value in first if value}})


def _read(candidate: Candidate, documents: Documents) -> Iterator[Outcome]:
    shown = candidate.shown
    if candidate.problem:
        yield failed(shown, b"", candidate.status, candidate.problem)
        return
    try:
        if candidate.path == STDIN:
            given = Given(shown, standard_input(limits()), named=True)
        else:
            content = content_of(candidate.path, limits())
            given = Given(shown, content.data, content.path, candidate.named)
    except DocumentError as error:
        yield failed(shown, b"", Status(error.status), str(error))
    except OSError as error:
        yield failed(shown, b"", Status.FAILED, reason_of(error))
    else:
        yield from documents.read(given)
