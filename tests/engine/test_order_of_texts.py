"""Documents are in order however they come, and their claims have the places that follow from it."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import disk
from checker.engine.crossing import Mapped
from checker.engine.disk import Disk
from checker.engine.stages import map_document
from checker.engine.texts import Texts
from checker.model import Document
from checker.model.report import Chained

TOLD = "On Monday {} people died in Lirren. Another {} were hurt."
NAMES = "abcde"


@cache
def mapped(name: str, text: str = TOLD) -> Mapped:
    told = text.format(10 + NAMES.index(name), 30 + NAMES.index(name)) if name != "c" else "Nothing was said of it."
    return map_document(Document(id=f"d-{name}", path=f"{name}.txt", text=told, sha256=name * 64), [])


def texts(names: str) -> Texts:
    found = Texts(Disk())
    for name in names:
        found.add(mapped(name))
    found.arrange()
    return found


@pytest.mark.parametrize("held", [0, 3, 99])
@given(names=st.permutations(NAMES))
def test_documents_are_in_order(names: list[str], held: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "HELD", held)
        found = texts("".join(names))
        assert list(found) == [mapped(name) for name in NAMES]
        assert [document.path[0] for document in found.documents()] == list(NAMES)
        claims = [claim for name in NAMES for claim in mapped(name).claims]
        assert list(found.claims()) == claims
        assert [found.claims()[place] for place in range(-len(claims), len(claims))] == claims * 2
        assert list(found.claims()[1:4]) == claims[1:4]
        assert [found.claim(place) for place in range(found.places)] == claims
        assert [found.place(claim) for claim in claims] == list(range(found.places))
        assert [found.named(f"d-{name}").document for name in NAMES] == [mapped(name).document for name in NAMES]
        assert [first for first, _ in found.rest()] == [found.text(number).first for number in range(len(NAMES))]
        assert dict(found.profiles()) == {f"d-{name}": mapped(name).profile for name in NAMES}
        assert isinstance(found.claims(), Chained) == (held < len(NAMES))


def test_how_many_claims_each_document_has_is_known_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "HELD", 0)
    found = texts("edcba").claims()
    assert isinstance(found, Chained)
    assert list(found.sizes()) == [2, 2, 0, 2, 2]


@pytest.mark.parametrize("held", [0, 99])
def test_a_document_may_be_replaced(monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    monkeypatch.setattr(disk, "HELD", held)
    found = texts("dcbae")
    other = mapped("b", "On Tuesday {0} people died in Osk, and {1} were hurt; {0} came home.")
    found.replace((number, other) for number, item in enumerate(found) if item.head.id == "d-b")
    assert [item.head.id for item in found] == [f"d-{name}" for name in NAMES]
    assert found.named("d-b").claims == other.claims
    assert found.named("d-d").first == len(mapped("a").claims) + len(other.claims)


def test_an_unknown_document_is_none() -> None:
    with pytest.raises(KeyError):
        texts("ab").named("d-e")
