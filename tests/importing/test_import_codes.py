"""The examples of the import's codes are files to import, not sites."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.config import Settings
from generator.diagnostics import Code
from generator.diagnostics.codes.importing import CODES
from generator.importing import import_file


def codes_of(files: dict[str, str]) -> list[str]:
    ((path, text),) = files.items()
    _, found = import_file(
        text.encode(), path=path, settings=Settings(), fallback_date=dt.date(2024, 5, 6)
    )
    return [item.code for item in found]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_bad_example_has_this_fault_and_the_good_none(code: Code) -> None:
    assert codes_of(code.bad) == [code.id]
    assert codes_of(code.good) == []
