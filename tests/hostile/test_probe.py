from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.rendering import escaping
from tests.hostile.building import clean_site, folder, publish, settle
from tests.hostile.extras import extra_site
from tests.hostile.payloads import sample
from tests.hostile.placing import Placer
from tests.hostile.probing import known_marks, own_classes, probe, told

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Few enough that the session takes a minute or two; `nox -s hostile` takes them all.
SOME = sample(48)


@pytest.fixture(scope="module")
def known(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    site = clean_site(tmp_path_factory.mktemp("clean") / "site")
    return known_marks(chromium, site) | own_classes()


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Escaping that lets everything through."""
    for name in ("_INLINE", "_HTML", "_ATTRIBUTE"):
        monkeypatch.setattr(escaping, name, {})
    escaping.md.cache_clear()
    escaping.html.cache_clear()
    yield
    monkeypatch.undo()
    escaping.md.cache_clear()
    escaping.html.cache_clear()


def test_nothing_runs(chromium: Browser, known: frozenset[str], tmp_path: Path) -> None:
    root = folder(tmp_path / "site")
    placer = Placer(SOME, size=16)
    assert placer.lost(settle(root, placer)) == {}
    found = probe(chromium, publish(root), known)
    assert found.pages > 30
    assert not found.findings, told(found.findings)


def test_nothing_runs_with_the_extensions_of_markdown(chromium: Browser, tmp_path: Path) -> None:
    known = known_marks(chromium, clean_site(tmp_path / "clean", extensions=True)) | own_classes()
    root = folder(tmp_path / "site", extensions=True)
    settle(root, Placer(SOME[::3], size=16))
    found = probe(chromium, publish(root), known)
    assert not found.findings, told(found.findings)


def test_nothing_of_settings_and_imports_runs(
    chromium: Browser, known: frozenset[str], tmp_path: Path
) -> None:
    unusable = extra_site(tmp_path / "site", SOME)
    assert unusable < 5  # of 15
    found = probe(chromium, publish(tmp_path / "site"), known)
    assert not found.findings, told(found.findings)


@pytest.mark.usefixtures("careless")
def test_the_probe_sees_what_runs(chromium: Browser, known: frozenset[str], tmp_path: Path) -> None:
    texts = (
        "<script>window.ran=1</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=//foreign.example/i>",
        "<a id=location>words</a>",
        "<iframe srcdoc=words></iframe>",
        "[words](javascript:alert(2))",
    )
    root = folder(tmp_path / "site")
    settle(root, Placer(texts, size=1))
    found = probe(chromium, publish(root), known)
    kinds = {item.what for item in found.findings}
    ran = {item.what for item in found.findings if item.executed}
    assert "window.ran" in ran
    assert {item for item in ran if item.startswith("dialog")} >= {"dialog: alert(1)"}
    assert any(
        item.what == "request" and "foreign.example" in item.example for item in found.findings
    )
    assert {"clobbered location", "<iframe>", "<iframe srcdoc>"} <= kinds
    assert any(item.startswith("handler onerror") for item in kinds)
