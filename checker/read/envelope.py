"""What an envelope says of what lies in it, put into the front matter of the text: a mail's subject, a page's address.

It counts before what the text says of itself: the subject that the sender wrote before the title of the page he sent.
"""

from checker.model import Field
from checker.read.page import add_field, head_of
from checker.read.parts import Parts, Told

CLOSING = "---\n\n"


def under(told: Told, parts: Parts) -> Parts:
    """The parts with what is told of them at the head of the text, before their own front matter."""
    values: dict[str, str] = {}
    for key, value in told:
        add_field(values, key, value)
    head, fields = head_of(values)
    if not head:
        return parts
    own = parts.text.startswith("---\n") and bool(parts.front)  # one head for both
    head = head.removesuffix(CLOSING) if own else head
    cut = len("---\n") if own else 0
    shift = len(head) - cut
    return parts.model_copy(
        update={
            "text": head + parts.text[cut:],
            "front": {key: _moved(field, shift) for key, field in parts.front.items()} | fields,
            "body": parts.body + shift,
            "marks": tuple(mark.model_copy(update={"start": mark.start + shift}) for mark in parts.marks),
            "passages": tuple(
                each.model_copy(update={"start": each.start + shift, "end": each.end + shift})
                for each in parts.passages
            ),
        }
    )


def _moved(field: Field, shift: int) -> Field:
    return field.model_copy(update={"start": field.start + shift, "end": field.end + shift})
