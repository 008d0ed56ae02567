"""The shape of a rule: one TOML file under rules/, its examples included.

Each kind has a schema of its own, a subclass of `Rule` that pins `kind` and adds the tables its judge reads:
`rule_pair`, `rule_series`, `rule_total`, `rule_single`, `rule_names`. `rulebook.AnyRule` joins them into one union
that `kind` discriminates, and checker.judge has one module for each kind.
"""

from typing import Literal

from checker.model import Severity, Verdict
from checker.model.base import Frozen


class Example(Frozen):
    """A small case that a rule must or must not flag; it runs through the whole pipeline with only that rule on.

    `reports` are the texts of one or more reports (front matter allowed); `quotes` what the finding's locations must
    contain; `todo` marks a known gap, strictly: when the example starts to pass, the test asks for the mark to go.
    """

    why: str
    reports: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    todo: str = ""


class Rule(Frozen):
    """What all rules have. `id` names the thing found (count-mismatch): the file's stem, set when the file is loaded.

    `message` is a template whose fields its kind documents. `family` says where reports file what the rule finds,
    `hint` tells an editor what to do about it: one short sentence.
    """

    id: str = ""
    summary: str
    rationale: str
    hint: str = ""
    severity: Severity
    verdict: Verdict
    kind: Literal["single", "pair", "total", "series", "names"]
    family: Literal["counts", "sums", "units", "dates", "wording", "names", "sources"] = "counts"
    message: str
    must_flag: tuple[Example, ...]
    must_not_flag: tuple[Example, ...]
