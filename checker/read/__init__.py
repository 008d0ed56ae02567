"""Reading: paths to documents, whatever their format.

`read_paths` is the whole stage; a format joins by one entry in `checker.read.formats.READERS`.
"""

from checker.read.find import named_by, show, unusable
from checker.read.formats import readable
from checker.read.paths import Reading, read_all, read_paths, read_text

__all__ = ["Reading", "named_by", "read_all", "read_paths", "read_text", "readable", "show", "unusable"]
