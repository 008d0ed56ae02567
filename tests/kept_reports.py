"""What `check` says of seeds/ in every form, kept for readers and for tests.

`make report` writes the files; tests/report/test_kept_reports.py holds them to what the commands say today.
"""

import json
import os
import tempfile
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from checker.cli import cli

ROOT = Path(__file__).resolve().parent.parent
FOR_READERS = "reports"
FOR_TESTS = "tests/report/kept"  # forms that no reader opens
OF_CI = {"github": "seeds.github", "junit": "seeds.xml", "sarif": "seeds.sarif.json"}


def kept() -> dict[str, str]:
    """The texts by their paths below the root."""
    with chdir(ROOT), tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        said("report", "seeds/", "--to", folder)
        found = {f"{FOR_READERS}/{path.name}": path.read_text(encoding="utf-8") for path in sorted(here.iterdir())}
        found[f"{FOR_READERS}/seeds-facts.txt"] = said("facts", "seeds/")
        outputs = [word for name, file in OF_CI.items() for word in ("-o", f"{name}={here / file}")]
        said("seeds/", "--fail-on", "never", *outputs)
        for name, file in OF_CI.items():
            text = (here / file).read_text(encoding="utf-8")
            found[f"{FOR_TESTS}/{file}"] = without_rules(text) if name == "sarif" else text
    return found


def said(*args: str) -> str:
    """What a command prints."""
    done = CliRunner().invoke(cli, args)
    if done.exit_code:
        raise RuntimeError(f"check {' '.join(args)} ended with {done.exit_code}: {done.output}")
    return done.stdout


def without_rules(text: str) -> str:
    """A SARIF log without its rules, which a test of their own compares with rules/."""
    log = json.loads(text)
    del log["runs"][0]["tool"]["driver"]["rules"]
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write all of them, and remove what no command writes any more."""
    texts = kept()
    for folder in (FOR_READERS, FOR_TESTS):
        (ROOT / folder).mkdir(exist_ok=True)
        for path in (ROOT / folder).iterdir():
            if path.relative_to(ROOT).as_posix() not in texts:
                path.unlink()
    for name, text in texts.items():
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    os.environ.pop("FORCE_COLOR", None)
    main()
