"""What ``--untrusted`` refuses: the parts of a site that are programs, or lead to one.

The examples show it with ``briefing check --untrusted``.
"""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_SITE = "site_name: Example Desk\n"
_ARTICLE = "---\ntitle: Harbour reopens\ndate: 2024-03-04\n---\n\nThe harbour reopened.\n"

NOT_OBEYED = Code(
    id="U001",
    name="setting-not-obeyed",
    severity=Severity.ERROR,
    summary="A setting is not among those that an untrusted build obeys.",
    why="Hooks, plugins and Markdown extensions are programs, and some settings make them run "
    "others or read any file. A pull request must not choose what runs where it is built.",
    bad={"mkdocs.yml": f"{_SITE}hooks: [hooks.py]\n"},
    good={"mkdocs.yml": f"{_SITE}plugins: [search]\n"},
)

THEME_OF_ITS_OWN = Code(
    id="U002",
    name="theme-of-its-own",
    severity=Severity.ERROR,
    summary="The folder custom_dir holds a file that is not one of the generator's theme.",
    why="The site builder runs templates of a theme outside any sandbox. Style sheets, scripts, "
    "fonts and photographs may be added.",
    bad={
        "mkdocs.yml": f"{_SITE}theme:\n  name: material\n  custom_dir: templates/theme\n",
        "templates/theme/main.html": "{{ config }}\n",
    },
    good={
        "mkdocs.yml": f"{_SITE}theme:\n  name: material\n  custom_dir: templates/theme\n",
        "templates/theme/assets/desk.css": "body { margin: 0 }\n",
    },
)

TEMPLATE_LIMIT = Code(
    id="U003",
    name="template-limit",
    severity=Severity.ERROR,
    summary="A page template takes too long or makes too much.",
    why="Whoever can send a pull request could keep the machine busy or fill its disk.",
    bad={
        "content/articles/harbour.md": _ARTICLE,
        "templates/pages/corrections.md.j2": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}\n",
    },
    good={
        "content/articles/harbour.md": _ARTICLE,
        "templates/pages/corrections.md.j2": "# {{ view.page.title | md }}\n",
    },
)

BUILD_LIMIT = Code(
    id="U004",
    name="build-limit",
    severity=Severity.ERROR,
    summary="An untrusted command was ended.",
    why="It took more time than it may, or the system ended it; what stood before still stands.",
    bad={
        "mkdocs.yml": f"{_SITE}exclude_docs: '{'*a' * 12}b'\n",
        "docs/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md": "# A\n",
    },
    good={
        "mkdocs.yml": f"{_SITE}exclude_docs: '*b.md'\n",
        "docs/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md": "# A\n",
    },
)

CODES = (NOT_OBEYED, THEME_OF_ITS_OWN, TEMPLATE_LIMIT, BUILD_LIMIT)
