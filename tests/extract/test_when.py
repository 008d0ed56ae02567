"""The time of each figure, over styles of news: a report with the period expected for some of its figures."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract import extract
from checker.extract.profile import profile
from checker.extract.syntax import Sentence
from checker.extract.temporal_aspect import Aspect, aspect_of
from checker.extract.tokens import tokens
from checker.extract.when_periods import counted_from
from checker.model import Claim, Document, Period, Section
from checker.read.front import split_front


def claims_of(text: str) -> list[Claim]:
    front = split_front(text)
    document = Document(id="d", path="d.txt", text=text, sha256="0" * 64, front=front.fields, body=front.body)
    return list(extract(document, profile(document)).claims)


def period(claims: list[Claim], figure: str, measure: str = "") -> str:
    """The period of the figure as the gold of dossiers writes it: a day, or the first and the last."""
    for claim in claims:
        if claim.number.text == figure and (measure == claim.measure or (not measure and claim.measure != "date")):
            if claim.time is None:
                return ""
            start, end = claim.time.start.isoformat(), claim.time.end.isoformat()
            return start if start == end else f"{start}/{end}"
    pytest.fail(f"no claim {figure}")


AGENCY = [
    (
        (
            "OSIJEK, Croatia, May 6 2026 (Drava Wire) - A gas blast tore through a bakery in Osijek "
            "on Tuesday, killing four people and wounding 11, police said on Wednesday.\n\n"
            "The bakery has 30 employees.\n"
        ),
        {"four": "2026-05-05", "11": "2026-05-05", "30": "2026-05-06"},
    ),
    (
        (
            "TAMALE, Ghana, June 3 2025 (Volta Press) - The number of dead in the market fire has "
            "reached 19, the fire service said on Tuesday.\n\n"
            "The fire broke out on Sunday. It destroyed 340 stalls.\n\n"
            "Some 80 firefighters are still on the site.\n"
        ),
        {"19": "2025-06-03", "340": "2025-06-01", "80": "2025-06-03"},
    ),
    (
        ("QUITO, Nov 20 2025 (Andes News) - The army has seized 14 boats since January, the defence minister said.\n"),
        {"14": "2025-01-01/2025-11-20"},
    ),
    (
        (
            "VALPARAISO, Chile, March 9 2026 (Pacific Wire) - Dock workers held a strike from 2 to 6 "
            "March. Some 2,300 workers took part.\n"
        ),
        {"2,300": "2026-03-02/2026-03-06"},
    ),
    (
        (
            "SKOPJE, Feb 12 2026 (Vardar News) - The city counted 61 potholes in January, against 48 "
            "in the same month of 2025.\n"
        ),
        {"61": "2026-01-01/2026-01-31", "48": "2025-01-01/2025-01-31"},
    ),
    (
        ("GAO, Mali, April 2 2026 (Sahel Desk) - The war that began in 2012 has killed more than 9,000 people.\n"),
        {"9,000": "2012-01-01/2026-04-30"},
    ),
    (
        (
            "GAO, Mali, April 2 2026 (Sahel Desk) - Nearly 9,000 people have been killed since the "
            "war broke out in January 2012.\n\n"
            "On Monday a mine killed three farmers.\n"
        ),
        {"9,000": "2012-01-01/2026-04-30", "three": "2026-03-30"},
    ),
    (
        (
            "LUANDA, July 18 2025 (Kwanza Wire) - Police said they had detained 27 people after "
            "riots on Wednesday.\n\n"
            "A curfew begins on Saturday. The ministry plans to send 600 officers by Sunday.\n"
        ),
        {"27": "2025-07-16", "600": "2025-07-20"},
    ),
    (
        ("BREST, France, Sept 4 2025 (Armor) - The yard employs 1,150 people, down from 1,900 in 2010.\n"),
        {"1,150": "2025-09-04", "1,900": "2010-01-01/2010-12-31"},
    ),
    (
        (
            "ADEN, Aug 22 2025 (Gulf Desk) - A boat carrying 152 migrants capsized on Wednesday "
            "night, the coast guard said on Thursday.\n\n"
            "In June 2024, 49 people drowned in the same waters.\n\n"
            "Divers have recovered 31 bodies.\n"
        ),
        {"152": "2025-08-20", "49": "2024-06-01/2024-06-30", "31": "2025-08-22"},
    ),
    (
        ("MINSK, Oct 10 2025 (Neman) - The plant, which opened in 1974, makes 40,000 tractors a year.\n"),
        {"40,000": "2025-10-10"},
    ),
    (
        (
            "LIMA, Dec 12 2025 (Condor) - A bus plunged into a ravine overnight, killing 16 "
            "passengers, the road police said on Friday.\n"
        ),
        {"16": "2025-12-11/2025-12-12"},
    ),
]

STATEMENTS = [
    (
        (
            "Ministry of Health of Lisuria\n"
            "Bulletin no. 9, 17 March 2026\n\n"
            "1. Situation of the week (9 to 15 March)\n\n"
            "New cases: 87. Deaths: 4.\n\n"
            "2. Cumulative situation since 3 January 2026\n\n"
            "Cases: 1,204. Deaths: 39.\n"
        ),
        {"87": "2026-03-09/2026-03-15", "4": "2026-03-09/2026-03-15", "1,204": "2026-01-03/2026-03-15"},
    ),
    (
        (
            "---\n"
            "title: Flash update 3\n"
            "date: 2026-01-21\n"
            "---\n\n"
            "## Key figures\n\n"
            "- **52** people killed\n"
            "- **1,300** houses destroyed\n"
            "- **118** people rescued on 19 January\n"
        ),
        {"52": "2026-01-21", "1,300": "2026-01-21", "118": "2026-01-19"},
    ),
    (
        (
            "---\n"
            "date: 2025-10-06\n"
            "---\n\n"
            "Coalition forces conducted 22 raids between September 1 and September 30.\n\n"
            "In the north, 15 raids led to 41 detentions.\n\n"
            "About 900 soldiers remain in the country.\n"
        ),
        {"22": "2025-09-01/2025-09-30", "15": "2025-09-01/2025-09-30", "900": "2025-10-06"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-09\n"
            "---\n\n"
            "The prison held 412 inmates on the evening of 3 February. It has room for 200.\n"
        ),
        {"412": "2026-02-03", "200": "2026-02-09"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-09\n"
            "---\n\n"
            "From the commissioner of roads: eight bridges are closed, two more than yesterday. The "
            "repair will last 40 days, until 21 March.\n"
        ),
        {"eight": "2026-02-09", "40": "2026-02-09/2026-03-21"},
    ),
    (
        ("---\ndate: 2025-08-14\n---\n\nThe office has counted since 1 August:\n\n- 64 fires\n- 7 injured\n"),
        {"64": "2025-08-01/2025-08-14", "7": "2025-08-01/2025-08-14"},
    ),
]

BACKGROUND = [
    (
        (
            "---\n"
            "date: 2026-04-15\n"
            "---\n\n"
            "The town lost a third of its people after the flood of 1998. Today 12,000 people live "
            "there.\n"
        ),
        {"12,000": "2026-04-15"},
    ),
    (
        (
            "---\n"
            "date: 2026-04-15\n"
            "---\n\n"
            "The dam was built in 1961. Its reservoir holds 80 million cubic metres of water.\n"
        ),
        {"80 million": "2026-04-15"},
    ),
    (
        (
            "---\n"
            "date: 2026-04-15\n"
            "---\n\n"
            "The quake of 2009 killed 300 people in the region. This time 14 people are in hospital.\n"
        ),
        {"300": "2009-01-01/2009-12-31", "14": "2026-04-15"},
    ),
    (
        ("---\ndate: 2026-04-15\n---\n\nIn 2019 the port handled more than 33,000 containers.\n"),
        {"33,000": "2019-01-01/2019-12-31"},
    ),
    (
        ("---\ndate: 2026-04-15\n---\n\nThe district had 210 cases by 2 April. A week later it had 290 cases.\n"),
        {"210": "2026-04-02", "290": "2026-04-09"},
    ),
    (
        (
            "---\n"
            "date: 2026-04-15\n"
            "---\n\n"
            "The mayor was elected in May 2021. Protesters gathered on Monday. Police detained 23 of "
            "them.\n"
        ),
        {"23": "2026-04-13"},
    ),
    (
        ("---\ndate: 2026-04-15\n---\n\nThe truce collapsed on 2 March. Since then, 61 people have been killed.\n"),
        {"61": "2026-03-02/2026-04-15"},
    ),
    (
        (
            "---\n"
            "date: 2026-04-15\n"
            "---\n\n"
            "It was the worst storm since November 2018, when 45 people died on the coast.\n"
        ),
        {"45": "2018-11-01/2018-11-30"},
    ),
    (
        (
            "---\n"
            "date: 2026-04-15\n"
            "---\n\n"
            "The storm comes on top of a drought in the east, where 70,000 people are hungry, and of "
            "floods, which cut nine roads in January 2025.\n"
        ),
        {"70,000": "2026-04-15", "nine": "2025-01-01/2025-01-31"},
    ),
    (
        ("---\ndate: 2026-04-15\n---\n\nIts budget this year is 300 million euros ($330 million).\n"),
        {"300 million": "2026-01-01/2026-12-31", "330 million": "2026-01-01/2026-12-31"},
    ),
]

HEADLINES = [
    (
        (
            "Landslide kills 26 in hill town\n\n"
            "BAGUIO, Philippines, July 9 2025 (Luzon Wire) - A landslide buried a row of houses on "
            "Tuesday, killing 26 people, officials said.\n"
        ),
        {"26": "2025-07-08"},
    ),
    (
        (
            "---\n"
            "title: Ministry counts 58 inspections\n"
            "date: 2026-04-03\n"
            "---\n\n"
            "In the first quarter of the year the ministry carried out 58 inspections.\n"
        ),
        {"58": "2026-01-01/2026-03-31"},
    ),
]

OTHERS = [
    (
        (
            "RADIO TARN, noon news, 4 November 2025\n\n"
            "PRESENTER: How many are missing?\n\n"
            "REPORTER: The prefect told us this morning: 13 are missing. Yesterday 20 were missing.\n"
        ),
        {"13": "2025-11-04", "20": "2025-11-03"},
    ),
    (
        (
            "Mill fire: count of the lost jobs\n\n"
            "From our correspondent in Narva. Friday, 7 November 2025\n\n"
            "The mill burned on Monday. The owner says that 140 jobs are gone.\n"
        ),
        {"140": "2025-11-07"},
    ),
    (
        (
            "---\n"
            "date: 2025-11-07\n"
            "---\n\n"
            "The union said on Wednesday that 75 drivers were missing; the company speaks of 30 "
            "drivers.\n"
        ),
        {"75": "2025-11-05", "30": "2025-11-07"},
    ),
    (
        (
            "---\n"
            "date: 2025-11-07\n"
            "---\n\n"
            "The army will cut the garrison from about 700 soldiers to fewer than 400 before March.\n"
        ),
        {"700": "2025-11-07", "400": "2026-02-28"},
    ),
    (
        ("---\ndate: 2025-11-07\n---\n\nUnemployment could reach 9 percent by 2028.\n"),
        {"9": "2028-01-01/2028-12-31"},
    ),
    (
        ("---\ndate: 2025-11-07\n---\n\nOver the past 24 hours, 16 trucks crossed the border.\n"),
        {"16": "2025-11-06/2025-11-07"},
    ),
]

UNSEEN = [
    (
        (
            "OSLO, Feb 3 2026 (Fjord Wire) - A court on Monday sentenced nine men to prison for "
            "smuggling 4 tonnes of cocaine in 2023.\n\n"
            "The trial began in October. It heard 87 witnesses.\n"
        ),
        {"nine": "2026-02-02", "4": "2023-01-01/2023-12-31"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "Sales of cars fell to 7,200 in January from 8,100 in December, the traders' union said.\n"
        ),
        {"7,200": "2026-01-01/2026-01-31", "8,100": "2025-12-01/2025-12-31"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "The operation will run until 30 May and cost 12 million crowns.\n\n"
            "Some 500 divers will take part.\n"
        ),
        {"12 million": "2026-02-03/2026-05-30", "500": "2026-02-03"},
    ),
    (
        (
            "Live: storm over the coast\n"
            "Last updated: Tuesday 3 February 2026, 18:10 GMT\n\n"
            "18:10 Power is out in 6,400 homes.\n\n"
            "16:45 The mayor says 35 boats were sunk on Monday night.\n\n"
            "15:20 Of the 60 shelters, 12 are full.\n"
        ),
        {"6,400": "2026-02-03", "60": "2026-02-03", "12": "2026-02-03"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "The collapse of the mine on 28 January trapped 31 miners. Rescuers have brought out 22 "
            "of them. The other nine are still underground.\n"
        ),
        {"31": "2026-01-28", "22": "2026-02-03", "nine": "2026-02-03"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "In the past week, 3,100 people crossed the border, twice as many as in the week before."
            "\n\n"
            "The camp at the river shelters 18,000 people, according to an agency count of 1 "
            "February.\n"
        ),
        {"3,100": "2026-01-27/2026-02-03"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "The army said on Sunday that it had destroyed 14 drones overnight and that two soldiers "
            "were wounded.\n"
        ),
        {"14": "2026-01-31/2026-02-01", "two": "2026-01-31/2026-02-01"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "The bridge, which was opened in 1932, carries 21,000 cars a day. It will be closed for "
            "18 months.\n"
        ),
        {"21,000": "2026-02-03", "18": "2026-02-03"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "Fighting has displaced 45,000 people since mid-December, the agency said on Monday.\n"
        ),
        {"45,000": "2025-12-15/2026-02-02"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "After the attack of 25 January, which killed eight people, the company doubled its "
            "guards to 120.\n"
        ),
        {"eight": "2026-01-25"},
    ),
    (
        ("---\ndate: 2026-02-03\n---\n\nThe toll, which stood at 40 on Friday, has risen to 52.\n"),
        {"40": "2026-01-30", "52": "2026-02-03"},
    ),
    (
        ("---\ndate: 2026-02-03\n---\n\nPolice arrested 16 people on Saturday and 9 on Sunday.\n"),
        {"16": "2026-01-31", "9": "2026-02-01"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "So far this year, 210 people have drowned. In the whole of last year 1,900 people "
            "drowned.\n"
        ),
        {"210": "2026-01-01/2026-02-03", "1,900": "2025-01-01/2025-12-31"},
    ),
    (
        (
            "---\n"
            "date: 2026-02-03\n"
            "---\n\n"
            "The two-day strike, on 29 and 30 January, cost the railway 5 million euros. Some 700 "
            "trains were cancelled.\n"
        ),
        {"5 million": "2026-01-29/2026-01-30", "700": "2026-01-29/2026-01-30"},
    ),
]

COORDINATED = [
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "The police of the province announce that in the night of 18 to 19 May 12 vehicles were "
            "burned. Nobody was hurt.\n"
        ),
        {"12": "2026-05-19"},
    ),
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "According to the ministry, 4,500 tonnes of wheat arrived on Monday, and another 3,000 "
            "tonnes are expected on Friday.\n"
        ),
        {"4,500": "2026-05-18", "3,000": "2026-05-22"},
    ),
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "The firm made a profit of 30 million euros in the first quarter, up from 22 million "
            "euros a year earlier.\n"
        ),
        {"30 million": "2026-01-01/2026-03-31", "22 million": "2025-01-01/2025-03-31"},
    ),
    (
        ("---\ndate: 2026-05-20\n---\n\nOf the 300 passengers, 140 were rescued on Sunday; 160 are still missing.\n"),
        {"140": "2026-05-17", "160": "2026-05-20"},
    ),
    (
        ("---\ndate: 2026-05-20\n---\n\nThe fund paid 2 million dollars in 2024 and 3 million dollars in 2025.\n"),
        {"2 million": "2024-01-01/2024-12-31", "3 million": "2025-01-01/2025-12-31"},
    ),
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "The governor said late on Tuesday that 18 bodies had been found.\n\n"
            "The flood hit the valley on Saturday. Eleven bridges were swept away.\n"
        ),
        {"18": "2026-05-19", "Eleven": "2026-05-16"},
    ),
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "At the end of April the camp held 52,000 people. Since then 3,000 people have left.\n"
        ),
        {"52,000": "2026-04-30", "3,000": "2026-04-21/2026-05-20"},
    ),
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "The earthquake struck at dawn on Monday. It had a magnitude of 6.1 and a depth of 10 km."
            "\n"
        ),
        {"6.1": "2026-05-18", "10": "2026-05-18"},
    ),
    (
        ("---\ndate: 2026-05-20\n---\n\nHe was one of 40 men convicted in 2012. The prison now holds 900 inmates.\n"),
        {"40": "2012-01-01/2012-12-31", "900": "2026-05-20"},
    ),
    (
        ("---\ndate: 2026-05-20\n---\n\nBetween January and April, 66 journalists were arrested, the union says.\n"),
        {"66": "2026-01-01/2026-04-30"},
    ),
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "The council plans to build 800 flats by 2030. It has built 120 flats since 2023.\n"
        ),
        {"800": "2030-01-01/2030-12-31", "120": "2023-01-01/2026-05-31"},
    ),
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "On 3 May rebels seized the airport. Two days later the army retook it, and 33 rebels "
            "died.\n"
        ),
        {"33": "2026-05-05"},
    ),
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "More than 2,000 people have been evacuated since Friday, and 17 houses have burned "
            "down, the fire service said on Monday.\n"
        ),
        {"2,000": "2026-05-15/2026-05-18"},
    ),
    (
        (
            "---\n"
            "date: 2026-05-20\n"
            "---\n\n"
            "In March 2011, the year of the uprising, 60 people were killed in the square. On "
            "Tuesday, 500 people laid flowers there.\n"
        ),
        {"60": "2011-03-01/2011-03-31", "500": "2026-05-19"},
    ),
    (
        ("---\ndate: 2026-05-20\n---\n\nThe drought, the worst in 40 years, has killed 20,000 cattle this year.\n"),
        {"20,000": "2026-01-01/2026-05-20"},
    ),
]

ROWS = [
    (text, *row)
    for text, rows in (*AGENCY, *STATEMENTS, *BACKGROUND, *HEADLINES, *OTHERS, *UNSEEN, *COORDINATED)
    for row in rows.items()
]


@pytest.mark.parametrize(("text", "figure", "expected"), ROWS)
def test_the_time_of_each_figure(text: str, figure: str, expected: str) -> None:
    assert period(claims_of(text), figure) == expected


def test_every_time_names_its_production() -> None:
    claims = claims_of(AGENCY[0][0])
    assert all(any(step.startswith("time ") for step in claim.because) for claim in claims)


def test_stated_times_are_told_from_inherited_ones() -> None:
    found = {claim.number.text: claim.time_stated for claim in claims_of(AGENCY[0][0]) if claim.measure != "date"}
    assert found == {"four": True, "11": True, "30": False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 300 people are in the hall", Aspect.PRESENT),
        ("The club has 300 members", Aspect.PRESENT),
        ("They have been in the hall for 300 minutes", Aspect.PRESENT),
        ("The storm has destroyed 300 houses", Aspect.PERFECT),
        ("The storm destroyed 300 houses", Aspect.PAST),
        ("About 300 people were hurt", Aspect.PAST),
        ("The town will build 300 houses", Aspect.FUTURE),
        ("300 dead in a storm", Aspect.NONE),
        ("The hall, which burned in May, holds 300 people", Aspect.PRESENT),
    ],
)
def test_the_aspect_of_a_figure(text: str, expected: Aspect) -> None:
    found = tokens(text)
    at = next(index for index, token in enumerate(found) if token.text == "300")
    assert aspect_of(Sentence(text, 0, len(text), found, Section.BODY, 0, 0), at) is expected


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.dates(date(1950, 1, 1), date(2050, 1, 1)))
def test_a_count_from_a_beginning_holds_both_ends(first: date, own: date) -> None:
    begun = Period.on(first)
    counted = counted_from(begun, Period.on(own))
    assert counted is not None
    assert counted == begun if first > own else (counted.start, counted.end) == (first, own)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(1, 400))
def test_a_background_of_another_year_changes_no_later_time(day: date, back: int) -> None:
    head = f"---\ndate: {day.isoformat()}\n---\n\n"
    later = "Some 300 people are in the hall.\n"
    told = f"The hall was built in {max(1900, day.year - 1 - back % 90)}. "
    assert period(claims_of(head + told + later), "300") == period(claims_of(head + later), "300")
