import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from command import check
from news import AGREEING, FURTHER, HERALD, NEWS, POST

FILE = Path("check-accepted.toml")
SAID = ["--reason", "the agency  corrected itself", "--by", "desk"]
KILLED, DIED = "news/post.md:6:26", "news/herald.md:8:24"
PAIR = "first = {figure='1', quote='A  1'}\nsecond = {figure='2', quote='a 2'}\nreason='x'\nby='y'"
MARKET = POST.replace("killed 26 people on Monday", "killed 26 people on 12 April")


def report(*args: str) -> Any:  # noqa: ANN401 JSON
    return json.loads(check("news", *args, "--format", "json").stdout)


def finding(*args: str) -> str:
    return str(report(*args)["findings"][0]["id"])


def states(*args: str) -> list[str]:
    return [found["standing"]["state"] for found in report(*args)["findings"]]


def accept(until: str = "2031-12-31") -> Result:
    return check("accept", finding()[:6], "news", "--until", until, "--now", "2031-06-01", *SAID)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    for name, text in NEWS.items():
        (tmp_path / "news" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_an_accepted_discrepancy_passes_with_its_reason_until_its_day() -> None:
    assert accept().exit_code == 0
    (entry,) = tomllib.loads(FILE.read_text(encoding="utf-8"))["accepted"]
    assert entry["reason"] == "the agency corrected itself"
    assert entry["paths"] == ["news/herald.md", "news/post.md"]
    assert "26" in entry["message"]
    assert check("news", "--now", "2031-12-31").exit_code == 0
    (found,) = report("--now", "2031-12-31")["findings"]
    told = {"state": "accepted", "reason": entry["reason"], "by": "desk", "until": "2031-12-31"}
    assert found["standing"] == told
    late = check("news", "--now", "2032-01-01")
    assert late.exit_code == 1
    assert "was accepted until 2031-12-31 by desk, and is back" in late.stderr


@pytest.mark.parametrize(("epoch", "status"), [("1924992000", 0), ("1956528000", 1)])
def test_the_day_is_that_of_the_environment(epoch: str, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    accept()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)  # 1 January of 2031 and of 2032
    assert check("news").exit_code == status
    assert check("news", "--now", "2031-06-01").exit_code == 0


def test_without_either_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    accept("2500-01-01")
    assert check("news").exit_code == 0
    text = FILE.read_text(encoding="utf-8").replace("2500-01-01", "2001-01-01")
    FILE.write_text(text, encoding="utf-8")
    assert check("news").exit_code == 1
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    assert check("news").exit_code == 2


def test_a_further_value_is_not_accepted_and_a_text_that_agrees_is() -> None:
    accept()
    Path("news/radio.md").write_text(AGREEING, encoding="utf-8")
    assert states("--now", "2031-06-02") == ["accepted"]
    Path("news/radio.md").write_text(FURTHER, encoding="utf-8")
    assert states("--now", "2031-06-02") == ["active"]


def test_an_acceptance_that_nothing_answers_to_is_told_of() -> None:
    accept()
    assert "decisions" not in check("news/post.md", "--now", "2031-06-02").stderr
    Path("news/herald.md").write_text(HERALD.replace("41", "26"), encoding="utf-8")
    result = check("news", "--now", "2031-06-02")
    assert "is accepted and not found any more; take it out" in result.stderr
    assert any("not found any more" in remark for remark in report("--now", "2031-06-02")["remarks"])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--until", "2031-05-31"], "that day is over"),
        (["--until", "soon"], "expected a day"),
        (["--until", "2031-12-31", "--reason", " "], "must not be empty"),
    ],
)
def test_what_is_no_acceptance(options: list[str], told: str) -> None:
    result = check("accept", finding(), "news", "--now", "2031-06-01", *SAID, *options)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not FILE.exists()


def test_a_finding_that_is_not_there() -> None:
    assert check("accept", "f-0000", "news", "--until", "2999-01-01", *SAID).exit_code == 2


def test_an_acceptance_takes_the_place_of_an_earlier_one() -> None:
    accept()
    accept("2032-12-31")
    (entry,) = tomllib.loads(FILE.read_text(encoding="utf-8"))["accepted"]
    assert entry["until"].isoformat() == "2032-12-31"


def test_claims_that_differ_are_not_opposed_wherever_their_sentences_stand() -> None:
    assert check("differ", KILLED, DIED, *SAID).exit_code == 0
    assert states() == []
    Path("news/herald.md").write_text(HERALD.replace("Smoke hung", "It was hot.\n\nSmoke hung"), encoding="utf-8")
    Path("news/copy.md").write_text(POST.replace("Lirren Post", "Osk Post"), encoding="utf-8")
    Path("news/post.md").rename("news/moved.md")
    assert states() == []
    Path("news/copy.md").unlink()
    Path("news/moved.md").write_text(POST.replace("killed 26", "killed 28"), encoding="utf-8")
    assert states() == ["active"]


def test_a_third_claim_does_not_bring_together_what_differs() -> None:
    Path("news/radio.md").write_text(AGREEING, encoding="utf-8")
    assert check("differ", KILLED, DIED, *SAID).exit_code == 0
    told = report()
    post, herald = (next(d["id"] for d in told["documents"] if d["path"] == f"news/{name}") for name in NEWS)
    dead = {claim["document"]: claim["id"] for claim in told["claims"] if claim["measure"] == "killed"}
    assert {dead[post], dead[herald]} <= {claim for fact in told["facts"] for claim in fact["claims"]}
    assert not any({dead[post], dead[herald]} <= set(fact["claims"]) for fact in told["facts"])


def test_claims_that_are_the_same_are_opposed_although_their_days_differ() -> None:
    Path("news/post.md").write_text(MARKET, encoding="utf-8")
    assert states() == []
    assert check("same", KILLED, DIED, *SAID).exit_code == 0
    assert [found["rule"] for found in report()["findings"]] == ["source-dispute"]
    Path("news/post.md").write_text(MARKET.replace("new pumps", "pumps"), encoding="utf-8")
    assert states() == ["active"]
    shown = check("explain", KILLED, DIED).stdout
    assert "decided by desk: the agency corrected itself" in shown
    assert "comparable, and the two cannot both be true" in shown


def test_facts_and_reports_follow_decisions_too() -> None:
    def together() -> bool:
        held = json.loads(check("facts", "news", "--format", "json").stdout)
        return any({claim["number"] for claim in fact["claims"]} == {"26", "41"} for fact in held)

    assert together()
    accept()
    check("report", "news", "--to", "out", "--now", "2031-06-02")
    kept = json.loads(Path("out/news.json").read_text(encoding="utf-8"))
    assert [found["standing"]["state"] for found in kept["findings"]] == ["accepted"]
    check("differ", KILLED, DIED, *SAID)
    assert not together()


def test_a_later_word_on_a_pair_takes_the_place_of_an_earlier_one() -> None:
    check("same", KILLED, DIED, *SAID)
    check("differ", DIED, KILLED, *SAID)
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    assert set(data) == {"differ"}
    assert len(data["differ"]) == 1
    assert "decided by desk" in check("explain", KILLED, DIED).stdout


def test_decisions_are_sorted_and_read_back() -> None:
    check("differ", KILLED, DIED, *SAID)
    accepted = check("accept", "f-", "news", "--until", "2999-01-01", *SAID)
    assert accepted.exit_code == 2  # nothing is left to accept
    before = FILE.read_text(encoding="utf-8")
    check("differ", KILLED, DIED, *SAID)
    assert FILE.read_text(encoding="utf-8") == before
    assert before.startswith("# What editors have decided")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[accept]]", "check-accepted.toml:1: accept: unknown key; did you mean 'accepted'?"),
        (
            "\n[[accepted]]\nfinding = 'f-1'\nuntill = 2031-01-01",
            "check-accepted.toml:4: accepted.0.untill: unknown key",
        ),
        ("[[accepted]]\nfinding = 'f-1'", "check-accepted.toml:1: accepted.0.reason: this key is missing"),
        ("[[same]]\nfirst = 3", "check-accepted.toml:2: same.0.first"),
        ("[[same]", "no valid TOML"),
        (f"[[same]]\n{PAIR}\n[[differ]]\n{PAIR}", "1 and 2 stand under both same and differ"),
        (f"[[same]]\n{PAIR}".replace("x", " "), "check-accepted.toml:4: same.0.reason"),
    ],
)
def test_a_faulty_file_of_decisions_is_named(content: str, told: str) -> None:
    FILE.write_text(content, encoding="utf-8")
    result = check("news")
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize("words", [["c-12"], ["f-12", "c-12", "news"], ["news", "news"], [KILLED, KILLED]])
def test_two_claims_are_asked_for(words: list[str]) -> None:
    assert check("same", *words, *SAID).exit_code == 2


def test_the_gates_own_files_are_not_told_of_as_passed_over() -> None:
    Path("check.toml").write_text("", encoding="utf-8")
    accept()
    assert "passed over" not in check(".", "--now", "2031-06-01").stderr


@pytest.mark.parametrize("now", ["soon", "2031-13-01"])
def test_a_day_that_is_none_is_refused_though_nothing_is_decided(now: str) -> None:
    result = check("news", "--now", now)
    assert (result.exit_code, result.stderr) == (2, f"Error: --now {now}: expected a day as 2031-05-06\n")
