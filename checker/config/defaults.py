"""What the configuration says of reports that do not say it themselves."""

from collections.abc import Iterable

from checker.config.globs import fits
from checker.config.load import Config
from checker.model import Columns, Document


def with_defaults(documents: Iterable[Document], config: Config) -> list[Document]:
    """The documents, each with the defaults of the first globs that its path fits."""
    return [_settled(document, config) for document in documents]


def _settled(document: Document, config: Config) -> Document:
    for entry in config.settings.documents:
        if fits(document.path, entry.paths, config.folder):
            told = {"source": entry.source, "title": entry.title, "language": entry.language}
            told["date"] = entry.date.isoformat() if entry.date else ""
            defaults = {key: value for key, value in sorted(told.items()) if value}
            return document.model_copy(update={"defaults": defaults})
    return document


def columns_of(config: Config) -> Columns:
    """The columns of files of articles that the configuration names."""
    return Columns.model_validate({key: (name.casefold(),) for key, name in config.settings.columns.items()})
