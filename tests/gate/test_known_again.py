"""What a baseline knows again: shown through the whole pipeline, reports in and standings out."""

import datetime as dt
import re
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from news import AGREEING, ELSEWHERE, FURTHER, NEWS

from checker.api import check_texts, shipped_rules
from checker.gate.baseline import Baseline, Writer, baseline_of, read_baseline, render_baseline
from checker.gate.decisions import Decisions
from checker.gate.fingerprint import Fingerprint
from checker.gate.stand import Decided, stand
from checker.model import Report, State

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
RULES = shipped_rules()
WRITER = Writer(version="1.0", rules="r1")
Texts = Mapping[str, str]


def report_on(texts: Texts) -> Report:
    return check_texts(sorted(texts.items()), RULES)


BASELINE = baseline_of(report_on(NEWS), WRITER)


def stood(texts: Texts, baseline: Baseline = BASELINE, writer: Writer = WRITER) -> Report:
    decided = Decided(Decisions(), dt.date(2031, 6, 1), writer, baseline)
    return stand(report_on(texts), decided)


def active(texts: Texts, baseline: Baseline = BASELINE) -> list[str]:
    return [f.message for f in stood(texts, baseline).findings if f.standing.state is State.ACTIVE]


def changed(name: str, old: str, new: str) -> Callable[[Texts], Texts]:
    def change(texts: Texts) -> Texts:
        return {**texts, name: re.sub(re.escape(old).replace(r"\ ", r"\s"), new, texts[name])}

    assert old in NEWS[name]
    return change


def added(name: str, text: str) -> Callable[[Texts], Texts]:
    return lambda texts: {**texts, name: text}


def wrapped(width: int) -> Callable[[Texts], Texts]:
    def wrap(text: str) -> str:
        head, body = text.split("---\n\n", 1)
        return f"{head}---\n\n" + re.sub(rf"([^\n]{{{width},}}?) ", r"\1\n", body)

    return lambda texts: {name: wrap(text) for name, text in texts.items()}


def moved(texts: Texts) -> Texts:
    """The paragraphs of each report in reverse order."""
    turned = {}
    for name, text in texts.items():
        head, *body = text.rstrip("\n").split("\n\n")
        turned[name] = "\n\n".join((head, *reversed(body))) + "\n"
    return turned


def renamed(texts: Texts) -> Texts:
    """Other names, which sort the other way round too."""
    return {f"{index}/z{name}": text for index, (name, text) in enumerate(sorted(texts.items(), reverse=True))}


HARMLESS: dict[str, Callable[[Texts], Texts]] = {
    "as it was": lambda texts: texts,
    "narrow lines": wrapped(45),
    "wider lines": wrapped(72),
    "paragraphs moved": moved,
    "files renamed": renamed,
    "an edit in another paragraph": changed("post.md", "new pumps", "two new pumps and a boat"),
    "a sentence before it": changed("herald.md", "Smoke hung", "It was hot. Smoke hung"),
    "a figure elsewhere": changed("post.md", "300 passengers", "280 passengers"),
    "a paragraph less": changed("post.md", "The mayor thanked the crews", "The crews"),
    "a text that agrees": added("radio.md", AGREEING),
    "a text that agrees, read first": added("a-radio.md", AGREEING),
    "a text about something else": added("sport.md", ELSEWHERE),
    "one side reworded": changed("post.md", "A fire in Lirren killed 26 people", "In Lirren fire left 26 people dead"),
    "words changed beside the figure": changed("herald.md", "most of them traders", "many of them traders"),
}


def test_there_is_something_to_know() -> None:
    assert [finding.rule for finding in report_on(NEWS).findings] == ["source-dispute"]
    assert len(BASELINE.findings) == 1


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_a_finding_is_known_again(change: Callable[[Texts], Texts]) -> None:
    found = stood(change(NEWS)).findings
    assert [finding.standing.state for finding in found] == [State.KNOWN]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(sorted(HARMLESS)), max_size=4, unique=True))
def test_a_finding_is_known_again_after_several_edits(names: list[str]) -> None:
    texts: Texts = NEWS
    for name in sorted(names, key=lambda name: (name == "files renamed", "lines" in name, name)):
        texts = HARMLESS[name](texts)
    assert active(texts) == []
    assert stood(texts).findings


@pytest.mark.parametrize(
    "change",
    [
        added("radio.md", FURTHER),
        changed("post.md", "killed 26 people", "killed 28 people"),
        changed("herald.md", "41 people", "at least 41 people"),
        changed("herald.md", "41 people died in Lirren", "52 people died in Lirren"),
    ],
    ids=["a further value", "another value", "another hedge", "another value in the other text"],
)
def test_a_further_value_is_new(change: Callable[[Texts], Texts]) -> None:
    assert active(change(NEWS)) != []


def rewrapped(texts: Texts) -> Texts:
    """Every paragraph that was one line of prose in lines of 72."""
    return {
        name: "\n".join(
            line if line.startswith(("#", "|", ">", "-", "*")) else textwrap.fill(line, 72, break_on_hyphens=False)
            for line in text.split("\n")
        )
        for name, text in texts.items()
    }


def signed(texts: Texts) -> Texts:
    return {name: f"{text}\nTwo people read this report before it was sent.\n" for name, text in texts.items()}


@pytest.mark.parametrize("change", [rewrapped, renamed, signed], ids=lambda change: change.__name__)
def test_the_findings_of_the_seeds_outlive_edits(change: Callable[[Texts], Texts]) -> None:
    seeds = {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir())}
    baseline = baseline_of(report_on(seeds), WRITER)
    assert len(baseline.findings) > 3
    assert active(change(seeds), baseline) == []


def test_fewer_values_of_one_fact_are_known() -> None:
    baseline = baseline_of(report_on({**NEWS, "radio.md": FURTHER}), WRITER)
    assert active(NEWS, baseline) == []


def test_another_event_with_the_same_figures_is_new() -> None:
    other = {
        f"other-{name}": text.replace("Lirren", "Mombasa").replace("2031-05-06", "2031-09-09")
        for name, text in NEWS.items()
    }
    assert any("Mombasa" in message for message in active({**NEWS, **other}))


def test_ids_outlive_the_names_of_files() -> None:
    ids = [finding.id for finding in report_on(NEWS).findings]
    assert [finding.id for finding in report_on(renamed(NEWS)).findings] == ids


@pytest.mark.parametrize(
    ("writer", "told"),
    [
        (WRITER, ""),
        (Writer(version="1.1", rules="r1"), "written by version 1.0 with another version;"),
        (Writer(version="1.0", rules="r2"), "written by version 1.0 with other rules;"),
        (Writer(version="1.1", rules="r2"), "written by version 1.0 with another version and other rules;"),
    ],
)
def test_what_is_new_only_because_the_tool_changed_says_so(writer: Writer, told: str) -> None:
    empty = BASELINE._replace(findings=())
    (finding,) = stood(NEWS, empty, writer).findings
    assert finding.standing.state is State.ACTIVE
    assert told in finding.standing.reason
    assert bool(finding.standing.reason) is bool(told)
    edited = changed("post.md", "new pumps", "pumps")(NEWS)
    (finding,) = stood(edited, empty, writer).findings
    assert not finding.standing.reason


def test_a_baseline_is_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "base.jsonl"
    path.write_text(render_baseline(BASELINE), encoding="utf-8")
    assert read_baseline(path) == BASELINE
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1 + len(NEWS) + 1


def test_two_baselines_merge_line_by_line(tmp_path: Path) -> None:
    other = baseline_of(report_on({**NEWS, "radio.md": FURTHER}), Writer(version="1.1", rules="r2"))
    lines = {*render_baseline(BASELINE).splitlines(), *render_baseline(other).splitlines()}
    path = tmp_path / "base.jsonl"
    path.write_text("\n".join(sorted(lines)), encoding="utf-8")
    merged = read_baseline(path)
    assert set(merged.writers) == {WRITER, *other.writers}
    assert active(NEWS, merged) == []
    assert active({**NEWS, "radio.md": FURTHER}, merged) == []


def fingerprint(**fields: object) -> Fingerprint:
    usual = {
        "finding": "f-1",
        "rule": "r",
        "severity": "warning",
        "fact": "k-1",
        "values": ("1", "2"),
        "claims": ("a",),
    }
    return Fingerprint.model_validate({**usual, **fields})


@pytest.mark.parametrize(
    ("kept", "found", "covered"),
    [
        ({}, {"finding": "f-1", "values": ("3",)}, True),
        ({}, {}, True),
        ({}, {"claims": ("b",)}, True),
        ({}, {"fact": "k-2"}, True),
        ({}, {"fact": "k-2", "claims": ("b",)}, False),
        ({}, {"values": ("1",)}, True),
        ({}, {"values": ("1", "3")}, False),
        ({}, {"rule": "s"}, True),
        ({}, {"rule": "s", "severity": "error"}, False),
        ({}, {"severity": "error"}, True),
        ({"fact": ""}, {"fact": ""}, True),
        ({"fact": ""}, {"fact": "", "rule": "s"}, False),
        ({"values": ()}, {"values": ()}, True),
        ({"values": ()}, {"values": (), "claims": ("a", "b")}, False),
    ],
)
def test_what_an_entry_covers(kept: dict[str, object], found: dict[str, object], covered: bool) -> None:  # noqa: FBT001
    assert fingerprint(**kept).covers(fingerprint(**{"finding": "f-2", **found})) is covered
