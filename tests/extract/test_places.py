"""Places of a sentence, the place of a figure, and the place of a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.places import find_places, nearest_place
from checker.extract.places_match import Report
from checker.extract.places_story import read_story
from checker.extract.syntax import PlaceMention, Sentence
from checker.extract.tokens import tokens
from checker.model import Section


def sentence(text: str, section: Section = Section.BODY, start: int = 0) -> Sentence:
    return Sentence(text, start, start + len(text), tokens(text, start), section, 0, 0)


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.place.text, mention.role) for mention in find_places(sentence(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people drowned in the Nigerien town of Dosso.", [("Nigerien", "demonym"), ("Dosso", "place")]),
        ("ZINDER, Niger - A bus overturned.", [("ZINDER", "place"), ("Niger", "place")]),
        ("Three guards fled Dosso prison.", [("Dosso prison", "place")]),
        ("Shells fell in northeast Syria.", [("northeast Syria", "place")]),
        ("A mine blew up in rebel-held Aleppo.", [("rebel-held Aleppo", "place")]),
        ("The column left from Homs for the south.", [("Homs", "origin")]),
        ("Fifty were flown to Baghdad.", [("Baghdad", "goal")]),
        ("It fell 40 km (25 miles) west of Raqqa.", [("Raqqa", "reference")]),
        ("The ship sank off Burias island.", [("Burias island", "place")]),
        ("It happened in Iraq and Syria.", [("Iraq and Syria", "place")]),
        ("Soldiers camp on the Turkish border.", [("Turkish border", "place")]),
    ],
)
def test_known_places_and_their_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six were hurt in the village of Belqaroun.", "Belqaroun"),
        ("A fire broke out near Tarmuza.", "Tarmuza"),
        ("Guards shot two at Marwick prison.", "Marwick prison"),
        ("The flood reached Qorveh district.", "Qorveh district"),
        ("Rubble filled the al-Narges neighbourhood.", "al-Narges neighbourhood"),
        ("Wells ran dry in the villages of Ruhora and Kasimbe.", "Ruhora and Kasimbe"),
        ("Six of the injured are being treated at the Queen Adela Hospital.", "Queen Adela Hospital"),
        ("Three people sleep at Camp Ardo.", "Camp Ardo"),
        ("Two of the wounded died at St. Odile's Hospital.", "St. Odile's Hospital"),
        ("Forty others lie in the Federal Medical Centre.", "Federal Medical Centre"),
        ("The train left the rails between Ruhora and Lusaka.", "Ruhora"),
        ("Floods in Trinidad and Tobago killed nine.", "Trinidad and Tobago"),
        ("It hit the Laguna Sombra lake.", "Laguna Sombra lake"),
        ("The slope came down above Kelvana, a hamlet of 60 people in Torvik district.", "Kelvana"),
        ("A wall fell in Kelvana in the municipality of Ordrup.", "Kelvana"),
    ],
)
def test_unknown_names_are_places_where_the_words_say_so(text: str, expected: str) -> None:
    assert (expected, "place") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jackson said the count was wrong.",
        "President Assad spoke on Monday.",
        "Nice weather held in May.",
        "Police found nobody.",
        "The Jordan Times reported it.",
        "ISIS said it had withdrawn.",
        "He told the University of Damascus so.",
        "Hassan, a baker, lost his shop.",
        "The exercise called Operation Baltic Anchor began at noon.",
        "They came and left us alone.",
        "Nine died in the Amber Dawn.",
        "The oil of the Orla ran out.",
        "The group wants two million in Bitcoin.",
        "It flew the flag of Gabon.",
        "The bend is above the tea shop of Mara Olten.",
        "The commissioner of Police came.",
        'The patrols of operation "Calm Bay" ended.',
    ],
)
def test_persons_organisations_and_words_are_no_places(text: str) -> None:
    assert [place for place, role in found(text) if role not in {"demonym", "aside"}] == []


@pytest.mark.parametrize(
    "text", ["Washington denied it.", "Damascus has agreed.", "US forces fired.", "Syrian troops fled."]
)
def test_countries_and_capitals_that_act_are_no_places_of_the_event(text: str) -> None:
    assert [role for _, role in found(text)] == ["demonym"]


def test_towns_that_are_words_need_a_preposition() -> None:
    assert found("They met in Reading and ate.") == [("Reading", "place")]
    assert found("Reading is fun.") == []


def test_neighbours_settle_each_other() -> None:
    (mention, *_) = find_places(sentence("Two died in Tripoli, Lebanon, at noon."))
    assert mention.place.country == "LB"
    (village, _) = find_places(sentence("Two died in the village of Belqaroun in Idlib province."))
    assert village.place.containers == ("idlib", "syria")
    assert village.place.text == "Belqaroun, Idlib province"
    mentions = find_places(sentence("Shells hit Syria's Manbij."))
    assert [(m.place.name, m.role) for m in mentions] == [("syria", "demonym"), ("manbij", "place")]


def test_what_a_place_is_tells_where_it_lies() -> None:
    mentions = find_places(sentence("It fell near Kelvana, a hamlet of 60 people in the district of Tarbek."))
    assert [(m.place.name, m.role) for m in mentions] == [("kelvana", "place"), ("tarbek", "outer")]
    assert mentions[0].place.containers == ("tarbek",)


def test_a_small_town_abroad_is_no_place_of_the_report() -> None:
    (mention, *_) = find_places(sentence("Two died in Chima."), Report({}, "BO"))
    assert (mention.place.name, mention.place.country) == ("chima", "")
    (mention, *_) = find_places(sentence("Two died in Chima."), Report({}, "BO", frozenset({"CO"})))
    assert mention.place.country == "CO"


def test_offsets_count_in_the_document() -> None:
    (mention,) = find_places(sentence("Two died in Homs.", start=100))
    assert (mention.start, mention.end) == (112, 116)


def nearest(text: str, figure: str) -> str | None:
    whole = sentence(text)
    mention: PlaceMention | None = nearest_place(find_places(whole), text.index(figure), (0, len(text)))
    return mention.place.text if mention else None


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Gunmen killed 22 farmers near Tera in May.", "22", "Tera"),
        ("In Iraq, 26 raids were flown.", "26", "Iraq"),
        ("Deaths by town: Homs 12, Hama 9.", "9", "Hama"),
        ("In Syria, 14 people died in the town of Manbij.", "14", "Manbij"),
        ("After a riot at Sinaa prison in Hasakah 30 men were dead.", "30", "Sinaa prison, Hasakah"),
        ("US forces fired 9 shells.", "9", None),
        ("They marched 40 km north of Homs.", "40", "Homs"),
    ],
)
def test_the_nearest_governed_place_locates_a_figure(text: str, figure: str, expected: str | None) -> None:
    assert nearest(text, figure) == expected


def test_a_report_is_at_home_where_headline_and_lead_say() -> None:
    report = (
        sentence("Bridge collapses in Midelt", Section.HEADLINE),
        sentence("RABAT, May 3 - A bridge collapsed in Midelt on Friday.", start=30),
        sentence("The mayor of Midelt spoke of a disaster in Morocco.", start=90),
    )
    home = read_story(report, (30, 45)).home
    assert home is not None
    assert home.name == "midelt"


def test_a_report_on_a_whole_country_is_at_home_there() -> None:
    report = (sentence("Chad buys 40 trucks"), sentence("Chadian soldiers will drive them in Chad."))
    home = read_story(report, None).home
    assert home is not None
    assert (home.name, home.text) == ("chad", "Chad")


def test_a_report_without_places_has_no_home() -> None:
    assert read_story((sentence("Nothing happened."),), None).home is None


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    whole = sentence(text)
    for mention in find_places(whole):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.place.name
