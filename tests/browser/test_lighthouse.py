"""Lighthouse as it is set by default: a middling phone on slow 4G, simulated."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Tell
from tests.browser.page_kinds import PAGES
from tests.chromium import FLAGS

pytestmark = pytest.mark.browser

JUDGED = ("accessibility", "best-practices", "seo")
SHOWN = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time",
         "cumulative-layout-shift")  # fmt: skip


@pytest.fixture(scope="module")
def lighthouse(browser_tools: Path) -> list[str]:
    """The command that judges an address."""
    node = shutil.which("node")
    assert node, "Lighthouse needs Node.js"
    return [
        node,
        str(browser_tools / "lighthouse" / "cli" / "index.js"),
        "--quiet",
        "--output=json",
        "--only-categories=performance,accessibility,best-practices,seo",
        "--chrome-flags=" + " ".join(["--headless=new", *FLAGS]),
    ]


def judged(lighthouse: list[str], chromium: Browser, address: str) -> dict[str, Any]:
    """A report."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    run = subprocess.run(
        [*lighthouse, address],
        env={**os.environ, "CHROME_PATH": executable or chromium.browser_type.executable_path},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    report: dict[str, Any] = json.loads(run.stdout)
    assert "runtimeError" not in report, report["runtimeError"]
    return report


def test_a_phone_on_a_slow_line(
    lighthouse: list[str], chromium: Browser, host: str, tell: Tell
) -> None:
    """Times are printed and not judged: they are the machine's too."""
    lines, poor = [], []
    version = ""
    for name in ("home", "briefing", "actor", "reading", "search"):
        report = judged(lighthouse, chromium, f"{host}{PAGES[name]}")
        version = report["lighthouseVersion"]
        scores = {key: round(item["score"] * 100) for key, item in report["categories"].items()}
        shown = [report["audits"][key]["displayValue"].replace("\xa0", " ") for key in SHOWN]
        lines.append(
            f"  {name:10}" + "".join(f"{score:6}" for score in scores.values())
            + "".join(f"{item:>9}" for item in shown)
            + f"{round(report['audits']['total-byte-weight']['numericValue']):10,}"
        )  # fmt: skip
        poor += [
            f"{name}: {key} {scores[key]}: {reference['id']}"
            for key in JUDGED
            if scores[key] < 95
            for reference in report["categories"][key]["auditRefs"]
            if report["audits"][reference["id"]]["score"] == 0
        ]
    tell(f"Lighthouse {version}, mobile: simulated slow 4G and a four times slower processor;")
    tell(f"Chromium {chromium.version}, {os.cpu_count()} processors, gzip, on loopback")
    tell(
        f"  {'':10}{'perf':>6}{'a11y':>6}{'best':>6}{'seo':>6}"
        f"{'FCP':>9}{'LCP':>9}{'TBT':>9}{'CLS':>9}{'bytes':>10}"
    )
    for line in lines:
        tell(line)
    assert poor == []
