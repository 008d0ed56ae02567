"""What a format itself says of stretches of its text: captions, quotes, tables, furniture."""

from bisect import bisect_left
from collections import Counter

from checker.model import Document, Section


class Passages:
    """The passages of a document, which do not overlap."""

    def __init__(self, document: Document) -> None:
        self._passages = sorted(document.passages, key=lambda passage: passage.start)
        self._ends = [passage.end for passage in self._passages]

    def section(self, start: int, end: int) -> Section | None:
        """The section of which most of a stretch is, None where the format does not say."""
        covered: Counter[Section] = Counter()
        for passage in self._passages[bisect_left(self._ends, start + 1) :]:
            if passage.start >= end:
                break
            covered[passage.section] += min(end, passage.end) - max(start, passage.start)
        found = covered.most_common(1)
        return found[0][0] if found and 2 * found[0][1] > end - start else None
