import json
from pathlib import Path

import pytest
from command import check
from hypothesis import given
from hypothesis import strategies as st
from news import FURTHER, HERALD, NEWS, POST

from checker.api import check_texts
from checker.read import read_text
from checker.read.suppressions import take_suppressions

COMMENT = "<!-- check: ignore source-dispute: the two count differently -->"
LINE = "# check: ignore source-dispute: the two count differently"
PARAGRAPH = "A fire in Lirren killed 26 people"


def standings() -> list[tuple[str, str]]:
    report = json.loads(check("news", "--format", "json").stdout)
    return [(found["standing"]["state"], found["standing"]["reason"]) for found in report["findings"]]


def write(name: str, text: str) -> None:
    Path("news", name).write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    for name, text in NEWS.items():
        write(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("post.md", POST.replace(PARAGRAPH, f"{COMMENT}\n{PARAGRAPH}")),
        ("post.md", POST.replace(PARAGRAPH, f"{COMMENT}\n\n{PARAGRAPH}")),
        ("post.md", POST.replace("how it began.", f"how it began. {COMMENT}")),
        ("post.md", POST.replace(PARAGRAPH, COMMENT.replace(": the two", ", sum-mismatch:\n the two") + PARAGRAPH)),
        ("post.txt", POST.replace(PARAGRAPH, f"{LINE}\n{PARAGRAPH}")),
        ("post.txt", POST.replace(PARAGRAPH, f"{LINE}\n\n{PARAGRAPH}")),
    ],
)
def test_a_comment_holds_a_finding_back(name: str, text: str) -> None:
    Path("news/post.md").unlink()
    write(name, text)
    assert standings() == [("suppressed", "the two count differently")]
    result = check("news")
    assert result.exit_code == 0
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            POST.replace(PARAGRAPH, f"<!-- check: ignore source-dispute -->\n{PARAGRAPH}"),
            "post.md:6: this comment gives no",
        ),
        (POST.replace(PARAGRAPH, f"<!-- check: ignore source-dispute: -->\n{PARAGRAPH}"), "gives no reason"),
        (POST.replace(PARAGRAPH, f"<!-- check: ignore -->\n{PARAGRAPH}"), "names no rule"),
        (
            POST.replace(PARAGRAPH, f"<!-- check: ignore source-disputes: x -->\n{PARAGRAPH}"),
            "did you mean 'source-dispute'",
        ),
        (POST.replace("The mayor", f"{COMMENT}\nThe mayor"), "post.md:8: this comment holds nothing back any more"),
        (POST.replace("new pumps.", f"new pumps. {COMMENT}"), "holds nothing back any more"),
        (
            POST.replace(PARAGRAPH, f"{COMMENT.replace('source-dispute', 'sum-mismatch')}\n{PARAGRAPH}"),
            "nothing back any",
        ),
    ],
)
def test_a_comment_that_holds_nothing_back_is_told_of(text: str, told: str) -> None:
    write("post.md", text)
    result = check("news")
    assert result.exit_code == 1
    assert told in result.stderr


def test_a_rule_that_did_not_run_says_nothing_of_its_comments() -> None:
    write("post.md", POST.replace(PARAGRAPH, f"{COMMENT}\n{PARAGRAPH}"))
    assert check("news", "--select", "sum-mismatch").stderr == ""


def test_two_other_texts_still_oppose_each_other() -> None:
    write("radio.md", FURTHER)
    write("post.md", POST.replace(PARAGRAPH, f"{COMMENT}\n{PARAGRAPH}"))
    assert [state for state, _ in standings()] == ["active"]
    write("herald.md", HERALD.replace("The hospital said", f"{COMMENT} The hospital said"))
    assert [state for state, _ in standings()] == ["suppressed"]


def test_the_words_of_a_comment_are_no_claims() -> None:
    plain = "Nothing was counted.\n"
    for name, comment in (
        ("a.md", "<!-- check: ignore x: 26 people were killed -->"),
        ("a.txt", "# check: ignore x: 26 died"),
    ):
        assert check_texts([(name, f"{comment}\n{plain}")], ()).claims == ()


def test_the_other_formats_comment_is_text() -> None:
    assert read_text("a.txt", f"{COMMENT}\n").suppressions == ()
    assert read_text("a.md", f"{LINE}\nx\n").suppressions == ()
    assert read_text("a.txt", f"x {LINE}\n").suppressions == ()


@given(st.text(alphabet="ab \n#<!->:", max_size=60), st.sampled_from(["a.md", "a.txt"]), st.text("a\n ", max_size=9))
def test_offsets_stay(text: str, name: str, before: str) -> None:
    comment = f"\n{LINE}\n" if name == "a.txt" else COMMENT
    whole = before + comment + text
    told = take_suppressions(whole, 0, name)
    assert len(told.text) == len(whole)
    assert told.text.count("\n") == whole.count("\n")
    assert told.text.endswith(text[-5:]) or len(told.suppressions) > 1 or "#" in text or "<" in text
    for each in told.suppressions:
        assert 0 <= each.first <= each.last <= len(whole)
