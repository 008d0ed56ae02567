import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.align.names import name_likeness, same_person
from checker.model import Mention, Relation, Span

NAMES = st.text(alphabet="abdehikmnoqruwyz -'", min_size=1, max_size=24)


def mention(name: str) -> Mention:
    span = Span(start=0, end=len(name), line=1, column=1)
    return Mention(document="d", span=span, quote=name, text=name.title(), folded=name)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ana silva", "ana sylva"),
        ("jan wilczyk", "jan wilczek"),
        ("yussouf garba", "yussuf garba"),
        ("omar al-qureshi", "omar al-kureshi"),
        ("mohammed hassan", "mohamed hassan"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert 0.8 <= name_likeness(a, b) < 1
    assert same_person(mention(a), mention(b)) is Relation.OVERLAPS


@pytest.mark.parametrize(
    ("a", "b"), [("omar silva", "ana silva"), ("jan novak", "jan marek"), ("ibrahim al-masri", "hassan al-masri")]
)
def test_another_first_name_is_another_person(a: str, b: str) -> None:
    assert name_likeness(a, b) < 0.7
    assert same_person(mention(a), mention(b)) is Relation.DISJOINT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ana silva", "ana silva"),
        ("silva", "ana silva"),
        ("gen. jan novak", "jan novak"),
        ("omar masri", "omar al-masri"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert same_person(mention(a), mention(b)) is Relation.SAME


@given(NAMES, NAMES)
def test_likeness_has_no_direction(a: str, b: str) -> None:
    assert 0 <= name_likeness(a, b) <= 1
    assert same_person(mention(a), mention(b)) is same_person(mention(b), mention(a))


@given(NAMES)
def test_a_name_is_like_itself(name: str) -> None:
    assert name_likeness(name, name) in (0.0, 1.0)
