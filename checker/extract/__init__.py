"""Document to claims: words are data under rules/lexicon, grammar is code here."""

from checker.extract.assemble import extract

__all__ = ["extract"]
