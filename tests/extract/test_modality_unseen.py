"""How firmly each figure is put, over styles of news."""

import pytest

from checker.extract import extract
from checker.extract.profile import profile
from checker.model import Document

DATED = "HARIN, 4 May 2025 - "

SENTENCES = [
    # planned
    ("The ministry will send 300 engineers to the coast.", {"300": "planned"}),
    ("The port is to receive 12 new cranes next year.", {"12": "planned"}),
    ("Nordvik plans 85 layoffs at its plant.", {"85": "planned"}),
    ("The council aims to plant 40,000 trees by 2030.", {"40,000": "planned"}),
    ("The fund has set a target of 25 million dollars.", {"25 million": "planned"}),
    ("The company's goal is to build 60 stations.", {"60": "planned"}),
    ("Harin and Velm agreed to exchange 120 prisoners.", {"120": "planned"}),
    ("The line, scheduled to open in June, will have 14 stops.", {"14": "planned"}),
    ("Donors pledged 2 billion euros at the conference.", {"2 billion": "planned or asserted"}),
    ("The army wants 5,000 more recruits.", {"5,000": "planned"}),
    ("Another 30 doctors are due to arrive on Friday.", {"30": "planned"}),
    ("The airline intends to cut its fleet to 48 aircraft.", {"48": "planned"}),
    ("Lawmakers proposed a fine of 900 crowns.", {"900": "planned"}),
    # projected
    ("The bank expects inflation of 4 percent next year.", {"4": "projected"}),
    ("The population is projected to reach 9 million by 2040.", {"9 million": "projected"}),
    ("Analysts forecast a harvest of 70,000 tonnes.", {"70,000": "projected"}),
    ("The damage could exceed 3 billion euros.", {"3 billion": "projected"}),
    ("Repairs are likely to cost 15 million euros.", {"15 million": "projected"}),
    ("The repair may take 6 weeks.", {"6": "projected or feared"}),
    # feared
    ("As many as 400 people could be buried under the mud.", {"400": "feared"}),
    ("Rescuers fear that 50 miners are dead.", {"50": "feared"}),
    ("Up to 20 hikers may have drowned.", {"20": "feared"}),
    ("Some 90 people are feared dead.", {"90": "feared"}),
    ("There are fears that 700 families will lose their homes.", {"700": "feared"}),
    ("At least 35 sailors are presumed dead.", {"35": "feared"}),
    ("More than 1,000 children are at risk of starvation.", {"1,000": "feared"}),
    # conditional
    ("If the dam breaks, 8,000 people would have to leave.", {"8,000": "conditional"}),
    ("The bridge would have cost 50 million euros without the tunnel.", {"50 million": "conditional"}),
    ("Unless the pumps are repaired, 600 hectares will be flooded.", {"600": "conditional"}),
    ("The toll would have been 200 dead had the warning come later.", {"200": "conditional"}),
    # denied
    ("The army denied that 60 soldiers had deserted.", {"60": "denied"}),
    ("There is no evidence that 400 votes were lost.", {"400": "denied"}),
    ("Reports of 70 dead, which the governor denied, spread fast.", {"70": "denied or rebutted"}),
    ("The firm rejected claims that it had fired 30 workers.", {"30": "denied"}),
    ("The minister dismissed rumours of 300 arrests.", {"300": "denied or rebutted"}),
    ("The mayor did not confirm reports of 12 deaths.", {"12": "denied or asserted"}),
    # rebutted
    ("A rumour of 45 dead is false, police said.", {"45": "rebutted or denied"}),
    ("It is untrue that 80 patients died.", {"80": "rebutted or denied"}),
    ("Earlier reports of 90 casualties proved wrong.", {"90": "rebutted"}),
    ("Early figures of 33 dead turned out to be too high.", {"33": "rebutted"}),
    # historical
    ("The valley has seen worse. In 1987 a similar fire killed 31 people.", {"31": "historical"}),
    ("The last flood, in 1998, destroyed 400 houses.", {"400": "historical"}),
    ("A quake in the same province killed 2,300 people in 2003.", {"2,300": "historical"}),
    # asserted
    ("The crowd is estimated at 3,000 people.", {"3,000": "asserted"}),
    ("The tower is 90 metres high and has 24 floors.", {"90": "asserted", "24": "asserted"}),
    ("Some 40 people are missing and 9 are confirmed dead.", {"40": "asserted", "9": "asserted"}),
    ("In 2024 the town had 8,000 residents.", {"8,000": "asserted"}),
    ("The 187 prisoners could be freed next week.", {"187": "asserted"}),
    ("The firm raised prices from 20 to 25 crowns.", {"25": "asserted"}),
    ("The plan cost 30 million euros last year.", {"30 million": "asserted"}),
    ("Denying bail, the judge noted that 14 witnesses had testified.", {"14": "asserted"}),
    ("Police feared more violence after 22 people were wounded.", {"22": "asserted"}),
    ("The vote, planned for Sunday, was postponed after 11 candidates withdrew.", {"11": "asserted"}),
    ("The will of the people was heard by 600 delegates.", {"600": "asserted"}),
]


@pytest.mark.parametrize(
    ("text", "figure", "wanted"), [(text, figure, kind) for text, kinds in SENTENCES for figure, kind in kinds.items()]
)
def test_how_firmly_each_figure_is_put(text: str, figure: str, wanted: str) -> None:
    document = Document(id="d", path="d.txt", text=DATED + text, sha256="0" * 64)
    found = [c for c in extract(document, profile(document)).claims if c.number.text == figure]
    assert found
    assert found[0].modality.value in wanted.split(" or ")
