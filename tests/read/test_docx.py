import io
from datetime import UTC, datetime

import docx as writer
import pytest
from office_files import W, body, docx, paragraph, read_one

from checker.model import Document, FileKind, Section, Status
from checker.read.blocks import raised, usable_title


def read(inside: str, **parts: str) -> Document:
    found = read_one("a.docx", docx(inside, **parts))
    assert found.status is Status.OK, found.reason
    return found


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


BOX = f"<w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent>"
BOXES = f"<w:Choice><w:drawing>{BOX}</w:drawing></w:Choice><w:Fallback><w:pict>{BOX}</w:pict></w:Fallback>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("The dam ") + run("held."), "The dam held."),
        (f"<w:ins>{run('12 ')}</w:ins><w:del><w:r><w:delText>14 </w:delText></w:r></w:del>" + run("died."), "12 died."),
        (f"<w:moveFrom>{run('14 ')}</w:moveFrom><w:moveTo>{run('12 ')}</w:moveTo>" + run("died."), "12 died."),
        (run("14 ", "<w:vanish/>") + run("12 died.", '<w:vanish w:val="0"/>'), "12 died."),
        (f"<w:hyperlink>{run('The dam')}</w:hyperlink>" + run(" held."), "The dam held."),
        (run("The dam") + "<w:r><w:br/></w:r>" + run("held."), "The dam held."),
        (run("Killed:") + "<w:r><w:tab/></w:r>" + run("43"), "Killed: 43"),
        (run("43 died") + run("1", '<w:vertAlign w:val="superscript"/>') + run(" there."), "43 died there."),
        (run("40 km") + run("2", '<w:vertAlign w:val="superscript"/>') + run(" burned."), "40 km² burned."),
        (run("on the 21") + run("st", '<w:vertAlign w:val="superscript"/>') + run(" day"), "on the 21st day"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 77</w:instrText></w:r>'
            + run("12 died."),
            "12 died.",
        ),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('12 died.')}</w:sdtContent></w:sdt>", "12 died."),
        (f"<w:r><w:AlternateContent>{BOXES}</w:AlternateContent></w:r>", "In a box."),
    ],
)
def test_what_a_paragraph_says(inside: str, text: str) -> None:
    assert body(read(f"<w:p>{inside}</w:p>")) == [text]


LONG = "The dam of the upper valley held all through the night, and nobody came to harm, said the mayor of Lirren,"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["By our reporter", "Published: 6 May 2031"], "By our reporter\nPublished: 6 May 2031"),
        (["By our reporter", "in Lirren"], "By our reporter in Lirren"),
        ([LONG, "Ruth Amar."], f"{LONG} Ruth Amar."),
    ],
)
def test_short_lines_that_were_broken_by_hand_stand_for_themselves(lines: list[str], text: str) -> None:
    assert body(read(f"<w:p>{'<w:r><w:br/></w:r>'.join(map(run, lines))}</w:p>")) == [text]


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('The dam ')}</w:p>"
    assert body(read(first + paragraph("held."))) == ["The dam held."]


STYLES = f"""<w:styles {W}>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Mine"><w:name w:val="Our crossing"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Lead"><w:name w:val="Standfirst"/></w:style>
<w:style w:styleId="C"><w:name w:val="caption"/></w:style>
<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="L"><w:name w:val="List Bullet 2"/></w:style>
<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


@pytest.mark.parametrize(
    ("style", "text", "section"),
    [
        ("Titel", "# The dam held", None),
        ("berschrift1", "# The dam held", None),
        ("Mine", "# The dam held", None),
        ("Heading3", "### The dam held", None),
        ("Lead", "The dam held", Section.STANDFIRST),
        ("C", "The dam held", Section.CAPTION),
        ("Q", "> The dam held", Section.QUOTE),
        ("L", "- The dam held", None),
        ("Loop", "The dam held", None),
        ("T1", "The dam held", Section.FURNITURE),
    ],
)
def test_styles_say_what_a_paragraph_is(style: str, text: str, section: Section | None) -> None:
    found = read(paragraph("The dam held", style), styles=STYLES)
    assert body(found) == [text]
    assert [found.text[each.start : each.end] for each in found.passages] == ([text] if section else [])
    assert [each.section for each in found.passages] == ([section] if section else [])


def test_what_a_style_hides_is_left_out() -> None:
    assert body(read(paragraph("Not this.", "Ghost") + paragraph("This."), styles=STYLES)) == ["This."]


def test_headings_stand_below_a_title() -> None:
    found = read(paragraph("The dam held", "Titel") + paragraph("Figures", "berschrift1"), styles=STYLES)
    assert body(found) == ["# The dam held", "## Figures"]


def test_a_bold_line_is_a_heading() -> None:
    bold = f"<w:p>{run('The dam held', '<w:b/>')}</w:p>"
    assert body(read(bold + paragraph("All is well.") + bold)) == ["# The dam held", "All is well.", "### The dam held"]


def test_notes_stand_behind_their_paragraph() -> None:
    note = '<w:footnote w:id="{}" {}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    notes = note.format(0, 'w:type="separator"', "") + note.format(3, "", "As of Monday.")
    first = f"<w:p>{run('43 died')}<w:r><w:footnoteReference w:id='3'/></w:r>{run(' there.')}</w:p>"
    found = read(first + paragraph("Rain fell."), footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>")
    assert body(found) == ["43 died there.", "As of Monday.", "Rain fell."]


def cell(text: str, merge: str = "") -> str:
    return f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_tables_keep_rows_and_tell_merged_cells_once() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    told = table(
        cell("Region") + cell("What") + cell("Number"),
        cell("North", down) + cell("Killed") + cell("43"),
        cell("North", on) + cell("Hurt") + cell("7"),
    )
    assert body(read(told + paragraph("Rain fell."))) == [
        "| Region | What | Number |\n| North | Killed | 43 |\n| | Hurt | 7 |",
        "Rain fell.",
    ]


def test_a_table_within_a_cell_follows_it() -> None:
    inner = table(cell("Killed") + cell("43"))
    outer = table(cell("North") + f"<w:tc>{paragraph('see below')}{inner}</w:tc>")
    assert body(read(outer)) == ["| North | see below |", "| Killed | 43 |"]


def test_a_table_that_lays_out_a_page_is_prose() -> None:
    told = table(cell("word " * 100) + cell("Beside it."))
    assert body(read(told)) == [("word " * 100).strip(), "Beside it."]


def test_headers_are_furniture_and_page_numbers_nothing() -> None:
    head = f"<w:hdr {W}>{paragraph('The Ikorre Herald')}</w:hdr>"
    foot = f"<w:ftr {W}>{paragraph('Page 2 of 3')}{paragraph('All rights reserved')}</w:ftr>"
    found = read(paragraph("The dam held."), header1=head, footer1=foot)
    assert body(found) == ["The Ikorre Herald", "The dam held.", "All rights reserved"]
    assert {each.section for each in found.passages} == {Section.FURNITURE}


def test_marks_count_the_paragraphs() -> None:
    found = read(paragraph("One.") + paragraph("") + table(cell("Killed") + cell("43")) + paragraph("Three."))
    assert found.text[found.marks[-1].start :].strip() == "Three."
    assert [mark.number for mark in found.marks] == [1, 2, 3]


def test_properties() -> None:
    core = (
        "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>The dam held</dc:title>"
        "<dc:creator>A. Writer</dc:creator><dcterms:created>2024-05-01T08:00:00Z</dcterms:created>"
        "<dcterms:modified>2024-05-06T08:00:00Z</dcterms:modified></cp:coreProperties>"
    )
    found = read(paragraph("Rain fell on the dam."), core=core)
    assert {key: field.value for key, field in found.front.items()} == {
        "title": "The dam held",
        "author": "A. Writer",
        "saved": "2024-05-06",
    }
    seen = read(paragraph("Dam holds", "Title") + paragraph("Rain fell on the dam."), core=core)
    assert "title" not in seen.front, "the headline that readers see goes first"


@pytest.mark.parametrize(
    ("title", "usable"),
    [
        ("The dam held", "The dam held"),
        ("Microsoft Word - The dam held", "The dam held"),
        ("Microsoft Word - dam.docx", ""),
        ("Document 1", ""),
        ("untitled", ""),
        ("dam_final_v3", ""),
        ("x " * 400, ""),
    ],
)
def test_titles_that_programs_write_are_none(title: str, usable: str) -> None:
    assert usable_title(title) == usable


def test_long_marks_are_text() -> None:
    assert raised("43", " of 50 people ") == " of 50 people "
    assert raised("2 x 10", "6") == "⁶"
    assert raised("43", "1, 2") == ""


def test_what_a_writer_of_docx_files_makes() -> None:
    made = writer.Document()
    made.core_properties.modified = datetime(2024, 5, 6, tzinfo=UTC)
    made.add_heading("The dam at Ikorre held", 0)
    made.add_heading("Figures", 1)
    made.add_paragraph("12 people were rescued", style="List Bullet")
    grid = made.add_table(2, 2)
    for at, text in enumerate(("What", "Number", "Rescued", "12")):
        grid.cell(at // 2, at % 2).text = text
    made.sections[0].header.paragraphs[0].text = "The Ikorre Herald"
    whole = io.BytesIO()
    made.save(whole)
    found = read_one("a.bin", whole.getvalue())
    assert (found.kind, found.status) == (FileKind.DOCX, Status.OK)
    assert body(found) == [
        "The Ikorre Herald",
        "# The dam at Ikorre held",
        "## Figures",
        "- 12 people were rescued",
        "| What | Number |\n| Rescued | 12 |",
    ]
