"""Control words of RTF that stand for a character, an encoding, or something that is on or off."""

from collections.abc import Mapping

SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "softline": " ", "lbr": "\n",
}  # fmt: skip
CHARACTERS = {"~": " ", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"}
CODE_PAGES = {"ansicpg": "cp{}", "cpg": "cp{}"}
OLD_ENCODINGS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
SWITCHES: Mapping[str, str] = {"b": "strong", "v": "hidden", "deleted": "deleted"}
