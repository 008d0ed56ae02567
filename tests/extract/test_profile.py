from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.profile import caption_spans, dateline_span, furniture_spans, month_first, profile
from checker.model import DateSource, Document, Field

PROSE = (
    "Rescue teams reached the flooded villages of the lower valley after a night of rain, and a spokesman for the "
    "fire brigade said that nobody was missing any more."
)


def document(text: str, path: str = "report.txt", **front: str) -> Document:
    """Front matter is given by value; the offsets point to the start of the text."""
    fields = {key: Field(value=value, start=0, end=len(value)) for key, value in front.items()}
    return Document(id="d", path=path, text=text, sha256="", front=fields)


@pytest.mark.parametrize(
    ("text", "published", "source"),
    [
        (f"Flood recedes in the valley\nPublished: 9 March 2026, 11:45\n\n{PROSE}", "2026-03-09", "published line"),
        (f"Date of publication 6 June 2016 {PROSE}", "2016-06-06", "published line"),
        (f"Last updated at Jul 012016 {PROSE}", "2016-07-01", "published line"),
        (f"{PROSE} Last Update: Tuesday 12 July 2016 08:45 GMT", "2016-07-12", "published line"),
        (f"{PROSE}\n\nPublished: March 4, 2026, 22:10 GMT", "2026-03-04", "published line"),
        (
            f"By our correspondent in Lund | Published: Sunday 19 October 2025\n\n{PROSE}",
            "2025-10-19",
            "published line",
        ),
        (f"By our defence staff Published: Sunday 15 February 2026\n\n{PROSE}", "2026-02-15", "published line"),
        (f"LUND, Friday, September 5, 2025 - {PROSE}", "2025-09-05", "dateline"),
        (f"Flood recedes in the valley\n\nLUND, March 4, 2026 (Sund Press) -- {PROSE}", "2026-03-04", "dateline"),
        (f"Statement\nJoint Flood Command\nLund, 10/3/2026\n\n{PROSE}", "2026-03-10", "dateline"),
        (f"SITUATION REPORT NO. 5\nAs of 04 1800H September 2025\n\n{PROSE}", "2025-09-04", "dateline"),
        (f"{PROSE}\n\nDone at Lund, 13 October 2025", "2025-10-13", "dateline"),
        (f"{PROSE}\n\nLund, 10 February 2026", "2026-02-10", "dateline"),
        (f"Flood recedes\n\nSund Media April 6, 2024 News\n{PROSE}", "2024-04-06", "dateline"),
        (f"*Sund Review, analysis, 12 March 2026*\n\n{PROSE}", "2026-03-12", "dateline"),
        (f"**Sund Weekly** | 17 April 2026 | by our river editor\n\n{PROSE}", "2026-04-17", "dateline"),
        (f"2 July 2016 {PROSE}", "2016-07-02", "dateline"),
        (f"Flood recedes in the valley\n\nLund, 18. 11. 2025 - {PROSE}", "2025-11-18", "dateline"),
        (f"Sund Museum\nTo the press, January 9, 2026\n\n{PROSE}", "2026-01-09", "dateline"),
        (f"SUND COUNCIL\nDecision no. 12/3 of 14 October 2026 on the flood wall\n\n{PROSE}", "2026-10-14", "dateline"),
        (f"# Report 6\n\n**Period covered: 1 to 28 March 2026** | by our team\n\n{PROSE}", "2026-03-28", "dateline"),
        (f"Tuesday 12 July 2016 {PROSE}", "2016-07-12", "dateline"),
        (f"19.07.2016 {PROSE}", "2016-07-19", "dateline"),
        (f"{PROSE}\n— Flood Centre (@floods) November 4, 2024\n{PROSE}", "2024-11-04", "embedded post"),
        (f"• Monday, 22 July 2024\n\n{PROSE}", "2024-07-22", "page furniture"),
    ],
)
def test_where_the_date_is_found(text: str, published: str, source: str) -> None:
    found = profile(document(text))
    assert found.published is not None
    assert (str(found.published.start), found.dates[0].source) == (published, source)
    span = found.dates[0].span
    assert span is not None
    assert text[span.start : span.end] == found.dates[0].text


@pytest.mark.parametrize(
    ("line", "saved", "day"),
    [
        ("LUND, June 3 (Sund Press) - ", "2026-06-05", "2026-06-03"),
        ("LUND, December 30 (Sund Press) - ", "2027-01-04", "2026-12-30"),
        ("LUND, June 3 (Sund Press) - ", "2026-09-05", "None"),
        ("LUND, June 3 (Sund Press) - ", "2026-05-05", "None"),
        ("LUND, June 3, 2025 (Sund Press) - ", "2026-06-05", "2025-06-03"),
        ("", "2026-06-05", "None"),
    ],
)
def test_when_a_file_was_saved_gives_but_the_year_of_a_day_just_before(line: str, saved: str, day: str) -> None:
    found = profile(document(line + PROSE, "a.docx", saved=saved)).published
    assert str(found and found.start) == day


def test_trust_falls_from_the_front_matter_to_the_file_name() -> None:
    text = (
        "• Monday, 1 June 2026\nFlood recedes in the valley\nPublished: 2 June 2026\n\n"
        f"LUND, June 3, 2026 (Sund Press) - {PROSE}\n— Flood Centre (@floods) June 4, 2026\n{PROSE}"
    )
    fields = {"published": "2026-06-05", "url": "https://example.org/2026/06/06/flood"}
    found = profile(document(text, "2026-06-07-flood.txt", **fields))
    elsewhere = {DateSource.EMBEDDED, DateSource.CONFIGURATION}
    assert [entry.source for entry in found.dates] == [source for source in DateSource if source not in elsewhere]
    assert found.published == found.dates[0].period


def test_a_dateline_just_behind_the_published_line_holds_if_the_text_speaks_of_its_day() -> None:
    body = "The river fell on Thursday, a spokesman said, and more than forty families were able to go home again."
    text = f"Flood recedes in the valley\n\nLUND, March 5 (Sund Press) - {body}\n\nPublished: March 4, 2026, 22:10 GMT"
    published = profile(document(text)).published
    assert published is not None
    assert published.start == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "default", "published"),
    [
        (f"LUND, Sept 3 (Sund Press) - {PROSE}", None, None),
        (f"LUND, Sept 3 (Sund Press) - {PROSE}", 2025, "2025-09-03"),
        (f"LUND, Dec 30 (Sund Press) - {PROSE}\n\nUpdated: 2 January 2026", 2025, "2026-01-02"),
        (f"Posted: Sat 6 Sept, 9:15 AM | Updated 7:30 PM\n\n{PROSE}", 2025, "2025-09-06"),
        (f"SUND ECHO - saturday edition, 18.04\n\n{PROSE}", None, None),
        (f"SUND ECHO - saturday edition, 18.04\n\n{PROSE} It was worse in 2025.", None, "2026-04-18"),
        (f"Radio Sund, noon news, Monday 16 February\n\n{PROSE} It was built in 1956.", None, None),
    ],
)
def test_a_date_without_a_year(text: str, default: int | None, published: str | None) -> None:
    found = profile(document(text), default).published
    assert (found and str(found.start)) == published


def test_dates_of_the_story_are_not_the_reports() -> None:
    text = f"Flood recedes in the valley\n\nThe dam that broke on 3 March 2024 was built in 1974. {PROSE}"
    assert profile(document(text)).dates == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# Three nights of rain\n\n{PROSE}", "Three nights of rain"),
        (f"Flood recedes in the valley\n\n{PROSE}", "Flood recedes in the valley"),
        (f"World\n\nFlood recedes in the valley | World | News\n\n{PROSE}", "Flood recedes in the valley"),
        (f"MINISTRY OF RIVERS AND DAMS - PRESS\n\n{PROSE}", None),
        (f"LUND, March 5 (Sund Press) - {PROSE}", None),
        (PROSE, None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert profile(document(text)).title == title


def test_front_matter_names_title_and_source() -> None:
    found = profile(document(PROSE, headline="Flood recedes", source="Sund Press"))
    assert (found.title, found.source) == ("Flood recedes", "Sund Press")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Flood recedes in the valley\n\nLUND, March 5 (Sund Press) - {PROSE}", "Sund Press"),
        (f"Flood recedes in the valley\nBy Ada Holm for the Sund Post\n\n{PROSE}", "Sund Post"),
        (
            f"By our special correspondent in Lund | Published: 19 October 2025\n\n{PROSE}",
            "special correspondent in Lund",
        ),
        (f"KINGDOM OF SUND - MINISTRY OF RIVERS\nFriday 16 January 2026\n\n{PROSE}", "MINISTRY OF RIVERS"),
        (f"Sund Valley Radio online\nMonday, September 8, 2025\n\n{PROSE}", "Sund Valley Radio online"),
        (f"Sund Media April 6, 2024 News\n\n{PROSE}", "Sund Media"),
        (f"Ten dead in Lirren\n\nBy Ada Holm\nPublished: 6 May 2031\n\n{PROSE}", None),
        (f"By our defence staff Published: Sunday 15 February 2026\n\n{PROSE}", "defence staff"),
        (f"By Ada Holm for the Sund Post Last updated: 6 May 2031\n\n{PROSE}", "Sund Post"),
        (f"{PROSE} (with AFP)", "AFP"),
        (
            f"## Operations\n\nThe Guard of Rivers (GR) told of all that it did since 29 August on Monday:\n\n{PROSE}",
            None,
        ),
        (PROSE, None),
    ],
)
def test_source(text: str, source: str | None) -> None:
    assert profile(document(text)).source == source


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"LUND, March 5 (Sund Press) - {PROSE}", "LUND, March 5 (Sund Press) - "),
        (f"LUND — {PROSE}", "LUND — "),
        (f"Lund - {PROSE}", "Lund - "),
        (f"The dam held - {PROSE}", None),
        (PROSE, None),
    ],
)
def test_dateline(text: str, dateline: str | None) -> None:
    span = dateline_span(document(text))
    assert (text[slice(*span)] if span else None) == dateline


@pytest.mark.parametrize(
    ("line", "furnished"),
    [
        ("Comments (48)", True),
        ("2 comments", True),
        ("Read also: Dams of the north | Subscribe for 500 crowns a week", True),
        ("Follow us on Facebook - 2.1M followers", True),
        ("ADVERTISEMENT", True),
        ("Published: 9 March 2026", True),
        ("For inquiries, call 0917-555-0142.", True),
        ("Search teams found 12 people alive.", False),
        ("Share of the vote rose to 12 percent.", False),
        ("Related cases numbered 14.", False),
    ],
)
def test_furniture(line: str, *, furnished: bool) -> None:
    text = f"{PROSE}\n\n{line}\n\n{PROSE}"
    spans = [text[start:end] for start, end in furniture_spans(document(text))]
    assert spans == ([line] if furnished else [])


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("[Photo: the dam on Sunday. Credit: Sund Post]", "[Photo: the dam on Sunday. Credit: Sund Post]"),
        ("Boats on the flooded square (Image: Getty )", "Boats on the flooded square (Image: Getty )"),
        (f"{PROSE} Boats on the square. (AP Photo) {PROSE}", "Boats on the square. (AP Photo)"),
        (PROSE, None),
    ],
)
def test_captions(text: str, caption: str | None) -> None:
    assert [text[start:end] for start, end in caption_spans(document(text))] == ([caption] if caption else [])


@pytest.mark.parametrize(
    ("text", "expected"), [("Seen on 9/30/2026.", True), ("Seen on 30/9/2026.", False), ("Seen on 9/3/2026.", False)]
)
def test_month_first(text: str, *, expected: bool) -> None:
    assert month_first(document(text)) is expected


def test_language() -> None:
    german = "Der Fluss ist in der Nacht gefallen und die Feuerwehr hat den Einsatz auf dem Damm mit Booten beendet."
    assert profile(document(german)).language == "de"
    assert profile(document(PROSE)).language == "en"
    assert profile(document("")).language == "en"


@given(st.text(max_size=300) | st.text(alphabet="0123456789/-. \nJanuary(@)|*[]:,", max_size=300))
def test_any_text_has_a_profile(text: str) -> None:
    report = document(text)
    found = profile(report)
    assert (found.published is None) == (not found.dates)
    for start, end in (*furniture_spans(report), *caption_spans(report)):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("The flood in the valley receded on Friday, a\nspokesman said, and families went home.\n", None),
        (
            "The flood in the valley recedes\n\nFamilies went home on Friday, a\nspokesman said.\n",
            "The flood in the valley recedes",
        ),
        (
            "The flood in the valley recedes on\nfriday and families return\n\nThey went home.\n",
            "The flood in the valley recedes on",
        ),
    ],
)
def test_a_wrapped_sentence_is_no_headline(opening: str, title: str | None) -> None:
    assert profile(document(opening)).title == title
