"""Feeds of every make: each entry a report."""

import pytest

from checker.model import Document, FileKind
from checker.read import read_bytes
from checker.read.kinds import kind_of
from checker.rulebook.additions import Additions, Changed
from checker.rulebook.word_lists import put_in_force

STORY = "<p>The dam at Ikorre held, and <b>12</b> people were rescued.</p><ul><li>The army sent 150 soldiers.</li></ul>"
ESCAPED = STORY.replace("<", "&lt;").replace(">", "&gt;")
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Post &amp; Mail</title><language>en-GB</language><link>https://harbourpost.example/</link>
<item><title>Dam holds at Ikorre &amp;amp; 12 saved</title><link>https://harbourpost.example/dam</link>
<pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate><dc:creator>Edda Malin</dc:creator>
<description>A short word on it.</description><content:encoded><![CDATA[{STORY}]]></content:encoded></item>
<item><title>Bridge closed for 3 weeks</title><pubDate>Wed, 06 Mar 2024 08:00:00 GMT</pubDate>
<description>{ESCAPED}</description><source url="https://northern.example/rss">Northern Wire</source></item>
<item><title>Storm kills 4 on the coast</title></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title type="html">Dam &lt;b&gt;holds&lt;/b&gt;</title><id>urn:1</id><link href="https://harbourpost.example/dam"/>
<published>2024-03-05T10:00:00+01:00</published><updated>2024-03-07T10:00:00+01:00</updated>
<author><name>Edda Malin</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}</div></content></entry></feed>"""
RDF = """<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Côte Courier</title></channel>
<item rdf:about="https://cote.example/1"><title>Dam holds</title><link>https://cote.example/1</link>
<description>The dam at Ikorre held, and 12 people were rescued.</description><dc:date>2024-03-05</dc:date></item>
</rdf:RDF>"""
OLD = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://dtd.invalid/rss-0.91.dtd">
<rss version="0.91"><channel><title>Old Post</title><item><title>Dam holds</title>
<description>The dam at Ikorre held, and 12 people were rescued.</description></item></channel></rss>"""


def documents(text: str, name: str = "feed.xml", encoding: str = "utf-8") -> dict[str, Document]:
    found = list(read_bytes(name, text.encode(encoding)))
    assert all(isinstance(each, Document) for each in found)
    return {each.path: each for each in found if isinstance(each, Document)}


def front(document: Document) -> dict[str, str]:
    return {key: field.value for key, field in document.front.items()}


def test_each_item_is_a_report() -> None:
    found = documents(RSS)
    assert list(found) == ["feed.xml!1", "feed.xml!2", "feed.xml!3"]
    assert front(found["feed.xml!1"]) == {
        "title": "Dam holds at Ikorre & 12 saved",
        "source": "Harbour Post & Mail",
        "date": "2024-03-05 10:00+01:00",
        "author": "Edda Malin",
        "url": "https://harbourpost.example/dam",
        "language": "en",
    }
    body = "The dam at Ikorre held, and 12 people were rescued.\n\n- The army sent 150 soldiers."
    for name in ("feed.xml!1", "feed.xml!2"):
        assert found[name].text[found[name].body :].strip() == body
    assert front(found["feed.xml!2"])["source"] == "Northern Wire"
    assert "# Storm kills 4 on the coast" in found["feed.xml!3"].text
    assert {document.status.value for document in found.values()} == {"ok"}


FEEDS = [
    (ATOM, "utf-8", {"title": "Dam holds", "source": "Harbour Post", "date": "2024-03-05 10:00+01:00"}),
    (ATOM, "utf-8", {"modified": "2024-03-07 10:00+01:00", "url": "https://harbourpost.example/dam"}),
    (RDF, "iso-8859-1", {"title": "Dam holds", "source": "Côte Courier", "date": "2024-03-05"}),
    (OLD, "utf-8", {"title": "Dam holds", "source": "Old Post"}),
]


@pytest.mark.parametrize(("text", "encoding", "expected"), FEEDS)
def test_feeds_of_other_makes(text: str, encoding: str, expected: dict[str, str]) -> None:
    (found,) = documents(text, encoding=encoding).values()
    assert expected.items() <= front(found).items()
    assert "12 people were rescued" in found.text
    assert (found.status.value, found.kind) == ("ok", FileKind.FEED)


@pytest.mark.parametrize("text", [RSS, ATOM, RDF, OLD])
def test_a_feed_is_known_by_its_content(text: str) -> None:
    assert kind_of("feed.xml", text.encode()) is FileKind.FEED
    assert kind_of("page.html", text.encode()) is FileKind.FEED


def test_a_feed_with_more_entries_than_are_read_says_so() -> None:
    put_in_force(Additions(limits=Changed({"entries": 2})))
    try:
        found = documents(RSS)
    finally:
        put_in_force(Additions())
    assert list(found) == ["feed.xml!1", "feed.xml!2", "feed.xml"]
    assert (found["feed.xml"].status.value, found["feed.xml"].reason) == ("too-large", "holds 3 entries; 2 were read")


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    found = documents(RSS[: RSS.index("<item><title>Storm")])
    assert "12 people were rescued" in found["feed.xml!1"].text
    assert found["feed.xml"].status.value == "partial"
    assert found["feed.xml"].reason.startswith("is broken; what could be read of it was: ")
