from collections.abc import Callable
from datetime import date

import pytest

from checker.judge.alone import alone
from checker.judge.draft import Case
from checker.model import Claim, Document, Period, Profile

Make = Callable[..., Claim]


def case_of(*claims: Claim, days: dict[str, int] | None = None) -> Case:
    names = sorted({claim.document for claim in claims})
    documents = {name: Document(id=name, path=name, text="", sha256="") for name in names}
    profiles = {name: Profile(published=Period.on(date(2023, 5, day))) for name, day in (days or {}).items()}
    return Case(claims=claims, mentions=(), documents=documents, profiles=profiles)


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        pytest.param(None, True, id="one figure each"),
        pytest.param({"document": "a", "number": "250"}, False, id="the first text has the other figure too"),
        pytest.param({"document": "b", "number": "200"}, False, id="so has the second"),
        pytest.param({"document": "b", "number": "50"}, False, id="a third figure makes up the difference"),
        pytest.param({"document": "b", "number": "230"}, False, id="the second text has two counts"),
        pytest.param({"document": "b", "number": "230", "measure": "rescued"}, True, id="of another measure"),
        pytest.param({"document": "c", "number": "230"}, True, id="of a third text"),
    ],
)
def test_what_reconciles_two_figures(claim: Make, third: dict[str, str] | None, *, expected: bool) -> None:
    a, b = claim("200", document="a", measure="aboard"), claim("250", document="b", measure="aboard")
    more = [claim(**{"measure": "aboard", "start": 90, **third})] if third else []  # type: ignore[arg-type]
    assert alone(a, b, case_of(a, b, *more)) is expected
    assert alone(b, a, case_of(a, b, *more)) is expected


@pytest.mark.parametrize(("day", "expected"), [(14, False), (10, True)])
def test_a_figure_that_all_later_reports_have_replaces_the_first(claim: Make, day: int, *, expected: bool) -> None:
    a = claim("200", document="a", measure="aboard")
    b, again = (claim("250", document=name, measure="aboard") for name in "bc")
    assert alone(a, b, case_of(a, b, again, days={"a": 11, "b": 12, "c": day})) is expected
