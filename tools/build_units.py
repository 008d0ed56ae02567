"""Write rules/lexicon/units.tsv, the table of units that is read instead of asking pint, anew from en/units.txt."""

from checker.rulebook.additions import units_files
from checker.rulebook.units_table import read_units, shown, table_file

if __name__ == "__main__":
    shipped = units_files()[0]
    table_file().write_text(shown(shipped, read_units(shipped)), encoding="utf-8")
