"""Faults in page templates, which newsrooms may write themselves."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_ARTICLE = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\nThe harbour reopened.\n"

TEMPLATE_ERROR = Code(
    id="T001",
    name="template-error",
    severity=Severity.ERROR,
    summary="A page template is wrong, or uses what its view does not have.",
    why="A page made of a half-understood template would be published with holes in it.",
    bad={
        "content/articles/harbour.md": _ARTICLE,
        "templates/pages/corrections.md.j2": "# {{ view.page.titel | md }}\n",
    },
    good={
        "content/articles/harbour.md": _ARTICLE,
        "templates/pages/corrections.md.j2": "# {{ view.page.title | md }}\n",
    },
)

CODES = (TEMPLATE_ERROR,)
