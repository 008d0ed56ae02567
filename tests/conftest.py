"""What many tests share: a factory of claims, and the generator of archives."""

from collections.abc import Callable
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from checker.model import Claim, Event, Figure, Interval, Kind, Period, Place, Population, Section, Span, Speaker, Unit

pytest_plugins = ("report_fixture",)
settings.register_profile("steady", derandomize=True, deadline=None)  # the same commit, the same verdict
settings.load_profile("steady")
ARCHIVE = Path(__file__).resolve().parent.parent / "benchmarks" / "archive.py"
COUNTRY = {"syria": "SY", "mombasa": "KE", "kisumu": "KE"}


def build_claim(
    number: str = "30",
    *,
    id: str = "",  # noqa: A002
    document: str = "a",
    start: int = 0,
    value: float | None = None,
    hard: Interval | None = None,
    soft: Interval | None = None,
    hedge: str = "",
    unit: str = "person",
    dimension: str = "",
    factor: float = 1.0,
    measure: str = "killed",
    population: str | Population | None = "people",
    place: str | None = "mombasa",
    time: Period | date | None = date(2023, 5, 10),
    stated: bool = True,
    speaker: str | None = None,
    context: str = "fire market stall night crowd",
    names: tuple[str, ...] = (),
    event: str = "",
    section: Section = Section.BODY,
    **fields: object,
) -> Claim:
    point = Interval.exactly(float(number.replace(",", "")) if value is None else value)
    return Claim.model_validate(
        {
            "id": id or f"c-{document}-{start}-{number}",
            "document": document,
            "span": Span(start=start, end=start + 20, line=1, column=start + 1),
            "quote": f"{number} {population}",
            "number": Figure(start=start, end=start + len(number), text=number, hedge=hedge),
            "asserted": point,
            "hard": hard or point,
            "soft": soft or hard or point,
            "unit": Unit(name=unit, dimension=dimension or unit, factor=factor),
            "measure": measure,
            "population": Population(text=population) if isinstance(population, str) else population,
            "place": place
            and Place(text=place.title(), name=place, containers=("east",), country=COUNTRY.get(place, "")),
            "time": Period.on(time) if isinstance(time, date) else time,
            "time_stated": stated,
            "speaker": speaker and Speaker(text=speaker, name=speaker.casefold()),
            "event": Event(kind=event or measure, names=names),
            "context": tuple(sorted(context.split())),
            "section": section,
            "kind": Kind.FLOW,
            **fields,
        }
    )


@pytest.fixture
def claim() -> Callable[..., Claim]:
    return build_claim


@pytest.fixture(scope="session")
def archive() -> ModuleType:
    """The generator of archives that benchmarks are run on."""
    spec = spec_from_file_location("archive", ARCHIVE)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
