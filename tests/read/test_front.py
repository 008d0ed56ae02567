import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.read.front import split_front


@pytest.mark.parametrize(
    ("text", "fields", "rest"),
    [
        (
            "---\ntitle: Dam fails\npublished: 2024-12-20\n---\nBody.",
            {"title": "Dam fails", "published": "2024-12-20"},
            "Body.",
        ),
        ('---\ntitle: "Dam: it fails"\nlive: no\n---\nBody.', {"title": "Dam: it fails", "live": "no"}, "Body."),
        ("---\nTitle: 'Dam'\nat: 18:23\n---\n", {"title": "Dam", "at": "18:23"}, ""),
        ("---\ntags: [dam, flood]\n---\nBody.", {"tags": "dam, flood"}, "Body."),
        ("---\nmeta:\n  deep: 1\ntitle: Dam\n---\nBody.", {"title": "Dam"}, "Body."),
        (
            '+++\ntitle = "Dam"\npublished = 2024-12-20\n+++\nBody.',
            {"title": "Dam", "published": "2024-12-20"},
            "Body.",
        ),
        ("Body.\n---\ntitle: no head\n---\n", {}, "Body.\n---\ntitle: no head\n---\n"),
        ("---\ntitle: never closed\n", {}, "---\ntitle: never closed\n"),
        (
            "---\nA line of prose between two rules\n---\nBody.",
            {},
            "---\nA line of prose between two rules\n---\nBody.",
        ),
    ],
)
def test_front_matter(text: str, fields: dict[str, str], rest: str) -> None:
    front = split_front(text)
    assert {key: field.value for key, field in front.fields.items()} == fields
    assert text[front.body :] == rest
    assert front.reason == ""


@pytest.mark.parametrize(
    "text",
    [
        '---\ntitle: "Dam: fails"\nsource: Radio Ora\n---\n',
        "---\ntitle: Dam fails\nsource: 'Radio Ora'\n---\n",
        '+++\ntitle = "Dam fails"\nsource = "Radio Ora"\n+++\n',
        "---\ntitle: Dam: fails\nsource: Radio Ora\n---\n",
    ],
)
def test_fields_know_their_place(text: str) -> None:
    for field in split_front(text).fields.values():
        assert text[field.start : field.end] == field.value


@pytest.mark.parametrize(
    ("text", "reason", "title"),
    [
        ("---\ntitle: Dam: it fails\n---\nBody.", "mapping values are not allowed", "Dam: it fails"),
        ("---\ntitle: One\ntitle: Two\n---\nBody.", "'title' is there twice", "One"),
        ("---\ntitle: &a One\nother: *a\n---\nBody.", "aliases", "&a One"),
        (f"---\ntitle: One\nx: {'[' * 50}\n---\nBody.", "nested deeper", "One"),
        ("---\ntitle: One\n- item\n---\nBody.", "line 3", "One"),
        ("+++\ntitle = One\nkey: value\n+++\nBody.", "no valid TOML", None),
    ],
)
def test_faulty_front_matter_is_told_and_read_line_by_line(text: str, reason: str, title: str | None) -> None:
    front = split_front(text)
    assert reason in front.reason
    assert (front.fields["title"].value if title else front.fields.get("title")) == title
    assert text[front.body :] == "Body."


@given(st.text(alphabet=":-+=[]{}&*!|>'\"#%@` \nab\t", max_size=80))
def test_no_head_raises(head: str) -> None:
    for marks in ("---", "+++"):
        front = split_front(f"{marks}\ntitle: x\n{head}\n{marks}\nBody.")
        assert all(isinstance(field.value, str) for field in front.fields.values())
