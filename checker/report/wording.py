"""How people read a claim: its value, its time and who vouches for it."""

from checker.model import Claim, Kind, Profile, Standing
from checker.model.wording import number, period


def value(claim: Claim) -> str:
    """The asserted interval: "2,000", "about 2,000", "more than 100", "at most 5", "40 to 60"; "" for a date."""
    if claim.date is not None:
        return ""
    low, high = claim.asserted.low, claim.asserted.high
    about = "about " if claim.approximate else ""
    if low is not None and low == high:
        return about + number(low)
    if low is not None and high is not None:
        return f"{about}{number(low)} to {number(high)}"
    if low is not None:
        return ("more than " if claim.asserted.low_open else "at least ") + number(low)
    if high is not None:
        return ("less than " if claim.asserted.high_open else "at most ") + number(high)
    return "any number"


def voice(claim: Claim, profile: Profile | None) -> str:
    """Who vouches for the claim: its speaker and through whom, else the report and where it comes from."""
    if claim.speaker is None:
        return f"the report itself ({profile.source})" if profile and profile.source else "the report itself"
    via = claim.speaker.via if claim.speaker.via.casefold() not in claim.speaker.text.casefold() else ""
    return f"{claim.speaker.text}, via {via}" if via else claim.speaker.text


def when(claim: Claim) -> str:
    """As of when the claim holds, or of which days it tells, and whether the text says so; "" where nobody knows."""
    if claim.time is None or claim.date is not None:
        return ""
    days = period(claim.time)
    if " to " in days:
        shown = f"from {days}"
    elif claim.kind in (Kind.STOCK, Kind.CUMULATIVE, Kind.UNKNOWN):
        shown = f"as of {days}"
    else:
        shown = f"{'on' if claim.time.start == claim.time.end else 'in'} {days}"
    return shown if claim.time_stated else f"{shown} (inferred)"


def why_settled(standing: Standing) -> str:
    """Why a finding was accepted or suppressed, by whom and until when; "" where nobody said."""
    until = f"until {standing.until}" if standing.until else ""
    return ", ".join(part for part in (standing.reason, standing.by, until) if part)
