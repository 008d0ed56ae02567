"""Faulty files of rules, words and settings: the file, the key and the reason are named, and nothing hangs."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import check

from checker.rulebook.additions import Additions
from checker.rulebook.word_lists import put_in_force

RULE = (Path(__file__).parents[2] / "rules" / "core" / "count-mismatch.toml").read_bytes()
DEEP = 3_000
BAD = {
    "NUL": (b'select = ["a\0b"]', "Illegal character"),
    "UTF-16": ("select = []".encode("utf-16"), "is no UTF-8 (byte 0); save it as UTF-8"),
    "Latin-1": (b'select = ["\xe9"]', "is no UTF-8 (byte 11)"),
    "escape sequence": (b'select = ["\x1b[2J"]', "Illegal character '\\x1b'"),
    "lone surrogate": (b'select = ["\\ud800"]', "not a Unicode scalar value"),
    "key twice": (b"a = 1\na = 2\n", "Cannot overwrite a value"),
    "table twice": (b"[a]\n[a]\n", "Cannot declare"),
    "deep list": (b"a = " + b"[" * DEEP + b"]" * DEEP, "nested too deep"),
    "deep table": (b"a = " + b"{a=" * DEEP + b"1" + b"}" * DEEP, "nested too deep"),
    "open list": (b"a = " + b"[" * 100_000, "nested too deep"),
    "long key": (b".".join([b"a"] * 50_000) + b" = 1\n", "a key of more than 50 parts"),
    "long header": (b"[" + b" . ".join([b"a"] * 50_000) + b"]\n", "a key of more than 50 parts"),
    "huge number": (b"a = " + b"9" * 5_000, "a number of more than 4,300 digits"),
    "no end of string": (b'a = "', "no valid TOML"),
    "too large": (b"# " + b"x" * (16 * 1024 * 1024), "larger than"),
    "blanks in a header": (b"[" + b" " * 100_000 + b"\n", "no valid TOML"),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A working folder with a report, an empty folder of rules and one of words."""
    monkeypatch.chdir(tmp_path)
    for name in ("news", "rules", "words"):
        Path(name).mkdir()
    Path("news/a.txt").write_text("The mayor of Lirren said 40 people were rescued on Monday.\n", encoding="utf-8")
    yield
    put_in_force(Additions())


def told(*args: str) -> str:
    """What a refused call says, its lines as one."""
    result = check("news", *args)
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    assert all(line.isprintable() for line in result.stderr.split("\n"))
    return result.stderr.replace("\nError: ", "\n")


def plant(name: str, data: bytes) -> None:
    Path(name).write_bytes(data)


FILES = {
    "check.toml": ("--config", "check.toml"),
    "rules/my-rule.toml": ("--rules", "rules"),
    "check-accepted.toml": (),
    "words/measures.toml": ("--config", "check.toml"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("data", "reason"), BAD.values(), ids=BAD)
def test_a_bad_file(name: str, data: bytes, reason: str) -> None:
    if name.startswith("words"):
        plant("check.toml", b'lexicon = ["words"]\n')
    plant(name, data)
    found = told(*FILES[name])
    assert name in found
    assert reason in found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"select = 5", "check.toml:1: select: input should be a valid list, got '5'"),
        (b"fail-on = inf", "check.toml:1: fail-on: input should be"),
        (b"[limits]\nfigures = -1", "check.toml:1: limits: figures: input should be greater than or equal to 1"),
        (b"[limits]\nfigures = true", "check.toml:2: limits.figures: input should be a valid integer"),
        (b'[limits]\nfigures = "5"', "check.toml:2: limits.figures: input should be a valid integer"),
        (b"[limits]\nfigures = nan", "check.toml:2: limits.figures: input should be a valid integer"),
        (b"[limits]\nfigurs = 5", "check.toml:1: limits: figurs: unknown key; did you mean 'figures'?"),
        (b'select = ["\\u001b[2J\\u202e"]', "unknown rule '\\x1b[2J\\u202e'"),
        (b'"\\u001b[2J" = 1', "check.toml: ␛[2J: unknown key"),
        (b'lexicon = ["/dev"]', "/dev: no word list in this folder"),
        (b'rules = ["nowhere"]', "check.toml:1: rules: no such folder 'nowhere'"),
    ],
)
def test_a_wrong_value_is_told_with_its_key(data: bytes, reason: str) -> None:
    plant("check.toml", data)
    assert reason in told("--config", "check.toml")


def test_of_a_great_many_mistakes_the_first_are_told() -> None:
    plant("check.toml", b"".join(b"k%d = 1\n" % number for number in range(3_000)))
    lines = told("--config", "check.toml").splitlines()
    assert lines[0] == "Error: check.toml:1: k0: unknown key"
    assert lines[20:] == ["and 2,980 mistakes more"]


def test_a_long_name_is_not_repeated() -> None:
    plant("check.toml", b'select = ["' + b"x" * 1_000_000 + b'"]')
    assert len(told("--config", "check.toml")) < 3_000


def test_a_million_entries() -> None:
    plant("check.toml", b"select = [" + b'"a",' * 1_000_000 + b"]")
    assert "check.toml:1: select: unknown rule 'a'" in told("--config", "check.toml")


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_file_is_not_waited_for(name: str) -> None:
    if name.startswith("words"):
        plant("check.toml", b'lexicon = ["words"]\n')
    os.mkfifo(name)
    assert f"{name}: is no regular file" in told(*FILES[name])
    Path(name).unlink()
    Path(name).symlink_to("/dev/zero")
    assert f"{name}: is no regular file" in told(*FILES[name])


def test_a_byte_order_mark_is_no_mistake() -> None:
    plant("check.toml", b'\xef\xbb\xbffail-on = "never"\r\n')
    plant("rules/my-rule.toml", b"\xef\xbb\xbf" + RULE)
    assert check("news", "--rules", "rules").exit_code == 0


@pytest.mark.parametrize(
    ("definition", "reason"),
    [
        (b"foo = 2 * bar\nbar = 3 * foo\n", "units that are defined by each other"),
        (b"foo = foo\n", "units that are defined by each other"),
        (b"foo = 9**9**9**9 * metre\n", "units.txt:1: a power is one digit"),
        (b"foo = 9 ** (9 ** 9) * metre\n", "units.txt:1: a power is one digit"),
        (b"foo = 9 ** 99999999 * metre\n", "units.txt:1: a power is one digit"),
        (b"foo = 1e999999 * metre\n", "units.txt:1: a factor has at most 24 digits"),
        (b"foo = " + b"9" * 400 + b" * metre\n", "units.txt:1: a factor has at most 24 digits"),
        (b"foo = " + b"(" * 20 + b"1" + b")" * 20 + b" * metre\n", "units.txt:1: more than 10 brackets"),
        (b"foo = " + b"1 * " * 5_000 + b" metre\n", "units.txt:1: longer than 500 characters"),
        (b"\n@import /etc/passwd\n", "units.txt:2: directives (@...) are not read"),
        (b"foo = 1 metre\n" * 2_001, "units.txt: more than 2,000 lines"),
        (b'foo = __import__("os").getcwd() * metre\n', "units.txt: "),
        (b"foo = 1 / 0 * metre\n", "units.txt: "),
        (b"foo = [\n", "units.txt: "),
        (b"foo = 3 bars\n", "units.txt: foo: "),
        (b"foo\xe9 = 3 metre\n", "units.txt: is no UTF-8 (byte 3)"),
        (b"".join(b"foo%d = 9 ** 9 * foo%d\n" % (n, n - 1) for n in range(1, 200)) + b"foo0 = metre", "units.txt: foo"),
    ],
)
def test_a_bad_unit(definition: bytes, reason: str) -> None:
    plant("check.toml", b'lexicon = ["words"]\n')
    plant("words/units.txt", definition)
    assert reason in told()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[" * 100_000, "known.jsonl:1: no JSON"),
        (b'{"version": ' + b"9" * 5_000 + b"}", "known.jsonl:1: no JSON"),
        (b'{"version": NaN}', "known.jsonl:1: version: input should be a valid string"),
        (b"\xff\xfe{\0}\0", "known.jsonl: is no UTF-8 (byte 0)"),
        (b'{"version": "\\ud800", "rules": "x"}', "known.jsonl:1: "),
        (b"[]", "known.jsonl:1: expected an object, got '[]'"),
        (b"", "known.jsonl: is no baseline"),
    ],
)
def test_a_bad_baseline(data: bytes, reason: str) -> None:
    plant("known.jsonl", data)
    assert reason in told("--baseline", "known.jsonl")
