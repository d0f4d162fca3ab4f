"""Makes pages: a linked site becomes views, and views become Markdown through templates."""

from .escaping import attr, bdi, html, md, yaml
from .pages import PageTemplates, Plan, Rendered, View, plan_pages, render
from .views import Markdown

__all__ = [
    "Markdown",
    "PageTemplates",
    "Plan",
    "Rendered",
    "View",
    "attr",
    "bdi",
    "html",
    "md",
    "plan_pages",
    "render",
    "yaml",
]
