"""English."""

from __future__ import annotations

from decimal import Decimal

from generator.model.quantity import Qualifier
from generator.quantities.entries import (
    SIGNS_BEFORE,
    SIGNS_BEHIND,
    SUFFIXES,
    cardinals,
    counted,
    qualifiers,
    rows,
    vague,
    weak,
    words,
)
from generator.quantities.found import QuantityKind
from generator.quantities.language import Entry, Language, NounPolicy, Role, Unit

from .english_units import TIMES, UNITS

_NUMBERS: dict[str, Entry] = {
    **weak(counted("zero one")),
    **counted(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty",
        2,
    ),
    **cardinals({"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}),
    **cardinals({"ninety": 90, "fourty": 40}),
    **rows(Role.ARTICLE, {"a an": 1}),
    **rows(Role.HUNDRED, {"hundred": 100}),
    **rows(
        Role.SCALE,
        {
            "thousand": 10**3,
            "lakh": 10**5,
            "million": 10**6,
            "crore": 10**7,
            "billion": 10**9,
            "trillion": 10**12,
            "quadrillion": 10**15,
            "mn mln": 10**6,
            "bn bln": 10**9,
            "tn": 10**12,
        },
    ),
    **rows(
        Role.PLURAL,
        {
            "hundreds": 100,
            "thousands": 10**3,
            "lakhs": 10**5,
            "millions": 10**6,
            "crores": 10**7,
            "billions": 10**9,
            "trillions": 10**12,
        },
    ),
    **rows(Role.DOZEN, {"dozen": 12}),
    **vague("dozens"),
    **vague("scores tens", needs_of=True),
    "half": Entry(Role.HALF, Decimal("0.5")),
    **rows(
        Role.FRACTION,
        {
            "third thirds": 3,
            "quarter quarters": 4,
            "fifth fifths": 5,
            "sixth sixths": 6,
            "seventh sevenths": 7,
            "eighth eighths": 8,
            "ninth ninths": 9,
            "tenth tenths": 10,
            "hundredth hundredths": 100,
        },
    ),
}

_BEFORE = {
    **SIGNS_BEFORE,
    **qualifiers(
        {
            Qualifier.ABOUT: (
                "about|around|roughly|approximately|approx|approx.|some|nearly|almost|close to|"
                "nearing|circa|ca.|c.|an estimated|estimated|an approximate|somewhere around|"
                "in the region of|in the order of|just about|virtually|practically"
            ),
            Qualifier.AT_LEAST: (
                "at least|more than|over|above|upwards of|upward of|no fewer than|no less than|"
                "not fewer than|not less than|a minimum of|exceeding|in excess of|well over|"
                "just over|slightly over|just above|well above|greater than|larger than|"
                "higher than|bigger than|slightly more than|a little more than|much more than|"
                "far more than|significantly more than|surpassing|topping|a little over|"
                "not just|at the very least"
            ),
            Qualifier.AT_MOST: (
                "up to|at most|no more than|not more than|under|below|fewer than|less than|"
                "just under|just below|well under|well below|slightly under|slightly less than|"
                "a little under|a little less than|as many as|as much as|a maximum of|at the most|"
                "not exceeding|maximum of|smaller than|lower than"
            ),
        }
    ),
}

_AFTER = {
    **SIGNS_BEHIND,
    **qualifiers(
        {
            Qualifier.AT_LEAST: (
                "or more|or over|or older|or above|and over|and above|and older|and up|"
                "and counting|plus"
            ),
            Qualifier.AT_MOST: (
                "or fewer|or less|or under|or younger|and under|and younger|at most|at the most"
            ),
            Qualifier.ABOUT: "or so|odd|or thereabouts|approximately",
        }
    ),
}

_CHANGE_STEMS = words("""
    climb decline decrease drop fall grow increase jump lower move plunge raise rise slip soar surge
    tumble widen narrow shrink double triple slash rebound accelerate slow ease edge improve
    """)


def _changes() -> frozenset[str]:
    """Verbs of change in the forms that are regular."""
    forms = set()
    for stem in _CHANGE_STEMS:
        root = stem.removesuffix("e")
        doubled = root + root[-1] if stem in {"drop", "slip"} else root
        forms |= {stem, f"{stem}s", f"{stem}es", f"{doubled}ed", f"{doubled}ing"}
    return frozenset(forms)


def _fold_word(word: str) -> Entry | None:
    """As in "threefold", "tenfold"."""
    times = _NUMBERS.get(word.removesuffix("fold")) if word.endswith("fold") else None
    if times is None or times.role is not Role.CARDINAL:
        return None
    return Entry(Role.COUNTED, times.value, unit=TIMES)


_STOPS = words("""
    a about above according across after against ago ahead all along already also although am amid
    among an and another any anyone are around as aside at away back be became because been before
    began behind being below beside besides between beyond both but by came can come comes could
    despite did do does down due during each earlier either else ensure ever every except fell few
    for former from gave get gets give given goes got had half has have he held her here hers him
    his how however i if in including inside instead into is it its itself just killed last late
    later latest left less like longer made many may me might mine minus more moreover most much
    must my near nearly neither never next no nor not now of off on once only onto or other others
    our ours out outside over own per perhaps plus rather said same say saying says seem seems
    shall she should since so some soon still strong such than that the their theirs them then there
    these they this those though through throughout thus till to today together tomorrow too
    took toward towards under unless until up upon us versus via vs was we went were what when
    where whereas whether which while whilst who whom whose why will with within without worldwide
    would yes yesterday yet you your always sometimes something nevertheless afterwards
    elsewhere overseas includes remains shows comes happens follows makes takes means needs wants
    claims cents
    january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays dead missing killing wounding injuring leaving
    """)

_PEOPLE = words("""
    people persons children men women civilians soldiers troops refugees migrants residents students
    workers families households voters patients protesters fighters prisoners detainees inmates
    police officers victims survivors casualties deaths passengers pilgrims jobs homes houses
    """)

_COUNTED_IN_COMPOUNDS = words(
    """
    bed bedroom country family house judge man member nation page people person point room seat ship
    storey story unit vehicle vote woman word
    """
)

LANGUAGE = Language(
    code="en",
    word=r"[^\W\d_]+(?:['’][^\W\d_]+)*",
    codes=r"\d{1,2}\.\d{2}(?=\ ?[ap]\.?m\b)",
    numbers=_NUMBERS,
    joins=frozenset({"and"}),
    minus=frozenset({"minus"}),
    articles=frozenset({"a", "an"}),
    and_half={"and a half": Decimal("0.5"), "and a quarter": Decimal("0.25")},
    half_links=("a", "an", "of a"),
    whole=words("of the its their his her our my your this that these those all"),
    suffixes=SUFFIXES,
    abbreviations=words("bn mn tn mln bln"),
    of=frozenset({"of"}),
    ordinals=words(
        "first second third fourth fifth sixth seventh eighth ninth last latter other final"
    ),
    vague_before=words("couple several few many some multiple countless untold"),
    units=UNITS,
    compound=_fold_word,
    tied_units={"pound": Unit("lb", QuantityKind.MEASURE)},
    age_after=("old", "olds", "of age"),
    age_before=("aged", "age", "ages", "the age of", "ages of"),
    before=_BEFORE,
    after=_AFTER,
    loose_before_articles=words("about around over above under below"),
    during=frozenset({"over"}),
    before_durations=words(
        "after for in just last lasted lasting lasts of slightly spend spending spent took well"
    ),
    loose=words("about around some over above under below nearing c. topping"),
    between=frozenset({"between"}),
    between_lead=words("anywhere somewhere"),
    between_and=frozenset({"and"}),
    range_from=frozenset({"from"}),
    range_to=frozenset({"to", "through"}),
    range_or=frozenset({"or"}),
    changes=_changes()
    | words("""
        change changed cut down fallen falling fell grew grown risen rose shrank shrunk up went
        """),
    ratio=("in", "in every", "out of", "out of every", "of every"),
    ago=frozenset({"ago"}),
    moments=words("ago before earlier later"),
    labels=words("""
        act airbus annex apartment apollo area article articles battalion bill boeing brigade bus
        case channel chapter chapters clause class convention day decree directive district division
        episode equation exhibit figure fig flight floor footnote formula gate grade group highway
        interstate issue item law level line lot model no nos note number numbers order
        page pages paragraph paragraphs para part phase pier platform point post posts pp precinct
        protocol question regiment regulation resolution resolutions road room rooms route row rule
        rules seat season section sections sector series size slide stage station step street suite
        table task terminal tier title track type unit version vol volume ward week windows zone
        year years # № § ¶
        """)
    | frozenset({"p", "v", "iphone", "ios", "android", "psalm", "matthew", "luke"}),
    months=words("""
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec
        """),
    months_have_capitals=True,
    month_first=True,
    month_of=frozenset({"of"}),
    clock=(
        "am",
        "pm",
        "a.m",
        "p.m",
        "o'clock",
        "o’clock",
        "GMT",
        "UTC",
        "noon",
        "midnight",
    ),
    streets=words("street road avenue lane drive boulevard square terrace st ave rd blvd"),
    compounds={
        "strong": "",
        "magnitude": "",
        "fold": "times",
        **{noun: noun for noun in sorted(_COUNTED_IN_COMPOUNDS)},
    },
    nouns=NounPolicy.PLURAL,
    noun_stops=_STOPS,
    noun_skips=words("additional different extra further fresh more new other separate"),
    participles=words("""
        dead killed wounded injured hurt missing displaced arrested died detained jailed slain shot
        hospitalised hospitalized infected affected alive left found held lost
        """),
    plurals=words("""
        people children men women police troops personnel staff aircraft cattle sheep fish feet mice
        youth crew media data criteria phenomena servicemen servicewomen policemen gunmen fishermen
        lawmakers spacecraft livestock militia infantry teeth geese oxen bacteria media
        businessmen firemen congressmen women's vessels
        """)
    - {"women's"},
    people=_PEOPLE,
)

LANGUAGES = {"en": LANGUAGE}
