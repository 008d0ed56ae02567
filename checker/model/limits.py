"""How much of a report is read and compared: the bounds within which hostile input is kept."""

from pydantic import Field

from checker.model.base import Frozen


class Limits(Frozen, strict=True):
    """Bounds of a run; sizes in bytes. The shipped values, and their reasons, stand in rules/limits.toml."""

    document_bytes: int = Field(ge=1)
    archive_bytes: int = Field(ge=1)
    unpacked_bytes: int = Field(ge=1)
    unpacked_ratio: int = Field(ge=1)
    entries: int = Field(ge=1)
    articles: int = Field(ge=1)
    nesting: int = Field(ge=1)
    header_bytes: int = Field(ge=100)
    depth: int = Field(ge=0)
    pages: int = Field(ge=1)
    seconds: int = Field(ge=1)
    memory_bytes: int = Field(ge=64 * 1024 * 1024)
    text_characters: int = Field(ge=1)
    checked_characters: int = Field(ge=1)
    figures: int = Field(ge=1)
    claims: int = Field(ge=1)
    pairs_in_text: int = Field(ge=1)
    pairs_between: int = Field(ge=1)
