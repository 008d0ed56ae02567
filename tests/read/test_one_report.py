"""One report gives the same claims, title, source and date whatever it comes as."""

import csv
import io
import json
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import formataddr
from pathlib import Path

import pytest

from checker.api import check
from checker.model import Claim

FIELDS = {"title": "Dam at Ikorre breaks", "source": "Lirren Post", "date": "2024-05-06 10:00:00+00:00"}
TEXT = """\
IKORRE - Five people died on Sunday when the dam at Ikorre broke, police said. The flood destroyed 40 houses in \
Ikorre and 12 in Lirren.

## Rescue

About 300 soldiers were deployed on Monday, the ministry said. "We counted between 20 and 25 wounded people," a doctor \
at the hospital of Ikorre said.

- Lirren: 3 killed
- Ikorre: 2 killed

| place | killed | wounded |
|---|---|---|
| Lirren | 3 | 11 |
"""
RECORD = {**FIELDS, "text": TEXT}


def markdown() -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in FIELDS.items()) + f"---\n\n{TEXT}"


def mail(encoding: str = "quoted-printable") -> str:
    message = EmailMessage()
    message["Subject"] = FIELDS["title"]
    message["From"] = formataddr((FIELDS["source"], "desk@lirren.example"))
    message["Date"] = "Mon, 06 May 2024 10:00:00 +0000"
    message.set_content(TEXT, cte=encoding)
    return message.as_string()


def table() -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, [*RECORD])
    writer.writeheader()
    writer.writerow(RECORD)
    return out.getvalue()


FORMS: dict[str, Callable[[], str]] = {
    "a.eml": mail,
    "b.eml": lambda: mail("base64"),
    "a.mbox": lambda: f"From desk@lirren.example Mon May  6 10:00:00 2024\n{mail()}\n",
    "a.jsonl": lambda: json.dumps(RECORD) + "\n",
    "a.csv": table,
}


def read(path: Path) -> tuple[list[tuple[object, ...]], tuple[object, ...]]:
    report = check([str(path)])
    (document,) = report.documents
    profile = report.profiles[document.id]
    assert (document.status.value, document.reason) == ("ok", "")
    return [told(claim) for claim in report.claims], (profile.title, profile.source, profile.published)


def told(claim: Claim) -> tuple[object, ...]:
    return claim.number.text, claim.unit, claim.measure, claim.time, claim.place, claim.speaker, claim.section


@pytest.mark.parametrize("name", FORMS)
def test_a_report_is_the_same_in_every_form(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(markdown(), encoding="utf-8")
    (tmp_path / name).write_text(FORMS[name](), encoding="utf-8")
    claims, profile = read(tmp_path / "a.md")
    assert len(claims) > 8
    assert read(tmp_path / name) == (claims, profile)
