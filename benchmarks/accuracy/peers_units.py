"""The unit names of other libraries by ours."""

from checker.model import Unit

SAME = {
    "dollar": ("USD",), "united states dollar": ("USD",), "canadian dollar": ("CAD",), "hong kong dollar": ("HKD",),
    "australian dollar": ("AUD",), "new zealand dollar": ("NZD",), "pound": ("GBP", "pound_weight"),
    "british pound": ("GBP",), "pound sterling": ("GBP",), "pound-mass": ("pound_weight",), "euro": ("EUR",),
    "japanese yen": ("JPY",), "chinese yuan": ("CNY",), "swiss franc": ("CHF",), "rupee": ("INR",),
    "turkish lira": ("TRY",), "georgian lari": ("GEL",), "mexican peso": ("MXN",), "franc": ("franc", "CHF", "XOF"),
    "pence": ("penny", "pence"), "meter": ("metre",), "kilometer": ("kilometre",), "millimeter": ("millimetre",),
    "square meter": ("square_metre",), "square kilometer": ("square_kilometre",), "ton": ("ton", "tonne"),
    "metric ton": ("tonne",), "milliliter": ("millilitre",), "cubic centimetre": ("millilitre",),
    "c": ("degree_Celsius",), "f": ("degree_Fahrenheit",),
    "degree": ("degree",), "percentage": ("percent",), "gram": ("gram",), "dollar per hour": ("USD per hour",),
    "mile per hour": ("mile_per_hour",), "kilometer per hour": ("kilometre_per_hour",),
    "ton per day": ("tonne per day",),
    "count per week": ("times per week",), "dollar per kilogram": ("USD per kg", "USD per kilogram"),
}  # fmt: skip
NONE = frozenset((None, "", "dimensionless"))


def same_unit(ours: Unit | None, gold: str | None) -> bool:
    """Whether our unit is the one of the gold; a bare or a counted figure is without dimension there."""
    if gold in NONE:
        return ours is None or ours.dimension == f"[{ours.name}]" or ours.name == "percent"
    if ours is None or gold is None:
        return False
    folded = gold.casefold()
    name = ours.name.casefold()
    names = SAME.get(folded, (folded.replace(" ", "_"), folded))
    return any(name == known.casefold() or name.startswith(f"{known.casefold()} per ") for known in names)
