from __future__ import annotations

import json

from generator.diagnostics import SourceFile, Span, diagnose
from generator.diagnostics.codes.front_matter import CODES
from generator.diagnostics.emitters import emit


def test_a_code_quality_report_has_a_stable_fingerprint_for_each_fault() -> None:
    text = "one\ntwo\nthree\n"
    source = SourceFile("content/articles/a.md", text)
    faults = [
        diagnose(CODES[0], source, Span(at, at + 1), "It is wrong.", "Mend it.") for at in (0, 4)
    ]
    moved = [
        diagnose(
            CODES[0], SourceFile(source.path, "\n" + text), Span(1, 2), "It is wrong.", "Mend it."
        )
    ]

    rows = json.loads(emit(faults, "gitlab"))

    assert rows[0]["location"] == {"path": "content/articles/a.md", "lines": {"begin": 1}}
    assert rows[0]["description"] == "It is wrong. Mend it."
    assert rows[0]["check_name"] == CODES[0].id
    assert rows[0]["severity"] in {"critical", "major", "info"}
    assert rows[0]["fingerprint"] != rows[1]["fingerprint"]
    assert json.loads(emit(moved, "gitlab"))[0]["fingerprint"] == rows[0]["fingerprint"]
    assert json.loads(emit((), "gitlab")) == []
