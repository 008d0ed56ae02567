"""Whether a report is an institution's own release, and whose."""

from collections.abc import Sequence

from checker.extract.speakers_anatomy import fold_name
from checker.extract.syntax import Sentence
from checker.model import Speaker
from checker.rulebook.speakers import canonical_names, speaker_lexicon

HEAD = 6  # sentences of a report that may be its letterhead
LETTERHEAD = 14  # tokens of a letterhead's line


def issuer(sentences: Sequence[Sentence], source: str | None) -> Speaker | None:
    """The institution whose release the report is; None for news, essays and where nothing tells."""
    head = sentences[:HEAD]
    text = " ".join(sentence.text.casefold() for sentence in head)
    releases = speaker_lexicon().releases
    if any(essay in text for essay in releases.essays):
        return None
    if source is not None:
        parts = [source, *source.split(",")]
        return next((_speaker(part.strip()) for part in parts if _institution(part.strip())), None)
    if not any(form in text for form in releases.forms):
        return None
    for sentence in head:
        if len(sentence.tokens) > LETTERHEAD:
            continue
        for part in _parts(sentence):
            if _institution(part):
                return _speaker(part)
    return None


def _parts(sentence: Sentence) -> list[str]:
    """A letterhead's line cut at its dashes, form words taken away."""
    text = sentence.text.replace("\u2013", "-").replace("\u2014", "-").replace("|", "-")
    parts = (part for piece in text.split(" - ") for part in piece.split(". "))
    return [cut for part in parts if (cut := _without_form(part.strip("*#_ ")))]


def _without_form(part: str) -> str:
    """`Health cluster` of `Health cluster situation report 9`, and of `Statement by the Health cluster`."""
    for opening in ("statement by the ", "statement by ", "statement of the ", "statement of "):
        if part.casefold().startswith(opening):
            return part[len(opening) :]
    found = (part.casefold().find(form) for form in speaker_lexicon().releases.forms)
    return part[: min((at for at in found if at > 0), default=len(part))].strip()


def _institution(text: str) -> bool:
    """Whether a source's name is that of a body that is no medium."""
    words = [
        word.strip("(),.:;'\"\u2019").casefold() for word in text.replace("'s", " ").replace("\u2019s", " ").split()
    ]
    lexicon = speaker_lexicon()
    if any(word in lexicon.releases.media for word in words) or len(words) > LETTERHEAD:
        return False
    named = text.strip("(),.:;").casefold() in canonical_names()
    small = lexicon.glue.links | lexicon.glue.articles | {"and", "-"}
    bodies = lexicon.nouns.institutions | frozenset(("prosecutor", "governorate", "governor"))
    proper = all(word[:1].isupper() or word.strip("(),.:;").casefold() in small | bodies for word in text.split())
    return named or (proper and any(word in bodies for word in words))


def _speaker(source: str) -> Speaker:
    """The issuer, its desk behind the comma left out."""
    text = source
    if text.isupper():
        text = text.title().replace("'S", "'s")
    return Speaker(text=text.strip(), name=fold_name(text.strip()))
