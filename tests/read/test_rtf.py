import pytest
from office_files import body, read_each, read_one

from checker.model import Document, FileKind, Section, Status

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Times;}{\f1\fnil\fcharset204 Times Cyr;}"
    r"{\f2\fnil\fcharset128 Mincho;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3 Quote;}{\s4 caption;}{\*\cs9 Strong;}}"
)


def read(text: str, status: Status = Status.OK) -> Document:
    found = read_one("a.rtf", (HEAD + text + "}").encode("latin-1"))
    assert (found.kind, found.status) == (FileKind.RTF, status), found.reason
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"The dam held.", "The dam held."),
        ("The dam\r\n held.", "The dam held."),
        (r"The\~dam\line held\_ on.", "The dam held- on."),
        (r"It cost \'8050 \'96 or \u8364?50\u8212\'97so.", "It cost €50 – or €50—so."),
        (r"{\f1 \'cf\'f0\'e0\'e3\'e0} and {\f2 \'93\'8c\'8b\'9e}", "Прага and 東京"),
        (r"\uc2\u1055\'cf\'cf\u1088\'f0\'f0 and", "Пр and"),
        (r"smile \u-10179?\u-8704?.", "smile 😀."),
        (r"43{\deleted 4} people died.", "43 people died."),
        (r"43{\v or 44} people died.", "43 people died."),
        (r"43{\super 1} people died in 40 km{\super 2}.", "43 people died in 40 km²."),
        (r"\b The dam held", "# The dam held"),
        (r"\b The dam held.", "The dam held."),
        (r'{\field{\*\fldinst HYPERLINK "http://a.example"}{\fldrslt The dam}} held.', "The dam held."),
        (r"{\*\unknown not this}This.", "This."),
        (r"{\pict\bin8 }}}}}}}}}This.", "This."),
        (r"\pard\s1 Figures\par", "# Figures"),
        (r"\pard\s2 The dam held\par", "# The dam held"),
        (r"\pard\s3 It held.\par", "> It held."),
        (r"\pard\outlinelevel1 Figures\par", "## Figures"),
        (r"{\listtext\'95\tab}One\par", "- One"),
        (r"\pard\ls1 One\par", "- One"),
        (r"a \{brace\} and a \\ stroke", "a {brace} and a \\ stroke"),
    ],
)
def test_what_a_text_says(text: str, expected: str) -> None:
    assert body(read(text)) == [expected]


def test_tables_notes_boxes_and_furniture() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row "
    found = read(
        r"{\header The Ikorre Herald\par}{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 2}}\par}"
        r"43 died{\footnote {\super 1} As of Monday.} there.\par"
        + row.replace("{}", "What", 1).replace("{}", "Number", 1)
        + row.replace("{}", r"Killed\par or dead", 1).replace("{}", "43", 1)
        + r"\pard {\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In a box.\par}}{\shprslt{\*\do In a box.}}}After.\par"
        r"\pard\s4 The wall\par"
    )
    assert body(found) == [
        "The Ikorre Herald",
        "43 died there.",
        "As of Monday.",
        "| What | Number |\n| Killed or dead | 43 |",
        "After.",
        "In a box.",
        "The wall",
    ]
    assert [(found.text[p.start : p.end], p.section) for p in found.passages] == [
        ("The Ikorre Herald", Section.FURNITURE),
        ("The wall", Section.CAPTION),
    ]


def test_a_table_within_a_cell_follows_it() -> None:
    inner = r"\itap2 Killed\nestcell 43\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
    found = read(r"\trowd\pard\intbl North\cell see below\par " + inner + r"\cell\row\pard After.\par")
    assert body(found) == ["| North | see below |", "| Killed | 43 |", "After."]


def test_properties() -> None:
    info = r"{\info{\title The dam held}{\author A. Writer}{\creatim\yr2024\mo5\dy1}{\revtim\yr2024\mo5\dy6\hr8}}"
    found = read(info + r"Rain fell on the dam.\par")
    assert {key: field.value for key, field in found.front.items()} == {
        "title": "The dam held",
        "author": "A. Writer",
        "saved": "2024-05-06",
    }
    assert body(found) == ["Rain fell on the dam."]


def test_half_a_file_is_never_whole() -> None:
    whole = (HEAD + r"{\b The dam} held.\par}").encode("latin-1")
    for found in read_each("a.rtf", (whole[:end] for end in range(5, len(whole) - 1, 3))):
        assert found.status in {Status.PARTIAL, Status.NO_TEXT}
        assert "cut off" in found.reason
