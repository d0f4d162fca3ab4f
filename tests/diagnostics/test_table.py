from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from generator.diagnostics import Code, codes
from generator.diagnostics.codes import TABLE, lookup
from generator.diagnostics.handbook import SUBJECTS


def rows() -> list[Code]:
    return list(TABLE.values())


def test_the_table_holds_every_code_of_every_subject() -> None:
    folder = Path(codes.__file__).parent
    names = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    subjects = [import_module(f"generator.diagnostics.codes.{name}") for name in names]
    written = [
        value.id
        for subject in subjects
        for value in vars(subject).values()
        if isinstance(value, Code)
    ]
    assert sorted(written) == list(TABLE)
    letters = [{code.id[0] for code in subject.CODES} for subject in subjects]
    assert all(len(used) == 1 for used in letters)
    assert set.union(*letters) == set(SUBJECTS)


def test_ids_and_names_are_unique() -> None:
    counts = Counter(name for row in rows() for name in (row.id, row.name))
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_a_row_is_complete(row: Code) -> None:
    assert re.fullmatch(r"[A-Z][0-9]{3}", row.id)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.name)
    assert row.summary.endswith(".")
    assert row.why.endswith(".")
    assert row.bad
    assert row.good
    assert row.bad != row.good


def test_a_code_is_found_by_id_or_name_in_any_case() -> None:
    row = TABLE["F003"]
    assert lookup("F003") is row
    assert lookup(" f003 ") is row
    assert lookup("YAML-Syntax") is row
    assert lookup("F999") is None
