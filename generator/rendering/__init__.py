"""Makes pages: a linked site becomes views, and views become Markdown through templates."""

from .comparison import Comparison
from .escaping import attr, bdi, html, md, yaml
from .incremental import Counts, Known, Refreshed, refresh
from .memory import MadeFile, MadeUnit, PageMemory
from .page_templates import PageTemplates, View
from .pages import Plan, Rendered, plan_pages, render, render_units
from .pictures import NO_PICTURES, Pictures
from .sandbox import TemplateLimitError
from .units import units
from .views import Markdown

__all__ = [
    "NO_PICTURES",
    "Comparison",
    "Counts",
    "Known",
    "MadeFile",
    "MadeUnit",
    "Markdown",
    "PageMemory",
    "PageTemplates",
    "Pictures",
    "Plan",
    "Refreshed",
    "Rendered",
    "TemplateLimitError",
    "View",
    "attr",
    "bdi",
    "html",
    "md",
    "plan_pages",
    "refresh",
    "render",
    "render_units",
    "units",
    "yaml",
]
