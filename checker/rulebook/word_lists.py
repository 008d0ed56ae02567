"""Every word list by its file's name, so that what is added to one is tried before any report is read."""

from collections.abc import Callable, Mapping

from checker.rulebook.additions import UNITS, Additions, use
from checker.rulebook.assertions import assertions
from checker.rulebook.clauses import clause_words
from checker.rulebook.furniture import furniture
from checker.rulebook.gazetteer_data import countries, places
from checker.rulebook.grammar import grammar
from checker.rulebook.happenings import happenings
from checker.rulebook.limits import limits
from checker.rulebook.measures import measures
from checker.rulebook.modality import modality_lexicon
from checker.rulebook.names import names_lexicon
from checker.rulebook.numerals import hedges, numerals
from checker.rulebook.populations import populations
from checker.rulebook.quantities import quantity_words
from checker.rulebook.speakers import speaker_lexicon
from checker.rulebook.styles import style_words
from checker.rulebook.temporal import temporal
from checker.rulebook.thresholds import thresholds
from checker.rulebook.units import units
from checker.rulebook.web import web

LISTS: Mapping[str, Callable[[], object]] = {
    "assertions.toml": assertions,
    "clauses.toml": clause_words,
    "counted.toml": units,
    "countries.toml": countries,
    "furniture.toml": furniture,
    "grammar.toml": grammar,
    "happenings.toml": happenings,
    "hedges.toml": hedges,
    "measures.toml": measures,
    "modality.toml": modality_lexicon,
    "money.toml": units,
    "names.toml": names_lexicon,
    "numerals.toml": numerals,
    "places.toml": places,
    "populations.toml": populations,
    "quantities.toml": quantity_words,
    "speakers.toml": speaker_lexicon,
    "styles.toml": style_words,
    "temporal.toml": temporal,
    "verbs.toml": measures,
    "web.toml": web,
    UNITS: units,
}


def put_in_force(additions: Additions) -> None:
    """Use additions from here on, once each of them has been read and found right.

    Raises:
        RulebookError: a faulty file, threshold or limit, named with its key.
    """
    use(additions)
    thresholds()
    limits()
    for folder in additions.lexicons:
        for path in sorted(folder.iterdir()):
            if path.name in LISTS:
                LISTS[path.name]()
