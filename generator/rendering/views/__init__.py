"""What page templates get: values made for one page, in that page's language, and nothing else.

A plain ``str`` is text: a template passes it through an escape filter (``md``, ``cell``,
``attr``). A ``Markdown`` string is finished Markdown and is written as it is. An ``href`` is
finished too: relative to the page (``../actors/x.md#y``) or absolute, with its special
characters percent-encoded; ``""`` means that there is nothing to link to. Empty strings and
empty tuples mean that there is nothing to show.
"""

from .briefing import BriefingView, FoundView, ReadingPassageView, ReadingView
from .entries import (
    ActorPageView,
    ChartKeyView,
    ChartView,
    CollectionPageView,
    CompanionView,
    DifferenceView,
    FigurePageView,
    ReportView,
    RoleView,
)
from .facts import (
    ActorView,
    ChangeView,
    CorrectionView,
    EventView,
    FigureView,
    PassageView,
    ReadMoreView,
    SourceView,
    SpeakerView,
    StatementView,
    TeaserView,
    TopicView,
)
from .indexes import (
    ArchivePageView,
    CorrectionsPageView,
    HomeView,
    IndexEntryView,
    IndexGroupView,
    IndexPageView,
    RedirectView,
    SearchPageView,
    TimelinePageView,
)
from .page import CardView, FacetsView, HeadView, PageView, VersionView
from .pieces import DateView, FeedView, LinkView, Markdown, PictureView

__all__ = [
    "ActorPageView",
    "ActorView",
    "ArchivePageView",
    "BriefingView",
    "CardView",
    "ChangeView",
    "ChartKeyView",
    "ChartView",
    "CollectionPageView",
    "CompanionView",
    "CorrectionView",
    "CorrectionsPageView",
    "DateView",
    "DifferenceView",
    "EventView",
    "FacetsView",
    "FeedView",
    "FigurePageView",
    "FigureView",
    "FoundView",
    "HeadView",
    "HomeView",
    "IndexEntryView",
    "IndexGroupView",
    "IndexPageView",
    "LinkView",
    "Markdown",
    "PageView",
    "PassageView",
    "PictureView",
    "ReadMoreView",
    "ReadingPassageView",
    "ReadingView",
    "RedirectView",
    "ReportView",
    "RoleView",
    "SearchPageView",
    "SourceView",
    "SpeakerView",
    "StatementView",
    "TeaserView",
    "TimelinePageView",
    "TopicView",
    "VersionView",
]
