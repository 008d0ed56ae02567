"""Two hundred sentences whose figures count nothing: at most two claims are read from them."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import Document

AGES = """\
Joy Almonte, 19, sells flowers by the ferry.
The mayor, 54, took office after a long illness.
Her son, aged 7, likes trains.
A girl of nine opened the door.
Peter Novak (41) is a baker.
The 34-year-old drives a bus.
She married at the age of 22.
He was a boy of twelve when the war began.
The youngest, a 3-year-old, slept in the cart.
Maria Silva, who turns 80 in May, still teaches.
He is in his forties.
The suspect, a 26-year-old from Lipno, denied everything.
The minister is 61 years old.
Ana Petrova, 33, a nurse, stayed in the ward.
By the time she was 18 she had left the town.
A man in his late fifties answered the telephone.
Karim, 12, wants to be a pilot.
He died at 91 in his sleep."""

DESIGNATIONS = """\
The F-16 flew low over the harbour.
They came in a Boeing 747 with no lights.
The council passed Resolution 2254 after a debate.
Drivers were told to avoid Route 4 and Highway 61.
The 82nd Airborne Division trained in the north.
The G7 met by the lake.
The M23 left the town in the morning.
A UH-60 helicopter landed on the pitch.
The AK-47 lay on the table.
Apollo 13 is shown on television tonight.
The T-72 was parked by the church.
COVID-19 kept the schools quiet.
The 7th Fleet is based in Japan.
The B-52 took off in the rain.
The train left from platform 9.
The Mi-8 turned back over the ridge.
He fired a 9mm pistol into the air.
The S-400 was on display.
Unit 731 was the subject of the lecture.
The patrol came from the 3rd Battalion.
The Su-24 crossed the river twice.
Block 5 is next to the gate.
The convoy stopped at Checkpoint 12.
They met in Room 101.
He was held in Cell 14.
The 101st Brigade marched past.
Zone 3 stayed closed.
The vote was in Precinct 7.
The ship belongs to Task Force 58.
Radio 4 broadcast the speech.
Channel 10 showed the pictures.
The Tu-154 was built in the east.
The Category 4 storm turned north."""

CLOCKS = """\
The siren sounded at 7 p.m. and again at dawn.
The bridge opens at 06:30.
At 14:05 the line went dead.
The shop closes at 5.30pm.
The ferry leaves at 9 o'clock.
Rain is expected after 1800 GMT.
The meeting began at half past six.
It was 3 a.m. when the lights went out.
The gates shut at ten to four.
Doors open 19:00, curtain up 19:30.
Updated 16:42 BST
Curfew starts at 22h00.
The bell rang at noon and at 4.
The news is at six and at ten."""

ADDRESSES = """\
The office is at 14 Mill Street, behind the church.
Write to PO Box 221, Lipno.
He lives at 7 Harbour Road.
The clinic moved to 221B Baker Lane.
The embassy stands at 1600 River Avenue.
Her flat is on the 3rd floor, door 12.
The museum, 5 Castle Square, is closed on Mondays.
Send letters to 10 Orchard Lane, Dunmore 4021.
The house at number 9 has a red door.
The hotel is at 88 Station Road."""

PHONES = """\
Call 0800 123 456 for help.
Tel: +44 20 7946 0018
Telephone (020) 7946 0959, fax 7946 0960.
The hotline is 112.
Text HELP to 60777.
For tickets ring 555-0142.
WhatsApp: +233 24 555 0101
Relatives may call 01 55 50 11 or write.
Contact: press office, tel. 555 0199, ext. 12"""

GAMES = """\
Rovers beat United 3-1 on the road.
The match ended 2-2 after a late goal.
City lost 1-4 at home.
Our town drew two all.
She won the final 6-4, 7-5.
They lead 2-0 at the break.
The visitors went down 0-3.
He bowled at 5-32 in the morning.
It finished Lions 27-24 Bears.
The set went to Novak 7-6."""

LISTS = """\
1. Open the gate.
2) Close the window.
(3) Ring the bell.
Step 4: turn the key.
Point 5 of the agenda was dropped.
See figure 2 and table 3.
Chapter 7 begins with a storm.
Page 12
Page 3 of 8
Annex 4 lists the villages.
Item 6 was read aloud.
Part 2 follows tomorrow.
Question 9 was left open.
iv. The chair closed the meeting.
a) The first reading
Volume 12, issue 3"""

YEARS = """\
The church was built in 1742.
The 1980s were kind to the harbour.
Elections are due in 2027.
In the summer of 1914 the mill burned down.
The class of 1999 met again.
The 2012-13 season was his last.
The law dates from 1968.
After 2008 the road was forgotten.
The treaty of 1648 is on show.
He ruled from 1901 to 1922.
Since 1995 the fair has been in June.
The budget for 2024/25 comes later.
By 2030 the line should run to the coast.
The 1999 vintage is a good one.
In the 19th century the town was rich.
The film is set in 2049.
It was the spring of '68.
The World Cup 2010 is remembered with joy."""

FURNITURE = """\
© 2024 Harbour Post. All rights reserved.
Photo: Jana Novak/Lake Agency, 2023
Read more: 5 things to know about the harbour
Last updated: 12 March 2024
Follow us @harbour24
ISSN 1234-5678
Ref: 2024/0317/EN
Version 2.1
Edition No. 45
Registered number 04512378
Document A/74/123
Published at 09:15
Terms of use, section 4
Share on channel 24
Sheet 1 of 1"""

LAW = """\
Article 5 of the charter was quoted at length.
Section 230 protects the platforms.
The judge cited paragraph 14 of the act.
Under Law 12/2003 the sale is void.
Chapter VII was not mentioned.
He was charged under Article 144.
Rule 42 bans the practice.
Decree 66 changed the land register.
Amendment 2 was withdrawn.
Clause 8 speaks of the weather.
Protocol 1 came into force.
Case 21-476 was heard in the capital.
Directive 2001/29 applies.
Schedule 3 was struck out.
Form 27B is needed at the counter."""

MODELS = """\
She drives a Peugeot 504.
The iPhone 14 was on the table.
A Toyota Hilux 2.4 stood in the yard.
He runs Windows 11 at work.
The Airbus A320 was late.
The new PlayStation 5 is in the shops.
The engine of the Lada 1600 coughed.
The Galaxy S21 rang.
Formula 1 returns to the coast.
The Leica M6 hung from his neck.
An old Nokia 3310 still works.
He wore Levi's 501.
The MiG-29 is in the museum.
Chanel No. 5 filled the room.
The Land Rover 110 was muddy."""

IDIOMS = """\
It was one of those days.
The office was at sixes and sevens.
Her soup is second to none.
On the one hand the road is new, on the other it floods.
One by one they left the hall.
They looked at one another.
He put two and two together.
One day the lake will freeze.
It is six of one and half a dozen of the other.
She was on cloud nine.
The minister is back to square one.
He gave it the third degree.
They live in the middle of nowhere, miles from anyone.
No doubt the harbour will open.
There is no sign of rain.
It is no longer in use.
That is one way to see it.
The one thing he forgot was the key.
No one knows why.
He is one of us.
Two can play at that game.
It takes two to tango.
First come, first served.
He thought twice before he spoke.
All in all it was fine.
Once in a while it snows.
The whole nine yards were discussed.
A stitch in time saves nine.
They are in seventh heaven.
It was a one-off.
A picture is worth a thousand words."""

SENTENCES = tuple(
    line
    for block in (AGES, DESIGNATIONS, CLOCKS, ADDRESSES, PHONES, GAMES, LISTS, YEARS, FURNITURE, LAW, MODELS, IDIOMS)
    for line in block.splitlines()
)
ALLOWED = 2
DATE = "date"


def claims_of(text: str) -> list[str]:
    """The quantity claims of a text on its own: figure, unit and measure."""
    document = Document(id="d", path="x.txt", text=text, sha256="0")
    extraction = extract(document, profile(document))
    return [f"{c.number.text} {c.unit.name} {c.measure}" for c in extraction.claims if c.measure != DATE]


def test_there_are_two_hundred() -> None:
    assert len(set(SENTENCES)) >= 200


def test_at_most_two_claims() -> None:
    found = {text: claims for text in SENTENCES if (claims := claims_of(f"{text}\n"))}
    assert sum(len(claims) for claims in found.values()) <= ALLOWED, found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The police counted 14 boats in the harbour.", "14 vessel"),
        ("Joy Almonte, 19, lost 3 brothers in the flood.", "3 person"),
        ("In Resolution 2254 the council asked for 500 observers.", "500 person"),
        ("At 7 p.m. two shells hit the church.", "two shell"),
    ],
)
def test_claims_beside_such_figures_are_read(text: str, claim: str) -> None:
    assert [found for found in claims_of(f"{text}\n") if found.startswith(claim)]
