"""One figure in digits or words, with its scale words and the fraction added to it."""

from collections.abc import Sequence

from checker.extract.numeral import LARGEST, MOST_DIGITS, Numeral, word
from checker.extract.numerals_digits import digits, grouped, vulgar
from checker.extract.numerals_words import ARTICLES, cardinal, spelled
from checker.extract.syntax import Token
from checker.rulebook.numerals import numerals

MOST_SCALES = 2  # 1 lakh crore
THOUSAND = 1000.0
GROUP = 3  # digits


def single(tokens: Sequence[Token], index: int) -> Numeral | None:
    """The figure that begins at the token: 1.2 million, 400 thousand, 3 dozen, 2 1/2, two and a half million."""
    token = tokens[index]
    if token.text[0].isdigit() or (token.text[0] == "." and token.text[1:2].isdigit()):
        value = digits(token)
        if value is None:
            return None
        value = value._replace(first=index, last=index + 1)
        if value.suffix or value.tail or value.form != "cardinal":
            return value if value.tail else _scaled(tokens, value)
        return _mixed(tokens, _scaled(tokens, _spaced(tokens, value)))
    value = spelled(tokens, index)
    return _mixed(tokens, value) if value else None


def _spaced(tokens: Sequence[Token], value: Numeral) -> Numeral:
    """Thousands set apart by plain spaces: 12 500 people; a word or a mark must follow, as in a table none does."""
    at, text = value.last, tokens[value.first].text
    if not text.isdigit() or len(text) > GROUP or text == "0":
        return value
    while at < len(tokens) and len(text) < MOST_DIGITS and _group_of_three(tokens, at):
        text, at = text + tokens[at].text, at + 1
    follows = tokens[at].text[0] if at < len(tokens) else ""
    whole = grouped(text) if at > value.last and (follows.isalpha() or follows in "%.,;)") else None
    return value._replace(last=at, low=whole[0], high=whole[0]) if whole and whole[0] < LARGEST else value


def _group_of_three(tokens: Sequence[Token], at: int) -> bool:
    text = tokens[at].text
    return len(text) == GROUP and text.isdigit() and tokens[at].start == tokens[at - 1].end + 1


def _scaled(tokens: Sequence[Token], value: Numeral) -> Numeral:
    """The figure times the scale words behind it, with a unit that a hyphen ties to them."""
    table = numerals()
    at = value.last
    while at < len(tokens) and at < value.last + MOST_SCALES:
        head, _, tail = tokens[at].lower.partition("-")
        scale = table.scales.get(head) or table.groups.get(head.removesuffix("s") if head in table.countable else "")
        if scale is None or value.high * scale > LARGEST or value.suffix:
            break
        at += 1
        value = value.times(scale, value.last)
        if tail:
            return value._replace(last=at, tail=tail)
    return value._replace(last=at)


def _mixed(tokens: Sequence[Token], value: Numeral) -> Numeral:
    """The figure with a fraction added: 2 1/2, 7½, two and a half million, a million and a half."""
    table = numerals()
    if value.tail or value.form != "cardinal" or value.decimals:
        return value
    sign = vulgar(tokens[value.last].text) if value.last < len(tokens) else None
    if sign is not None and value.low < THOUSAND:
        return _scaled(tokens, _plus(value, sign, value.last + 1))
    if word(tokens, value.last) != "and":
        return value
    at = value.last + 1
    count = 1.0 if word(tokens, at) in ARTICLES else cardinal(word(tokens, at))[0]
    name = word(tokens, at + 1)
    fraction = table.fractions.get(name)
    sure = name in table.shares.sure or (fraction and count is not None and count > 1)
    scale = table.scales.get(word(tokens, at + 2))
    if fraction is None or count is None or count * fraction >= 1 or not (sure or scale):
        return value
    last_scale = table.scales.get(word(tokens, value.last - 1), 1.0)
    fraction *= count * (last_scale if last_scale >= THOUSAND else 1.0)
    return _scaled(tokens, _plus(value, fraction, at + 2))


def _plus(value: Numeral, fraction: float, last: int) -> Numeral:
    total = value.low + fraction
    return value._replace(last=last, low=total, high=total, decimals=1 if fraction < 1 else 0)
