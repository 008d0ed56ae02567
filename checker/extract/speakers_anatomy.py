"""What a speaker's phrase is made of: the person, the institution behind, the role, the head noun."""

from collections.abc import Sequence

from checker.extract.syntax import Token
from checker.rulebook.speakers import canonical_names, speaker_lexicon


def fold_name(text: str) -> str:
    """An institution's folded name, the one that stands for all where it has several."""
    folded = " ".join(text.casefold().replace("\u2019", "'").replace(" 's", "'s").replace("**", "").split())
    folded = " ".join(w for w in folded.removeprefix("the ").split() if not w.endswith(("-based", "-linked")))
    return canonical_names().get(folded, folded)


def text_of(words: Sequence[Token]) -> str:
    """The words as they would be written."""
    text = " ".join(word.text for word in words).replace(" '", "'").replace(" \u2019", "\u2019").replace(" ,", ",")
    return text.replace("( ", "(").replace(" )", ")").replace("[ ", "[").replace(" ]", "]")


def spelled_out(short: str, name: str) -> str:
    """An acronym with the full name that it stands for: `World Health Organization (WHO)`."""
    lexicon = speaker_lexicon()
    small = lexicon.glue.links | {"the", "and"}
    if len(name.split()) < 2 or short.casefold() in name.split():  # noqa: PLR2004 - one word is no full name
        return short
    words = [w.upper() if w in lexicon.shouted.words else w if w in small else w.capitalize() for w in name.split()]
    return f"{' '.join(words)} ({short})"


def apposed(words: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """A phrase and the apposition in it that no comma sets off: `Jan Novak a local official`."""
    glue = speaker_lexicon().glue
    for at in range(2, len(words)):
        if words[at].lower in ("a", "an", "the") and words[at - 1].lower not in glue.links and words[at - 1].named:
            return list(words[:at]), list(words[at:])
    return list(words), []


def without_brackets(words: Sequence[Token]) -> list[Token]:
    """The words before a bracket, or all of them."""
    end = next((i for i, word in enumerate(words) if i and word.text in ("(", "[")), len(words))
    return list(words[:end])


def head_of(core: Sequence[Token]) -> str:
    """The head noun: the last word before the first preposition."""
    links = speaker_lexicon().glue.links
    end = next((i for i, word in enumerate(core) if i and word.lower in links), len(core))
    return core[end - 1].lower if core else ""


def parts(core: list[Token], extra: list[Token]) -> tuple[str, str, str]:
    """Personal name, institution and role of a phrase and its apposition; empty where there are none."""
    nouns = speaker_lexicon().nouns
    roles = [i for i, w in enumerate(core) if w.lower in nouns.functionaries and w.lower not in nouns.institutions]
    if extra and not roles:
        person = _person(core)
        other, institution, role = parts(extra, [])
        return (person or other), institution, role
    if not roles:
        institution, start = "", 0
        links = speaker_lexicon().glue.links
        link = next((i for i, w in enumerate(core) if i and w.lower in links), None)
        if link is not None:
            institution = _body(core[link + 1 :])
            return _person(core[:link]), institution, ""
        return _person(core[start:]), institution, ""
    at = roles[0]
    behind = at + 1
    if behind < len(core) and core[behind].lower in speaker_lexicon().glue.links:
        return _person(core[:at]) or _person(extra), _body(core[behind + 1 :]), text_of(core[at:])
    while behind < len(core) and core[behind].lower in nouns.functionaries:
        at, behind = behind, behind + 1
    person = _person(core[roles[0] :]) or _person(extra)
    return person, _body(core[: roles[0]], spoken=True), text_of(core[: at + 1])


def _body(words: Sequence[Token], *, spoken: bool = False) -> str:
    """The institution that the words name, empty where they name none."""
    nouns = speaker_lexicon().nouns
    words = [w for w in words if w.lower not in speaker_lexicon().glue.articles | nouns.degrees]
    text = text_of(words).removesuffix("'s")
    if not words:
        return ""
    folded = text.casefold()
    if folded in canonical_names() or any(w.lower in nouns.institutions for w in words):
        return text
    acronym = words[-1].text.isupper() and len(words[-1].text) > 1
    named = spoken and words[-1].named and words[-1].lower not in nouns.modifiers
    return text if acronym or named else ""


def _person(words: Sequence[Token]) -> str:
    """The personal name among the words: two capitalised ones, or a title and one."""
    nouns = speaker_lexicon().nouns
    run = _run(words)
    bare = [word for word in run if word.lower.rstrip(".") not in nouns.titles]
    if not bare or len(run) == 1 or head_of(words) in nouns.institutions:
        return ""
    if any(word.lower in speaker_lexicon().releases.media for word in bare):
        return ""
    acronyms = all(word.text.isupper() and len(word.text) > 1 for word in bare)
    known = text_of(bare).casefold() in canonical_names()
    if acronyms or known or any(word.lower in nouns.institutions for word in words[: len(run)]):
        return ""
    return text_of(run)


def _run(words: Sequence[Token]) -> list[Token]:
    """The first run of capitalised words and particles that are no institution's."""
    nouns, glue = speaker_lexicon().nouns, speaker_lexicon().glue
    run: list[Token] = []
    for word in words:
        titled = word.lower.rstrip(".") in nouns.titles
        named = word.named and (
            titled or (word.lower not in nouns.institutions and word.lower not in nouns.functionaries)
        )
        if named or (run and word.lower in glue.particles):
            run.append(word)
        elif run:
            break
    return run
