"""In which encoding a page is: what its envelope says, its byte order mark, its meta tag; then as any text."""

import re

from checker.read.decode import Decoded, decode

HEAD = 8 * 1024  # bytes in which a page declares its encoding
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})"
    rb"|<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
# The web means Windows-1252 by these, and never UTF-16 by a tag that can be read.
_MEANT = {
    **dict.fromkeys(
        ("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "x-cp1252"), "cp1252"
    ),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "utf8", "unicode", "x-user-defined"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    "tis-620": "cp874",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "iso-8859-8-i": "iso-8859-8",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
}
_KNOWN = re.compile(
    r"utf-?8|iso-?8859-\d{1,2}|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]|big5(?:-hkscs)?|gb18030|euc-jp|iso-2022-jp|mac-roman"
)


def decoded(data: bytes, declared: str) -> Decoded:
    """A page as text; `declared` is the encoding that its envelope names.

    Raises:
        DocumentError: it is no text.
    """
    return decode(data, meant(declared) or meant(_named(data[:HEAD])))


def meant(charset: str) -> str:
    """The encoding that a declared name stands for, "" for none that a page can have."""
    name = charset.strip().strip("\"'").lower()
    name = _MEANT.get(name, name)
    return name if _KNOWN.fullmatch(name) else ""


def _named(head: bytes) -> str:
    match = _DECLARED.search(head)
    return (match[1] or match[2]).decode("ascii", "replace") if match else ""
