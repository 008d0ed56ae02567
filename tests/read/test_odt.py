import pytest
from office_files import body, odt, read_one

from checker.model import Document, Section, Status

STYLES = """<office:styles>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Caption" style:family="paragraph"/>
<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>
</office:styles>
<office:master-styles><style:master-page>
<style:header><text:p>The Ikorre Herald</text:p></style:header>
<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>"""
AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
"""
DELETED = "<text:tracked-changes><text:p>44 died.</text:p></text:tracked-changes>"


def read(text: str, meta: str = "") -> Document:
    found = read_one("a.odt", odt(text, automatic=AUTOMATIC, styles=STYLES, meta=meta))
    assert found.status is Status.OK, found.reason
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<text:p>12<text:s text:c='900000000'/>people<text:tab/>died<text:line-break/>there.</text:p>",
            "12 people died there.",
        ),
        ("<text:h text:outline-level='2'>Figures</text:h>", "## Figures"),
        ("<text:h text:outline-level='many'>Figures</text:h>", "# Figures"),
        ("<text:p text:style-name='Title'>The dam held</text:p>", "# The dam held"),
        ("<text:p text:style-name='P1'>It held.</text:p>", "> It held."),
        ("<text:p><text:span text:style-name='B'>The dam held</text:span></text:p>", "# The dam held"),
        ("<text:p>43 died<text:span text:style-name='U'>1</text:span>.</text:p>", "43 died."),
        ("<text:p>40 km<text:span text:style-name='U'>2</text:span>.</text:p>", "40 km²."),
        ("<text:p>43 died<text:span text:style-name='H'> or 44</text:span>.</text:p>", "43 died."),
        ("<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>", "- One"),
        ("<text:section><text:p>It held.</text:p></text:section>", "It held."),
        (f"{DELETED}<text:p>43<text:change/> died.</text:p>", "43 died."),
        ("<text:p>43<office:annotation><text:p>44?</text:p></office:annotation> died.</text:p>", "43 died."),
    ],
)
def test_what_a_text_says(text: str, expected: str) -> None:
    assert body(read(text))[1] == expected


def test_notes_and_frames_stand_behind_their_paragraph() -> None:
    noted = "<text:note-body><text:p>As of Monday.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{noted}</text:note>"
    box = "<draw:text-box><text:p text:style-name='Illustration'>The wall</text:p></draw:text-box>"
    found = read(f"<text:p>43{note} died.<draw:frame>{box}</draw:frame></text:p><text:p>Rain fell.</text:p>")
    assert body(found)[1:] == ["43 died.", "The wall", "As of Monday.", "Rain fell."]
    assert [(found.text[p.start : p.end], p.section) for p in found.passages] == [
        ("The Ikorre Herald", Section.FURNITURE),
        ("The wall", Section.CAPTION),
    ]


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def test_tables_keep_rows_however_often_they_repeat() -> None:
    top = f"<table:table-row>{cell('What')}{cell('Number')}</table:table-row>"
    head = f"<table:table-header-rows>{top}</table:table-header-rows>"
    many = "table:number-columns-repeated='1000000000'"
    row = (
        f"<table:table-row table:number-rows-repeated='1000000000'>{cell('Killed')}{cell('43', many)}</table:table-row>"
    )
    assert body(read(f"<table:table>{head}{row}</table:table>"))[1] == "| What | Number |\n| Killed | 43 |"


def test_a_list_of_contents_is_furniture() -> None:
    index = (
        "<text:table-of-content><text:index-body><text:p>Figures 3</text:p></text:index-body></text:table-of-content>"
    )
    found = read(f"{index}<text:p>It held.</text:p>")
    assert [found.text[p.start : p.end] for p in found.passages] == ["The Ikorre Herald", "Figures 3"]


def test_properties() -> None:
    found = read(
        "<text:p>Rain fell on the dam.</text:p>",
        "<dc:title>The dam held</dc:title><meta:initial-creator>A. Writer</meta:initial-creator>"
        "<dc:date>2024-05-06T08:00:00</dc:date>",
    )
    assert {key: field.value for key, field in found.front.items()} == {
        "title": "The dam held",
        "author": "A. Writer",
        "saved": "2024-05-06",
    }


def test_encrypted() -> None:
    data = odt("", manifest="<manifest><file-entry><encryption-data/></file-entry></manifest>")
    assert read_one("a.odt", data).status is Status.ENCRYPTED
