"""Which language a text is in: by its script, else by its frequent words; English wherever that says too little.

A report that is wrongly taken for English gives a few odd claims; one that is wrongly left out gives none. So a text
is another language's only on enough evidence: of words in small letters, which names of people and places rarely are.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache

from checker.rulebook.furniture import Language, furniture

ENGLISH = "en"
SAMPLE = 2_000  # characters at the beginning, in the middle and at the end by which a long text is told
FEWEST_LETTERS = 40  # of another script, below which it tells nothing
FOREIGN = 0.6  # share of the letters that another script has
OWN_LETTERS = 0.01  # share of the letters of a script that are one language's own
KANA = 0.05  # share of kana beside Han by which a text is Japanese
FEWEST, DISTINCT = 7, 5  # frequent words of another language, in all and different ones
TIMES = 3  # as often as words of English
SHARE = 0.06  # of all words
RUNNING = 60  # words of a text long enough to have frequent words of English, were it English
ENGLISH_SHARE = 0.04  # of the words of running English, which has five to ten times as many

# The first code point of each script's letters and the one behind its last, in rising order.
_BLOCKS = (
    ((0x370, 0x400), "greek"),
    ((0x400, 0x530), "cyrillic"),
    ((0x530, 0x590), "armenian"),
    ((0x590, 0x600), "hebrew"),
    ((0x600, 0x780), "arabic"),
    ((0x900, 0x980), "devanagari"),
    ((0x980, 0xA00), "bengali"),
    ((0xA00, 0xA80), "gurmukhi"),
    ((0xA80, 0xB00), "gujarati"),
    ((0xB80, 0xC00), "tamil"),
    ((0xC00, 0xC80), "telugu"),
    ((0xD80, 0xE00), "sinhala"),
    ((0xE00, 0xE80), "thai"),
    ((0xE80, 0xF00), "lao"),
    ((0xF00, 0x1000), "tibetan"),
    ((0x1000, 0x10A0), "myanmar"),
    ((0x10A0, 0x1100), "georgian"),
    ((0x1100, 0x1200), "hangul"),
    ((0x1200, 0x13A0), "ethiopic"),
    ((0x1780, 0x1800), "khmer"),
    ((0x3040, 0x3100), "kana"),
    ((0x3400, 0xA000), "han"),
    ((0xAC00, 0xD7B0), "hangul"),
    ((0xF900, 0xFB00), "han"),
    ((0xFB1D, 0xFB50), "hebrew"),
    ((0xFB50, 0xFE00), "arabic"),
    ((0xFE70, 0xFF00), "arabic"),
)
_STARTS = [block[0] for block, _ in _BLOCKS]
_CODE = re.compile(r"[a-z]{2,3}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language(text: str, declared: str = "") -> str:
    """The code of the language that the text is in.

    Args:
        text: without front matter.
        declared: the code that the document bears, which is often that of its template: it is believed where the
            text itself shows that it is not English.
    """
    sample = "\n".join(_samples(text))
    return _by_script(sample) or _by_words(sample, declared) or ENGLISH


def language_name(code: str) -> str:
    """What the language is called in English; its code where nobody has named it."""
    known = furniture().languages.get(code)
    return known.name if known else code


def _samples(text: str) -> Iterator[str]:
    if len(text) <= 3 * SAMPLE:
        yield text
        return
    middle = (len(text) - SAMPLE) // 2
    yield from (text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:])


def _by_script(text: str) -> str:
    """The language of a text in another script than Latin, "" where most letters are Latin ones."""
    if text.isascii():
        return ""
    scripts = Counter(_script(char) for char in text if char.isalpha())
    foreign = scripts.total() - scripts[""]
    if foreign < FEWEST_LETTERS or foreign < FOREIGN * scripts.total():
        return ""
    if scripts["kana"] >= KANA * (scripts["kana"] + scripts["han"]) > 0:
        return _of_script("kana")[0][0]
    del scripts[""]
    script = max(sorted(scripts), key=lambda name: scripts[name])
    return _of_letters(text, script, scripts[script])


def _of_letters(text: str, script: str, many: int) -> str:
    """Which language of a script has letters of its own in the text, else the one that needs none."""
    known = _of_script(script)
    counts = Counter(text.casefold())
    own = {code: sum(counts[letter] for letter in told.letters) for code, told in known}
    best = max(own, key=lambda code: own[code])
    return best if own[best] >= OWN_LETTERS * many else known[0][0]


def _of_script(script: str) -> list[tuple[str, Language]]:
    return [(code, told) for code, told in furniture().languages.items() if told.script == script]


@cache
def _script(char: str) -> str:
    """The script of a letter, "" for Latin and for those that are not listed."""
    found = bisect_right(_STARTS, ord(char)) - 1
    return _BLOCKS[found][1] if found >= 0 and ord(char) < _BLOCKS[found][0][1] else ""


def _by_words(text: str, declared: str) -> str:
    """The language whose frequent words the text has, "" for English and where they say too little."""
    words = Counter(_WORD.findall(text))
    total = words.total()
    english = _count(words, _english())
    scores = {code: _count(words, own) for code, own in _telling().items()}
    best = max(scores, key=lambda code: scores[code])
    distinct = len(_telling()[best] & words.keys())
    against = english - _count(words, furniture().languages[best].words & _english())
    if scores[best] >= max(FEWEST, TIMES * against, SHARE * total) and distinct >= DISTINCT:
        return best
    running = sum(many for word, many in words.items() if word.islower()) >= RUNNING
    return _stated(declared) if running and english < ENGLISH_SHARE * total else ""


def _count(words: Counter[str], told: frozenset[str]) -> int:
    """How often the words of a set stand in the text."""
    return sum(words[word] for word in told & words.keys())


def _stated(declared: str) -> str:
    """The code of what a document calls its language: fr, fr-CA or French."""
    told = declared.casefold().replace("_", "-").partition("-")[0].strip()
    named = {known.name.casefold(): code for code, known in furniture().languages.items()}
    code = named.get(told, told)
    return code if _CODE.fullmatch(code) and code != ENGLISH else ""


@cache
def _telling() -> dict[str, frozenset[str]]:
    """The frequent words by language that English has not."""
    told = furniture().languages
    return {code: known.words - _english() for code, known in told.items() if known.words and code != ENGLISH}


@cache
def _english() -> frozenset[str]:
    """The frequent words of English."""
    return furniture().languages[ENGLISH].words
