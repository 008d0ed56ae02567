"""The whole run: read, settle what needs the whole corpus, compare, judge, report."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic_core import to_json

from checker.engine.crossing import Item
from checker.engine.desk import Desk
from checker.engine.engines import Engine
from checker.engine.rest import at_rest
from checker.engine.stages import troubled
from checker.engine.watch import Watch, unwatched
from checker.model import Document, Report, Ruling, Status
from checker.rulebook.limits import limits
from checker.rulebook.rules import Rule


@at_rest()
def run(
    items: Iterable[Item],
    rules: Sequence[Rule],
    engine: Engine,
    *,
    watch: Watch = unwatched,
    rulings: Sequence[Ruling] = (),
) -> Report:
    """The report on the items; their order does not show in it, nor does the engine.

    Args:
        items: files and documents.
        rules: what to check for.
        engine: runs the stages, under the conditions that it was made for.
        watch: sees how far the run is.
        rulings: stand over how claims were compared.
    """
    desk = Desk(rules, engine, watch, rulings)
    notices = desk.read(items)
    found = engine.once(to_json(list(rulings)), desk.verdicts)
    documents = desk.texts.documents(lambda document: ended(document, found.problems))
    return Report(
        complete=desk.sound and not found.problems,
        documents=documents,
        profiles=desk.texts.profiles(),
        claims=desk.texts.claims(),
        findings=found.findings,
        facts=found.facts,
        notices=tuple(sorted(notices)),
        limits=limits(),
    )


def ended(document: Document, problems: Mapping[str, Sequence[str]]) -> Document:
    """The document as it ended: incomplete where its claims were not wholly judged."""
    found = problems.get(document.id)
    return troubled(document, Status.PARTIAL, "; ".join(found)) if found else document
