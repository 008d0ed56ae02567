"""What is sealed comes back as it was, from a process, a cache or a disk."""

import zlib
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from checker.engine.sealed import SMALL, Form, Sealed, form, sealed
from checker.errors import OutputError

WORDS = st.lists(st.text(max_size=SMALL // 4), max_size=12)


class Letter(NamedTuple):
    number: int
    words: Sealed[list[str]]


LETTER = TypeAdapter(Letter)


@given(WORDS)
def test_what_is_packed_is_unpacked(words: list[str]) -> None:
    own = form(list[str])
    assert own.unpack(own.pack(words)) == words


@given(WORDS)
def test_what_is_sealed_crosses(words: list[str]) -> None:
    sent = Letter(3, sealed(list[str], words))
    came = LETTER.validate_json(LETTER.dump_json(sent))
    assert came == sent
    assert LETTER.dump_json(came) == LETTER.dump_json(sent)


def test_whoever_hands_on_reads_nothing() -> None:
    class Unreadable(Form[list[str]]):
        def unpack(self, packed: bytes) -> list[str]:
            raise AssertionError(packed)

    sent = Letter(3, Sealed(Unreadable(list[str]), packed=form(list[str]).pack(["a" * SMALL])))
    assert LETTER.validate_json(LETTER.dump_json(sent)).words.value == ["a" * SMALL]


@pytest.mark.parametrize("packed", [b"[1]", b"[", b"{}", b"\x78\x01damaged", zlib.compress(b"{}")])
def test_what_is_none_is_said_so(packed: bytes) -> None:
    with pytest.raises(OutputError, match="check cache clear"):
        form(list[str]).unpack(packed)
