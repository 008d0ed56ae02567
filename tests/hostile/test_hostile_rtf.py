"""Hostile RTF files: an outcome for each."""

import random

import pytest
from office_files import read_each, read_one

from checker.model import Status

HOSTILE: dict[str, tuple[bytes, set[Status]]] = {
    "groups without end": (b"{\\rtf1 " + b"{" * 3_000_000, {Status.FAILED}),
    "ends without groups": (b"{\\rtf1 held" + b"}" * 3_000_000, {Status.OK}),
    "a multitude of control words": (b"{\\rtf1 held" + b"\\b1\\b0" * 100_000 + b"}", {Status.OK}),
    "a multitude of bytes of characters": (b"{\\rtf1 held" + b"\\'e9" * 200_000 + b"}", {Status.OK}),
    "a multitude of halves of characters": (b"{\\rtf1 held" + b"\\u-10179?" * 200_000 + b"}", {Status.OK}),
    "binary data of any length": (b"{\\rtf1 held\\bin2147483647 x}", {Status.PARTIAL}),
    "binary data of negative length": (b"{\\rtf1 held\\bin-5 x}", {Status.OK}),
    "numbers of any size": (
        b"{\\rtf1\\uc9999999999\\u9999999999\\f-999\\s99999\\ls1\\outlinelevel77 ????????? held}",
        {Status.OK},
    ),
    "an encoding that nobody knows": (b"{\\rtf1\\ansicpg99999 caf\\'e9 held}", {Status.OK}),
    "cells without a table": (b"{\\rtf1 " + b"held\\cell\\row\\nestcell\\nestrow" * 20_000 + b"}", {Status.OK}),
    "a link that leads to a file": (
        b'{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT "file:///etc/passwd"}{\\fldrslt held}}}',
        {Status.OK},
    ),
    "stars": (b"{\\rtf1 held" + b"{\\*\\*\\*}" * 100_000 + b"}", {Status.OK}),
    "nothing": (b"{\\rtf1}", {Status.NO_TEXT}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_an_outcome_for_each(name: str) -> None:
    data, statuses = HOSTILE[name]
    found = read_one("a.rtf", data)
    assert found.status in statuses, found.reason
    assert ("held" in found.text) is (found.status in {Status.OK, Status.PARTIAL})
    assert "root:" not in found.text


def test_garbage() -> None:
    chance = random.Random(7)  # noqa: S311 the same bytes each time
    pieces = [
        b"{",
        b"}",
        b"\\",
        b"\\'",
        b"\\u",
        b"-1",
        b"\\par",
        b"\\cell",
        b"\\footnote",
        b"\\*",
        b" held ",
        b"\0",
        b"\xff",
    ]
    garbage = [b"{\\rtf1 " + b"".join(chance.choices(pieces, k=3_000)) for _ in range(40)]
    found = read_each("a.rtf", garbage)
    assert len(found) == len(garbage)
    assert {each.status for each in found} <= {Status.OK, Status.PARTIAL, Status.NO_TEXT, Status.FAILED}
