"""Every code of the table has a bad case that shows it and a good case that shows nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.diagnostics import Code, Diagnostic
from generator.diagnostics.codes import TABLE
from generator.pipeline import Workspace, build, check_content
from tests.conftest import MakeSite

BUILDING = ("P", "T")
STALE = "D"
STALE_AT = dt.date(2025, 6, 1)  # the day that the examples of codes/stale.py name
IMPORTING = "I"  # their examples are files to import: tests/importing runs them
SURROUNDINGS = "E"  # test_doctor.py runs them
PUBLICATION = "H"  # test_publish.py runs them
PLACES = "N"  # tests/escape/test_links_out.py runs them
UNTRUSTED = "U"  # tests/escape/test_untrusted_configuration.py runs them
ELSEWHERE = (IMPORTING, SURROUNDINGS, PUBLICATION, PLACES, UNTRUSTED)
CODES = {code.id: code for code in TABLE.values() if not code.id.startswith(ELSEWHERE)}


def found(make_site: MakeSite, code: Code, files: dict[str, str]) -> tuple[Diagnostic, ...]:
    workspace = Workspace(make_site(files))
    if code.id.startswith(BUILDING):
        return build(workspace).diagnostics
    stale_at = STALE_AT if code.id.startswith(STALE) else None
    return check_content(workspace, drafts=True, stale_at=stale_at).diagnostics


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_the_bad_case_shows_the_code_once(make_site: MakeSite, code: Code) -> None:
    hits = [item for item in found(make_site, code, code.bad) if item.code == code.id]

    assert len(hits) == 1
    assert hits[0].severity is code.severity
    assert hits[0].message


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_the_good_case_is_clean(make_site: MakeSite, code: Code) -> None:
    assert found(make_site, code, code.good) == ()
