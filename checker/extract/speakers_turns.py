"""Turns of a transcript: `DR NOVAK: ...`, `Jana Novak: ...`, `Q: ...`, `A: ...`; whose words each paragraph gives."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from checker.extract.speakers_anatomy import fold_name, text_of
from checker.extract.speakers_phrases import is_voice
from checker.extract.syntax import Sentence, Token
from checker.extract.tokens import tokens
from checker.model import Section, Speaker
from checker.rulebook.speakers import canonical_names, speaker_lexicon

LABEL = 10  # tokens of a turn's label
FEWEST = 3  # turns of a transcript
NAME = 5  # tokens of a full name with its titles
ROLE = 10  # tokens of the function told behind a name


class Turn(NamedTuple):
    """A sentence that opens a turn, its label, and where its words begin."""

    sentence: int
    label: tuple[Token, ...]
    start: int


def turns(sentences: Sequence[Sentence]) -> dict[int, tuple[int, Speaker | None]]:
    """For every sentence of a transcript where its words begin and who says them; None for who only asks.

    Empty for a text that is none: it takes three turns, and a label that comes again or marks a question.
    """
    opened = _opened(sentences)
    labels = Counter(_folded(turn.label) for turn in opened)
    opened = [turn for turn in opened if labels[_folded(turn.label)] > 1 or len(turn.label) > 1 or _marks(turn.label)]
    asked = any(_asks(label) for label in labels)
    if len(opened) < FEWEST or len(labels) == 1 or not (asked or max(labels.values()) > 1):
        return {}
    names = [name for sentence in sentences for name in _introduced(sentence.tokens)]
    found: dict[int, tuple[int, Speaker | None]] = {}
    for turn, following in zip(opened, [*opened[1:], None], strict=True):
        last = following.sentence if following is not None else len(sentences)
        speaker = _speaker(turn.label, names)
        for sentence in sentences[turn.sentence : last]:
            if sentence.section is Section.BODY:
                found[sentence.index] = (max(sentence.start, turn.start), speaker)
    return found


def _opened(sentences: Sequence[Sentence]) -> list[Turn]:
    """The sentences that begin with a label, or stand behind one in capitals."""
    found: list[Turn] = []
    paragraph, end = -1, 0
    for sentence in sentences:
        opens, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        cut, end = sentence.start - end > len(sentence.label), sentence.end  # the label stands between the two
        if not opens or sentence.section not in (Section.BODY, Section.HEADLINE):
            continue
        label, words = sentence.label, sentence.tokens
        colon = next((at for at, word in enumerate(words[:LABEL]) if word.text == ":"), 0)
        if colon and colon + 1 < len(words) and _is_label([word for word in words[:colon] if word.text != "*"]):
            found.append(Turn(sentence.index, words[:colon], words[colon + 1].start))
        elif label.isupper() and cut:
            found.append(Turn(sentence.index, tokens(label), sentence.start))
    return found


def _is_label(words: Sequence[Token]) -> bool:
    """Whether the words before a colon are a person's name, a function, or a letter for question and answer."""
    bracket = next((at for at, word in enumerate(words) if word.text in ("(", ",")), len(words))
    core = words[:bracket]
    if not core or any(word.text[0].isdigit() for word in words):
        return False
    if _asks(_folded(core)) or _answers(_folded(core)):
        return True
    nouns = speaker_lexicon().nouns
    titled = core[0].lower.rstrip(".") in nouns.titles | nouns.people
    return all(word.named for word in core) and (titled or 1 <= len(core) <= NAME)


def _folded(words: Sequence[Token]) -> str:
    return text_of(words).partition(" (")[0].casefold()


def _marks(words: Sequence[Token]) -> bool:
    """Whether a label of one word marks a question or an answer, or names a function."""
    known = is_voice(words[-1]) and words[-1].lower not in speaker_lexicon().nouns.papers
    return known or _asks(_folded(words)) or _answers(_folded(words))


def _asks(label: str) -> bool:
    return label in speaker_lexicon().turns.asking


def _answers(label: str) -> bool:
    return label in speaker_lexicon().turns.answering


def _introduced(words: Sequence[Token]) -> list[tuple[str, str]]:
    """The full names in a sentence, folded, each as written with the function told beside it."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and end - at < NAME and (words[end].named or words[end].text == "."):
            end += 1
        if end - at > 1 and not any(is_voice(word) and not _title(word) for word in words[at:end]):
            found.append((" ".join(word.lower for word in words[at:end]), text_of(words[at:end]) + _role(words, end)))
        at = max(end, at + 1)
    return found


def _title(word: Token) -> bool:
    return word.lower.rstrip(".") in speaker_lexicon().nouns.titles


def _role(words: Sequence[Token], start: int) -> str:
    """The function behind a name: ", the head of the clinic"."""
    if start + 1 >= len(words) or words[start].text != ",":
        return ""
    if not is_voice(words[start + 1]) and words[start + 1].lower not in speaker_lexicon().glue.articles:
        return ""
    ends = (at for at in range(start + 1, min(len(words), start + ROLE)) if not words[at].text[0].isalpha())
    return ", " + text_of(words[start + 1 : next(ends, min(len(words), start + ROLE))])


def _speaker(label: Sequence[Token], names: Sequence[tuple[str, str]]) -> Speaker | None:
    """Who a label names: by the full name that the text tells elsewhere, or as it stands."""
    folded = _folded(label)
    lexicon = speaker_lexicon()
    if _asks(folded):
        return None
    words = [word for word in folded.split() if word.rstrip(".") not in lexicon.nouns.titles]
    if _answers(folded):
        person = next((shown for _, shown in names if ", " in shown), next((shown for _, shown in names), None))
        return Speaker(text=person, name=_name(person)) if person is not None else None
    shown = next((shown for name, shown in names if words and words[-1] in name.split()), None)
    text = shown or _cased(label)
    role = bool(words) and all(word in lexicon.nouns.people for word in words)
    return Speaker(text=text, name=canonical_names().get(folded, _name(shown or folded)), named=not role)


def _name(text: str) -> str:
    """A person's folded name without title and function."""
    words = fold_name(text.partition(",")[0]).split()
    bare = [word for word in words if word.rstrip(".") not in speaker_lexicon().nouns.titles]
    return " ".join(bare or words)


def _cased(label: Sequence[Token]) -> str:
    """A label in capitals as one would write it."""
    voiced = all(is_voice(word) for word in label)
    text = text_of(label)
    if not text.isupper() or len(text) <= len("WHO"):
        return text
    return text.casefold() if voiced else " ".join(word.capitalize() for word in text.split())
