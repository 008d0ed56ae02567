import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from checker.gate.decisions import UNPRINTABLE, Acceptance, ClaimTold, Decisions, Pair, read_decisions, render_decisions

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SAID = TEXT.filter(lambda text: bool(text.strip()))
NAMES = st.text("abc0123456789", min_size=1, max_size=8)
ACCEPTED = st.builds(
    Acceptance,
    finding=NAMES,
    rule=NAMES,
    severity=st.sampled_from(["note", "warning", "error"]),
    fact=NAMES,
    values=st.lists(TEXT, max_size=3).map(tuple),
    claims=st.lists(NAMES, max_size=3).map(tuple),
    message=TEXT,
    reason=SAID,
    by=SAID,
    until=st.dates(dt.date(2000, 1, 1)),
    paths=st.lists(TEXT, max_size=2).map(tuple),
)
CLAIMS = st.builds(ClaimTold, figure=TEXT, quote=TEXT, place=st.integers(0, 9))
PAIRS = st.builds(Pair, first=CLAIMS, second=CLAIMS, reason=SAID, by=SAID)


@given(st.lists(ACCEPTED, max_size=3, unique_by=lambda entry: entry.finding), st.lists(PAIRS, max_size=2))
def test_whatever_reports_say_is_written_and_read_back(accepted: list[Acceptance], pairs: list[Pair]) -> None:
    decisions = Decisions(accepted=tuple(accepted), same=tuple(pairs))
    written = render_decisions(decisions)
    assert not UNPRINTABLE.search(written)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "decisions.toml"
        path.write_bytes(written.encode("utf-8"))
        read = read_decisions(path)
    assert sorted(read.accepted, key=repr) == sorted(accepted, key=repr)
    assert sorted(read.same, key=repr) == sorted(pairs, key=repr)
    assert render_decisions(read) == written


@given(st.lists(ACCEPTED, min_size=2, max_size=4, unique_by=lambda entry: entry.finding), st.randoms())
def test_the_order_in_which_decisions_were_made_does_not_show(accepted: list[Acceptance], random: object) -> None:
    shuffled = list(accepted)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert render_decisions(Decisions(accepted=tuple(shuffled))) == render_decisions(
        Decisions(accepted=tuple(accepted))
    )
