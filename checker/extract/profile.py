"""What the map stage settles about a document before it reads claims: title, source, dates, language, furniture."""

from checker.extract.language import language
from checker.extract.profile_dates import dates, first_weekday, month_first, published
from checker.extract.profile_furniture import caption_spans, furniture_spans
from checker.extract.profile_heading import source, title
from checker.extract.profile_places import dateline_span
from checker.model import Document, Profile
from checker.rulebook.furniture import furniture

__all__ = ["caption_spans", "dateline_span", "first_weekday", "furniture_spans", "month_first", "profile"]


def profile(document: Document, default_year: int | None = None) -> Profile:
    """The document's title, source, dates and language.

    Args:
        document: as read.
        default_year: the year that the other reports of the run bear; a date without a year takes it where the
            document itself does not tell.
    """
    found = dates(document, default_year)
    return Profile(
        title=title(document) or document.defaults.get("title"),
        source=source(document) or document.defaults.get("source"),
        published=published(document, found),
        dates=found,
        language=document.defaults.get("language") or language(document.text[document.body :], _declared(document)),
    )


def _declared(document: Document) -> str:
    """The language that the front matter names."""
    keys = (key for key in furniture().front.languages if key in document.front)
    return next((document.front[key].value.strip() for key in keys), "")
