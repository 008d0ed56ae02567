"""Values as they cross and as they are kept: packed JSON, which whoever only passes it on never reads."""

import zlib
from binascii import a2b_base64, b2a_base64
from functools import cached_property
from typing import Any, Generic, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, core_schema

from checker.errors import OutputError

T = TypeVar("T")
LEVEL = 1  # of packing: a quarter of the size, for less time than JSON takes
SMALL = 400  # bytes that packing would not make much smaller
MOST_BYTES = 2**28  # of one value: the claims of a report of 5 MB that is all figures take a twentieth
PACKED = b"\x78"  # the first byte of what zlib packs; no JSON begins with it


class Form(Generic[T]):
    """How values of a type are written down; what has its default is left out, and comes back as it."""

    def __init__(self, of: type[T]) -> None:
        self._of = of

    @cached_property
    def adapter(self) -> TypeAdapter[T]:
        """Made when it is needed, since small runs do without."""
        return TypeAdapter(self._of)

    def pack(self, value: T) -> bytes:
        """The value as JSON, packed where that is worth it."""
        plain = self.adapter.dump_json(value, exclude_defaults=True)
        return plain if len(plain) < SMALL else zlib.compress(plain, LEVEL)

    def unpack(self, packed: bytes) -> T:
        """The value.

        Raises:
            OutputError: it is none of this type, as only a cache or a process that somebody has forged would give.
        """
        try:
            return self.adapter.validate_json(_plain(packed))
        except (ValidationError, zlib.error) as error:
            raise OutputError(
                "what was kept of a report cannot be read; `check cache clear` deletes what earlier runs have kept"
            ) from error


FORMS: dict[object, Form[Any]] = {}


def form(of: type[T]) -> Form[T]:
    """How values of a type are written down, the same for all who ask."""
    found: Form[T] = FORMS.setdefault(of, Form(of))
    return found


class Sealed(Generic[T]):
    """A value at hand, packed, or both."""

    __slots__ = ("_form", "_packed", "_value")

    def __init__(self, form: Form[T], value: T | None = None, packed: bytes = b"") -> None:
        """One of `value` and `packed` is given."""
        self._form = form
        self._value = value
        self._packed = packed

    @property
    def value(self) -> T:
        """The value itself."""
        if self._value is None:
            self._value = self._form.unpack(self._packed)
        return self._value

    @property
    def packed(self) -> bytes:
        """The value as its form packs it."""
        if not self._packed:
            self._packed = self._form.pack(self.value)
        return self._packed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and self.value == other.value

    __hash__ = None  # type: ignore[assignment]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """In JSON it is a string: what is packed, in base 64."""
        del handler
        (of,) = get_args(source)
        own = form(of)
        return core_schema.no_info_after_validator_function(
            lambda text: cls(own, packed=a2b_base64(text)),
            core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda sealed: b2a_base64(sealed.packed, newline=False).decode("ascii")
            ),
        )


def _plain(packed: bytes) -> bytes:
    """What was packed, as far as it may go."""
    return zlib.decompressobj().decompress(packed, MOST_BYTES) if packed.startswith(PACKED) else packed


def sealed(of: type[T], value: T) -> Sealed[T]:
    """A value at hand."""
    return Sealed(form(of), value)
