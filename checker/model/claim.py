"""Claims: one figure or date as one text asserts it."""

from datetime import date
from enum import StrEnum

from checker.model.base import Frozen
from checker.model.document import Section, Span
from checker.model.interval import Interval
from checker.model.period import Period


class Kind(StrEnum):
    """How a figure holds in time."""

    STOCK = "stock"  # are in, hold, remain
    FLOW = "flow"  # killed in May, arrived
    CUMULATIVE = "cumulative"  # so far, since 2014, the toll
    ATTRIBUTE = "attribute"  # the ship is 90 m long
    CHANGE = "change"  # rose by 300
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """How firmly the text stands behind a figure."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    FEARED = "feared"
    PROJECTED = "projected"
    CONDITIONAL = "conditional"
    REBUTTED = "rebutted"
    HISTORICAL = "historical"


class Figure(Frozen):
    """The figure as written, without hedge and unit; offsets in the document, end excluded."""

    start: int
    end: int
    text: str
    hedge: str = ""  # its folded form: "at least", "more than", "about", "up to", ...
    vague: bool = False  # dozens, several
    decimals: int = 0  # 5.20 is not 5.2


class Unit(Frozen):
    """A unit: its name, its dimension and the factor to the dimension's base unit.

    Counted things (person, strike, home) are dimensions of their own with factor 1.
    """

    name: str
    dimension: str
    factor: float = 1.0


class Population(Frozen):
    """Who or what is counted.

    `text` is what is compared ("US soldiers"); `head` the folded head noun ("soldier"); `modifiers` the folded
    other words ("us"); `groups` the lexicon's ids that these resolve to ("us", "military"); `part` whether they are
    some of those of whom the text has told ("nine of the wounded").
    """

    text: str
    head: str = ""
    modifiers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    part: bool = False


class Place(Frozen):
    """A place as written and as resolved; `containers` are folded names from the nearest outwards."""

    text: str
    name: str  # folded
    containers: tuple[str, ...] = ()
    country: str = ""  # ISO 3166 alpha-2, empty where unknown


class Speaker(Frozen):
    """Who asserts a claim: as written, the folded name of the institution or person behind it, and through whom."""

    text: str
    name: str
    via: str = ""
    named: bool = True  # False for "officials", "a source"


class LinkKind(StrEnum):
    """What a text says about two of its own figures."""

    PART_OF = "part of"  # including 41, 14 of the rescued, of whom two: this figure is a part of the target
    DUAL_OF = "dual of"  # (22 km): the same quantity in another unit
    PEER_OF = "peer of"  # a list: 15 women, eight men and five children; the target is the list's first figure
    CHANGE_TO = "change to"  # rose by 300 to 1,550: this change leads to the target
    FORMER_OF = "former of"  # from 27 to 26; down from 2,500: this figure is the value before the target
    SHARE_OF = "share of"  # 63 (35 percent); 102, or 60 percent: this percentage is the target's share


class Link(Frozen):
    """A relation to another figure of the same document, which is named by the start of its number."""

    kind: LinkKind
    target: int


class DateDetail(Frozen):
    """What a date claim says beside its period: the stated weekday (0 is Monday) and why no such day exists."""

    weekday: int | None = None
    impossible: str = ""
    explicit_year: bool = False


class Story(Frozen):
    """What the whole report is about: names (folded runs of words: surma express, bhairab), and the day it came out.

    `topics` are its words in small letters, singular; `written` is the place in its dateline, "" where its prose names
    that too.
    """

    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    written: str = ""
    day: date | None = None


class Event(Frozen):
    """What happened: its kind (a measure, or a folded event noun: strike, sinking, escape), and names that tell it."""

    kind: str
    names: tuple[str, ...] = ()  # folded proper names of the sentence and its neighbours: amihan star, tabqa


class Claim(Frozen):
    """A typed assertion; unknown fields are None, "" or `unknown`, and never equal to anything.

    `asserted` is the interval as the words give it (about 2,000 is 2000..2000 with `approximate`), `hard` what the
    words commit to, `soft` what a reader takes from them; a date claim has all three unbounded and its day in `time`.
    All three are in `unit`. `sentence` counts the sentences of the document. `because` names the productions.
    """

    id: str
    document: str
    span: Span
    quote: str
    number: Figure
    asserted: Interval
    hard: Interval
    soft: Interval
    approximate: bool = False
    unit: Unit
    measure: str
    told: str = ""  # the measure in closer terms, where it is compared as a wider one: looted, compared as seized
    kind: Kind = Kind.UNKNOWN
    population: Population | None = None
    described: str = ""  # the population in full, as an editor would put it: US soldiers wounded at the gate
    place: Place | None = None
    place_stated: bool = False  # False: the report's own place, or a neighbour's, stands in
    time: Period | None = None
    time_stated: bool = False  # False: the report's own date, or a neighbour's time, stands in
    event: Event | None = None
    speaker: Speaker | None = None
    modality: Modality = Modality.ASSERTED
    section: Section = Section.BODY
    sentence: int = 0
    paragraph: int = 0
    links: tuple[Link, ...] = ()
    cues: tuple[str, ...] = ()  # words that a rule may ask for: "total", "further", "revised", "so far", "alone"
    context: tuple[str, ...] = ()  # folded content words around it, sorted: for telling events apart
    story: Story | None = None  # that of its report
    date: DateDetail | None = None
    because: tuple[str, ...] = ()


class Mention(Frozen):
    """A person's name in a text, with what is said of the person.

    `role` is a folded word ("spokesman", "captain"), `facts` pairs of name and value ("age", "19").
    """

    document: str
    span: Span
    quote: str
    text: str
    folded: str
    role: str = ""
    facts: tuple[tuple[str, str], ...] = ()


class Extraction(Frozen):
    """All that the map stage takes from one document, claims sorted by the place of their number."""

    document: str
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    home: Place | None = None  # where the report's story happens
    home_told: bool = False  # whether its prose names that place; False where only a letterhead or its towns tell
    notices: tuple[str, ...] = ()  # what was passed over, and why: a limit reached
