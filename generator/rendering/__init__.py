"""Makes pages: a linked site becomes views, and views become Markdown through templates."""

from .comparison import Comparison
from .escaping import attr, bdi, html, md, yaml
from .incremental import Counts, Known, Refreshed, refresh
from .memory import MadeFile, MadeUnit, PageMemory
from .page_templates import PageTemplates, View, template_files
from .pages import Plan, Rendered, plan_pages, render
from .pictures import NO_PICTURES, Pictures
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
    "View",
    "attr",
    "bdi",
    "html",
    "md",
    "plan_pages",
    "refresh",
    "render",
    "template_files",
    "units",
    "yaml",
]
