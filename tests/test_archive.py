"""The archives that benchmarks are run on: any size, the same from the same seed, with conflicts that are known."""

import json
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from checker.api import check_texts, shipped_rules
from checker.model import Severity


def test_a_larger_archive_begins_as_a_smaller_one(archive: ModuleType) -> None:
    assert list(archive.reports(60)) == list(islice(archive.reports(10_000), 60))


def test_reports_are_made_one_by_one(archive: ModuleType) -> None:
    assert len(list(islice(archive.reports(10**6), 20))) == 20


def test_a_fourth_of_the_stories_has_a_conflict(archive: ModuleType) -> None:
    assert len(archive.planted(1000)) == 50


@pytest.mark.parametrize("seed", [7, 11])
def test_what_is_true_raises_nothing_and_what_is_planted_is_found(archive: ModuleType, seed: int) -> None:
    texts = [(f"{report.name}.md", report.markdown()) for report in archive.reports(200, seed=seed)]
    report = check_texts(texts, shipped_rules())
    places = [place for found in report.findings if found.severity is not Severity.NOTE for place in found.locations]
    assert {int(place.path.partition("-")[0]) for place in places} == archive.planted(200, seed=seed)


def test_further_stories_remove_no_finding(archive: ModuleType) -> None:
    def found(first: int, last: int) -> set[tuple[str, str]]:
        some = islice(archive.reports(300), first, last)
        report = check_texts([(f"{each.name}.md", each.markdown()) for each in some], shipped_rules())
        return {(finding.rule, finding.message) for finding in report.findings}

    assert found(0, 100) | found(200, 300) <= found(0, 300)


def test_another_seed_is_another_archive(archive: ModuleType) -> None:
    assert list(archive.reports(20, seed=1)) != list(archive.reports(20, seed=2))


def test_no_two_towns_look_alike(archive: ModuleType) -> None:
    towns = [archive.town(number) for number in range(400)]
    apart = [sum(a != b for a, b in zip(one, other, strict=True)) for one in towns for other in towns if one < other]
    assert min(apart) >= 2


def test_a_hot_archive_is_of_ten_stories(archive: ModuleType) -> None:
    names = [report.name for report in archive.reports(300, hot=True)]
    assert len(names) == len(set(names)) == 300
    assert len({name.split("-")[0] for name in names}) == 10


def test_a_tree_and_json_lines_hold_the_same_reports(archive: ModuleType, tmp_path: Path) -> None:
    archive.write(30, tmp_path / "tree")
    archive.write(30, tmp_path / "reports.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "reports.jsonl").read_text().splitlines()]
    files = {path.stem: path.read_text() for path in (tmp_path / "tree").rglob("*.md")}
    assert {line["id"] for line in lines} == set(files)
    assert all(files[line["id"]].endswith(f"---\n{line['text']}\n") for line in lines)
