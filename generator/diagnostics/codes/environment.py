"""What `briefing doctor` finds: versions, builders, settings that are passed over, the built site.

The examples show the file in which a newsroom says what it uses; some faults are those of a machine
and have no file.
"""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_SITE = "site_name: Example Desk\n"
_PLAIN = {"requirements.txt": "briefing-generator\n"}

WRONG_VERSION = Code(
    id="E001",
    name="wrong-version",
    severity=Severity.ERROR,
    summary="Something that the generator needs is missing or of a version that it cannot use.",
    why="The site would not be built, or not as it should be: MkDocs 2, for one, has no plugins.",
    bad={"requirements.txt": "briefing-generator\nmkdocs>=2\n"},
    good={"requirements.txt": "briefing-generator\nmkdocs>=1.6.1,<2\n"},
)

END_OF_LIFE = Code(
    id="E002",
    name="end-of-life",
    severity=Severity.WARNING,
    summary="Something that the site is built with is no longer mended by its makers.",
    why="Security faults found from now on stay.",
    bad={".python-version": "3.9\n"},
    good={".python-version": "3.14\n"},
)

END_IS_NEAR = Code(
    id="E003",
    name="end-of-life-is-near",
    severity=Severity.NOTE,
    summary="Something that the site is built with reaches its end of life within half a year.",
    why="There is time to move without haste.",
    bad={".python-version": "3.10\n"},
    good={".python-version": "3.14\n"},
)

MISSING_EXTRA = Code(
    id="E004",
    name="missing-extra",
    severity=Severity.NOTE,
    summary="An optional part is not installed.",
    why="The command that needs it would stop and say so.",
    bad=_PLAIN,
    good={"requirements.txt": "briefing-generator[import]\n"},
)

IGNORED_SETTING = Code(
    id="E005",
    name="ignored-setting",
    severity=Severity.WARNING,
    summary="The site builder ignores a setting without a word, and pages are other ones for it.",
    why="Nobody would notice what is missing.",
    bad={"mkdocs.yml": f"{_SITE}hooks: [hooks.py]\n"},
    good={"mkdocs.yml": _SITE},
)

IGNORED_OPTION = Code(
    id="E006",
    name="ignored-option",
    severity=Severity.NOTE,
    summary="The site builder ignores an option without a word; the pages are the same.",
    why="Whoever set it counts on it.",
    bad={"mkdocs.yml": f"{_SITE}plugins:\n  - search:\n      lang: [en, ar]\n"},
    good={"mkdocs.yml": f"{_SITE}plugins: [search]\n"},
)

NEEDLESS_PLUGIN = Code(
    id="E007",
    name="needless-plugin",
    severity=Severity.NOTE,
    summary="A plugin is set that no generated page needs.",
    why="Each plugin binds the site to builders that know it, and has to be kept current.",
    bad={"mkdocs.yml": f"{_SITE}plugins: [search, social]\n"},
    good={"mkdocs.yml": f"{_SITE}plugins: [search]\n"},
)

LEAVES_SITE = Code(
    id="E008",
    name="leaves-the-site",
    severity=Severity.WARNING,
    summary="A page of the built site loads something from another host.",
    why="That host learns who reads what, and the page breaks when it is gone.",
    bad={
        "mkdocs.yml": _SITE,
        "site/index.html": '<script src="https://cdn.example/a.js"></script>\n',
    },
    good={"mkdocs.yml": _SITE, "site/index.html": '<script src="assets/a.js"></script>\n'},
)

SHALLOW_CLONE = Code(
    id="E009",
    name="shallow-clone",
    severity=Severity.WARNING,
    summary="The clone lacks older commits.",
    why="Dates and changes that come from git would be those of the oldest commit that is there.",
    bad={".git/shallow": "0123456789abcdef0123456789abcdef01234567\n"},
    good={".git/HEAD": "ref: refs/heads/main\n"},
)

CACHE_IN_THE_WAY = Code(
    id="E010",
    name="cache-in-the-way",
    severity=Severity.WARNING,
    summary="The cache folder cannot be used.",
    why="Every build would begin from nothing, or fail.",
    bad={"mkdocs.yml": _SITE, ".briefing": "A file where the folder should be.\n"},
    good={"mkdocs.yml": _SITE},
)

ENGINE_MISSING = Code(
    id="E011",
    name="builder-missing",
    severity=Severity.ERROR,
    summary="The site builder that was asked for is not installed.",
    why="Nothing is built with another one instead.",
    bad=_PLAIN,
    good={"requirements.txt": "briefing-generator[zensical]\n"},
)

PUBLISH_TARGET = Code(
    id="E012",
    name="publish-target",
    severity=Severity.WARNING,
    summary="Nothing can be published to the place that `publish-to` names.",
    why="`briefing publish` would build the site and then refuse, when readers wait for it.",
    bad={"mkdocs.yml": f"{_SITE}extra: {{briefing: {{publish-to: ftp://desk.example/}}}}\n"},
    good={"mkdocs.yml": f"{_SITE}extra: {{briefing: {{publish-to: public}}}}\n"},
)

GONE_AND_THERE = Code(
    id="E013",
    name="gone-and-there",
    severity=Severity.WARNING,
    summary="The setting `gone` names an address that the built site has.",
    why="If the page vanished one day by mistake, publishing would not refuse.",
    bad={
        "mkdocs.yml": f"{_SITE}extra: {{briefing: {{gone: [briefings/ferry/]}}}}\n",
        "site/briefings/ferry/index.html": "<p>Here.</p>\n",
    },
    good={
        "mkdocs.yml": f"{_SITE}extra: {{briefing: {{gone: [briefings/ferry/]}}}}\n",
        "site/index.html": "<p>Here.</p>\n",
    },
)

PAGE_OVER_LIMIT = Code(
    id="E014",
    name="page-over-the-limit",
    severity=Severity.WARNING,
    summary="A built page is larger than `page-limit` allows.",
    why="The next publication would be refused.",
    bad={
        "mkdocs.yml": f"{_SITE}extra: {{briefing: {{page-limit: 1}}}}\n",
        "site/index.html": f"<p>{'Words. ' * 160}</p>\n",
    },
    good={
        "mkdocs.yml": f"{_SITE}extra: {{briefing: {{page-limit: 1}}}}\n",
        "site/index.html": "<p>Words.</p>\n",
    },
)

CODES = (
    WRONG_VERSION,
    END_OF_LIFE,
    END_IS_NEAR,
    MISSING_EXTRA,
    IGNORED_SETTING,
    IGNORED_OPTION,
    NEEDLESS_PLUGIN,
    LEAVES_SITE,
    SHALLOW_CLONE,
    CACHE_IN_THE_WAY,
    ENGINE_MISSING,
    PUBLISH_TARGET,
    GONE_AND_THERE,
    PAGE_OVER_LIMIT,
)
