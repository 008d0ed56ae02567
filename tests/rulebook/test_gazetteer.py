"""Names to places, whatever their spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook.gazetteer import demonym_country, fold_place, lookup, members, resolve, to_place
from checker.rulebook.gazetteer_data import countries, gazetteer_rows, places


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Deir ez-Zor", "deir zor"),
        ("Dayr az Zawr", "dayr zawr"),
        ("al-Hol", "hol"),
        ("Ash Shaddādī", "shaddadi"),
        ("Sana'a", "sanaa"),
        ("El Salvador", "el salvador"),
        ("Suwałki", "suwalki"),
        ("U.S.", "us"),
        ("", ""),
        ("Al", "al"),
    ],
)
def test_folding_drops_what_spellings_differ_in(name: str, folded: str) -> None:
    assert fold_place(name) == folded


@given(st.text(max_size=60))
def test_folding_a_folded_name_of_one_word_changes_nothing(text: str) -> None:
    folded = fold_place(text)
    if " " not in folded:
        assert fold_place(folded) == folded


@pytest.mark.parametrize(
    "variants",
    [
        ("Deir ez-Zor", "Dayr az Zawr", "Deir Ezzor", "Deir Az-Zour", "Deir al-Zor"),
        ("Kobane", "Ain al-Arab", "Kobani"),
        ("Hasakah", "Hasakeh", "al-Hassakeh", "Al Ḩasakah"),
        ("United States", "U.S.", "USA", "America"),
        ("Kyiv", "Kiev"),
        ("Tillaberi", "Tillabéri"),
    ],
)
def test_variants_are_one_place(variants: tuple[str, ...]) -> None:
    found = {entry.name if (entry := resolve(name)) else name for name in variants}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("name", "containers", "country"),
    [
        ("Shaddadi", ("hasakah", "northeast syria", "syria"), "SY"),
        ("Tera", ("tillaberi", "niger"), "NE"),
        ("Syria", (), "SY"),
        ("Springfield", ("missouri", "united states"), "US"),
        ("Sahel", (), ""),
    ],
)
def test_containers_run_outwards(name: str, containers: tuple[str, ...], country: str) -> None:
    entry = resolve(name)
    assert entry is not None
    assert (entry.containers, entry.country) == (containers, country)


def test_a_country_or_container_settles_which_place_of_a_name_is_meant() -> None:
    lebanese = resolve("Tripoli", country="LB")
    assert lebanese is not None
    assert lebanese.country == "LB"
    eastern = resolve("Springfield", within="massachusetts")
    assert eastern is not None
    assert eastern.containers[0] == "massachusetts"


def test_an_unknown_name_is_nowhere() -> None:
    assert lookup("qwertzuiop") == ()
    assert resolve("Qwertzuiop") is None
    assert gazetteer_rows("") == []


def test_the_model_keeps_the_words_of_the_text() -> None:
    entry = resolve("Raqqah")
    assert entry is not None
    assert to_place(entry, "Ar-Raqqah").text == "Ar-Raqqah"


@pytest.mark.parametrize(("word", "code"), [("syrian", "SY"), ("nigeriens", "NE"), ("nigerian", "NG"), ("table", "")])
def test_demonyms_name_countries(word: str, code: str) -> None:
    assert demonym_country(word) == code


def test_lands_have_members() -> None:
    assert "NE" in members("sahel")
    assert members("syria") == frozenset()


def test_every_container_of_the_lexicon_is_a_place_itself() -> None:
    lost = [name for name in places().within if resolve(name) is None]
    assert lost == []


def test_every_country_of_a_land_is_a_country() -> None:
    known = set(countries().countries)
    assert all(set(codes) <= known for codes in countries().regions.values())
