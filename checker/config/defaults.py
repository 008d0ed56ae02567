"""What the configuration says of reports that do not say it themselves."""

from collections.abc import Sequence
from pathlib import Path

from checker.config.globs import fits
from checker.config.load import Config
from checker.config.settings import DocumentDefaults
from checker.model import Columns, Document


def with_defaults(document: Document, entries: Sequence[DocumentDefaults], folder: Path) -> Document:
    """The document with the defaults of the first entry whose globs, relative to the folder, its path fits."""
    for entry in entries:
        if fits(document.path, entry.paths, folder):
            told = {"source": entry.source, "title": entry.title, "language": entry.language}
            told["date"] = entry.date.isoformat() if entry.date else ""
            defaults = {key: value for key, value in sorted(told.items()) if value}
            return document.model_copy(update={"defaults": defaults})
    return document


def columns_of(config: Config) -> Columns:
    """The columns of files of articles that the configuration names."""
    return Columns.model_validate({key: (name.casefold(),) for key, name in config.settings.columns.items()})
