"""Tables of a page: those that only lay it out, and the rows of the others, each cell under its column."""

from lxml.html import HtmlElement

from checker.read.html_tree import text_of

CELL = 300  # characters of a cell; a longer one is prose
SPAN = 20  # columns or rows that a cell may stand for
MOST_ROWS = 5_000  # of one table of a page
BLOCKS = ("p", "div", "table", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "article", "section")


def layout(table: HtmlElement) -> bool:
    """Whether a table only lays out a page: it holds another, or prose, or has one column."""
    if (table.get("role") or "").lower() in {"presentation", "none"} or table.find(".//table") is not None:
        return True
    cells = list(table.iter("td", "th"))
    if any(cell.tag == "th" for cell in cells):
        return False
    wide = max((len(row.findall("td")) for row in table.iter("tr")), default=0)
    return wide <= 1 or any(_is_prose(cell) for cell in cells)


def _is_prose(cell: HtmlElement) -> bool:
    """Whether a cell holds running text: much of it, or several blocks."""
    return len(text_of(cell)) > CELL or sum(1 for _ in cell.iter(*BLOCKS)) > 1


def rows_of(table: HtmlElement) -> tuple[tuple[str, ...], ...]:
    """The rows of a table; a cell that spans several stands in each of them."""
    rows: list[tuple[str, ...]] = []
    heads = 0
    below: dict[int, tuple[str, int]] = {}  # by column: a cell of an earlier row that reaches further down, and how far
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            _carry(cells, below)
            text, down = text_of(cell), _span(cell, "rowspan")
            for number in range(_span(cell, "colspan")):
                shown = text if number == 0 or _is_head(row) else ""
                if down > 1:
                    below[len(cells)] = (shown, down - 1)
                cells.append(shown)
        _carry(cells, below)
        if any(cells):
            heads += heads == len(rows) and _is_head(row)
            rows.append(tuple(cells))
        if len(rows) == MOST_ROWS:
            break
    return (_one_head(rows[:heads]), *rows[heads:]) if heads > 1 else tuple(rows)


def _is_head(row: HtmlElement) -> bool:
    """Whether a row names columns."""
    return row.getparent().tag == "thead" or all(cell.tag == "th" for cell in row.iterchildren("td", "th"))


def _one_head(rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Several rows of names of columns as one: People over Killed is People Killed."""
    wide = max(map(len, rows))
    columns = ([row[number] for row in rows if number < len(row)] for number in range(wide))
    return tuple(" ".join(dict.fromkeys(name for name in names if name)) for names in columns)


def _carry(cells: list[str], below: dict[int, tuple[str, int]]) -> None:
    """Put the cells of earlier rows that reach into this one in their columns."""
    while len(cells) in below:
        text, left = below.pop(len(cells))
        if left > 1:
            below[len(cells)] = (text, left - 1)
        cells.append(text)


def _span(cell: HtmlElement, name: str) -> int:
    written = (cell.get(name) or "1").strip()
    return min(max(int(written), 1), SPAN) if written.isdecimal() and len(written) < len("10000") else 1
