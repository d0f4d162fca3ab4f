"""Faults met while pages are written and the site is built."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_ARTICLE = """---
title: Harbour reopens
date: 2024-03-04
---

The harbour reopened on Monday.
"""

PAGE_IN_THE_WAY = Code(
    id="P001",
    name="page-in-the-way",
    severity=Severity.ERROR,
    summary="A hand-written page stands where a generated page must go.",
    why="Generated pages never replace anything that somebody wrote by hand.",
    bad={"content/articles/harbour.md": _ARTICLE, "docs/briefings/harbour.md": "# My own page\n"},
    good={"content/articles/harbour.md": _ARTICLE, "docs/harbour.md": "# My own page\n"},
)

SHARED_OUTPUT = Code(
    id="P002",
    name="shared-output",
    severity=Severity.ERROR,
    summary="Two pages would be written to one file.",
    why="One of them would be lost; a file system that ignores case loses pages "
    "whose ids differ in case alone.",
    bad={
        "content/articles/harbour.md": _ARTICLE.replace("---\n", "---\nid: index\n", 1),
    },
    good={"content/articles/harbour.md": _ARTICLE},
)

DAMAGED_MANIFEST = Code(
    id="P003",
    name="damaged-manifest",
    severity=Severity.ERROR,
    summary="The list of generated files is damaged or of a newer version.",
    why="Without the list nobody can tell generated pages from hand-written ones, "
    "so nothing is replaced or removed.",
    bad={"content/articles/harbour.md": _ARTICLE, "docs/.briefing.json": "{"},
    good={
        "content/articles/harbour.md": _ARTICLE,
        "docs/.briefing.json": '{"version": 1, "files": []}',
    },
)

SITE_BUILD_WARNING = Code(
    id="P004",
    name="site-build-warning",
    severity=Severity.WARNING,
    summary="MkDocs warned while it built the site.",
    why="A warning of the builder is a link or an anchor that readers will find broken.",
    bad={
        "content/articles/harbour.md": _ARTICLE,
        "docs/about.md": "# About\n\n[Nowhere](missing.md)\n",
    },
    good={"content/articles/harbour.md": _ARTICLE, "docs/about.md": "# About\n"},
)

SITE_BUILD_FAILED = Code(
    id="P005",
    name="site-build-failed",
    severity=Severity.ERROR,
    summary="MkDocs could not build the site.",
    why="The last good site stays where it is until the fault is mended.",
    bad={
        "content/articles/harbour.md": _ARTICLE,
        "mkdocs.yml": "site_name: Desk\nplugins: [no-such-plugin]\n",
    },
    good={"content/articles/harbour.md": _ARTICLE, "mkdocs.yml": "site_name: Desk\n"},
)

CODES = (
    PAGE_IN_THE_WAY,
    SHARED_OUTPUT,
    DAMAGED_MANIFEST,
    SITE_BUILD_WARNING,
    SITE_BUILD_FAILED,
)
