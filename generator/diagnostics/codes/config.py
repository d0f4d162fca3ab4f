"""Settings: ``extra.briefing`` in ``mkdocs.yml``, and the few settings of MkDocs that are used."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_HEAD = "site_name: Example Desk\n"


def _settings(*lines: str, head: str = _HEAD) -> dict[str, str]:
    own = "".join(f"    {line}\n" for line in lines)
    return {"mkdocs.yml": f"{head}extra:\n  briefing:\n{own}" if own else head}


SETTINGS_SYNTAX = Code(
    id="C001",
    name="settings-syntax",
    severity=Severity.ERROR,
    summary="A line of mkdocs.yml cannot be read.",
    why="MkDocs could not read it either.",
    bad={"mkdocs.yml": "site_name: Example Desk: briefings\n"},
    good={"mkdocs.yml": 'site_name: "Example Desk: briefings"\n'},
)

SETTINGS_YAML = Code(
    id="C002",
    name="settings-plain-yaml",
    severity=Severity.ERROR,
    summary="A setting holds a tag, an alias or a key twice.",
    why="Elsewhere in mkdocs.yml they are MkDocs' affair; here only plain values are read.",
    bad=_settings("language: !!str en"),
    good=_settings("language: en"),
)

UNKNOWN_SETTING = Code(
    id="C003",
    name="unknown-setting",
    severity=Severity.ERROR,
    summary="There is no such setting.",
    why="A misspelt setting would be passed over without a word.",
    bad=_settings("quotation-limits: 200"),
    good=_settings("quotation-limit: 200"),
)

BAD_SETTING = Code(
    id="C004",
    name="bad-setting",
    severity=Severity.ERROR,
    summary="A setting has a value that it cannot have.",
    why="The site would be built otherwise than asked.",
    bad=_settings("quotation-limit: many"),
    good=_settings("quotation-limit: 200"),
)

BAD_FOLDER = Code(
    id="C005",
    name="bad-folder",
    severity=Severity.ERROR,
    summary="A folder lies outside the folder of mkdocs.yml.",
    why="Pages are written there and old ones deleted, so nothing else may be within reach.",
    bad=_settings("content-dir: ../content"),
    good=_settings("content-dir: content"),
)

FOLDERS_OVERLAP = Code(
    id="C006",
    name="folders-overlap",
    severity=Severity.ERROR,
    summary="One of the site's folders lies within another.",
    why="Sources and drafts would be published, or generated pages read as sources.",
    bad=_settings("content-dir: docs/content"),
    good=_settings("content-dir: content"),
)

CODES = (
    SETTINGS_SYNTAX,
    SETTINGS_YAML,
    UNKNOWN_SETTING,
    BAD_SETTING,
    BAD_FOLDER,
    FOLDERS_OVERLAP,
)
