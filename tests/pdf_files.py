"""Writes PDF files: pages of lines at places of their own, with whatever else a test wants."""

import zlib
from collections.abc import Mapping, Sequence
from hashlib import md5

WIDTH, HEIGHT = 595, 842
PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
FONTS = "/Font << /F1 3 0 R /F2 4 0 R >>"
PICTURE = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im1 Do Q"


def line(text: str, x: float = 72, y: float = 700, size: float = 11, *, font: str = "F1", turn: str = "1 0 0 1") -> str:
    """A line of text; F2 is the bold font."""
    told = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {turn} {x} {y} Tm ({told}) Tj ET\n"


def lines(texts: Sequence[str], x: float = 72, y: float = 700, size: float = 11, pitch: float = 1.2) -> str:
    """Lines one below the other."""
    return "".join(line(text, x, y - number * pitch * size, size) for number, text in enumerate(texts))


def pdf(
    pages: Sequence[str | bytes],
    *,
    info: Mapping[str, str] | None = None,
    catalog: str = "",
    page: str = "",
    more: Sequence[str | bytes] = (),
    password: str | None = None,
) -> bytes:
    """A file with a page for each stream of drawing; `more` are objects, numbered from 7 + twice the pages on.

    A password, even an empty one, encrypts it.
    """
    objects: list[bytes] = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (7 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
        stream(
            b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        ),
        b"<< %s >>" % b" ".join(f"/{key} ({value})".encode("latin-1") for key, value in (info or {}).items()),
    ]
    resources = f"/Resources << {FONTS} /XObject << /Im1 5 0 R /Fm1 {7 + 2 * len(pages)} 0 R >> >>"
    for number, drawing in enumerate(pages):
        told = drawing.encode("latin-1") if isinstance(drawing, str) else drawing
        key = _key(password) if password is not None else None
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {box} {resources} /Contents {8 + 2 * number} 0 R {page} >>".encode()
        )
        objects.append(stream(told if key is None else _rc4(_object_key(key, 8 + 2 * number), told)))
    objects += [each.encode("latin-1") if isinstance(each, str) else each for each in more]
    return assembled(objects, _encryption(password) if password is not None else "")


def stream(data: bytes, keys: str = "") -> bytes:
    """A stream as an object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys.encode(), data)


def packed(data: bytes, times: int) -> bytes:
    """A stream that is packed several times over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter [{' '.join(['/FlateDecode'] * times)}]")


def assembled(objects: Sequence[bytes], trailer: str = "", root: str = "1 0 R") -> bytes:
    """Objects as a file, with a table of where they are."""
    out = b"%PDF-1.7\n"
    places = []
    for number, told in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, told)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    info = "/Info 6 0 R" if size > 6 else ""
    end = f"trailer\n<< /Size {size} /Root {root} {info} {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + end.encode("latin-1")


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + PADDING)[:32]


def _owner(password: str) -> bytes:
    return _rc4(md5(_padded("owner")).digest()[:5], _padded(password))  # noqa: S324 what the format asks for


def _key(password: str) -> bytes:
    told = _padded(password) + _owner(password) + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + b"\0"
    return md5(told).digest()[:5]  # noqa: S324


def _object_key(key: bytes, number: int) -> bytes:
    return md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]  # noqa: S324


def _encryption(password: str) -> str:
    user = _rc4(_key(password), PADDING)
    owner = _owner(password)
    return f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >> /ID [<00> <00>]"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
