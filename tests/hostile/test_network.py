"""Nothing is fetched: a server at hand counts who asks for what documents refer to."""

import io
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple
from urllib.request import urlopen

import pytest

from checker.api import check_documents, shipped_rules
from checker.model import Document
from checker.read import read_bytes

TEXT = "A fire in Lirren killed 26 people on Monday, the police said, and the search of the market goes on by night."


class Server(NamedTuple):
    """Where it answers, and the paths that it was asked for."""

    address: str
    asked: list[str]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the name that the base class gives it
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        yield Server(f"http://127.0.0.1:{listening.server_port}", asked)
        listening.shutdown()


def page(at: str) -> bytes:
    return f"""<!DOCTYPE html SYSTEM "{at}/page.dtd"><html><head><base href="{at}/"><title>Fire</title>
<meta http-equiv="refresh" content="0; url={at}/next"><link rel="stylesheet" href="{at}/style.css">
<link rel="canonical" href="{at}/canonical"><script src="{at}/code.js"></script>
<style>@import url("{at}/more.css"); body {{ background: url("{at}/back.png") }}</style></head>
<body><article><h1>Fire in Lirren</h1><p>{TEXT}</p><img src="{at}/a.png"><iframe src="{at}/frame"></iframe>
<object data="{at}/object"></object><video src="{at}/film" poster="{at}/poster"></video><p>{TEXT}</p></article>
</body></html>
""".encode()


def xhtml(at: str) -> bytes:
    return (
        f'<?xml version="1.0"?><?xml-stylesheet href="{at}/s.xsl" type="text/xsl"?><!DOCTYPE html [<!ENTITY % more'
        f' SYSTEM "{at}/more.ent"> %more; <!ENTITY told SYSTEM "{at}/told">]><html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:xi="http://www.w3.org/2001/XInclude"><body><p>{TEXT} &told;</p><xi:include href="{at}/part"/>'
        "</body></html>"
    ).encode()


def feed(at: str) -> bytes:
    item = f"<item><title>Fire</title><link>{at}/item</link><description>{TEXT}</description>"
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "{at}/rss.dtd"><rss version="2.0"><channel><title>Post</title>'
        f"<link>{at}/home</link><image><url>{at}/logo.png</url></image>{item}"
        f'<enclosure url="{at}/a.mp3"/></item></channel></rss>'
    ).encode()


def mail(at: str) -> bytes:
    return (
        "From: desk@example.org\r\nSubject: Fire\r\nMIME-Version: 1.0\r\nDate: Tue, 6 May 2031 08:00:00 +0000\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n'
        f'<html><body><p>{TEXT}</p><img src="{at}/pixel"></body></html>\r\n--b\r\nContent-Type: message/external-body;'
        f' access-type="URL"; URL="{at}/body"\r\n\r\nContent-Type: text/plain\r\n\r\n\r\n--b--\r\n'
    ).encode()


def docx(at: str) -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    outside = "".join(
        f'<Relationship Id="{name}" Type="{office}/{name}" Target="{at}/{name}" TargetMode="External"/>'
        for name in ("image", "attachedTemplate", "styles", "footnotes", "header", "oleObject", "frame")
    )
    return _zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r" Type="{office}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{outside}</Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>'
            "</w:body></w:document>",
        }
    )


def odt(at: str) -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    return _zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0"'
            f' xmlns:draw="{names}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>'
            f'<text:p>{TEXT}<draw:image xlink:href="{at}/a.png"/></text:p><text:section><text:section-source'
            f' xlink:href="{at}/part"/></text:section></office:text></office:body></office:document-content>',
        }
    )


def rtf(at: str) -> bytes:
    picture = rf"{{\field{{\*\fldinst INCLUDEPICTURE {at}/a.png}}{{\fldrslt}}}}"
    return rf"{{\rtf1\ansi{{\*\template {at}/t.dot}}{picture} {TEXT}\par}}".encode()


def lines(at: str) -> bytes:
    return f'{{"title": "Fire", "url": "{at}/a", "image": "{at}/a.png", "text": "{TEXT}"}}\n'.encode()


def table(at: str) -> bytes:
    return f'title,url,text\nFire,{at}/a,"{TEXT}"\n'.encode()


def markdown(at: str) -> bytes:
    return f"---\nurl: {at}/a\n---\n\n{TEXT} ![a picture]({at}/a.png) <img src='{at}/b.png'>\n".encode()


def _zipped(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


MADE = {
    "a.html": page,
    "a.xhtml": xhtml,
    "a.rss": feed,
    "a.eml": mail,
    "a.docx": docx,
    "a.odt": odt,
    "a.rtf": rtf,
    "a.jsonl": lines,
    "a.csv": table,
    "a.md": markdown,
}


@pytest.mark.parametrize("name", MADE)
def test_nothing_is_fetched(name: str, server: Server) -> None:
    server.asked.clear()
    documents = [each for each in read_bytes(name, MADE[name](server.address)) if isinstance(each, Document)]
    report = check_documents(documents, shipped_rules())
    assert documents
    assert server.asked == []
    assert any(claim.number.text == "26" for claim in report.claims) or any(d.reason for d in documents)


def test_the_server_would_have_heard_of_it(server: Server) -> None:
    server.asked.clear()
    with urlopen(f"{server.address}/asked", timeout=5) as answer:  # noqa: S310 our own server
        assert answer.status == 200
    assert server.asked == ["/asked"]
