"""Who vouches for each figure, over styles of news: agency, translation, communique, transcript, live blog, court."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import Document
from checker.read.front import split_front

NOBODY = ""


def spoken(text: str, figure: str) -> str:
    """The name and text of the speaker of the figure in a document, folded; empty for nobody."""
    front = split_front(text)
    document = Document(id="d", path="d.txt", text=text, sha256="0" * 64, front=front.fields, body=front.body)
    for claim in extract(document, profile(document)).claims:
        if claim.number.text == figure:
            speaker = claim.speaker
            return f"{speaker.text} | {speaker.name} | {speaker.via}".casefold() if speaker else NOBODY
    pytest.fail(f"no claim {figure}")


AGENCY = [
    (
        (
            "SPLIT, Croatia, May 4 (Adria Wire) - A ferry ran aground off Brac early on Tuesday and 14 "
            "passengers were hurt, "
            "the harbour master said. It carried 210 people, according to its operator, Jadranska "
            "Linija. The last accident "
            "on the line injured 33 passengers."
        ),
        {"14": "harbour master", "210": "jadranska linija", "33": NOBODY},
    ),
    (
        (
            "Two people briefed on the matter told the newspaper that the lender would close 85 "
            "branches. The bank declined "
            "to comment. It closed 40 branches last year."
        ),
        {"85": "people", "40": NOBODY},
    ),
    (
        (
            "At least 17 miners were killed when a shaft flooded, a provincial official said by "
            "telephone. A union leader, "
            "Petr Hora, put the number of dead at 22. He said another 9 miners were unaccounted for."
        ),
        {"17": "official", "22": "hora", "9": "hora"},
    ),
    (
        (
            "Police in Graz said on Sunday they had detained 31 demonstrators. Organisers spoke of "
            "4,000 participants, the "
            "police of 1,500 participants."
        ),
        {"31": "police", "4,000": "organisers"},
    ),
    (
        (
            "The defence ministry on Monday gave the strength of the brigade as 3,200 soldiers; "
            "opposition lawmakers had "
            "spoken of 1,900 soldiers."
        ),
        {"3,200": "ministry", "1,900": "lawmakers"},
    ),
    (
        "The storm destroyed 640 houses, data from the national statistics office showed on Friday.",
        {"640": "statistics office"},
    ),
    (
        'The mayor, Ana Prelec, had hoped for less. "We counted 52 landslides in one night," she told reporters.',
        {"52": "prelec"},
    ),
    (
        "Norway's own seismology centre put the number of aftershocks at 61, while the army counted 48 aftershocks.",
        {"61": "seismology centre", "48": "army"},
    ),
    (
        "Rescuers pulled 6 bodies from the river, state radio reported, citing the fire brigade.",
        {"6": "fire brigade or radio"},
    ),
    (
        "The airline, which employs 2,300 people, said it would cut 190 posts. Unions reject the plan.",
        {"190": "airline"},
    ),
    (
        "Prosecutors accuse the treasurer of taking 340,000 euros. His lawyer says the sum was 12,000 euros.",
        {"340,000": "prosecutors", "12,000": "lawyer"},
    ),
    (
        "As of Monday evening, 120 people remained missing, local media reported.",
        {"120": "media"},
    ),
]

TRANSLATED = [
    (
        (
            "In the province are burned already 3,400 hectares, informed this morning the regional "
            "director of forests, Luis "
            "Paredes. The brigades have 260 men.\n\n"
            'The resident Inés lost 12 goats. "I had 30 goats before," she laments.'
        ),
        {"3,400": "paredes", "30": "inés"},
    ),
    (
        "According to what reported the Civil Protection, 46 roads are interrupted.",
        {"46": "civil protection"},
    ),
    (
        "A survey of last month says that 58 percent of residents drink bottled water.",
        {"58": "survey"},
    ),
]

RELEASES = [
    (
        (
            "---\ntitle: Supply secured despite the walkout\nsource: Nordvik Kraft\npublished: "
            "2026-02-04\n---\n\nOn Monday "
            "82 of our 600 technicians took part in the walkout. The plant ran at 70 percent of its capacity."
        ),
        {"82": "nordvik kraft", "70": "nordvik kraft"},
    ),
    (
        (
            "DOCKERS OF VALMERE UNITED\nCommunique of 5 March 2026\n\nComrades,\n\nThe assembly "
            "rejected the offer by 412 votes "
            "to 31. The strike fund holds 900,000 euros."
        ),
        {"412": "dockers of valmere", "900,000": "dockers of valmere"},
    ),
    (
        (
            "---\ntitle: Situation report 3, Ombe floods\nsource: Clearwater Relief\ndate: "
            "2025-06-02\n---\n\n## Needs\n\n- "
            "1,900 families are without shelter\n- 14 wells are contaminated\n\nThe district office "
            "reported on Friday that "
            "9 people had drowned."
        ),
        {"1,900": "clearwater", "14": "clearwater", "9": "district office"},
    ),
    (
        (
            "MINISTRY OF TRANSPORT\nPress release, 3 June 2025\n\nThe new bridge is 410 metres long. "
            "It is untrue that 12 "
            "workers died on the site."
        ),
        {"410": "ministry of transport", "12": NOBODY},
    ),
    (
        (
            "Statement by the Lake Chad Basin Commission\n\nN'Djamena, 2 May 2025\n\nThe Commission "
            "learned with sorrow of the "
            "attack in which 23 soldiers fell. It calls for calm."
        ),
        {"23": "commission"},
    ),
    (
        (
            '---\ntitle: "Weekly note: copper"\nsource: Hallgrim Research\ndate: 2026-03-06\n---\n\n'
            "Stocks in Rotterdam fell by 4,000 tonnes. We see demand at 310,000 tonnes this year."
        ),
        {"4,000": NOBODY, "310,000": "hallgrim"},
    ),
    (
        (
            "Health cluster situation report 9\n\n12 October 2025\n\nPartners vaccinated 41,000 "
            "children in the week. The survey "
            "teams have counted 230 damaged clinics."
        ),
        {"41,000": "health cluster", "230": "health cluster"},
    ),
]

NEWSPAPERS = [
    (
        (
            "Bridge reopens after repairs\n\nBy our business staff\nPublished: 3 March 2026\n\nThe "
            "bridge cost 41 million "
            "euros. It is 900 metres long."
        ),
        {"41 million": NOBODY, "900": NOBODY},
    ),
    (
        (
            "What the inquiry found\n\nA board of inquiry gave its first account on Tuesday of the "
            "collapse of the stand.\n\nOf "
            "the 96 injured spectators, 12 are still in hospital, the head of the board told "
            "reporters.\n\nThe stand held 1,400 "
            'spectators that night. Three welds had failed.\n\n"We counted 61 cracks," the head of the board said.'
        ),
        {"96": "board", "1,400": "board", "61": "board"},
    ),
    (
        (
            "The disaster office has raised the number of dead to 31. Eighteen people are missing, "
            "four fewer than last night."
        ),
        {"31": "disaster office", "Eighteen": "disaster office"},
    ),
    (
        (
            "The court heard that the firm had paid 2.1 million euros to the mayor. The defence denied "
            "a claim on social media "
            "that 40 witnesses had been bribed."
        ),
        {"40": "claim or social media"},
    ),
    (
        "The director dismissed rumours of 300 layoffs. The plant has 1,200 workers.",
        {"300": "rumours", "1,200": NOBODY},
    ),
    (
        "The minister rejected an opposition estimate of 9 billion crowns.",
        {"9 billion": "opposition"},
    ),
    (
        "The union had asked for a rise of 8 percent. The company plans to cut 210 jobs.",
        {"8": "union", "210": "company"},
    ),
    (
        "Officials count 3,200 evacuated residents; a bus for 60 passengers waits in the square.",
        {"3,200": "officials"},
    ),
    (
        "Spain has sent 56 firefighters; Qatar has offered 5 million dollars.",
        {"56": NOBODY, "5 million": "qatar"},
    ),
    (
        "Roads were impassable in June and in July the army announced an operation to clear 70 villages.",
        {"70": "army"},
    ),
    (
        "Colonel Marta Ruiz commands the garrison. She reckons that 25 recruits deserted.",
        {"25": "ruiz"},
    ),
    (
        (
            "General Wirth promised compensation. Fences that were broken would be repaired within 20 "
            "days. The garrison has 800 "
            "soldiers."
        ),
        {"20": "wirth", "800": NOBODY},
    ),
    (
        'She asked for silence for what she called "the 44 people killed on Friday". The bill foresees 3 readings.',
        {"3": NOBODY},
    ),
    (
        (
            "The trade office's figures show that 15 factories closed, and according to the same "
            "bulletin 3 factories opened."
        ),
        {"15": "trade office", "3": "trade office"},
    ),
]

LIVE = [
    (
        (
            "LIVE: Storm Nadia\nLast updated: 3 November 2025, 19:40\n\n19:40 The coast guard has "
            "raised the number of dead to "
            "8. Five people are missing.\n\n17:15 The two schools in Tarn shelter 640 people, the "
            "town's mayor tells us.\n\n"
            "16:02 The vice-president has landed. She recalls the 25 million crowns that were released "
            "last week.\n\n15:30 Of "
            "the 19 injured, 4 are still in hospital."
        ),
        {"8": "coast guard", "Five": "coast guard", "640": "mayor", "25 million": "vice-president", "19": NOBODY},
    ),
    (
        (
            "The market was hit at noon.\n\nInitial reports of 20 dead in Harin. A complex of 3 "
            "schools was shelled.\n— Sami "
            "Haddo (@samihaddo) October 26, 2016\n\nThe market has 90 stalls."
        ),
        {"3": "haddo", "90": NOBODY},
    ),
]

RADIO = [
    (
        (
            "[Radio Vale, news at noon. Transcript.]\n\nPRESENTER: What do we know?\n\nREPORTER: Some "
            "30 houses burned. The fire "
            "service says 4 people were hurt.\n\nPRESENTER: Thank you."
        ),
        {"30": "reporter", "4": "fire service"},
    ),
    (
        (
            "1. The Ministry of Water says that 375 wells ran dry in June.\nThe number of districts "
            "without water is 19.\n\n2. "
            "The bridge at Harl takes 40 lorries a day."
        ),
        {"375": "ministry of water", "19": "ministry of water", "40": NOBODY},
    ),
]

BUSINESS = [
    (
        "Shares of Nortel fell 4 percent. Analysts at Borg Bank expect the group to sell 210,000 cars this year.",
        {"4": NOBODY, "210,000": "analysts"},
    ),
    (
        "Velmo reported a profit of 310 million euros for the quarter and said it would open 40 stores.",
        {"310 million": "velmo", "40": "velmo"},
    ),
    (
        "Hotels report that one booking in ten has been cancelled. In 2023 it was one in three.",
        {"one in three": "hotels"},
    ),
    (
        "The chief executive, Ida Holm, sees room for 20 more plants, she told investors.",
        {"20": "holm"},
    ),
    (
        "The WHO says 1,300 children fell ill.",
        {"1,300": "world health organization"},
    ),
]


MIXED = [
    (
        (
            "The deficit would widen to 4.1 percent, Finance Minister Olga Brandt told lawmakers. Her "
            "predecessor, Nils "
            "Aker, had projected a gap of 2.5 percent."
        ),
        {"4.1": "brandt", "2.5": "aker"},
    ),
    (
        "A spokesperson for Tarvel, which owns the mine, said 35 workers were safe; 11 others were still underground.",
        {"35": "tarvel", "11": "tarvel"},
    ),
    (
        (
            "According to a UN report published on Friday, 3,400 civilians were killed last year. The "
            "government disputes "
            "the figure, saying 1,100 civilians died."
        ),
        {"3,400": "un report", "1,100": "government"},
    ),
    (
        (
            "Turnout was 61 percent, the electoral commission said. Exit polls gave the governing "
            "party 44 percent. The "
            "chamber has 150 seats."
        ),
        {"61": "electoral commission", "44": "polls", "150": NOBODY},
    ),
    (
        "Economists polled by Finwire had expected a cut of 25 basis points.",
        {"25": "economists"},
    ),
    (
        (
            "Fighting killed 12 people, a hospital source said, while the militia claimed to have "
            "killed 30 soldiers. The "
            "army acknowledged the loss of 4 soldiers."
        ),
        {"12": "hospital source", "30": "militia", "4": "army"},
    ),
    (
        "Its president, Ulla Mark, said that 2,300 families still await news. The body has 40 offices.",
        {"2,300": "mark", "40": NOBODY},
    ),
    (
        "The coast guard's tally of 18 dead was too low, fishermen said.",
        {"18": "fishermen or coast guard"},
    ),
]


def _each(*tables: list[tuple[str, dict[str, str]]]) -> list[tuple[str, str, str]]:
    return [(text, figure, who) for table in tables for text, wanted in table for figure, who in wanted.items()]


@pytest.mark.parametrize(
    ("text", "figure", "who"), _each(AGENCY, TRANSLATED, RELEASES, NEWSPAPERS, LIVE, RADIO, BUSINESS, MIXED)
)
def test_the_speaker_of_each_figure(text: str, figure: str, who: str) -> None:
    found = spoken(text, figure)
    if who == NOBODY:
        assert found == NOBODY
    else:
        assert any(choice in found for choice in who.split(" or "))
