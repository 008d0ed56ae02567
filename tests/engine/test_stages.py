from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.api import check_texts, shipped_rules
from checker.cli import cli
from checker.engine import stages
from checker.errors import UsageError
from checker.model import Document, Extraction, Profile, Report, Status

TEXTS = [
    ("a.txt", "---\ndate: 2024-05-07\n---\nOn Monday 40 people were killed in Lirren, the mayor said."),
    ("b.txt", "---\ndate: 2024-05-07\n---\nOn Monday 70 people were killed in Lirren, the governor said."),
]


def statuses(report: Report) -> dict[str, Status]:
    return {document.path: document.status for document in report.documents}


def test_a_crash_in_one_document_stays_there(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = stages.extracted

    def poisoned(document: Document, year: int | None) -> tuple[Profile, Extraction]:
        if document.path == "a.txt":
            raise RecursionError("too deep")
        return whole(document, year)

    monkeypatch.setattr(stages, "extracted", poisoned)
    report = check_texts(TEXTS, ())
    assert statuses(report) == {"a.txt": Status.CRASHED, "b.txt": Status.OK}
    assert not report.complete
    assert "RecursionError: too deep (engine/test_stages.py:" in report.documents[0].reason
    assert {claim.document for claim in report.claims} == {report.documents[1].id}


@pytest.mark.parametrize(("name", "status"), [("weekday-mismatch", Status.CRASHED), ("source-dispute", Status.PARTIAL)])
def test_a_crash_in_one_rule_costs_only_its_findings(
    name: str, status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = shipped_rules()
    victim = next(rule for rule in rules if rule.id == name)
    judge = stages.judge

    def faulty(rule: object, case: object) -> object:
        if rule is victim:
            raise ZeroDivisionError("division by zero")
        return judge(rule, case)  # type: ignore[arg-type]

    monkeypatch.setattr(stages, "judge", faulty)
    report = check_texts(TEXTS, rules)
    assert set(statuses(report).values()) == {status}
    assert f"the rule {victim.id} gave up: ZeroDivisionError" in report.documents[0].reason
    others = tuple(rule for rule in rules if rule is not victim)
    monkeypatch.setattr(stages, "judge", judge)
    assert report.findings == check_texts(TEXTS, others).findings


def test_notices_of_extraction_make_a_document_partial(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = Extraction(document="x", notices=("more than 20,000 figures",))
    monkeypatch.setattr(stages, "extracted", lambda *_: (Profile(), cut))
    report = check_texts([("a.txt", "Text.")], ())
    assert (report.documents[0].status, report.documents[0].reason) == (Status.PARTIAL, "more than 20,000 figures")


def test_names_tell_texts_apart() -> None:
    with pytest.raises(UsageError, match="two texts have one name"):
        check_texts([("a", "x"), ("a", "y")], ())


def test_nothing_gives_an_empty_report() -> None:
    report = check_texts([], shipped_rules())
    assert report.complete
    assert report.summary.documents == 0


FRENCH = (
    "---\ntitle: Incendie mortel\ndate: 2024-05-07\n---\n\nUn incendie dans la vieille ville de Lirren a fait 26 morts"
    " lundi, selon la police. Les pompiers ont lutté toute la nuit, et une partie de la mairie est détruite.\n"
)


def test_a_report_that_is_not_english_is_listed_and_left_out() -> None:
    report = check_texts([*TEXTS, ("c.txt", FRENCH)], shipped_rules())
    document = report.documents[2]
    assert (document.status, report.complete) == (Status.SKIPPED, False)
    assert document.reason.startswith("is in French, not English: left out; [[documents]] language")
    assert report.profiles[document.id].title == "Incendie mortel"
    assert document.id not in {claim.document for claim in report.claims}
    assert report.findings == check_texts(TEXTS, shipped_rules()).findings


def test_the_configuration_has_it_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "c.txt").write_text(FRENCH, encoding="utf-8")
    result = CliRunner().invoke(cli, ["c.txt"])
    assert result.exit_code == 3
    assert result.stderr.startswith("skipped: c.txt: is in French, not English")
    (tmp_path / "check.toml").write_text("[[documents]]\npaths = ['*.txt']\nlanguage = 'en'\n", encoding="utf-8")
    assert CliRunner().invoke(cli, ["c.txt"]).exit_code == 0
    (tmp_path / "check.toml").write_text("[[documents]]\npaths = ['*.txt']\nlanguage = 'so'\n", encoding="utf-8")
    assert "is in Somali" in CliRunner().invoke(cli, ["c.txt"]).stderr
