import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping

import pytest

from checker.model import Document, Status
from checker.read import read_bytes
from checker.rulebook.additions import Additions, Changed
from checker.rulebook.word_lists import put_in_force

TEXT = b"The dam at Ikorre held, and 12 people were rescued."
Pack = Callable[[Mapping[str, bytes]], bytes]


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


def gzipped_tar(files: Mapping[str, bytes]) -> bytes:
    return gzip.compress(tarred(files))


PACKERS = [("a.zip", zipped), ("a.tar", tarred), ("a.tgz", gzipped_tar), ("a.tar.gz", gzipped_tar)]


@pytest.fixture
def allowed() -> Iterator[Callable[..., None]]:
    """Puts limits in force for one test."""
    yield lambda **values: put_in_force(Additions(limits=Changed(values)))
    put_in_force(Additions())


def outcomes(name: str, data: bytes) -> dict[str, tuple[str, str]]:
    """What became of everything that some bytes hold, by path."""
    return {
        found.path: (found.status.value if isinstance(found, Document) else "notice", found.reason)
        for found in read_bytes(name, data)
    }


@pytest.mark.parametrize(("name", "pack"), PACKERS)
def test_what_an_archive_holds_is_read_under_its_own_path(name: str, pack: Pack) -> None:
    inner = zipped({"b.md": TEXT})
    found = outcomes(name, pack({"deep/a.txt": TEXT, "in.zip": inner, "x.png": b"\x89PNG", ".hidden.txt": TEXT}))
    assert found == {
        f"{name}!deep/a.txt": ("ok", ""),
        f"{name}!in.zip!b.md": ("ok", ""),
        f"{name}!x.png": ("notice", "is a PNG picture, no report"),
    }


@pytest.mark.parametrize(("name", "pack"), PACKERS)
def test_names_that_lead_out_are_refused(name: str, pack: Pack) -> None:
    found = outcomes(name, pack({"../../out.txt": TEXT, "/etc/out.txt": TEXT, "in.txt": TEXT}))
    assert sorted(status for status, _ in found.values()) == ["failed", "failed", "ok"]
    assert {reason for _, reason in found.values()} == {"its name leads out of the archive", ""}


@pytest.mark.parametrize(("name", "pack"), PACKERS)
@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_half_an_archive_is_no_whole_one(name: str, pack: Pack, cut: float) -> None:
    data = pack({f"{number}.txt": bytes(range(256)) * 40 + b"%d" % number for number in range(9)})
    found = outcomes(name, data[: int(len(data) * cut)])
    assert found[name][0] == "failed"
    assert "no whole" in found[name][1]


BOMB = b"0" * 3_000_000
TWO = {"unpacked_bytes": 2 * 1024 * 1024}


@pytest.mark.parametrize(
    ("name", "data", "limits", "reason"),
    [
        ("a.zip", zipped({"a.txt": BOMB}), {}, "more than 200 times its size"),
        ("a.zip", zipped({"a.txt": BOMB}), {**TWO, "unpacked_ratio": 9999}, "than 2 MB"),
        ("a.tgz", gzipped_tar({"a.txt": BOMB}), TWO, "than 2 MB"),
        ("a.txt.gz", gzip.compress(BOMB), TWO, "than 2 MB"),
        ("a.zip", zipped({f"{n}.txt": TEXT for n in range(4)}), {"entries": 3}, "more than 3 entries"),
        ("a.tar", tarred({f"{n}.txt": TEXT for n in range(4)}), {"entries": 3}, "more than 3 entries"),
    ],
)
def test_bombs(name: str, data: bytes, limits: dict[str, int], reason: str, allowed: Callable[..., None]) -> None:
    allowed(**limits)
    found = outcomes(name, data)
    assert found[name][0] == "too-large"
    assert reason in found[name][1]


def test_archives_within_archives_end(allowed: Callable[..., None]) -> None:
    allowed(depth=2)
    data = zipped({"a.txt": TEXT})
    for name in ("a.zip", "b.zip", "c.zip"):
        data = zipped({name: data})
    assert outcomes("d.zip", data) == {
        "d.zip!c.zip!b.zip!a.zip": (Status.TOO_LARGE.value, "lies in more than 2 archives")
    }


def test_one_broken_entry_leaves_the_others() -> None:
    data = zipped({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED)
    spoilt = data.replace(TEXT, TEXT[:-1] + b"?", 1)
    found = outcomes("a.zip", spoilt)
    assert found["a.zip!b.txt"] == ("ok", "")
    assert found["a.zip!a.txt"][0] == "failed"
    assert "cannot be unpacked" in found["a.zip!a.txt"][1]


def test_a_packed_file_is_read() -> None:
    assert outcomes("a.txt.gz", gzip.compress(TEXT)) == {"a.txt.gz!a.txt": ("ok", "")}
