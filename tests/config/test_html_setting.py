from __future__ import annotations

import pytest

from generator.config import loading
from generator.config.loading import load_settings
from generator.diagnostics import SourceFile


def load(value: str) -> tuple[tuple[str, ...], list[tuple[int, int, str, str]]]:
    text = f"site_name: Desk\nextra:\n  briefing:\n    html: {value}\n"
    settings, faults = load_settings(SourceFile("mkdocs.yml", text), {})
    return settings.html, [(item.line, item.column, item.message, item.help) for item in faults]


def test_elements_are_named() -> None:
    assert load("[sub, <SUP>]") == (("sub", "sup"), [])
    assert load("sub") == (("sub",), [])


@pytest.mark.parametrize("name", ["script", "a", "img", "style", "div", "iframe", "sub onclick"])
def test_what_is_not_safe_is_refused(name: str) -> None:
    (fault,) = load(f"[sub, {name}]")[1]
    assert fault[:2] == (4, 17)
    assert name in fault[2]
    assert "ruby" in fault[3]


def test_what_judges_them_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "find_spec", lambda _: None)
    assert load("sub")[1] == [
        (
            4,
            11,
            "The setting html needs nh3, which is not installed.",
            "Run pip install 'briefing-generator[html]', or delete the setting.",
        )
    ]
    assert load("[]")[1] == []
