"""One report as Markdown, a web page, a DOCX file, a PDF file and a mail, written as each of them usually is."""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from textwrap import wrap
from typing import NamedTuple

Block = tuple[str, str | Sequence[str] | Sequence[Sequence[str]]]


class Told(NamedTuple):
    """A report: what it bears about itself, and its blocks as pairs of a kind and its words.

    Kinds are paragraph, heading, caption, quote, list and table.
    """

    title: str
    source: str
    day: str
    blocks: Sequence[Block]


def blocks(text: str) -> list[Block]:
    """The blocks of a text that is written as Markdown, wherever its lines were wrapped."""
    return [_block(part) for part in text.strip().split("\n\n")]


def _block(part: str) -> Block:
    lines = part.splitlines()
    if part.startswith("- "):
        return "list", [line.removeprefix("- ") for line in lines]
    if part.startswith("|"):
        return "table", [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
    kinds = {"## ": "heading", "> ": "quote", "Photo: ": "caption"}
    mark = next((mark for mark in kinds if part.startswith(mark)), "")
    words = " ".join(lines)
    return kinds.get(mark, "paragraph"), words if mark == "Photo: " else words.removeprefix(mark)


def markdown(report: Told) -> bytes:
    """With YAML front matter."""
    head = f'---\ntitle: "{report.title}"\nsource: {report.source}\ndate: {report.day}\n---\n'
    return "\n".join((head, *map(_in_markdown, report.blocks))).encode()


def _in_markdown(block: Block) -> str:
    kind, words = block
    if kind == "list":
        return "".join(f"- {item}\n" for item in words)
    if kind == "table":
        rows = [f"| {' | '.join(row)} |\n" for row in words]
        return "".join((rows[0], "|---" * len(words[0]) + "|\n", *rows[1:]))
    return f"{ {'heading': '## ', 'quote': '> '}.get(kind, '') }{words}\n"


def web_page(report: Told) -> bytes:
    """As a news site builds it: metadata, menus and a footer around the article."""
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(report.title)} | {escape(report.source)}</title>
<meta property="og:title" content="{escape(report.title)}"><meta property="og:type" content="article">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "{report.title}", "datePublished": "{report.day}T08:30:00+00:00",
"publisher": {{"@type": "Organization", "name": "{report.source}"}}}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul>
</nav>
<main><article><h1>{escape(report.title)}</h1>
{"".join(map(_in_html, report.blocks))}
</article><aside><h2>Most read</h2><ul><li><a href="/a">9 cats rescued</a></li></ul></aside></main>
<footer><p>Call us on 0800 123 456</p></footer></body></html>
""".encode()


def _in_html(block: Block) -> str:
    kind, words = block
    match kind:
        case "list":
            return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in words)}</ul>\n"
        case "table":
            head, *rows = [[escape(cell) for cell in row] for row in words]
            body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
            top = f"<tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr>"
            return f"<table><thead>{top}</thead><tbody>{body}</tbody></table>\n"
        case "caption":
            return f'<figure><img src="a.jpg" alt=""><figcaption>{escape(str(words))}</figcaption></figure>\n'
        case "quote":
            return f"<blockquote><p>{escape(str(words))}</p></blockquote>\n"
        case "heading":
            return f"<h2>{escape(str(words))}</h2>\n"
        case _:
            return f"<p>{escape(str(words))}</p>\n"


def docx(report: Told) -> bytes:
    """As a word processor saves it: the title and all other parts by their styles."""
    body = _paragraph("Title", report.title) + "".join(map(_in_docx, report.blocks))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Normal", "Title", "heading 2", "Quote", "caption", "List Bullet")
    )
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        '"application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kinds}.document.main+xml"/><Override PartName='
        f'"/word/styles.xml" ContentType="{kinds}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/'
        f'officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="{package}/relationships/metadata/'
        'core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" xmlns:dc='
        '"http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi='
        f'"http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(report.title)}</dc:title><dc:creator>'
        f'{escape(report.source)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{report.day}T08:30:00Z'
        "</dcterms:created></cp:coreProperties>",
        "word/styles.xml": f"<w:styles {word}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {word}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')
    return packed.getvalue()


def _in_docx(block: Block) -> str:
    kind, words = block
    if kind == "list":
        return "".join(_paragraph("ListBullet", item) for item in words if isinstance(item, str))
    if kind == "table":
        cells = ("".join(f"<w:tc>{_paragraph('Normal', cell)}</w:tc>" for cell in row) for row in words)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    style = {"heading": "heading2", "caption": "caption", "quote": "Quote"}.get(kind, "Normal")
    return _paragraph(style, str(words))


def _paragraph(style: str, text: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def mail(report: Told) -> bytes:
    """As a newsroom sends it: plain text and a page, with the subject for a title."""
    message = EmailMessage()
    message["From"] = f"{report.source} <desk@example.org>"
    message["To"] = "all@example.org"
    message["Subject"] = report.title
    message["Date"] = format_datetime(datetime.fromisoformat(f"{report.day}T08:30:00+00:00"))
    message["Message-ID"] = "<1@example.org>"
    message.set_content("\n".join(_in_markdown(block) for block in report.blocks))
    page = "".join(map(_in_html, report.blocks))
    message.add_alternative(f"<html><body>{page}</body></html>", subtype="html")
    return message.as_bytes()


WIDTH, SIZE, LEADING = 84, 9, 13  # characters of a line, points of a letter and from line to line
LEFT, TOP, BOTTOM = 60, 760, 80
LETTER = 0.6  # width of a letter of Courier to its size
COLUMN = 150  # points from one column of a table to the next


def pdf(report: Told) -> bytes:
    """As an office prints it: letters at places, pages, and little else."""
    pages = [b"".join(page) for page in _pages(report)]
    info = f"/Title ({report.title}) /Author ({report.source}) /CreationDate (D:{report.day.replace('-', '')}083000Z)"
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("latin-1"),
    ]
    for number, content in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            + f"/Contents {6 + 2 * number} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _pages(report: Told) -> Iterator[list[bytes]]:
    page: list[bytes] = []
    at = TOP
    for size, cells, gap in _lines(report):
        if at < BOTTOM:
            yield page
            page, at = [], TOP
        at -= gap
        for column, text in enumerate(cells):
            shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            page.append(f"BT /F {size} Tf {LEFT + COLUMN * column} {at} Td (".encode() + shown + b") Tj ET\n")
        at -= round(size * LEADING / SIZE)
    yield page


def _lines(report: Told) -> Iterator[tuple[int, Sequence[str], int]]:
    """The size of the letters, the cells of the line, and the gap above it."""
    for line in wrap(report.title, WIDTH * SIZE // 18):
        yield 18, [line], 0
    for kind, words in report.blocks:
        if kind == "table":
            for number, row in enumerate(words):
                yield SIZE, list(row), 0 if number else 10
            continue
        size = 13 if kind == "heading" else SIZE
        items = [f"\u2022 {item}" for item in words] if kind == "list" else [str(words)]
        for item in items:
            for number, line in enumerate(wrap(item, WIDTH * SIZE // size)):
                yield size, [line], 0 if number else 10 if kind != "list" else 2


FORMS: dict[str, Callable[[Told], bytes]] = {
    "report.md": markdown,
    "report.html": web_page,
    "report.docx": docx,
    "report.pdf": pdf,
    "report.eml": mail,
}
