"""Inputs that hypothesis invents: words that set the target to work, in any order, and bytes that set it off."""

from pathlib import Path

from hypothesis import strategies as st

SEEDS = Path(__file__).resolve().parent / "seeds"
WORDS = SEEDS.parent / "words.txt"


def inputs(name: str) -> st.SearchStrategy[bytes]:
    """Bytes for a target: pieces of its seeds, words of the trade, text of any script, raw bytes."""
    kept = [path.read_bytes() for path in sorted((SEEDS / name).glob("*"))]
    words = [line.encode() for line in WORDS.read_text(encoding="utf-8").splitlines() if line]
    pieces = [piece for data in kept for piece in data.split()]
    odd = st.one_of(
        st.sampled_from([*words, *pieces]),
        st.sampled_from([b" ", b"\n", b"\n\n", b", ", b"\t", b'"', b"\f"]),
        st.text(max_size=5).map(lambda text: text.encode("utf-8", errors="surrogatepass")),
        st.binary(max_size=5),
    )
    joined = st.tuples(st.sampled_from([b" ", b"", b"\n"]), st.lists(odd, max_size=40))
    made = joined.map(lambda parts: parts[0].join(parts[1]))
    if not kept:
        return made
    cut = st.tuples(st.sampled_from(kept), st.integers(0, 1_000), st.integers(0, 1_000), made)
    return made | cut.map(lambda parts: _spliced(*parts))


def _spliced(data: bytes, start: int, end: int, middle: bytes) -> bytes:
    """A seed with a stretch of it, given in thousandths, replaced."""
    first, last = sorted((start * len(data) // 1_000, end * len(data) // 1_000))
    return data[:first] + middle + data[last:]
