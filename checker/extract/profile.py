"""What the map stage settles about a document before it reads claims: title, source, dates, language, furniture."""

import re
from collections import Counter

from checker.extract.profile_dates import dates, month_first, published
from checker.extract.profile_furniture import caption_spans, furniture_spans
from checker.extract.profile_heading import source, title
from checker.extract.profile_places import dateline_span
from checker.model import Document, Profile
from checker.rulebook.furniture import furniture

SAMPLE = 5_000  # characters by which the language is told
FEWEST = 5  # frequent words of another language, below which a text counts as English

_WORD = re.compile(r"[^\W\d_]+")

__all__ = ["caption_spans", "dateline_span", "furniture_spans", "month_first", "profile"]


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
        language=document.defaults.get("language") or language(document.text[document.body : document.body + SAMPLE]),
    )


def language(text: str) -> str:
    """ISO 639-1 code of the language whose frequent words the text holds most of; English where that says little."""
    words = Counter(word.casefold() for word in _WORD.findall(text))
    scores = {code: sum(words[word] for word in frequent) for code, frequent in furniture().languages.items()}
    best = max(sorted(scores), key=lambda code: scores[code], default="en")
    return best if scores.get(best, 0) >= FEWEST and scores[best] > scores.get("en", 0) else "en"
