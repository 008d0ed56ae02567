import pytest
from office_files import body, read_one
from pdf_files import HEIGHT, PICTURE, line, lines, pdf

from checker.model import Document, Section, Status
from checker.read.parts import Alive, Parts, Source
from checker.read.pdf import read_pdf
from checker.rulebook.limits import limits

FULL = "The water rose through the night and reached the crown of the dam before the"  # a line that fills its column


def read(*pages: str, status: Status = Status.OK, **more: object) -> Document:
    found = read_one("a.pdf", pdf(pages, **more))  # type: ignore[arg-type]
    assert found.status is status, found.reason
    return found


def test_lines_of_a_paragraph_are_joined() -> None:
    page = lines([FULL, "rain stopped.", "Nobody was hurt."]) + lines(["Rain fell."], y=600)
    assert body(read(page)) == [f"{FULL} rain stopped.", "Nobody was hurt.", "Rain fell."]


def test_an_indent_begins_a_paragraph() -> None:
    page = line(FULL, 84) + line("rain stopped and the wind turned and the people went home to their houses.", y=687)
    assert len(body(read(page + line(FULL, 84, 674) + line("rain.", y=661)))) == 2


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("govern-", "ment came", "government came"),
        ("anti-", "government", "anti-government"),
        ("Anglo-", "French", "Anglo-French"),
        ("32-year-", "old man", "32-year-old man"),
        ("2020-", "2021", "2020-2021"),
        ("cease-", "fire", "cease-fire"),
        ("ware-", "house", "warehouse"),
    ],
)
def test_hyphens_at_the_end_of_a_line(first: str, second: str, joined: str) -> None:
    known = "A cease-fire held at the warehouse by the river for a day and a night and then some more."
    page = lines([known, f"{FULL[:58]} {first}", f"{second} and so on."])
    assert f" {joined} and so on." in read(page).text


def test_columns_stay_apart() -> None:
    left = [f"The left column tells of house {n} and" for n in range(20)]
    right = [f"the right column tells of tree {n} and" for n in range(20)]
    text = read(lines(left) + lines(right, x=320)).text
    assert text.index("house 19") < text.index("tree 0")
    assert "and the right column tells of tree 0" in text, "a sentence goes on in the next column"


def test_columns_that_are_drawn_line_by_line_stay_apart_too() -> None:
    drawn = "".join(
        line(f"and the left column tells of house {n}", y=700 - 13 * n)
        + line(f"and the right column tells of tree {n}", 320, 700 - 13 * n)
        for n in range(12)
    )
    text = read(drawn).text
    assert text.index("house 11") < text.index("tree 0")
    assert "house 0 and the left" in text


def test_headings_are_told_by_their_size() -> None:
    page = line("The dam at", y=780, size=24) + line("Ikorre held", y=751, size=24) + line("Figures", y=715, size=15)
    page += lines([FULL, "rain."]) + line("Bold words", y=650, font="F2") + lines([FULL, "rain."], y=630)
    prose = f"{FULL} rain."
    assert body(read(page)) == ["# The dam at Ikorre held", "## Figures", prose, "### Bold words", prose]


def test_rows_of_aligned_cells_are_a_table() -> None:
    rows = [("Region", "Killed", "Hurt"), ("North", "43", "7"), ("South", "1,120", "12"), ("All", "1,163", "19")]
    drawn = "".join(
        line(cell, x + (0 if n == 0 else 40 - 6 * len(cell)), 700 - 16 * number)
        for number, row in enumerate(rows)
        for n, (cell, x) in enumerate(zip(row, (72, 200, 300), strict=True))
    )
    assert body(read(lines([FULL, "rain."], y=760) + drawn + lines(["It held."], y=600)))[1] == (
        "| Region | Killed | Hurt |\n| North | 43 | 7 |\n| South | 1,120 | 12 |\n| All | 1,163 | 19 |"
    )


def test_cells_that_stand_close_are_told_by_where_their_words_begin() -> None:
    rows = [
        ("what", "figure"),
        ("people evacuated", "2,400"),
        ("villages evacuated", "9"),
        ("area burned", "5,350 hectares"),
    ]
    drawn = "".join(
        line(cell, x, 700 - 14 * number)
        for number, row in enumerate(rows)
        for cell, x in zip(row, (72, 168), strict=True)
    )
    assert body(read(lines([FULL, "rain."], y=760) + drawn))[1] == (
        "| what | figure |\n| people evacuated | 2,400 |\n| villages evacuated | 9 |\n| area burned | 5,350 hectares |"
    )


def test_short_lines_are_paragraphs_of_their_own() -> None:
    listed = ["95 operations with partners", "163 members of the group killed", "33 of them captured"]
    found = body(read(lines([FULL, "rain."]) + lines(listed, x=100, y=660) + lines([FULL, "rain."], y=600)))
    assert found == [f"{FULL} rain.", *listed, f"{FULL} rain."]


def test_cells_of_several_lines() -> None:
    drawn = lines(["Houses by", "the river"], y=700) + line("43", 300, 700)
    drawn += line("Trees", y=660) + lines(["7, of", "which 2 fell"], 300, 660)
    assert body(read(drawn)) == ["| Houses by the river | 43 |\n| Trees | 7, of which 2 fell |"]


def test_bullets_begin_items_however_far_they_stand() -> None:
    page = "".join(
        line("\x95", 72, 700 - 14 * n) + line(text, 95, 700 - 14 * n) for n, text in enumerate(("One", "Two"))
    )
    fonts = read(page.replace("\x95", "-"))
    assert body(fonts) == ["- One\n- Two"]


def test_marks_of_notes_are_no_digits_of_figures() -> None:
    page = line("In all 43", y=700) + line("1", 119, 704, 6.5) + line("people died.", 128, 700)
    page += line("The fire burned 40 km", y=670) + line("2", 181, 674, 6.5) + line("of forest.", 189, 670)
    assert body(read(page)) == ["In all 43 people died.", "The fire burned 40 km² of forest."]


def test_what_repeats_on_pages_is_furniture() -> None:
    pages = [
        line("The Ikorre Herald", y=800)
        + lines([FULL[7 * n :], f"{'so ' * n}the wind turned."])
        + line(f"Page {n} of 3", 280, 40)
        for n in (1, 2, 3)
    ]
    found = read(*pages)
    assert [(found.text[p.start : p.end], p.section) for p in found.passages] == [
        ("The Ikorre Herald", Section.FURNITURE)
    ]
    assert "Page" not in found.text


def test_a_paragraph_goes_on_over_the_page_and_its_notes() -> None:
    first = lines([FULL, FULL.replace("The", "the")], y=120) + lines(["1 As of Monday."], y=70, size=8)
    found = read(lines([FULL, "rain."]) + first, lines(["rain had stopped.", "Nobody was hurt."], y=760))
    assert body(found) == [
        f"{FULL} rain.",
        f"{FULL} {FULL.replace('The', 'the')} rain had stopped.",
        "1 As of Monday.",
        "Nobody was hurt.",
    ]
    assert [(mark.number, found.text[mark.start :][:8]) for mark in found.marks] == [
        (1, "The wate"),
        (2, "rain had"),
        (1, "1 As of "),
        (2, "Nobody w"),
    ]


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        (["1As of Monday.", "243 people and a half."], ["As of Monday.", "43 people and a half."]),
        (["1As of Monday 5 May.", "2As of Monday 6 May."], ["As of Monday 5 May.", "As of Monday 6 May."]),
        (["1As of Monday."], ["As of Monday."]),
        (["143 people and a half."], ["143 people and a half."]),
        (["143 people and a half.", "7 of them here."], ["143 people and a half.", "7 of them here."]),
    ],
)
def test_numbers_of_notes_are_no_digits_of_figures(notes: list[str], told: list[str]) -> None:
    foot = "".join(line(note, y=80 - 9.2 * n, size=8) for n, note in enumerate(notes))
    assert body(read(lines([FULL, "rain."]) + foot)) == [f"{FULL} rain.", *told]


def test_turned_pages_are_read_and_what_leans_is_set_apart() -> None:
    turned = line("The dam held.", 300, 100, turn="0 1 -1 0") + line("Rain fell.", 330, 100, turn="0 1 -1 0")
    assert body(read(turned, page="/Rotate 90")) == ["The dam held.", "Rain fell."]
    leaning = read(lines([FULL, "rain."]) + line("DRAFT", 200, 300, 60, turn="0.7 0.7 -0.7 0.7"))
    assert [(leaning.text[p.start : p.end], p.section) for p in leaning.passages] == [("DRAFT", Section.FURNITURE)]


@pytest.mark.parametrize(
    ("program", "saved"),
    [("LibreOffice 7.4", "2024-05-06"), ("Skia/PDF m120", None), ("Microsoft: Print To PDF", None)],
)
def test_properties(program: str, saved: str | None) -> None:
    info = {"Title": "The dam held", "Author": "A. Writer", "CreationDate": "D:20240506080000Z", "Producer": program}
    found = read(lines([FULL, "rain."]), info=info)
    assert {key: field.value for key, field in found.front.items()} == {
        "title": "The dam held",
        "author": "A. Writer",
        **({"saved": saved} if saved else {}),
    }
    headed = read(line("Dam holds", size=22) + lines([FULL, "rain."], y=600), info=info)
    assert "title" not in headed.front, "the headline that readers see goes first"


def test_what_a_browser_prints_into_the_margins_is_left_out() -> None:
    margin = line("11/21/26, 10:40 AM", 24, HEIGHT - 18, 8) + line("https://herald.example/2024/05/06/dam", 24, 14, 8)
    page = lines([FULL, "rain."]) + margin
    found = read(page, info={"Producer": "Skia/PDF m120"})
    assert body(found) == [f"{FULL} rain."]
    assert found.front["url"].value == "https://herald.example/2024/05/06/dam"
    other = read(page, info={"Producer": "LibreOffice"})
    assert {p.section for p in other.passages} == {Section.FURNITURE}
    assert len(other.passages) == 2


def test_pages_without_text_are_named() -> None:
    found = read(lines([FULL]), PICTURE, "", PICTURE, PICTURE, status=Status.PARTIAL)
    assert found.reason.startswith("no text layer on pages 2, 4 to 5: scanned?")
    assert body(found) == [FULL]


def test_long_files_give_signs_of_life() -> None:
    source = Source("a.pdf", pdf([lines([FULL])] * 60), limits())
    assert [type(content) for content in read_pdf(source)] == [Alive, Alive, Parts]
    assert read_one("a.pdf", source.data).status is Status.OK


def test_a_scanned_file_has_no_text() -> None:
    found = read(PICTURE, PICTURE, status=Status.NO_TEXT)
    assert found.reason.startswith("no text layer: scanned? Run OCR")


def test_empty_pages() -> None:
    assert read("", "", status=Status.NO_TEXT).reason == "its pages are empty"


@pytest.mark.parametrize(("password", "status"), [("", Status.OK), ("open sesame", Status.ENCRYPTED)])
def test_passwords(password: str, status: Status) -> None:
    found = read(lines([FULL]), password=password, status=status)
    assert (FULL in found.text) is (status is Status.OK)


def test_items_whose_bullets_are_drawn_are_told_by_their_place() -> None:
    items = ["12 boats", "14 houses by the river", "30 cars"]
    page = lines([FULL, "rain stopped, and counted on Monday:"]) + lines(items, x=100, y=660)
    page += lines([FULL, "rain stopped."], y=600)
    assert body(read(page))[1] == "- 12 boats\n- 14 houses by the river\n- 30 cars"


def test_lines_that_are_set_in_after_no_colon_are_no_items() -> None:
    page = lines([FULL, "rain stopped."]) + lines(["Annex A", "Annex B"], x=100, y=660) + lines([FULL] * 3, y=600)
    assert body(read(page))[1:3] == ["Annex A", "Annex B"]
