"""The examples of the import's codes are files to import, not sites."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from generator.config import Settings
from generator.diagnostics import Code
from generator.diagnostics.codes.importing import CODES, EXTRA_MISSING, TOO_LARGE
from generator.importing import files, import_file


def codes_of(examples: dict[str, str]) -> list[str]:
    ((path, text),) = examples.items()
    _, found = import_file(
        text.encode(), path=path, settings=Settings(), fallback_date=dt.date(2024, 5, 6)
    )
    return [item.code for item in found]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_bad_example_has_this_fault_and_the_good_none(
    code: Code, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert codes_of(code.good) == []
    if code is EXTRA_MISSING:
        monkeypatch.delitem(sys.modules, "generator.importing.page", raising=False)
        monkeypatch.setitem(sys.modules, "generator.importing.page", None)
    elif code is TOO_LARGE:
        monkeypatch.setattr(files, "LARGEST_FILE", 200)
    assert codes_of(code.bad) == [code.id]


def test_without_the_extra_the_mend_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "generator.importing.page", None)
    _, (fault,) = import_file(
        b"<!doctype html><p>Words", path="a.html", settings=Settings(), fallback_date=dt.date.max
    )
    assert "pip install 'briefing-generator[import]'" in fault.help
