"""Under which names files of articles keep what a report consists of."""

from checker.model.base import Frozen


class Columns(Frozen):
    """Names of columns or keys in lower case, the most trusted first."""

    text: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
