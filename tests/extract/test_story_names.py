import pytest

from checker.extract.sentences import split
from checker.extract.story_names import story_of
from checker.model import Document, Profile


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gunmen stopped the Amber Dawn off Kisumu.", ("amber dawn", "kisumu"), id="names within a sentence"
        ),
        pytest.param(
            "Kisumu is calm. All of Kisumu slept.", ("kisumu",), id="the first word, where it is a name elsewhere"
        ),
        pytest.param("Amber Dawn sank.", ("amber dawn",), id="the first word of two"),
        pytest.param(
            "Mombasa waits. Ships lie off Lamu.", ("lamu", "mombasa"), id="the first word, where it is a place"
        ),
        pytest.param("Rain fell all day on Lamu.", ("lamu",), id="not where only a small town is called so"),
        pytest.param("Reading is hard. Ships lie off Lamu.", ("lamu",), id="not where it is an English word"),
        pytest.param("NAIROBI - All ships lie off Lamu.", ("lamu",), id="not where it was written"),
        pytest.param("Police said so. The police of Kenya agree.", (), id="countries are no stories"),
        pytest.param("It was the Interior Ministry that spoke on Monday.", (), id="offices and days are none"),
    ],
)
def test_the_names_of_a_story(text: str, expected: tuple[str, ...]) -> None:
    document = Document(id="d", path="d.txt", text=text, sha256="")
    assert story_of(split(document, "", (), ()), Profile()).names == expected


def test_a_headline_names_what_the_prose_or_the_gazetteer_names() -> None:
    title = "Mombasa Port Opens Again"
    document = Document(id="d", path="d.txt", text=f"{title}\n\nShips wait off Lamu and Kilifi.", sha256="")
    story = story_of(split(document, title, (), ()), Profile())
    assert story.names == ("kilifi", "lamu", "mombasa")
    assert story.topics == ("mombasa", "ship", "wait")


def test_the_place_of_the_dateline_stands_by_itself() -> None:
    def told(text: str) -> tuple[str, tuple[str, ...]]:
        document = Document(id="d", path="d.txt", text=text, sha256="")
        story = story_of(split(document, "", (), ()), Profile())
        return story.written, story.names

    assert told("NAIROBI - All ships lie off Lamu.") == ("nairobi", ("lamu",))
    assert told("NAIROBI - The clerks of Nairobi went home.") == ("", ("nairobi",))
