"""Faults met in a built site before it is published."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_ARTICLE = """---
title: Harbour reopens
date: 2024-03-04
---

The harbour reopened on Monday.
"""

_CONFIGURATION = """site_name: Example Desk
site_url: https://desk.example/
theme:
  name: mkdocs
plugins: []
markdown_extensions: [attr_list, md_in_html, tables]
validation: {nav: {omitted_files: ignore}}
extra:
  briefing:
"""

_PUBLISHED = """{"version": 1, "digest": "", "redirects": {},
 "files": {"briefings/ferry/index.html": "00"}}
"""

_FERRY = _ARTICLE.replace("Harbour", "Ferry").replace("harbour", "ferry")

BROKEN_ADDRESS = Code(
    id="H001",
    name="broken-address",
    severity=Severity.ERROR,
    summary="A built page leads to an address that is not in the site.",
    why="Readers would find nothing there.",
    bad={
        "content/articles/harbour.md": _ARTICLE,
        "docs/about.md": '# About\n\n<a href="../contact/">Write to us</a>\n',
    },
    good={
        "content/articles/harbour.md": _ARTICLE,
        "docs/about.md": '# About\n\n<a href="../contact/">Write to us</a>\n',
        "docs/contact.md": "# Contact\n",
    },
)

BROKEN_ANCHOR = Code(
    id="H002",
    name="broken-anchor",
    severity=Severity.ERROR,
    summary="A built page leads to a place on a page that has no such place.",
    why="Readers would land at the top of the page and not find what they were promised.",
    bad={
        "content/articles/harbour.md": _ARTICLE,
        "docs/about.md": '# About\n\n<a href="#people">Who we are</a>\n',
    },
    good={
        "content/articles/harbour.md": _ARTICLE,
        "docs/about.md": '# About\n\n<a href="#people">Who we are</a>\n\n## People\n',
    },
)

MISSING_PICTURE = Code(
    id="H003",
    name="picture-not-in-site",
    severity=Severity.ERROR,
    summary="A built page shows a picture that is not in the site.",
    why="Readers would see a gap.",
    bad={
        "content/articles/harbour.md": _ARTICLE,
        "docs/about.md": '# About\n\n<img src="../house.svg" alt="Our house">\n',
    },
    good={
        "content/articles/harbour.md": _ARTICLE,
        "docs/about.md": '# About\n\n<img src="../house.svg" alt="Our house">\n',
        "docs/house.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    },
)

VANISHED_ADDRESS = Code(
    id="H004",
    name="vanished-address",
    severity=Severity.ERROR,
    summary="A page of the last publication is gone, and no redirect stands in its place.",
    why="Others link to it and quote it; an address that was published keeps working.",
    bad={
        "content/articles/ferry-returns.md": _FERRY,
        "mkdocs.yml": f"{_CONFIGURATION}    publish-to: public\n",
        "public/current/briefing-manifest.json": _PUBLISHED,
    },
    good={
        "content/articles/ferry-returns.md": _FERRY,
        "mkdocs.yml": f"{_CONFIGURATION}    publish-to: public\n    gone: [briefings/ferry/]\n",
        "public/current/briefing-manifest.json": _PUBLISHED,
    },
)

PAGE_TOO_LARGE = Code(
    id="H005",
    name="page-too-large",
    severity=Severity.ERROR,
    summary="A built page is larger than the setting `page-limit` allows.",
    why="It would be slow to open on a phone, and grows with every article.",
    bad={
        "content/articles/harbour.md": _ARTICLE,
        "docs/about.md": f"# About\n\n{'We have a long story. ' * 1400}\n",
        "mkdocs.yml": f"{_CONFIGURATION}    page-limit: 30\n",
    },
    good={
        "content/articles/harbour.md": _ARTICLE,
        "docs/about.md": "# About\n\nWe have a long story.\n",
        "mkdocs.yml": f"{_CONFIGURATION}    page-limit: 30\n",
    },
)

DAMAGED_LISTING = Code(
    id="H006",
    name="damaged-listing",
    severity=Severity.ERROR,
    summary="The list of what was published last is damaged or of a newer version.",
    why="Without it nobody can tell which addresses must keep working.",
    bad={
        "content/articles/harbour.md": _ARTICLE,
        "mkdocs.yml": f"{_CONFIGURATION}    publish-to: public\n",
        "public/current/briefing-manifest.json": "{",
    },
    good={
        "content/articles/harbour.md": _ARTICLE,
        "mkdocs.yml": f"{_CONFIGURATION}    publish-to: public\n",
    },
)

CODES = (
    BROKEN_ADDRESS,
    BROKEN_ANCHOR,
    MISSING_PICTURE,
    VANISHED_ADDRESS,
    PAGE_TOO_LARGE,
    DAMAGED_LISTING,
)
