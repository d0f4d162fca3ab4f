"""What page templates get: values made for one page, in that page's language, and nothing else.

A plain ``str`` is text: a template passes it through an escape filter (``md``, ``cell``,
``attr``). A ``Markdown`` string is finished Markdown and is written as it is. An ``href`` is
finished too: relative to the page (``../actors/x.md#y``) or absolute, with its special
characters percent-encoded; ``""`` means that there is nothing to link to. Empty strings and
empty tuples mean that there is nothing to show.
"""

from .briefing import BriefingView, ReadingView
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
    CorrectionView,
    EventView,
    FigureView,
    PassageView,
    ReadMoreView,
    SourceView,
    StatementView,
    TeaserView,
    TopicView,
)
from .indexes import (
    CorrectionsPageView,
    HomeView,
    IndexEntryView,
    IndexGroupView,
    IndexPageView,
    RedirectView,
    SearchPageView,
    TimelinePageView,
)
from .page import FacetsView, HeadView, PageView, VersionView
from .pieces import DateView, FeedView, LinkView, Markdown, PictureView

__all__ = [
    "ActorPageView",
    "ActorView",
    "BriefingView",
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
    "ReadingView",
    "RedirectView",
    "ReportView",
    "RoleView",
    "SearchPageView",
    "SourceView",
    "StatementView",
    "TeaserView",
    "TimelinePageView",
    "TopicView",
    "VersionView",
]
