"""Verbs that no measure has: rules/lexicon/en/verbs.toml; each tells its own participle."""

from collections.abc import Iterator
from functools import cached_property

from checker.model.base import Frozen

SHORTEST = 5  # letters of a participle in -ed


class Verbs(Frozen):
    """The file; its comments say what each list is for."""

    regular: tuple[str, ...]
    irregular: tuple[str, ...]
    phrasal: tuple[str, ...]
    silent: tuple[str, ...]
    silent_past: tuple[str, ...]
    adjectives: frozenset[str]

    def entries(self) -> Iterator[str]:
        """All verbs that tell something, as measures write them."""
        yield from (*self.regular, *self.irregular, *self.phrasal)

    @cached_property
    def dumb(self) -> frozenset[str]:
        """Words in -ed that tell nothing."""
        return self.adjectives | {f"{verb.removesuffix('e')}ed" for verb in self.silent}

    @cached_property
    def silent_forms(self) -> frozenset[str]:
        """The past forms of silent verbs, which end a noun phrase as any verb does."""
        regular = {f"{verb.removesuffix('e')}ed" for verb in self.silent}
        return frozenset(regular | set(self.silent_past))

    def participle(self, word: str) -> bool:
        """Whether a folded word in -ed is a participle that tells something."""
        return word.endswith("ed") and len(word) >= SHORTEST and word.isalpha() and word not in self.dumb
