"""Names beside others that make them a person's or an organisation's: Ali Hama, the Jordan Times."""

from checker.extract.places_mention import Sight
from checker.extract.places_words import Tokens, demonym, is_direction, is_head, is_opener
from checker.extract.syntax import Token
from checker.rulebook.gazetteer import fold_place, lookup
from checker.rulebook.gazetteer_data import place_words

LARGE = 100  # thousands of people from which a city is taken for itself without a preposition
ORGANISATION_REACH = 3  # words behind a name within which Army or Times makes it an organisation's


def is_organisation(tokens: Tokens, sight: Sight) -> bool:
    """Whether the name is part of an organisation's: Jordan Times, Bank of China, Islamic State of Iraq and Syria."""
    words = place_words()
    begin, end = sight.run
    after = tokens[sight.last : min(end, sight.last + (1 if sight.titled else ORGANISATION_REACH))]
    if any(token.lower in words.organisations for token in after) and not any(
        token.lower in words.never or demonym(token) for token in after[:1]
    ):
        return True
    before = [token.lower for token in tokens[max(begin, sight.first - 4) : sight.first]]
    if "and" in [token.lower for token in tokens[sight.first - 1 : sight.first]] and sight.first > 1:
        before = [token.lower for token in tokens[max(0, sight.first - 6) : sight.first]]
        return "of" in before and "state" in before and "islamic" in before
    if not before or sight.titled:
        return False
    return (before[-1] in {"of", "for"} and any(word in words.organisations for word in before)) or (
        before[-1] in words.organisations and before[-1] not in words.titles
    )


def is_person(tokens: Tokens, sight: Sight) -> bool:
    """Whether a capitalised neighbour that is no place, day or head makes the name a person's."""
    words = place_words()
    first, last = sight.first, sight.last
    before = tokens[first - 1] if first else None
    if before is not None and first > 1 and before.capital and before.lower not in words.never and not demonym(before):
        return not _is_wide(before) and not is_direction(before) and not is_opener(before)
    if last >= len(tokens) or not tokens[last].capital:
        return False
    after = tokens[last]
    return not (after.lower in words.never or is_head(after.lower) or demonym(after) or _is_wide(after))


def _is_wide(token: Token) -> bool:
    """Whether a word is the name of a country, a region or a large town, which may stand beside a town's."""
    return any(
        e.kind in {"country", "region", "site", "land"} or e.people >= LARGE for e in lookup(fold_place(token.text))
    )
