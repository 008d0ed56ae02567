"""Mojibake: UTF-8 that somebody read as Windows-1252 and saved again, so that a dash is three odd characters."""

import re

SHOWN = 3  # samples that are told
# The characters that the bytes 80 to BF, which continue a character of UTF-8, have in Windows-1252.
_TRAIL = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ\u00a0-\u00bf"
# Quotes, dashes, the euro and trade mark signs; signs and letters of the West: what English texts have of them.
_GARBLED = re.compile(rf"â(?:€[\x80-\x9f{_TRAIL}]|‚¬|„¢)|Â[\u00a0-\u00bf]|Ã[{_TRAIL}]")


def misread(text: str) -> str:
    """What is to be said of mojibake in a text, "" where it has none.

    In a plain text it is left as it is: every place has to stay where it is in the file.
    """
    found: dict[str, str] = {}
    count = 0
    for match in _GARBLED.finditer(text):
        count += 1
        if len(found) < SHOWN:
            found.setdefault(match[0], mended(match[0]))
    if not count:
        return ""
    told = ", ".join(f"{bad!r} for {good!r}" for bad, good in found.items())
    places = "1 place is" if count == 1 else f"{count} places are"
    return (
        f"{places} UTF-8 that was read as Windows-1252 and saved again, such as {told}; save it anew from the original"
    )


def mended(text: str) -> str:
    """The text with mojibake undone; it is shorter then."""
    return _GARBLED.sub(lambda match: _meant(match[0]), text)


def _meant(text: str) -> str:
    data = b"".join(char.encode("latin-1" if char < "\u0100" else "cp1252") for char in text)
    return data.decode("utf-8", errors="replace")
