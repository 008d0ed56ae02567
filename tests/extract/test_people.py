import pytest

from checker.extract.people import find_people
from checker.extract.sentences import split
from checker.model import Document, Mention


def people(text: str) -> tuple[Mention, ...]:
    document = Document(id="d", path="d.txt", text=text, sha256="0" * 64)
    return find_people(document, split(document))


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The boat was found by Capt. Jan Novak.", "Jan Novak", "captain"),
        ("The fleet is commanded by Maj. Gen. Jan Novak.", "Jan Novak", "general commander"),
        ("The director of the port, Captain Jan Novák, was absent.", "Jan Novák", "captain director"),
        ("It was late, says nurse Ana Silva.", "Ana Silva", "nurse"),
        ("Gen. Jan Novak, commander of the fleet, was absent.", "Jan Novak", "general commander"),
        ("Observatory chief Karim Abdel Latif was absent.", "Karim Abdel Latif", "chief"),
        ("The army killed rebel leader Omar al-Masri.", "Omar al-Masri", "leader"),
        ("Polish Foreign Minister Ewa Nowak was absent.", "Ewa Nowak", "minister"),
        ("Since May the head of the port has been Jan Novak.", "Jan Novak", "head"),
        ("Troops seized Abu Salim al-Rafidi in May.", "Abu Salim al-Rafidi", ""),
        ("Troops seized Jan Novak, known as Fox.", "Jan Novak", ""),
    ],
)
def test_names_and_roles(text: str, name: str, role: str) -> None:
    (found,) = people(text)
    assert (found.text, found.role) == (name, role)


@pytest.mark.parametrize(
    "text",
    [
        "The Amber Star sank off Port Lipno.",
        "The ferry MV Amber Star said nothing.",
        "The Lipno Harbour Authority said so.",
        "Storms hit Deir Lipno and New Lipno.",
        "Human Rights Watch said 30 boats sank.",
        "On Monday Operation Amber Shield began.",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert people(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        '"It was dark," said Ana Silva, 19.',
        "Ana Silva, 19, was found.",
        "Divers found 19-year-old Ana Silva.",
        "Ana Silva (19) was found.",
    ],
)
def test_an_age_is_a_fact(text: str) -> None:
    assert [dict(mention.facts) for mention in people(text)] == [{"age": "19"}]


def test_a_name_once_known_counts_everywhere() -> None:
    found = people("Nurse Ana Silva was there. Ana Silva left at noon.")
    assert [mention.folded for mention in found] == ["ana silva", "ana silva"]


def test_the_place_of_a_mention() -> None:
    text = "It rained.\nNobody saw Capt. José Lima.\n"
    (found,) = people(text)
    assert text[found.span.start : found.span.end] == "José Lima"
    assert (found.span.line, found.span.column) == (2, 18)
    assert found.folded == "jose lima"
