"""Text to tokens."""

import re
from functools import cache

from checker.extract.syntax import Token
from checker.extract.words import look
from checker.rulebook.grammar import grammar
from checker.rulebook.numerals import numerals
from checker.rulebook.units import units

# Every alternative starts with another class of character and repeats over disjoint classes: the scan is linear. The
# first only saves plain words, most of all, from being tried as signs and figures.
_FORMS = r"""
      [A-Za-z]+(?=[ ,\n])
    | SIGNS
    | \d{1,3}(?:[\u00a0\u202f'’]\d{3})+(?![\d\w])                 # 1 200 with a no-break space, 1'200
    | \d+(?:[.,:/–-]\d+)*(?:[A-Za-zµμ]+[²³]?|[º°%](?!\w))?(?:-[A-Za-z]+)*  # 2,000  2.5m  40-60  9/3/2026  36-hour
    | (?<![\w.])\.\d+                                           # .25
    | (?:[A-Za-z]\.){2,}(?:-[A-Za-z]+)*                          # U.S.  p.m.  U.S.-led
    | [^\W\d_][^\W_]*(?:['’‘ʿʾ](?!s\b)[^\W_]+|-[^\W_]+)*          # Aleppo  US-led  al-Hol  F-16  Mu'ad
    | ['’]s\b
    | \.{2,}|--+
    | [^\s\w]|_
"""
_DROPPED = frozenset("*_#`\u200b\u200e\u200f\ufeff")


def tokens(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of the text, `offset` added to their places; marks of Markdown emphasis are dropped."""
    found: list[Token] = []
    dotted = _dotted()
    for match in _pattern().finditer(text):
        word = match.group()
        if word in _DROPPED:
            continue
        start, end = match.span()
        if word == "." and found and found[-1].end == offset + start and found[-1].lower in dotted:
            last = found.pop()
            found.append(token(last.text + ".", last.start, offset + end))
            continue
        found.append(Token(word, offset + start, offset + end, *look(word)))
    return tuple(found)


def token(text: str, start: int, end: int) -> Token:
    """A word at its place."""
    return Token(text, start, end, *look(text))


@cache
def _pattern() -> re.Pattern[str]:
    """The tokens; a currency sign is one of its own right before its figure, a single letter only before thousands."""
    signs = sorted(units().signs, key=len, reverse=True)
    marks = [re.escape(sign) for sign in signs if not sign.isalpha() and sign[-1] != "."]
    words = [re.escape(sign) + r"\.?" for sign in signs if sign.isalpha() and len(sign) > 1]
    letters = [sign for sign in signs if sign.isalpha() and len(sign) == 1]
    scales = "|".join((*numerals().letters, *(rf"\ {scale}" for scale in numerals().scales)))
    money = rf"\d+(?:,\d{{3}})+|\d{{3,}}|\d+(?:\.\d+)?(?:{scales})\b"
    found = rf"{'|'.join(marks)}|(?<!\w)(?:(?:{'|'.join(words)})(?=\d)|[{''.join(letters)}](?={money}))"
    return re.compile(_FORMS.replace("SIGNS", found), re.VERBOSE)


@cache
def _dotted() -> frozenset[str]:
    """Abbreviations without their dot, which belongs to them and ends no sentence."""
    return frozenset(word.rstrip(".") for word in grammar().abbreviations.words)
