"""Numbers and periods as people write them."""

from checker.model.period import Period, Precision

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def number(amount: float) -> str:
    """2000.0 as 2,000 and 5.25 as 5.25."""
    return f"{int(amount):,}" if float(amount).is_integer() else f"{amount:,.10g}"


def period(days: Period) -> str:
    """20 December 2024, December 2024, 2024, or two days with "to" between them."""
    if days.start == days.end:
        return f"{days.start.day} {MONTHS[days.start.month - 1]} {days.start.year}"
    if days.precision is Precision.MONTH:
        return f"{MONTHS[days.start.month - 1]} {days.start.year}"
    if days.precision is Precision.YEAR:
        return str(days.start.year)
    return f"{period(Period.on(days.start))} to {period(Period.on(days.end))}"


def plural(many: int, word: str) -> str:
    """1 claim, 2 claims."""
    return f"{many:,} {word}{'' if many == 1 else 's'}"
