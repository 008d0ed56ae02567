"""A consistency checker for news reports that conflict.

Data flows one way: document, claims, groups, findings, report. `checker.api.check` runs the whole.
"""

__version__ = "0.1.0"
