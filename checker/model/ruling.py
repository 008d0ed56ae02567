"""What an editor has decided about two claims."""

from checker.model.base import Frozen


class Ruling(Frozen):
    """Whether claims with these keys (`identity.claim_key`) are about one fact; it stands over what was worked out."""

    first: str
    second: str
    same: bool
    reason: str
