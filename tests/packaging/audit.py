"""Asks for known vulnerabilities of locked packages: ``python -m tests.packaging.audit LOCK``.

pip-audit asks a service. Where that cannot be reached it says that nothing was found, or fails;
what it could not ask about is read from its report, so that silence is not taken for good news.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

IGNORED: Final[Mapping[str, str]] = MappingProxyType({})
"""Vulnerabilities that cannot reach us, by id (PYSEC-…, CVE-…, GHSA-…), each with the reason."""

REQUIRED: Final = "BRIEFING_AUDIT"
"""With ``required`` in this variable of the environment, an audit that did not happen fails."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is printed, and whether the packages may be used; ``asked`` is how many it knows of."""

    lines: tuple[str, ...]
    good: bool
    asked: int


def judge(
    report: Mapping[str, Any] | None, ignored: Mapping[str, str], *, required: bool
) -> Verdict:
    """The verdict on pip-audit's JSON ``report``, ``None`` where it gave none."""
    packages = report.get("dependencies", []) if report else []
    unasked = [item["name"] for item in packages if "skip_reason" in item]
    asked = len(packages) - len(unasked)
    if not asked:
        count = f"{len(packages)} packages were" if packages else "Nothing was"
        line = f"{count} NOT audited: the vulnerability service cannot be reached from here."
        return Verdict((line,), not required, 0)
    lines = [f"{name} was NOT audited: the service does not know it." for name in unasked]
    good, used = not unasked, set()
    for item in packages:
        for fault in item.get("vulns", []):
            known = {fault["id"], *fault.get("aliases", [])}
            excused = sorted(known & ignored.keys())
            used.update(excused)
            mended = ", ".join(fault.get("fix_versions", [])) or "no version yet"
            said = f"{item['name']} {item['version']}: {fault['id']}, mended in {mended}"
            lines.append(f"{said}; ignored: {ignored[excused[0]]}" if excused else f"{said}.")
            good = good and bool(excused)
    for name in sorted(ignored.keys() - used):
        lines.append(f"{name} is ignored and no longer found: take it out of the list.")
        good = False
    lines.append(f"{asked} packages audited.")
    return Verdict(tuple(lines), good, asked)


def main(lock: str) -> int:
    """Audit ``lock``; the exit code."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"),
            *("--disable-pip", "--require-hashes", "--requirement", lock),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        report = json.loads(done.stdout)
    except ValueError:
        report = None
        last = done.stderr.strip().splitlines()[-1:] or ["pip-audit said nothing"]
        sys.stderr.write(f"{last[0]}\n")
        if "ConnectionError" not in done.stderr and "Timeout" not in done.stderr:
            return 1  # not the network: a fault of the lock file or of the tool
    verdict = judge(report, IGNORED, required=os.environ.get(REQUIRED) == "required")
    sys.stdout.write("".join(f"{line}\n" for line in verdict.lines))
    return 0 if verdict.good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
