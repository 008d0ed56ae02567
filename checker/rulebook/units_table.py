"""The table of units: pint reads rules/lexicon/en/units.txt once for all, and the table is kept in lexicon/units.tsv.

Only names of that file ever reach pint, never the text of a report. Pint reads it anew where it, or what is added to
it, is not what the kept table was made of: importing pint alone takes longer than checking a few reports.
"""

from hashlib import sha256
from pathlib import Path

from checker.errors import RulebookError
from checker.model import Unit
from checker.rulebook.additions import units_files
from checker.rulebook.load import rules_folder
from checker.rulebook.measures import plural
from checker.rulebook.units_file import vetted

SHORTEST_NAME = 3  # letters of a unit that takes a plural -s; symbols take none
HEAD = "# tools/build_units.py makes this of en/units.txt, of which the hash is "


def measured() -> dict[str, Unit]:
    """The units of measurement by every written form, singular or plural.

    Raises:
        RulebookError: a file of units is wrong.
    """
    shipped, *added = units_files()
    return read_units(shipped, *added) if added else kept(shipped) or read_units(shipped)


def table_file() -> Path:
    """Where the table is kept."""
    return rules_folder() / "lexicon" / "units.tsv"


def kept(shipped: Path) -> dict[str, Unit] | None:
    """The kept table, None where there is none of the units as they are."""
    try:
        head, *lines = table_file().read_text(encoding="utf-8").splitlines()
        if head != HEAD + sha256(shipped.read_bytes()).hexdigest():
            return None
    except (OSError, ValueError):
        return None
    found: dict[tuple[str, ...], Unit] = {}
    table: dict[str, Unit] = {}
    for line in lines:
        form, *told = line.split("\t")
        name, dimension, factor = told
        unit = found.setdefault(tuple(told), Unit(name=name, dimension=dimension, factor=float(factor)))
        table[form] = unit
    return table


def shown(shipped: Path, table: dict[str, Unit]) -> str:
    """The table as it is kept."""
    rows = ("\t".join((form, unit.name, unit.dimension, repr(unit.factor))) for form, unit in table.items())
    return "\n".join((HEAD + sha256(shipped.read_bytes()).hexdigest(), *rows)) + "\n"


def read_units(shipped: Path, *added: Path) -> dict[str, Unit]:
    """The files of units as a table from every written form to its unit, read by pint.

    Raises:
        RulebookError: a file is wrong.
    """
    from pint import UnitRegistry  # noqa: PLC0415 - importing it takes longer than a short run

    path = shipped
    table: dict[str, Unit] = {}
    lines = [(file, line) for file in (shipped, *added) for line in vetted(file)]
    try:
        registry: UnitRegistry[float] = UnitRegistry(str(shipped), cache_folder=None)
        for path in added:
            registry.load_definitions(str(path))
    except Exception as error:  # pint evaluates what it reads: anything may come out of it
        raise RulebookError(f"{path}: {_reason(error)}") from error
    for path, line in lines:
        names = [part.strip() for part in line.partition("#")[0].split("=")]
        if len(names) == 1:
            continue
        try:
            quantity = registry.Quantity(1, names[0]).to_base_units()
            factor = float(quantity.magnitude)
        except Exception as error:
            raise RulebookError(f"{path}: {names[0]}: {_reason(error)}") from error
        unit = Unit(name=names[0], dimension=str(quantity.dimensionality), factor=factor)
        for name in (names[0], *names[2:]):
            if name != "_":
                form = name.replace("_", " ").casefold()
                table[form] = unit
                head, _, rest = form.partition(" per ")
                if len(head) >= SHORTEST_NAME:
                    table.setdefault(plural(head) + (f" per {rest}" if rest else ""), unit)
    return table


def _reason(error: Exception) -> str:
    """What pint makes of a definition that it cannot read."""
    return "units that are defined by each other" if isinstance(error, RecursionError) else " ".join(str(error).split())
