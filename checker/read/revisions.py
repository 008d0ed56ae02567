"""What git says has changed: files that differ from a revision, and files that it does not know yet.

Git runs with an argument list, names end in NUL bytes, and nothing that a repository configures is run by it.
"""

import os
import subprocess
from collections.abc import Collection, Sequence
from pathlib import Path
from shutil import which

from checker.errors import UsageError
from checker.read.find import find

SAFE = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false"),
    *("-c", "diff.external="),
)
OF_A_HOOK = (  # set where git runs us: they would speak of its repository, whatever the folder is
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_EXTERNAL_DIFF"),
)
PATIENCE = 60  # seconds


def changed_since(revision: str, folder: Path) -> frozenset[str]:
    """The real paths of all files of the folder's repository that changed since a revision, untracked ones among them.

    Raises:
        UsageError: no git, no repository, or no such revision.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    commit = _commit(top, revision)
    diff = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules")
    listed = _git(top, *diff, commit, "--") + _git(top, "ls-files", "-z", "--others", "--exclude-standard", "--")
    return frozenset(os.path.realpath(top / os.fsdecode(name)) for name in listed.split(b"\0") if name)


def _commit(top: Path, revision: str) -> str:
    """The commit that a revision names; from here on no word of the caller reaches git.

    Raises:
        UsageError: it names none.
    """
    try:
        named = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except UsageError as error:
        raise UsageError(f"--changed-since {revision}: no such revision in {top}") from error
    return named.decode("ascii").strip()


def _git(folder: Path, *words: str) -> bytes:
    """What git prints.

    Raises:
        UsageError: it is not there or fails; the message is its own.
    """
    program = which("git")
    if not program:
        raise UsageError("--changed-since needs git, which is not installed")
    kept = {name: value for name, value in os.environ.items() if name not in OF_A_HOOK}
    environment = {**kept, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    command = [program, *SAFE, "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment, timeout=PATIENCE)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"--changed-since: git did not answer: {error}") from error
    if done.returncode:
        told = done.stderr.decode("utf-8", errors="replace").strip().splitlines() or ["it gave no reason"]
        raise UsageError(f"--changed-since: git says of {folder}: {told[0].removeprefix('fatal: ')}")
    return done.stdout


def changed_under(paths: Sequence[str], changed: Collection[str]) -> tuple[str, ...]:
    """The reports among these paths that are among the changed files, as they are opened."""
    return tuple(found.path for found in find(paths).candidates if os.path.realpath(found.path) in changed)
