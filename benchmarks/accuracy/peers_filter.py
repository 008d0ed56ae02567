"""Which items of other libraries are news-like, and why the others are left out."""

import re
from typing import Any

_MODELS = ("NumberModel", "PercentModel")  # of recognizers_number; its ranges and ordinals follow other conventions
_FRACTIONS = "half|halves|thirds?|fourths?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_FRACTION = re.compile(rf"[/½⅓⅔¼¾⅙]|\b(?:{_FRACTIONS})$")
_ORDINAL = re.compile(r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|th)s?\b")
_SHORTHAND = (
    r"\b(?:dzs|dozs|n[oa]ught|kuai|satoshis?|yo)\b|[{}<>\[\]]|\d+G\b|\b[GM]$|\bM[A-Z]{3}\b|MAUD|(?:usd|mxn|aud|cad|nzd|Mex)\$|"
    r"\d \$ \d|\brmb 1|[^\x00-\u024f\u2000-\u2fff]|\(\$|\d k$|-? \d+  k$|\(kg\)|\d ?\"|-10C|30 C outside|14\.7C"
)
_EVERY = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"\^|\d[eE][+-]?\d|x10|×10|\d ?\+/-|±|\d−\d|\bover (?:\d|one|tw|three)|/0|\b1/40|\bDMF\b",
         "formulas and powers"),
        (r"\d\.\d{3},\d|\b\d,\d{1,2}\b(?!,)|nrs?\. \d|245 23", "decimal commas and lists of bare numbers"),
        (r"\d+\.\d+\.\d+|://|\d/\d+/\d{4}|phone|SCP|scp|\d{4}-\d{4}|24703|I7-|Random Street|f / \d|\d\.\d+mm barrel",
         "identifiers and designations"),
        (_SHORTHAND, "shorthand"),
        (r"[a-z] - [a-z]+ hundred|fifty - two|fifty   two|one - fourth|five - eighths|423 0000|4/5|-1\d* ?\d*/",
         "dashes between words as hyphens, signs before fractions"),
        (r"\d (?:hundred|thousand) (?:and )?(?:\d|one\b)|(?:half|quarters?) million$|\bhundreds? tvs|two dozens",
         "digits and words mixed in one figure, sums of scales"),
        (r"(?:dollars?|USD|\$ 100) (?:and )?(?:\d+|one|two|forty five|fifty)\b(?! cent)(?! million)(?! rmb)(?! dollar)",
         "prices whose second part has no unit"),
        (r"\bfrom (?:about )?\W?\d+ ?(?:°C|mg)? (?:per kg )?to \W?\d", "from a to b: a change here, a range there"),
        (r"\d in(?:\.?$| thick| more)", "in for inches"),
        (r"one last time|of age 87", "idioms, and ages without a unit"),
    )
)  # fmt: skip
_SCIENCE = re.compile(
    r"nano|pico|femto|atto|tera|giga|mega(?!watt)|exa|kibi|bit|byte|electronvolt|inverse|gray|barn|candela|arc|joule|"
    r"kelvin|per (?:minute|millisecond|square second|cubic)|millisecond|radian|turn|spoon|cup|dram|decimet|centimet|"
    r"microgram|gross|dozen|\bdime\b|penny|british thermal|litre per|centilitre|square centi|lao|colón|satoshi|sen\b"
)
_NAMED = re.compile(r"(?:Voyager|South|Core|Jaw|by|be|the last|All|version)$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\.0)?")
_LONGEST = 5  # words of a mixed fraction that news may have: two and a half


def left_out(item: dict[str, Any], kind: str) -> str:
    """Why an item is left out for values or units; "" where it is news-like."""
    text, gold = item["text"], item["gold"]
    model = item["meta"].get("model") or ""
    if kind == "value" and model and model.rpartition("/")[2] not in _MODELS:
        return "ordinals, and ranges by their convention that the upper end is outside"
    if model.endswith("AgeModel"):
        return "ages, which are no claims here"
    reasons = [reason for pattern, reason in _EVERY if pattern.search(text)]
    if not gold and (kind == "unit" or re.search(r"\d ?[km]?[ml]\b", text)):
        reasons.append("items without a quantity, or with one that another model reads")
    reasons += [reason for part in gold if (reason := _part_left_out(part, text))]
    if gold and _bare_fraction(text, gold):
        reasons.append("bare fractions, which are shares only of something")
    return reasons[0] if reasons else ""


def _part_left_out(part: dict[str, Any], text: str) -> str:
    """Why one gold figure keeps its item out."""
    unit = (part.get("unit") or "dimensionless").casefold()
    if part["value"] in (None, "null"):
        return "units without a figure"
    if _improper(part["surface"].casefold()):
        return "fractions of ordinals above ten, sums of fractions"
    if _SCIENCE.search(unit):
        return "units of physics, computing and the kitchen"
    before = text[: part["start"]].rstrip()
    if unit == "dimensionless" and (_YEAR.fullmatch(str(part["value"])) or _NAMED.search(before)):
        return "years and parts of names, which count nothing here"
    return ""


def _bare_fraction(text: str, gold: list[dict[str, Any]]) -> bool:
    """Whether nothing but fractions is said: the result is one eighth."""
    if not all(_FRACTION.search(part["surface"]) for part in gold):
        return False
    rest = text
    for part in gold:
        rest = rest.replace(part["surface"], "")
    return not rest.strip(" .?") or rest.casefold().startswith(("the result is", "the measurement"))


def _improper(surface: str) -> bool:
    """A fraction that no news text has: three twenty-firsts, twenty fifths, one hundred and thirty fifths."""
    if not _ORDINAL.search(surface):
        return False
    parts = re.split(r"[ -]+", surface)
    short = len(parts) == 2 or (" and " in surface and len(parts) <= _LONGEST)  # noqa: PLR2004 - two thirds
    return not (
        short and re.fullmatch(_FRACTIONS, parts[-1]) and not parts[0].startswith(("twent", "hundred", "one hund"))
    )
