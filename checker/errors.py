"""The errors of the checker, all below one root.

CheckError
├── UsageError        wrong arguments: a missing path, an unknown option value
├── OutputError       the system fails while a report is made: a full disk, a cluster that is gone
├── ConfigError       check.toml, a baseline or the file of decisions is wrong: names file, line, key and reason
├── RulebookError     a rule or lexicon file is wrong: names file, key and reason
└── DocumentError     one document cannot be read: names the file and what was expected
"""


class CheckError(Exception):
    """Root of everything that is raised on purpose; its message is meant for people."""


class UsageError(CheckError):
    """The call is wrong: a path that does not exist, a rule id that nobody knows."""


class OutputError(CheckError):
    """A report could not be made or written although it should: the disk is full, the device or the cluster fails."""


class ConfigError(CheckError):
    """A file that says how to check, or what has been decided, is wrong; the message names file, key and reason."""


class RulebookError(CheckError):
    """A file under rules/ is wrong; the message names the file, the key and what was expected."""


class DocumentError(CheckError):
    """A document could not be read; the run goes on without it.

    Attributes:
        status: one of `checker.model.Status`, as its value.
    """

    def __init__(self, message: str, status: str = "failed") -> None:
        super().__init__(message)
        self.status = status
