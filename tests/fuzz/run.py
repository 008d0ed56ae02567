"""`make fuzz`: throws odd input at the targets until the time is up, and keeps what breaks one.

With atheris the interpreter tells which branches an input reaches, and inputs that reach new ones are bred further;
without it, hypothesis invents them. FUZZ_SECONDS is the time for all targets together, 1800 where it is not set;
arguments name targets. What breaks a target goes to found/TARGET/, where the tests try it from then on.
"""

import hashlib
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "hostile"), str(HERE.parent.parent)]
FOUND, SEEDS = HERE / "found", HERE / "seeds"
USUAL = 1800  # seconds
HANG = 60  # seconds for one input
MEMORY = 3000  # MB
LARGEST = 20_000  # bytes of an input
BROKEN = 1


def main(arguments: list[str]) -> int:
    """Fuzz the targets one after the other, each in a process of its own; 1 where one broke."""
    if arguments[:1] == ["--one"]:
        return one(arguments[1], int(arguments[2]))
    from targets import TARGETS  # noqa: PLC0415 the children import it themselves, watched

    names = arguments or list(TARGETS)
    if unknown := sorted(set(names) - set(TARGETS)):
        raise SystemExit(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    share = max(1, int(os.environ.get("FUZZ_SECONDS", USUAL)) // len(names))
    broken = []
    for name in names:
        print(f"{name}: {share} s", flush=True)  # noqa: T201
        command = [sys.executable, __file__, "--one", name, str(share)]
        if subprocess.run(command, check=False).returncode:
            broken.append(name)
    print(f"broken: {', '.join(broken)}; see {FOUND}" if broken else "nothing broke")  # noqa: T201
    return BROKEN if broken else 0


def one(name: str, seconds: int) -> int:
    """Fuzz one target."""
    (FOUND / name).mkdir(parents=True, exist_ok=True)
    if find_spec("atheris"):
        return bred(name, seconds)
    return invented(name, seconds)


def bred(name: str, seconds: int) -> int:
    """By atheris, which leaves the process when it is done."""
    import atheris  # noqa: PLC0415

    with atheris.instrument_imports(include=["checker"]):
        from targets import TARGETS  # noqa: PLC0415
    corpus = HERE.parent.parent / "build" / "fuzz" / name
    corpus.mkdir(parents=True, exist_ok=True)
    options = {
        "max_total_time": seconds,
        "timeout": HANG,
        "rss_limit_mb": MEMORY,
        "max_len": LARGEST,
        "artifact_prefix": f"{FOUND / name}/",
        "print_final_stats": 1,
        "verbosity": 0,
    }
    folders = [str(corpus), *(str(folder) for folder in (SEEDS / name, FOUND / name) if folder.is_dir())]
    atheris.Setup([name, *(f"-{key}={value}" for key, value in options.items()), *folders], TARGETS[name])
    atheris.Fuzz()
    return 0


def invented(name: str, seconds: int) -> int:
    """By hypothesis, a round of examples after the other."""
    from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: PLC0415
    from inputs import inputs  # noqa: PLC0415
    from targets import TARGETS  # noqa: PLC0415

    last = [b""]
    until, number = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        number += 1

        @seed(number)
        @settings(
            max_examples=100,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        @given(inputs(name))
        def attempt(data: bytes) -> None:
            last[0] = data
            TARGETS[name](data)

        try:
            attempt()
        except Exception as error:  # noqa: BLE001 whatever it is, it is what we look for
            path = FOUND / name / f"crash-{hashlib.sha256(last[0]).hexdigest()[:16]}"
            path.write_bytes(last[0])
            print(f"{path}: {type(error).__name__}: {error}"[:2000], flush=True)  # noqa: T201
            return BROKEN
    print(f"{name}: {number * 100} inputs", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
