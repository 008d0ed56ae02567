import base64

import pytest
from reading import body, documents, outcomes, told

from checker.model import Document, Section
from checker.read.envelope import under
from checker.read.mail import read_mail
from checker.read.page import Page
from checker.read.parts import Member, Parts, Source
from checker.rulebook.limits import limits

TEXT = "Five men died when the dam at Ikorre broke."
HEAD = "From: Lirren Post <desk@lirren.example>\nSubject: Dam\nDate: Mon, 6 May 2024 23:30:00 -0500\n"


def mail(*parts: str, kind: str = "mixed", head: str = HEAD) -> bytes:
    """A mail of several parts, each with its own head."""
    within = "".join(f"--b\n{part}\n" for part in parts)
    return f'{head}MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="b"\n\n{within}--b--\n'.encode()


def read(data: bytes) -> Document:
    return documents("a.eml", data)["a.eml"]


def passages(document: Document, section: Section) -> list[str]:
    return [document.text[each.start : each.end] for each in document.passages if each.section is section]


@pytest.mark.parametrize(
    ("head", "front"),
    [
        (HEAD, {"title": "Dam", "source": "Lirren Post", "date": "2024-05-06 23:30:00-05:00"}),
        ("From: desk@lirren.example\nSubject: Re: Fwd: Dam\n", {"title": "Dam", "source": "lirren.example"}),
        ('From: "Post, Lirren" <a@b.example>\n', {"source": "Post, Lirren"}),
        ("Subject: =?utf-8?Q?D=C3=A4mme?=\n =?utf-8?B?IGJyZWNoZW4=?=\n", {"title": "Dämme brechen"}),
        ("Subject: =?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= =?iso-8859-1?Q?_=E9?= x\n", {"title": "café é x"}),
        ("Subject: =?x-none?Q?caf=C3=A9?= =?utf-8?B?Zm9v!?= =?utf-8?B?Z?=\n", {"title": "caféfoo"}),
        ("Subject: café\nfrom: Zoë <a@b.example>\n", {"title": "café", "source": "Zoë"}),
        ("Subject: Dam\n\tat Ikorre\nSubject: Other\n", {"title": "Dam at Ikorre"}),
        ("Date: next week\nSubject: a:b\n", {"title": "a:b", "date": "next week"}),
        ("Date: 31 Feb 99999 10:00\nFrom: <>\nX: y\n", {"date": "31 Feb 99999 10:00"}),
    ],
)
def test_headers(head: str, front: dict[str, str]) -> None:
    found = read(f"{head}\n{TEXT}\n".encode())
    assert (told(found), body(found), found.reason) == (front, TEXT, "")


@pytest.mark.parametrize(
    ("head", "data", "text"),
    [
        ("", TEXT.encode(), TEXT),
        ("Content-Transfer-Encoding: base64\n", base64.encodebytes(TEXT.encode()), TEXT),
        ("Content-Transfer-Encoding: quoted-printable\n", b"caf=C3=A9 =\nowners", "café owners"),
        ("Content-Type: text/plain; charset=iso-8859-1\n", b"caf\xe9 \x96 owners", "café – owners"),
        ("Content-Type: text/plain; charset=utf-16\n", "café".encode("utf-16"), "café"),
        ("Content-Type: text/plain; charset=koi8-r\n", "Паводок".encode("koi8-r"), "Паводок"),
        (
            "Content-Type: text/plain; format=flowed\n",
            b"Five men \ndied.\n\nRain \nfell.",
            "Five men died.\n\nRain fell.",
        ),
        ("Content-Type: multipart/mixed\n", TEXT.encode(), TEXT),
        ("Content-Type: ;;;=\n", TEXT.encode(), TEXT),
    ],
)
def test_bodies(head: str, data: bytes, text: str) -> None:
    found = read(f"{HEAD}{head}\n".encode() + data)
    assert (body(found), found.reason) == (text, "")


PLAIN, PAGE = f"\n{TEXT}", "Content-Type: text/html\n\n<html><body><p>Six men died at Ikorre.</p></body></html>"
LONG_PAGE = PAGE.replace("died", "died in the flood that followed " * 20)


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (mail(PLAIN, PAGE, kind="alternative"), []),
        (mail(PAGE, PLAIN, kind="alternative"), []),
        (mail("\nThis needs HTML.", LONG_PAGE, kind="alternative"), [""]),
        (mail("\n\n", PAGE, kind="alternative"), [""]),
        (mail(PAGE), [""]),
        (mail(PLAIN, PAGE), ["part 1.html"]),
        (mail(PAGE, PAGE), ["", "part 1.html"]),
    ],
)
def test_the_best_form_of_a_body_is_read(data: bytes, pages: list[str]) -> None:
    found = list(read_mail(Source("a.eml", data, limits())))
    assert [each.name for each in found if isinstance(each, Member)] == pages
    assert len(found) == len(pages) + (PLAIN.encode() in data and "" not in pages)
    assert all(dict(each.front)["title"] == "Dam" for each in found if isinstance(each, Member))


def test_the_head_of_a_mail_is_that_of_the_page_in_it() -> None:
    front = (("title", "Dam"), ("date", "6 May 2024"))
    own = Page(limits())
    own.front("title", "Newsletter")
    own.front("author", "Ann")
    own.mark("paragraph", 1)
    own.quote(TEXT)
    built = under(front, own.parts())
    bare = under(front, Parts(text=TEXT))
    assert [{key: field.value for key, field in parts.front.items()} for parts in (built, bare)] == [
        {"title": "Dam", "author": "Ann", "date": "6 May 2024"},
        {"title": "Dam", "date": "6 May 2024"},
    ]
    for parts, text in ((built, f"> {TEXT}"), (bare, TEXT)):
        assert all(parts.text[field.start : field.end] == field.value for field in parts.front.values())
        assert parts.text[parts.body :] == text
    assert [built.text[each.start : each.end] for each in built.passages] == [f"> {TEXT}"]
    assert [mark.start for mark in built.marks] == [built.body]
    assert under((), bare) == bare


REPLY = f"""\
{TEXT}

On Sunday, the desk of the Post
wrote:
> Four men died.
> So they say.
>
> > Three men died.

The mayor resigned.
--\x20
Ann, Lirren Post
Room 12
"""


def test_what_is_quoted_and_signed_is_set_apart() -> None:
    found = read(f"{HEAD}\n{REPLY}".encode())
    assert passages(found, Section.QUOTE) == ["> Four men died. So they say.", "> Three men died."]
    lead = "On Sunday, the desk of the Post wrote:"
    assert passages(found, Section.FURNITURE) == [lead, "Ann, Lirren Post", "Room 12"]
    assert str(found.mark_at(found.text.index("The mayor resigned."))) == "paragraph 5"


@pytest.mark.parametrize("rule", ["-----Original Message-----", "_" * 32, "Begin forwarded message:\n"])
@pytest.mark.parametrize("above", ["", "See below.\n\n"])
def test_a_mail_within_the_text(rule: str, above: str) -> None:
    found = read(f"{HEAD}\n{above}{rule}\nFrom: Desk\nSent: Sunday\nTo: Ann\n\n{TEXT}\n".encode())
    assert passages(found, Section.QUOTE) == ([f"> {TEXT}"] if above else [])
    assert "From: Desk" in passages(found, Section.FURNITURE)
    assert TEXT in body(found)


def attached(name: str, data: bytes, media: str = "application/octet-stream") -> str:
    told = f"Content-Type: {media}\nContent-Disposition: attachment; {name}\nContent-Transfer-Encoding: base64\n\n"
    return told + base64.encodebytes(data).decode()


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("filename=b.txt", "b.txt"),
        ('filename="../../etc/b.txt"', "b.txt"),
        ('filename="C:\\\\tmp\\\\b.txt"', "b.txt"),
        ("filename*=utf-8''D%C3%A4mme.txt", "Dämme.txt"),
        ('filename="=?utf-8?Q?D=C3=A4mme=2Etxt?="', "Dämme.txt"),
        ("filename*0=b; filename*1=c.txt", "bc.txt"),
        (f"filename={'x' * 500}.txt", "x" * 146 + ".txt"),
        ('filename="a!b.txt"', "a b.txt"),
    ],
)
def test_attachments_are_documents_of_their_own(name: str, path: str) -> None:
    found = documents("a.eml", mail(PLAIN, attached(name, b"Six men died.")))
    assert {path: body(document) for path, document in found.items()} == {
        "a.eml": TEXT,
        f"a.eml!{path}": "Six men died.",
    }


def test_attachments_of_one_name_are_told_apart() -> None:
    data = mail(PLAIN, *[attached("filename=b.txt", b"Six died.")] * 2, attached("", b"Seven died.", "text/plain"))
    assert sorted(documents("a.eml", data)) == ["a.eml", "a.eml!b.txt", "a.eml!b.txt#2", "a.eml!part 3.txt"]


def test_a_mail_that_is_attached_has_its_own_head() -> None:
    inner = "Content-Type: message/rfc822\n\nFrom: Ann <ann@lirren.example>\nSubject: Inner\n\nSix died."
    found = documents("a.eml", mail(PLAIN, inner))
    assert told(found["a.eml!part 1.eml"]) == {"title": "Inner", "source": "Ann"}
    assert body(found["a.eml!part 1.eml"]) == "Six died."


def test_signatures_and_pictures_within_the_text_are_passed_over() -> None:
    picture = "Content-Type: image/png\nContent-ID: <1>\n\n\x89PNG"
    signature = "Content-Type: application/pgp-signature; name=s.asc\n\nx"
    assert outcomes("a.eml", mail(PLAIN, picture, signature)) == {"a.eml": ("ok", "")}


def test_a_mailbox_holds_mails() -> None:
    line = "From desk@lirren.example Mon May  6 10:00:00 2024\n"
    data = f"{line}{HEAD}\n{TEXT}\n>From the hills.\n\n{line}Subject: Two\n\nFrom here on.\n".encode()
    for name in ("a.mbox", "a", "a.txt"):
        found = documents(name, data)
        assert {path: body(document) for path, document in found.items()} == {
            f"{name}!1.eml": f"{TEXT}\nFrom the hills.",
            f"{name}!2.eml": "From here on.",
        }
