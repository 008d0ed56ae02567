"""How the work of a function grows with its input: by the processor's time, at its best of several runs.

No test asks how long anything takes. It asks how much longer four times as much takes: four times, where the work is
linear, and sixteen times, where it is quadratic. A run that another process disturbs only looks slower than it is, so
the least of several is taken, and a doubtful result is measured again.
"""

import gc
from collections.abc import Callable
from time import process_time

TIMES = 4  # as much input the second time
LINEAR = 8.0  # times as long at most: halfway, in powers of two, between linear and quadratic
UNFELT = 0.02  # seconds: quadratic work on tens of thousands of characters cannot be done in them
TRIES = 4


def growth(work: Callable[[int], object], size: int, unfelt: float = UNFELT) -> float:
    """How many times as long `work` takes at four times the size; 0 where even that is not felt."""
    least_small = least_large = float("inf")
    for _ in range(TRIES):
        least_large = min(least_large, _spent(work, size * TIMES))
        if least_large < unfelt:
            return 0.0
        least_small = min(least_small, _spent(work, size))
        if least_large <= LINEAR * least_small:
            break
    return least_large / max(least_small, 1e-9)


def _spent(work: Callable[[int], object], size: int) -> float:
    gc.disable()  # its rounds grow with everything that the tests before have left, and not with this input
    try:
        began = process_time()
        work(size)
        return process_time() - began
    finally:
        gc.enable()
