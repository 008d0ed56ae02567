"""The place of each figure of short reports in many styles; the places that no gazetteer knows are invented."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import Claim, Document

QUAKE = """Quake kills 40 in southern Peru

LIMA, May 3 (Condor Wire) - An earthquake shook the Andean town of Chumbira in southern Peru on Friday, killing at \
least 40 people, the civil defence institute said.

More than 300 people were injured. The quake, of magnitude 6.4, was felt in Arequipa, some 120 km to the west.

In the village of Taruca 12 people died when the church fell in. Hospitals in Cusco took in 25 of the injured.

Last year earthquakes killed 9 people in Peru.
"""
PRISON = """---
title: "Escape from Maloka prison"
---

Some 85 inmates broke out of Maloka prison in western Zambia overnight, the governor said.

The prison holds 410 men in cells built for 150. Two guards were hurt. By noon 31 men had been caught.

"There were 14 guards on duty," an official in Lusaka said.
"""
FERRY = """Nineteen dead as ferry sinks off Tanimba island

JAKARTA, Aug 9 (Archipelago News) - A ferry with 120 people on board went down off Tanimba island in eastern \
Indonesia, the search agency said on Sunday.

Sixty-four people were pulled from the sea and 37 are missing. The boat had left Ambon with 12 crew.
"""
CHOLERA = """REPUBLIC OF MALAWI - MINISTRY OF HEALTH
Cholera bulletin no. 9

New cases this week: 212. Deaths: 6.

Cases by district
Lilongwe: 88 cases
Mangochi: 61 cases

Since the outbreak began the country has recorded 3,400 cases.
"""
STRIKE = """Drone strike on market in Sudan kills 33

A drone hit a market in the town of Umm Dabra in North Kordofan on Tuesday, killing 33 people, medics said.

The army said 7 fighters had died. A doctor in Khartoum spoke of 41 dead.

Across the country 150,000 people have been killed in the war.
"""
REFINERY = """---
title: Output falls at the Torvik plant
source: Norfuel
---

We made 210,000 tonnes at Torvik in the quarter. The refinery ran at 64 percent. No employee was hurt in the fire.
"""
ARMY = """Poland orders 48 howitzers

WARSAW, April 2 (Vistula Desk) - Poland has ordered 48 howitzers, the defence ministry said. The deal is worth $1.2 \
billion. Some 3,000 soldiers will be trained.
"""
FIRE = """Fire rages above Kalomeri

ATHENS, July 8 - A fire tore through pine forest near the Greek town of Kalomeri, burning 900 hectares.

Fourteen houses were destroyed, the fire brigade said in Athens. Sixty firefighters came from Romania.
"""
LOCAL = """Our bakery closes after 90 years. The 6 bakers of Brukkel Street in Ghent lose their jobs.

"We sold 400 loaves a day."
"""
HEADED = """Qadramut dam: what we know

The dam broke at dawn. The office counts 17 dead and 22 missing.

About 2,300 people fled to the town of Zebrin. The wall was 640 metres long.
"""
TOLLS = """Shelling kills dozens in Donetsk region

Shelling killed 12 people in Bakhmut and 4 in Pokrovsk on Monday, the governor said. In Kharkiv, 3 people were wounded.
"""
NEIGHBOURS = """Floods in Chad leave 31 dead

Floods have killed 31 people in N'Djamena, the Chadian capital, since Monday.

Nigeria has reported 54 deaths and 1,200 lost homes since June, most in Borno state.
"""
UNNAMED = """Bus crash kills 15

Fifteen people died when a bus fell off a bridge. Eight were hurt.
"""
CAMP = """Fire in displacement camp

GOMA, DR Congo - Fire swept through Kanzibe camp on Thursday and destroyed 700 shelters.

The camp has 9,000 residents. Here 20 water points serve everyone, aid workers say.
"""
US = """US strikes in Yemen kill 11

US forces struck the port of Ras Halib in Yemen on Saturday, killing 11 people. The Pentagon said 3 missiles were used.
"""
HELD = """Air raids kill 13 in rebel-held parts of Idlib

Air raids on rebel-held parts of Idlib killed 13 civilians, monitors said. In Damascus 2 people died in rocket fire.
"""
TRIPOLI = """Boat capsizes off Lebanon, 22 dead

BEIRUT - A boat with 60 migrants capsized off Tripoli on Friday, Lebanon's navy said. Its sailors saved 38 people.
"""
LIST = """Storm damage in Honduras, as of 6 pm

- Tela: 14 houses
- Choluteca: 9 houses
- dead: 3
"""
PAPER = """GALWAY ECHO, Saturday edition

Soldiers at the school

Some 200 soldiers are quartered in our town until June. With them came 40 vehicles. The rest are near Limerick.
"""
VILLAGE = """Mudslide kills 12 in Colombia

BOGOTA, March 4 (Cordillera Wire) - Twelve people were killed and 9 were missing on Monday after a slope came down \
on a miners' camp, officials said.

The mud struck before dawn above Quilamba, a hamlet of 300 people in the municipality of Tormesa, 90 km (56 miles) \
south of Bogota. It buried 4 huts.

Another 18 rescuers from Medellin are on their way. In the town of Sarquita 60 people sleep in a school. They were \
given 70 blankets.
"""
ENTRIES = """Live: search at Quilamba

17:40 A boy has been found alive after 30 hours.

16:10 In Sarquita 200 people marched. Police spoke of 90 people.

15:05 A lorry with 5 tonnes of food has arrived.

13:30 Near Ovalta 2 bridges are closed.
"""
PEOPLE = """The river took the bread

By Ana Duarte in Ovalta

Quilamba lies at 2,400 metres. Until the flood it had 80 houses.

"I have 3 sisters in Medellin," says a baker. The hamlet has 2 shops.
"""
FLED = """Prisoners flee in Torvia

Some 40 men escaped from Maloka prison on Friday. A team of 12 from Lusaka is looking for them.
"""
BRIDGE = """The bridge

By Mara Olten, Cochabamba

Rosa stood on the Huayora bridge when 2 shots fell. She was one of 40 people there.

"In the whole country 12 bridges are as old," says an engineer.

Her sons went to Ruhora with 3 friends. They own 5 lorries.
"""
COURT = """Olvara builder refused bail

A court in Cusco on Friday refused bail to the man who built a stand that fell in Olvara in May, killing 31 people. \
He has 2 sons.

The club paid 90 coins, a third of what a firm in Arequipa had asked. It named 57 witnesses.
"""
SECTIONS = """# Olvara mill, two weeks on

## Ksar Hellal

The strike ended after 8 plants gave in. Later 45 workers were dismissed.

## Monastir

Of 31 mills 12 had no exit.

## Wages

The owners in Tunis paid 90 families. They are the 3 largest.
"""
WARDS = """Nineteen hurt in Olvara

OLVARA, May 4 (Coast Wire) - Nineteen people were hurt when a wall fell in Olvara on Sunday, and 4 of them are in the \
regional hospital in Lusaka.

The injured are spread over 2 towns: 11 lie in Kitwe and 6 in Ndola.

At Ruhora, on the edge of Olvara, 30 people sleep outside.
"""
RAID = """Gunmen seize 41 pupils in northern Nigeria

KADUNA, Nigeria, Jan 28, 2026 (Coast Wire) - Gunmen took 41 pupils from a school in northern Nigeria late on Monday. \
Two guards died.

It was the deadliest raid on a school in Africa since 2014, and 7 people were hurt.

The army held 13 men, 11 of them in Funtua. Trenches cut the road to Ruhora in 4 places.
"""
BESIDE = """STATEMENT ON THE ATTACK NEAR DJALUNGA

Kampala, 5 February 2026

Two of our staff lost their lives in the attack on the convoy.
"""

REPORTS = [
    (QUAKE, "40 in southern", "chumbira"),
    (QUAKE, "40 people", "chumbira"),
    (QUAKE, "300 people", "chumbira"),
    (QUAKE, "6.4", "chumbira"),
    (QUAKE, "12 people", "taruca"),
    (QUAKE, "9 people", "peru"),
    (PRISON, "85", "maloka prison"),
    (PRISON, "410", "maloka prison"),
    (PRISON, "150", "maloka prison"),
    (PRISON, "31", "maloka prison"),
    (PRISON, "14", "maloka prison"),
    (FERRY, "Nineteen", "tanimba"),
    (FERRY, "120", "tanimba"),
    (FERRY, "37", "tanimba"),
    (CHOLERA, "212", "malawi"),
    (CHOLERA, "88", "lilongwe"),
    (CHOLERA, "61", "mangochi"),
    (CHOLERA, "3,400", "malawi"),
    (STRIKE, "33 people", "umm dabra"),
    (STRIKE, "7 fighters", "umm dabra"),
    (STRIKE, "150,000", "sudan"),
    (REFINERY, "210,000", "torvik"),
    (REFINERY, "64", "torvik"),
    (REFINERY, "No employee", "torvik"),
    (ARMY, "48 howitzers\n", "poland"),
    (ARMY, "1.2", "poland"),
    (ARMY, "3,000", "poland"),
    (FIRE, "900", "kalomeri"),
    (FIRE, "Fourteen", "kalomeri"),
    (LOCAL, "6 bakers", "ghent"),
    (LOCAL, "400", "ghent"),
    (HEADED, "17", "qadramut"),
    (HEADED, "22", "qadramut"),
    (HEADED, "2,300", "zebrin"),
    (TOLLS, "12", "bakhmut"),
    (TOLLS, "4 in", "pokrovsk"),
    (TOLLS, "3 people", "kharkiv"),
    (NEIGHBOURS, "31 people", "n'djamena ndjamena"),
    (NEIGHBOURS, "54", "nigeria"),
    (NEIGHBOURS, "1,200", "nigeria"),
    (UNNAMED, "Fifteen", ""),
    (UNNAMED, "Eight", ""),
    (CAMP, "700", "kanzibe camp"),
    (CAMP, "9,000", "kanzibe camp"),
    (CAMP, "20", "kanzibe camp"),
    (US, "11 people", "ras halib"),
    (US, "3 missiles", "ras halib"),
    (HELD, "13 civilians", "rebel-held idlib"),
    (HELD, "2 people", "damascus"),
    (TRIPOLI, "60", "tripoli lebanon"),
    (TRIPOLI, "38", "tripoli lebanon"),
    (LIST, "14", "tela"),
    (LIST, "9", "choluteca"),
    (LIST, "3", "honduras"),
    (PAPER, "200", "galway"),
    (PAPER, "40", "galway"),
    (VILLAGE, "Twelve", "quilamba"),
    (VILLAGE, "9 were", "quilamba"),
    (VILLAGE, "300", "quilamba tormesa"),
    (VILLAGE, "4 huts", "quilamba"),
    (VILLAGE, "18", "quilamba"),
    (VILLAGE, "60 people", "sarquita"),
    (VILLAGE, "70", "sarquita"),
    (ENTRIES, "30 hours", "quilamba"),
    (ENTRIES, "200", "sarquita"),
    (ENTRIES, "90", "sarquita"),
    (ENTRIES, "5 tonnes", "quilamba"),
    (ENTRIES, "2 bridges", "ovalta"),
    (PEOPLE, "2,400", "quilamba"),
    (PEOPLE, "80", "quilamba"),
    (PEOPLE, "2 shops", "quilamba"),
    (FLED, "40", "maloka"),
    (BRIDGE, "2 shots", "huayora bridge cochabamba"),
    (BRIDGE, "40 people", "huayora bridge cochabamba"),
    (BRIDGE, "12 bridges", "bolivia"),
    (BRIDGE, "5 lorries", "huayora"),
    (COURT, "31", "olvara"),
    (COURT, "57", "olvara"),
    (RAID, "Two guards", "kaduna northern nigeria"),
    (RAID, "7 people", "kaduna"),
    (RAID, "13", "kaduna"),
    (RAID, "11", "funtua"),
    (RAID, "4 places", "road to ruhora"),
    ("The bus stops at the well of Bir Olva.\n\nBir Olva has 800 inhabitants.\n", "800", "bir olva"),
    (BESIDE, "Two of", "djalunga"),
    (SECTIONS, "8 plants", "hellal"),
    (SECTIONS, "45", "hellal"),
    (SECTIONS, "31", "monastir"),
    (SECTIONS, "90", "tunis"),
    (WARDS, "Nineteen people", "olvara"),
    (WARDS, "4 of", "regional hospital lusaka"),
    (WARDS, "11", "kitwe"),
    (WARDS, "6 in", "ndola"),
    (WARDS, "30", "ruhora"),
]


def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a report."""
    begin = text.index("---", 3) + 4 if text.startswith("---") else 0
    front = {}
    document = Document(id="d-1", path="r.md", text=text, sha256="0" * 64, body=begin, front=front)
    return extract(document, profile(document)).claims


def place_at(text: str, figure: str) -> str:
    """The words of the place of the figure that begins there, with its containers."""
    at = text.index(figure)
    for claim in claims(text):
        if claim.number.start <= at < claim.number.end and claim.measure != "date":
            place = claim.place
            return " ".join((place.text, place.name, *place.containers)).casefold() if place else ""
    return "no claim"


@pytest.mark.parametrize(("text", "figure", "expected"), REPORTS)
def test_the_place_of_a_figure(text: str, figure: str, expected: str) -> None:
    place = place_at(text, figure)
    assert (place == "") if not expected else any(word in place for word in expected.split())
    assert all(word in place for word in expected.split()) or "ndjamena" in expected
