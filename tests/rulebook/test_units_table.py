"""The table of units that is read instead of asking pint."""

from pathlib import Path

from checker.rulebook.additions import units_files
from checker.rulebook.units_table import kept, read_units, shown, table_file


def test_the_kept_table_is_what_pint_makes_of_the_units() -> None:
    (shipped,) = units_files()
    table = read_units(shipped)
    assert table_file().read_text(encoding="utf-8") == shown(shipped, table), "python tools/build_units.py"
    assert kept(shipped) == table


def test_forms_of_one_unit_are_one_unit_in_either() -> None:
    (shipped,) = units_files()
    for table in (kept(shipped), read_units(shipped)):
        assert table is not None
        assert table["km"] is table["kilometres"]


def test_no_table_stands_for_units_that_have_changed(tmp_path: Path) -> None:
    changed = tmp_path / "units.txt"
    changed.write_text(units_files()[0].read_text(encoding="utf-8") + "\nsmoot = 1.7 * metre\n", encoding="utf-8")
    assert kept(changed) is None
    assert read_units(changed)["smoot"].dimension == "[length]"
