"""Findings that the configuration leaves out by where they stand."""

from checker.config.globs import fits
from checker.config.load import Config
from checker.model import Finding, Report


def without_ignored(report: Report, config: Config) -> Report:
    """The report without findings all of whose places lie in files for which their rule is left out."""
    if not config.settings.per_path_ignores:
        return report
    kept = tuple(finding for finding in report.findings if not _ignored(finding, config))
    return report.model_copy(update={"findings": kept})


def _ignored(finding: Finding, config: Config) -> bool:
    globs = [glob for glob, rules in config.settings.per_path_ignores.items() if finding.rule in rules]
    places = finding.locations
    return bool(globs) and bool(places) and all(fits(place.path, globs, config.folder) for place in places)
