"""Times that a whole report settles: entries of live blogs, periods of bulletins, days counted from the event."""

import pytest

from tests.extract.test_when import claims_of, period

BLOG = """---
title: Live: flood in Tervuren
date: 2026-03-11
---

**09:05** The town hall says 14 people are in shelters.

**00:20** Some 120 men are filling sandbags.

**22:45** The army is sending 60 soldiers. Since this morning 45 streets have been closed.

**16:00** The mayor says 300 people must leave.
"""

RISING = """Live: flood in Tervuren

11 March 2026

16:00 The mayor says 300 people must leave.

22:45 The army is sending 60 soldiers.

00:20 Some 120 men are filling sandbags.
"""

BULLETIN = """WATER BOARD
Flood bulletin no. 4
Reporting period: 10-16 March 2026
Issued 17 March 2026

During the reporting period 840 persons were sheltered in schools.

There are 310 persons in tents.
"""

STANDING = """# Gash valley: Flash update 2
**as of 8 February 2026 (17:00)** | published 9 February 2026

## Access

Nineteen trucks are waiting at the bridge.
"""

LATER = """---
date: 2026-03-15
---

Last Tuesday's explosion at the mill in Ghent broke windows in many streets.

The fire brigade counts 31 damaged houses. Two neighbours were killed. On the night of the explosion 17 men
were at work.

Since the disaster 96 families have moved out. Two days after the blast 40 of them came back for their cats.
"""

SIEGE = """---
date: 2026-02-06
---

The attacks on the port began on Tuesday, 3 February. Yesterday's raid killed nine people.

On the first day of the attacks six people had been killed, and on the second 11.

The army has shot down 14 drones since the campaign began.
"""

LENGTHS = """---
date: 2026-05-20
---

The bridge has been closed for 12 days. The campaign ran for six days from 4 May.

The pump was checked on 2 May, five days before the accident.

The drought has lasted for three years.
"""

RESULTS = """---
date: 2026-05-07
---

Delta Mills said its first-quarter profit fell to 14.2 million euros from 19.8 million a year earlier.

It had 2,140 workers at the end of March.

On the last Thursday of April 300 workers struck. By the following Tuesday there were 900 workers on strike.
"""

OTHER_KEY = """---
title: A week of rain
issue: 12 December 2025
---

The shelter holds 75 people.
"""

LOST_MARK = """---
date: 2026-07-04
---

Thursdays attack on the depot killed 16 people.
"""

WRECK = """---
date: 2025-06-21
---

A barge sank off Kribi on Friday evening and at least 27 men have drowned, the navy said on Saturday.

Since 1 January the navy has stopped 39 barges, against 22 over the same period of last year.

The camp holds 900 people. By the end of the year, the mayor fears, there could be 3,000.
"""

CUT_OFF = """# Kribi wreck, report 3
Date: 25/06/2025
Data cut-off: 24 June, 12:00

## Camp

There are 64 men in the camp. So far this year 272 people have died on the route.
"""

WEEKS_ON = """---
date: 2025-07-05
---

Two weeks after the wreck Kribi buries its strangers.

The camp housed 850 people on the day the barge sank.
"""

EXTREME = """---
date: 2026-02-10
---

The raid, in which eight traders died and five were hurt, is the deadliest in the valley since 2021.

The agency speaks of 12,000 people who fled this week.

Nine men were killed when gunmen stopped the 24 lorries on Monday.
"""

BYLINE = """The bridge

By Marta Solis, Tarija, 30 August 2025

There are 40 men at the bridge.
"""

PLAN = """---
date: 2026-11-05
---

The 2027 budget, presented in October, sets aside 4.3 billion euros for bridges.

Divers have worked since Wednesday; 18 men are at the bridge.

The new bridge opened on 9 October. It has since carried 520 cars.
"""

TIMELINE = """---
date: 2026-03-02
---

26 January: Some 60 gunmen on motorcycles attack the college. Two guards die.

27 January: Six students escape.

The college has 680 students.
"""

STILL_OWN = """---
date: 2026-02-10
---

As of yesterday they want 80 million naira. There are 31 men at the gate.

The region saw 420 raids in the twelve months to June 2025. Some 4,700 people were taken in that period.
"""

SLOW = """---
date: 2026-07-19
---

Some 250,000 people live in the east of the city. There are 40 buses at the gate.
"""

ROWS = [
    (text, *row)
    for text, rows in (
        (BLOG, {"14": "2026-03-11", "120": "2026-03-11", "60": "2026-03-10", "45": "2026-03-10", "300": "2026-03-10"}),
        (RISING, {"300": "2026-03-10", "60": "2026-03-10", "120": "2026-03-11"}),
        (BULLETIN, {"840": "2026-03-10/2026-03-16", "310": "2026-03-16"}),
        (STANDING, {"Nineteen": "2026-02-08"}),
        (LATER, {"Two": "2026-03-10", "17": "2026-03-10", "96": "2026-03-10/2026-03-15", "40": "2026-03-12"}),
        (SIEGE, {"nine": "2026-02-05", "six": "2026-02-03", "11": "2026-02-04", "14": "2026-02-03/2026-02-06"}),
        (LENGTHS, {"12": "2026-05-08/2026-05-20", "six": "2026-05-04/2026-05-09", "five": "2026-05-02/2026-05-07"}),
        (LENGTHS, {"three": "2026-05-01/2026-05-31"}),
        (RESULTS, {"14.2 million": "2026-01-01/2026-03-31", "19.8 million": "2025-01-01/2025-03-31"}),
        (RESULTS, {"2,140": "2026-03-31", "300": "2026-04-30", "900": "2026-05-05"}),
        (
            WRECK,
            {"27": "2025-06-21", "39": "2025-01-01/2025-06-21", "22": "2024-01-01/2024-06-21", "3,000": "2025-12-31"},
        ),
        (CUT_OFF, {"64": "2025-06-24", "272": "2025-01-01/2025-06-24"}),
        (WEEKS_ON, {"850": "2025-06-21"}),
        (EXTREME, {"five": "2026-02-10", "12,000": "2026-02-09/2026-02-10", "Nine": "2026-02-09"}),
        (BYLINE, {"40": "2025-08-30"}),
        (PLAN, {"4.3 billion": "2027-01-01/2027-12-31", "18": "2026-11-05", "520": "2026-10-09/2026-11-05"}),
        (TIMELINE, {"60": "2026-01-26", "Two": "2026-01-26", "Six": "2026-01-27", "680": "2026-03-02"}),
        (STILL_OWN, {"31": "2026-02-10", "4,700": "2024-07-01/2025-06-30"}),
        (SLOW, {"250,000": "2026-07-01/2026-07-31", "40": "2026-07-19"}),
        (OTHER_KEY, {"75": "2025-12-12"}),
        (LOST_MARK, {"16": "2026-07-02"}),
    )
    for row in rows.items()
]


@pytest.mark.parametrize(("text", "figure", "expected"), ROWS)
def test_the_time_that_a_whole_report_settles(text: str, figure: str, expected: str) -> None:
    assert period(claims_of(text), figure) == expected
