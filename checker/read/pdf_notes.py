"""The marks of notes at the foot of a page: a digit before the first word, which would make 43 people 143."""

import re
from collections.abc import Sequence

_GLUED = re.compile(r"\d{1,3}(?=[A-Z\"“‘(])")


def without_marks(notes: Sequence[str]) -> list[str]:
    """The notes of a text in their order, without their numbers.

    Notes that count from one all through have numbers, whatever follows; else only a number right before a letter is
    one.
    """
    counted = len(notes) > 1 and all(note.startswith(str(number)) for number, note in enumerate(notes, 1))
    if counted:
        return [note[len(str(number)) :].lstrip() or note for number, note in enumerate(notes, 1)]
    return [_GLUED.sub("", note, count=1) if _GLUED.match(note) else note for note in notes]
