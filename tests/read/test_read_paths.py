import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checker.model import Status
from checker.read import read_all, read_paths, read_text
from checker.rulebook.additions import Additions, Changed
from checker.rulebook.word_lists import put_in_force

Allowed = Callable[..., None]
Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """A folder of files, which becomes the working directory."""
    monkeypatch.chdir(tmp_path)

    def plant(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return plant


@pytest.fixture
def allowed() -> Iterator[Allowed]:
    """Puts limits in force for one test."""
    yield lambda **values: put_in_force(Additions(limits=Changed(values)))
    put_in_force(Additions())


def test_folders_are_read_recursively_and_sorted(tree: Tree) -> None:
    tree(news__b_txt="Two.", news__a_md="One.", news__deep__c_txt="Three.", **{"news__.hidden_txt": "No."})
    assert [document.path for document in read_paths(["news"])] == ["news/a.md", "news/b.txt", "news/deep/c.txt"]


def test_what_is_no_report_is_noticed(tree: Tree) -> None:
    tree(news__a_txt="One.", news__gold_json="{}")
    reading = read_all(["news"])
    assert [document.path for document in reading.documents] == ["news/a.txt"]
    assert reading.notices == ("news/gold.json: this kind of file is not read",)


def test_a_named_file_of_another_kind_is_skipped(tree: Tree) -> None:
    tree(gold_json="{}")
    (document,) = read_paths(["gold.json"])
    assert document.status is Status.SKIPPED
    assert ".txt" in document.reason


def test_links_are_not_followed_out_or_in_circles(tree: Tree) -> None:
    root = tree(news__a_txt="One.", other_txt="Elsewhere.")
    (root / "news" / "loop").symlink_to(root / "news")
    (root / "news" / "out.txt").symlink_to(root / "other.txt")
    (root / "news" / "again.txt").symlink_to(root / "news" / "a.txt")
    (root / "news" / "zero.txt").symlink_to("/dev/zero")
    reading = read_all(["news"])
    assert [document.path for document in reading.documents] == ["news/a.txt"]
    assert len(reading.notices) == 4


def test_a_pipe_holds_nothing_up(tree: Tree) -> None:
    root = tree(news__a_txt="One.")
    os.mkfifo(root / "news" / "pipe.txt")
    reading = read_all(["news", "news/pipe.txt"])
    assert [(document.path, document.status) for document in reading.documents] == [
        ("news/a.txt", Status.OK),
        ("news/pipe.txt", Status.FAILED),
    ]


@pytest.mark.parametrize(
    ("content", "status", "reason"),
    [
        (b"", Status.NO_TEXT, "empty"),
        (b" \n\n", Status.NO_TEXT, "no text"),
        (b"---\ntitle: Dam\n---\n", Status.NO_TEXT, "no text"),
        (b"a\0b", Status.FAILED, "NUL"),
        (b"caf\xe9", Status.PARTIAL, "Windows-1252"),
        (b"Two men.", Status.OK, ""),
    ],
)
def test_every_file_ends_in_a_status(tree: Tree, content: bytes, status: Status, reason: str) -> None:
    (tree() / "a.txt").write_bytes(content)
    (document,) = read_paths(["a.txt"])
    assert document.status is status
    assert reason in document.reason


def test_a_large_file_is_not_read(tree: Tree, allowed: Allowed) -> None:
    tree(a_txt="Twenty characters ..")
    allowed(document_bytes=19)
    (document,) = read_paths(["a.txt"])
    assert document.status is Status.TOO_LARGE


def test_a_missing_path_is_a_failed_document(tree: Tree) -> None:
    tree(a_txt="One.")
    missing = next(document for document in read_paths(["a.txt", "b.txt"]) if document.path == "b.txt")
    assert (missing.status, missing.reason) == (Status.FAILED, "no such file or folder")


def test_ids_hang_on_path_and_content_alone(tree: Tree) -> None:
    tree(a_txt="One.", b_txt="One.")
    first = read_paths(["a.txt", "b.txt"])
    assert first == read_paths(["b.txt", "./a.txt", "a.txt"])
    assert len({document.id for document in first}) == 2
    assert read_text("a.txt", "One.") == first[0]


def test_a_text_at_hand_that_is_none_is_a_failed_document() -> None:
    found = read_text("a.txt", "\0\1\2")
    assert found.status is Status.FAILED
    assert "control characters" in found.reason
