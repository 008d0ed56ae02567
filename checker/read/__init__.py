"""Reading: paths to documents, whatever their format.

`read_all` is the whole stage. A file's kind (`kinds`) chooses its reader (`formats`), which runs here or, where its
parser is risky, in a child process (`jail`); what an archive holds goes the same way (`documents`).
"""

from checker.read.documents import Notice
from checker.read.find import Candidate, Found, below, find, named_by, show, unusable
from checker.read.formats import holds_one, known_kinds, readable
from checker.read.paths import PathReader, Reading, content, lost, read_all, read_bytes, read_paths, read_text

__all__ = [
    "Candidate",
    "Found",
    "Notice",
    "PathReader",
    "Reading",
    "below",
    "content",
    "find",
    "holds_one",
    "known_kinds",
    "lost",
    "named_by",
    "read_all",
    "read_bytes",
    "read_paths",
    "read_text",
    "readable",
    "show",
    "unusable",
]
