from pathlib import Path

import pytest

from checker.errors import RulebookError
from checker.rulebook.load import rules_folder
from checker.rulebook.populations import populations
from checker.rulebook.rulebook import choose_rules, load_rule, load_rules

FOLDERS = [rules_folder() / name for name in ("core", "conflict")]
RULE = """
summary = "s"
rationale = "r"
kind = "pair"
severity = "note"
verdict = "weak"
message = "m"
must_flag = []
must_not_flag = []
[when]
{when}
[flag]
values = "disjoint"
"""


def written(folder: Path, name: str = "a-rule", when: str = "", extra: str = "") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(extra + RULE.format(when=when), encoding="utf-8")
    return path


def test_the_stem_is_the_id(tmp_path: Path) -> None:
    assert load_rule(written(tmp_path)).id == "a-rule"
    assert [rule.id for rule in load_rules([tmp_path])] == ["a-rule"]


@pytest.mark.parametrize(
    ("when", "extra", "told"),
    [
        ("plase = ['same']", "", "did you mean 'place'"),
        ("place = ['near']", "", "when.place"),
        ("", "id = 'another-rule'\n", "expected the file's stem 'a-rule'"),
        ("", "kind = 'pear'\n", "no valid TOML"),
    ],
)
def test_a_faulty_file_is_named(tmp_path: Path, when: str, extra: str, told: str) -> None:
    path = written(tmp_path, when=when, extra=extra)
    with pytest.raises(RulebookError, match=r"a-rule\.toml") as caught:
        load_rule(path)
    assert told in str(caught.value)


def test_two_files_of_one_stem(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        written(folder)
    with pytest.raises(RulebookError, match="exists already"):
        load_rules(folders)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="no such folder"):
        load_rules([tmp_path / "nowhere"])


def test_an_unknown_id_suggests_the_nearest() -> None:
    rules = load_rules(FOLDERS)
    assert [rule.id for rule in choose_rules(rules, ["unit-mismatch"])] == ["unit-mismatch"]
    with pytest.raises(RulebookError, match="did you mean 'unit-mismatch'"):
        choose_rules(rules, ["unit-missmatch"])


@pytest.mark.parametrize("rule", load_rules(FOLDERS), ids=lambda rule: rule.id)
def test_every_rule_tells_what_it_needs(rule: object) -> None:
    assert len(getattr(rule, "must_flag")) >= 2  # noqa: B009 any kind of rule
    assert len(getattr(rule, "must_not_flag")) >= 2  # noqa: B009 any kind of rule
    assert getattr(rule, "summary") and getattr(rule, "rationale").strip()  # noqa: B009, PT018 any kind of rule


def test_groups_lie_within_groups_of_their_facet() -> None:
    for facet in populations().facets.values():
        for group in facet.groups.values():
            assert set(group.within) <= set(facet.groups)
