"""What is asserted of a figure: the productions, through the whole extraction."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import Claim
from checker.read import read_text


def claims_of(text: str) -> tuple[Claim, ...]:
    document = read_text("report.txt", f"Published: 12 May 2026\n\n{text}\n")
    return tuple(claim for claim in extract(document, profile(document)).claims if claim.measure != "date")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs behind and before
        ("Some 187 inmates escaped from the jail in Lirren.", [("187", "person", "escaped")]),
        ("The blast killed 22 villagers near Oxtow.", [("22", "person", "killed")]),
        ("Four soldiers at a post in the hills were wounded.", [("Four", "person", "wounded")]),
        ("Nine guards and two townspeople were killed.", [("Nine", "person", "killed"), ("two", "person", "killed")]),
        ("The guards killed 12 rebels and wounded 30.", [("12", "person", "killed"), ("30", "person", "wounded")]),
        (
            "Gunmen killed one guard, wounding three others.",
            [("one", "person", "killed"), ("three", "person", "wounded")],
        ),
        # nouns and labels
        ("The raids led to the deaths of 163 fighters.", [("163", "person", "killed")]),
        ("The toll has risen to 46.", [("46", "person", "killed")]),
        ("The governor put the number of escapees at 187.", [("187", "person", "escaped")]),
        ("Recaptured: 64", [("64", "person", "captured")]),
        ("The number of people in hospital has fallen to 121.", [("121", "person", "hospitalised")]),
        ("Police put the number of people killed in a fire at a market at 30.", [("30", "person", "killed")]),
        ("The number of people hurt in the collapse of a wall rose to 31.", [("31", "person", "wounded")]),
        ("The death toll of the blast on March 9 stands at 34.", [("34", "person", "killed")]),
        ("The death toll from the collapse of a grandstand in Lirren stands at 34.", [("34", "person", "killed")]),
        ("The death toll from a bus crash near a level crossing has risen to 34.", [("34", "person", "killed")]),
        ("Deaths in the destruction of the dam at Oxtow rose to 34.", [("34", "person", "killed")]),
        ("After the deaths in the mine, the number of collapses rose to 34.", [("34", "collapse", "destroyed")]),
        ("The number of homes destroyed in the collapse stands at 34.", [("34", "home", "destroyed")]),
        ("The number of dead reached 34.", [("34", "person", "killed")]),
        ("Deaths by town: Lirren 19, Oxtow 9.", [("19", "person", "killed"), ("9", "person", "killed")]),
        # states and nouns that are their own measure
        ("34 dead and 40 injured in Lirren", [("34", "person", "killed"), ("40", "person", "wounded")]),
        ("3 killed 40 injured in Lirren market", [("3", "person", "killed"), ("40", "person", "wounded")]),
        ("The planes flew 18 strikes on Monday.", [("18", "strike", "strikes")]),
        ("Lirren counted 71 deaths.", [("71", "person", "killed")]),
        ("There are 2,500 troops in Norland.", [("2,500", "person", "deployed")]),
        # lists, parts, inversion
        (
            "Seven people were killed: one guard and six inmates.",
            [("Seven", "person", "killed"), ("one", "person", "killed"), ("six", "person", "killed")],
        ),
        ("Among the 27 dead are 15 women.", [("27", "person", "killed"), ("15", "person", "killed")]),
        ("Two medics were among 31 dead.", [("Two", "person", "killed"), ("31", "person", "killed")]),
        (
            "The halls house 900, 780 and 350 people.",
            [("900", "person", "held"), ("780", "person", "held"), ("350", "person", "held")],
        ),
        # the same verb, another noun
        ("Rain cut 17 roads.", [("17", "road", "damaged")]),
        ("The plant cut 340 jobs.", [("340", "job", "cut")]),
        ("Hundreds of villagers fled.", [("Hundreds", "person", "displaced")]),
        ("Hundreds of inmates fled.", [("Hundreds", "person", "escaped")]),
        # measured quantities
        (
            "The camp lies 40 km (25 miles) west of Lirren.",
            [("40", "kilometre", "distance"), ("25", "mile", "distance")],
        ),
        ("The wreck lies at a depth of 55 metres.", [("55", "metre", "depth")]),
        ("The repairs cost 85 million euros.", [("85 million", "EUR", "cost")]),
        ("The ministry's budget is 200 million euros.", [("200 million", "EUR", "budget")]),
        ("Inflation fell by 2 percent.", [("2", "percent", "change")]),
        # parts of a whole, ages, former values, lists
        ("Four of the nine districts have no power.", [("Four", "district", "count"), ("nine", "district", "count")]),
        ("84 of 112 drones shot down", [("84", "drone", "shot down"), ("112", "drone", "count")]),
        ("The Greens won 117 of 230 seats.", [("117", "seat", "seats"), ("230", "seat", "count")]),
        (
            "Output fell to 800 tonnes a day from 1,450.",
            [("800", "tonne per day", "rate"), ("1,450", "tonne per day", "rate")],
        ),
        ("The river rose from five to seven metres.", [("five", "metre", "distance"), ("seven", "metre", "distance")]),
        ("Needs:\n- Rain coats: 4,000\n- Jars: 900", [("4,000", "coat", "requested"), ("900", "jar", "requested")]),
        ("Medics vaccinated 42,000 children aged 6 to 59 months.", [("42,000", "person", "vaccinated")]),
        ("The flood killed 17 children under five.", [("17", "person", "killed")]),
        ("The jail, built for 400, held 1,130.", [("400", "person", "capacity"), ("1,130", "person", "held")]),
        # votes, arrests, fires, sums of money
        ("Deputies voted 212 to 187.", [("212", "vote", "votes"), ("187", "vote", "votes")]),
        ("Officers made 40 arrests in Lirren.", [("40", "arrest", "detained")]),
        ("Court jails 23 over coup plot", [("23", "person", "detained")]),
        ("Tens of thousands take to streets", [("Tens of thousands", "person", "attendance")]),
        ("Rioters set fire to five cars.", [("five", "vehicle", "destroyed")]),
        ("Two dockers were killed.", [("Two", "person", "killed")]),
        ("14 ships are at anchor and 600 crates were lost.", [("14", "vessel", "waiting"), ("600", "crate", "lost")]),
        ("Customs fined the yard 30,000 euros.", [("30,000", "EUR", "fine")]),
        ("The firm lost $6 million last year.", [("6 million", "USD", "loss")]),
        # ages, wholes and people of the sentence before, verbs that split
        ("The driver, 45, and his son, 8, were hurt.", []),
        ("Three men, aged 19, 24 and 31, were held.", [("Three", "person", "held")]),
        ("Shells hurt two boys, 8 and 11.", [("two", "person", "wounded")]),
        ("The 412-page ruling cites a law.", []),
        ("The fire forced 5,600 people from their homes.", [("5,600", "person", "displaced")]),
        ("The army is to recruit 15,000 troops.", [("15,000", "person", "recruited")]),
        ("Judges acquitted five defendants.", [("five", "person", "acquitted")]),
        ("Nurses walked out; 2,150 of them remain on strike.", [("2,150", "person", "on strike")]),
        ("Gusts reached 80 km/h.", [("80", "kilometre_per_hour", "speed")]),
        ("Nine tankers were waiting at anchor.", [("Nine", "vessel", "waiting")]),
        # what is said of the part is not said of the whole
        ("19 of 54 miners died.", [("19", "person", "killed"), ("54", "person", "count")]),
        ("One of the two bridges was closed.", [("One", "bridge", "closed"), ("two", "bridge", "count")]),
        (
            "Police sealed off four stations and deployed 90 men.",
            [("four", "station", "sealed"), ("90", "person", "deployed")],
        ),
        (
            "The town was hit by rain.\n\nKilled 14\n\nMissing 3",
            [("14", "person", "killed"), ("3", "person", "missing")],
        ),
        ("The appeal was launched to help 900 people.", [("900", "person", "count")]),
        # a verb that no measure has is the measure; what a noun or a nearer verb tells goes before it
        ("The council hired 120 private coaches to run at night.", [("120", "vehicle", "hired")]),
        (
            "Some 812 children enrolled, and 40 pupils dropped out.",
            [("812", "person", "enrolled"), ("40", "person", "dropped out")],
        ),
        (
            "The town has appointed 14 wardens and will plant 2,000 elms.",
            [("14", "person", "hired"), ("2,000", "elm", "planted")],
        ),
        ("The agency registered 71 deaths.", [("71", "person", "killed")]),
        ("Five patrol boats searched the strait.", [("Five", "vessel", "deployed")]),
        ("Three of the city's nine libraries will open.", [("Three", "library", "open"), ("nine", "library", "count")]),
        ("A dinghy left with 61 Afghans and Syrians on board.", [("61", "person", "aboard")]),
        ("The boat, licensed for 12, sank.", [("12", "person", "capacity")]),
        (
            "Medics screened 940 infants, and 30 were admitted.",
            [("940", "person", "screened"), ("30", "person", "hospitalised")],
        ),
        (
            "The clinic has a staff of 45 and 27 active fires were fought.",
            [("45", "person", "employed"), ("27", "fire", "fought")],
        ),
        # who gets the money, what is done with an amount, what holds people, what is said of many
        ("The state gave the bereaved 20,000 euros each.", [("20,000", "EUR", "compensation")]),
        ("The kidnappers want $2 million.", [("2 million", "USD", "ransom")]),
        ("Customs seized 210 kg of resin.", [("210", "kilogram", "seized")]),
        ("A crane of 120 tonnes was brought.", [("120", "tonne", "weight")]),
        ("The town has a stadium for 10,000 people.", [("10,000", "person", "capacity")]),
        ("Police put the demonstration at 8,000 people.", [("8,000", "person", "attendance")]),
        ("Reporters interviewed 48 survivors.", [("48", "person", "interviewed")]),
        (
            "Two specialists and three shop stewards resigned.",
            [("Two", "person", "resigned"), ("three", "person", "resigned")],
        ),
        ("Some 300 migrants arrived.", [("300", "person", "arrived")]),
        ("Some 300 parcels arrived.", [("300", "item", "delivered")]),
        ("Two co-directors were jailed.", [("Two", "person", "detained")]),
        ("Birds culled: 900", [("900", "animal", "culled")]),
        ("The state fund has paid out $51 million.", [("51 million", "USD", "paid")]),
        ("Partners have received US$ 4 million.", [("4 million", "USD", "received")]),
        (
            "Ninety people were hurt, including two medics.",
            [("Ninety", "person", "wounded"), ("two", "person", "wounded")],
        ),
        ("Crews have repainted 14 benches.", [("14", "bench", "repainted")]),
        ("Land Forces sent 600 soldiers.", [("600", "person", "deployed")]),
    ],
)
def test_measures(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(c.number.text, c.unit.name, c.told or c.measure) for c in claims_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("The blast killed 22 villagers.", "object of past"),
        ("Recaptured: 64", "label"),
        ("Among the dead are 15 women.", "inverted"),
        ("Five people died and 12 were hurt.", "as the figure before it"),
    ],
)
def test_every_claim_tells_its_productions(text: str, because: str) -> None:
    assert because in claims_of(text)[-1].because


def test_a_bare_figure_takes_the_noun_of_the_one_before_it() -> None:
    first, second = claims_of("On Friday 46 bus drivers were detained. By Sunday 20 had been released.")
    assert second.population is not None
    assert second.population.text == first.population.text == "bus drivers"


def test_a_figure_that_officials_speak_of_is_no_figure_of_officials() -> None:
    text = "The ministry gave the number of Kenyan soldiers in Somalia as 3,600; UN officials had spoken of 2,100."
    first, second = claims_of(text)
    assert second.population is not None
    assert second.population.text == first.population.text == "Kenyan soldiers"
    assert (second.unit.name, second.measure) == (first.unit.name, first.measure)


def test_a_toll_takes_no_noun_of_bystanders() -> None:
    toll = claims_of("The town has 9,000 inhabitants. The toll, which stood at 21, is rising.")[-1]
    assert (toll.number.text, toll.measure, toll.population and toll.population.text) == ("21", "killed", "people")


@pytest.mark.parametrize(
    "text",
    [
        "Two officials said that talks went on.",
        "One man told the paper that he had seen nothing.",
        "The two countries signed nothing.",
        "No details were given.",
    ],
)
def test_sources_and_references_are_no_claims(text: str) -> None:
    assert claims_of(text) == ()
