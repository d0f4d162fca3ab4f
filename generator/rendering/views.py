"""What page templates get: values made for one page, in that page's language, and nothing else.

A plain ``str`` is text: a template passes it through an escape filter (``md``, ``cell``,
``attr``). A ``Markdown`` string is finished Markdown and is written as it is. An ``href`` is
finished too: relative to the page (``../actors/x.md#y``) or absolute, with its special
characters percent-encoded; ``""`` means that there is nothing to link to. Empty strings and
empty tuples mean that there is nothing to show.
"""

from __future__ import annotations

from dataclasses import dataclass


class Markdown(str):
    """Text that is Markdown already and is safe to stand in a page."""

    __slots__ = ()


_NOTHING = Markdown("")


@dataclass(frozen=True, slots=True)
class LinkView:
    """Text that leads somewhere; ``language`` is set where it differs from the page's."""

    text: str
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class FeedView:
    """The Atom feed that follows a page: its path below ``docs/``, and its address from the page.

    The same as JSON Feed stands beside it, as ``feed.json``.
    """

    path: str
    href: str


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as the page's language writes it, and its machine form (``""`` where it has none)."""

    text: str
    iso: str = ""


@dataclass(frozen=True, slots=True)
class FacetsView:
    """What the search page finds a page by, besides its words: names as readers see them.

    ``date`` is the page's day (ISO 8601), ``""`` where it has none; ``names`` are other names of
    what the page is about or mentions, found and not shown.
    """

    date: str = ""
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version of a page in a language; ``page`` is its path below ``docs/``."""

    language: str
    page: str


@dataclass(frozen=True, slots=True)
class HeadView:
    """What a page says of itself to those who find it, share it or quote it.

    ``type`` is Open Graph's; ``locale`` is a language with its country (``ar_EG``). ``published``
    and ``modified`` are days or moments (ISO 8601), ``""`` where there are none; ``reviewed`` is
    the last of them in words. ``versions`` are those in all languages, this page's own among them
    and the original first. ``address`` is the page's own and ``linked_data`` its JSON-LD on one
    line, safe in a script element; both are ``""`` on a site without an address.
    """

    type: str
    locale: str
    published: str = ""
    modified: str = ""
    reviewed: DateView | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    versions: tuple[VersionView, ...] = ()
    site: str = ""
    address: str = ""
    linked_data: str = ""


@dataclass(frozen=True, slots=True)
class PageView:
    """What every page has. ``path`` is relative to ``docs/``; ``kind`` names its template.

    ``head`` is set on all pages but redirects, ``facets`` on pages that the search page finds.
    ``large`` says that the site has so many pages that search has a page of its own.
    """

    path: str
    kind: str
    title: str
    description: str
    language: str
    direction: str
    facets: FacetsView | None = None
    large: bool = False
    head: HeadView | None = None


@dataclass(frozen=True, slots=True)
class PictureView:
    """An image; ``href`` is its address. One that stands ``elsewhere`` is linked, not shown."""

    href: str
    alt: str
    caption: str
    credit: str
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic with the number of its briefings."""

    link: LinkView
    count: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A key figure as a card. ``href`` leads to the sentence it rests on.

    ``value`` is the number as readers see it ("4 million", "300,000 to 500,000", "dozens");
    ``qualifier`` stands before it ("about", "at least"); ``differs`` says that reports differ.
    ``earlier`` is the number of reports of the same series that are older and not shown.
    ``language`` is that of ``label``, set where it differs from the page's.
    """

    value: str
    qualifier: str
    label: str
    as_of: DateView | None
    by: LinkView | None
    source: LinkView
    href: str
    series: LinkView | None
    differs: LinkView | None
    sentence: str
    language: str = ""
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor where it is mentioned. ``role`` is the role at the time, or in the story."""

    link: LinkView
    role: str
    initials: str
    person: bool


@dataclass(frozen=True, slots=True)
class StatementView:
    """What somebody said (``quote``) or claimed (``claim``); ``href`` leads to its sentence.

    ``status`` is ``""``, ``disputed``, ``confirmed`` or ``refuted``; ``status_text`` its word in
    the page's language.
    """

    kind: str
    text: str
    language: str
    by: LinkView | None
    date: DateView
    status: str
    status_text: str
    href: str
    source: LinkView


@dataclass(frozen=True, slots=True)
class EventView:
    """An entry of a timeline; ``current`` marks what the page is about. ``anchor`` is its id."""

    date: DateView
    label: str
    language: str
    anchor: str
    sources: tuple[LinkView, ...]
    current: bool = False


@dataclass(frozen=True, slots=True)
class ReadMoreView:
    """A READ MORE line. Without ``link.href`` the title is not published here."""

    link: LinkView
    external: bool = False


@dataclass(frozen=True, slots=True)
class PassageView:
    """A block of running text: background, significance, outlook or methodology."""

    body: Markdown
    title: str
    language: str
    as_of: DateView | None
    source: LinkView | None
    used_in: int = 0


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source of a briefing. ``reading`` is the address of its reading view, if it has one.

    ``annotations`` is that of its annotations as W3C Web Annotations.
    """

    title: str
    language: str
    date: DateView
    publisher: str
    author: str
    agencies: str
    href: str
    archive: str
    retrieved: DateView | None
    rights: str
    licence: str
    reading: str
    annotations: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What was wrong and is now right. ``page`` is what it was wrong in."""

    date: DateView
    text: str
    language: str
    page: LinkView | None


@dataclass(frozen=True, slots=True)
class TeaserView:
    """A briefing in a list. ``reason`` says why it is related to the page, where it is."""

    link: LinkView
    summary: str
    date: DateView
    topics: tuple[LinkView, ...]
    sources: int
    direction: str
    language: str
    picture: PictureView | None = None
    figure: FigureView | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BriefingView:
    """A briefing page, in reading order."""

    page: PageView
    topics: tuple[LinkView, ...]
    summary: str
    date: DateView
    updated: DateView | None
    minutes: int
    picture: PictureView | None
    versions: tuple[LinkView, ...]
    lede: tuple[PassageView, ...]
    figures: tuple[FigureView, ...]
    significance: tuple[PassageView, ...]
    developments: tuple[TeaserView, ...]
    background: tuple[PassageView, ...]
    actors: tuple[ActorView, ...]
    places: tuple[LinkView, ...]
    statements: tuple[StatementView, ...]
    timeline: tuple[EventView, ...]
    outlook: tuple[PassageView, ...]
    read_more: tuple[ReadMoreView, ...]
    related: tuple[TeaserView, ...]
    methodology: tuple[PassageView, ...]
    sources: tuple[SourceView, ...]
    corrections: tuple[CorrectionView, ...]
    reviewed: DateView


@dataclass(frozen=True, slots=True)
class ReadingView:
    """The full text of one article with its annotations highlighted."""

    page: PageView
    briefing: LinkView
    source: SourceView
    date: DateView
    summary: str
    picture: PictureView | None
    body: Markdown
    actors: tuple[ActorView, ...]
    places: tuple[LinkView, ...]
    figures: tuple[FigureView, ...]
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role and when it was held."""

    title: str
    held: DateView


@dataclass(frozen=True, slots=True)
class CompanionView:
    """Another actor who appears in the same briefings, and in how many."""

    link: LinkView
    count: int
    person: bool = False


@dataclass(frozen=True, slots=True)
class ActorPageView:
    """An actor's page. ``kind`` is the word for what the actor is.

    ``network`` is a finished inline SVG of the companions, or ``""``.
    """

    page: PageView
    kind: str
    person: bool
    initials: str
    role: str
    aliases: tuple[LinkView, ...]
    profile: Markdown
    roles: tuple[RoleView, ...]
    briefings: tuple[TeaserView, ...]
    statements: tuple[StatementView, ...]
    timeline: tuple[EventView, ...]
    companions: tuple[CompanionView, ...]
    links: tuple[LinkView, ...]
    network: Markdown = _NOTHING
    picture: PictureView | None = None
    feed: FeedView | None = None


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report of a figure, as a row of its table."""

    value: str
    qualifier: str
    as_of: DateView | None
    by: LinkView | None
    source: LinkView
    href: str
    briefings: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Two reports of one time that differ."""

    first: ReportView
    second: ReportView


@dataclass(frozen=True, slots=True)
class ChartKeyView:
    """What one kind of mark means; ``glyph`` is a finished inline SVG of it."""

    glyph: Markdown
    text: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A figure over time. ``pictures`` is finished inline SVG, for wide and for narrow windows.

    ``notes`` are sentences on how to read it.
    """

    pictures: Markdown
    key: tuple[ChartKeyView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigurePageView:
    """A figure's page, the latest report first.

    ``data`` is the address of its reports as CSV, ``json`` as JSON; ``licence`` is that of both.
    """

    page: PageView
    unit: str
    profile: Markdown
    latest: ReportView | None
    reports: tuple[ReportView, ...]
    differences: tuple[DifferenceView, ...]
    briefings: tuple[TeaserView, ...]
    chart: ChartView | None = None
    data: str = ""
    json: str = ""
    licence: LinkView | None = None


@dataclass(frozen=True, slots=True)
class CollectionPageView:
    """A topic's or a place's page; a place has no feed."""

    page: PageView
    profile: Markdown
    aliases: tuple[LinkView, ...]
    briefings: tuple[TeaserView, ...]
    figures: tuple[FigureView, ...]
    actors: tuple[ActorView, ...]
    timeline: tuple[EventView, ...]
    links: tuple[LinkView, ...] = ()
    feed: FeedView | None = None


@dataclass(frozen=True, slots=True)
class IndexEntryView:
    """One line of an index: a link, a note behind it, a number of briefings."""

    link: LinkView
    note: str
    count: int


@dataclass(frozen=True, slots=True)
class IndexGroupView:
    """A group of an index under its heading: a letter, a month, a kind."""

    title: str
    anchor: str
    entries: tuple[IndexEntryView, ...] = ()
    teasers: tuple[TeaserView, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexPageView:
    """An index: briefings by month, actors by letter, figures, places, topics."""

    page: PageView
    groups: tuple[IndexGroupView, ...]
    total: int
    others: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelinePageView:
    """The site's timeline, grouped by year, newest year first."""

    page: PageView
    years: tuple[tuple[str, tuple[EventView, ...]], ...]
    others: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionsPageView:
    """All corrections, newest first."""

    page: PageView
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True)
class SearchPageView:
    """The search page. ``kinds`` and ``languages`` are keys of the index with their words."""

    page: PageView
    kinds: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    indexes: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page: a lead briefing, the latest, topics, figures."""

    page: PageView
    lead: TeaserView | None
    lead_figures: tuple[FigureView, ...]
    latest: tuple[TeaserView, ...]
    topics: tuple[TopicView, ...]
    figures: tuple[FigureView, ...]
    indexes: tuple[LinkView, ...]
    feed: FeedView | None = None


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page of an old id. ``location`` is the present page's path below ``docs/``."""

    page: PageView
    target: LinkView
    location: str
