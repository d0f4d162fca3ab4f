"""Entries of the registers, beyond what holds for all front matter."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity


def _actor(*lines: str) -> dict[str, str]:
    return {"content/actors/ada-example.md": f"---\nname: Ada Example\n{''.join(lines)}---\n"}


def _figure(*lines: str) -> dict[str, str]:
    head = "label: Ferries in service\nunit: ferries\n"
    return {"content/figures/ferries.md": f"---\n{head}{''.join(lines)}---\n"}


BAD_EDTF = Code(
    id="R001",
    name="bad-edtf",
    severity=Severity.ERROR,
    summary="A date is not written as EDTF has it.",
    why="EDTF says how precise a date is: a year, a month or a day, and whether it is certain.",
    bad=_actor("roles:\n  - title: Harbour master\n    from: May 2019\n"),
    good=_actor("roles:\n  - title: Harbour master\n    from: 2019-05\n"),
)

ROLE_ENDS_BEFORE_IT_BEGINS = Code(
    id="R002",
    name="role-ends-before-it-begins",
    severity=Severity.ERROR,
    summary="A role ends before it begins.",
    why="Pages show the role held on an article's date, and this one is held on none.",
    bad=_actor("roles:\n  - title: Harbour master\n    from: 2023\n    to: 2019\n"),
    good=_actor("roles:\n  - title: Harbour master\n    from: 2019\n    to: 2023\n"),
)

BAD_WIKIDATA = Code(
    id="R003",
    name="bad-wikidata",
    severity=Severity.ERROR,
    summary="The Wikidata item is not written as Q and a number.",
    why="The link to Wikidata is made from it.",
    bad=_actor("wikidata: https://www.wikidata.org/wiki/Q4115189\n"),
    good=_actor("wikidata: Q4115189\n"),
)

BAD_TOLERANCE = Code(
    id="R004",
    name="bad-tolerance",
    severity=Severity.ERROR,
    summary="The tolerance is neither a share such as 10% nor a number.",
    why="Reports that lie further apart than the tolerance are shown as disagreeing.",
    bad=_figure("tolerance: a few\n"),
    good=_figure("tolerance: 10%\n"),
)

REPEATED_NAME = Code(
    id="R005",
    name="repeated-name",
    severity=Severity.WARNING,
    summary="An entry gives the same name twice.",
    why="The second does nothing; mostly another spelling was meant.",
    bad=_actor("aliases: [A. Example, Ada Example]\n"),
    good=_actor("aliases: [A. Example, Ada E. Example]\n"),
)

CODES = (BAD_EDTF, ROLE_ENDS_BEFORE_IT_BEGINS, BAD_WIKIDATA, BAD_TOLERANCE, REPEATED_NAME)
