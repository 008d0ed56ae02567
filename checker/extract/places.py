"""Places named in a sentence, with what governs them and what part they play."""

from checker.extract.places_chain import chained, joined
from checker.extract.places_match import NOTHING, Report, match, twin
from checker.extract.places_near import nearest_place
from checker.extract.places_words import is_title_case, run_end
from checker.extract.syntax import PlaceMention, Sentence

__all__ = ["find_places", "nearest_place"]


def find_places(sentence: Sentence, report: Report = NOTHING) -> tuple[PlaceMention, ...]:
    """The places of the sentence in order, adjectives of countries among them; offsets count in the document.

    Args:
        sentence: to search.
        report: what the rest of it tells: its own names, and its country, which settles what towns of several bear.

    Raises:
        RulebookError: a file of the lexicon is wrong.
    """
    tokens = sentence.tokens
    titled = is_title_case(tokens)
    found: list[PlaceMention] = []
    index = 0
    for capital in sentence.capitals:
        if capital < index:
            continue
        index, end = capital, run_end(tokens, capital)
        begin = index
        while index < end:
            mention = None
            if tokens[index].capital:
                mention = match(tokens, index, (begin, end), report, titled=titled)
                mention = mention or (twin(tokens, found[-1], (index, end)) if found else None)
            if mention is None:
                index += 1
                continue
            found.append(mention)
            index = max(mention.last, index + 1)
    return joined(sentence, chained(sentence, found))
