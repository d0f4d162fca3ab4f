"""Diagnostics as a Code Quality report, which GitLab shows on the lines of a merge request.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter

from generator.diagnostics.diagnostic import Diagnostic, Severity

from .characters import inert_json

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def emit_gitlab(items: list[Diagnostic]) -> str:
    """A list of objects, in ASCII.

    A fault's fingerprint holds no line, so that it stays the same fault when it moves; the second
    of two alike has another.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for item in items:
        key = item.path, item.code, item.message
        seen[key] += 1
        identity = "\0".join((*key, str(seen[key]))).encode("utf-8", errors="surrogatepass")
        rows.append(
            {
                "description": f"{item.message} {item.help}".strip(),
                "check_name": item.code,
                "fingerprint": hashlib.blake2b(identity, digest_size=20).hexdigest(),
                "severity": _SEVERITIES[item.severity],
                "location": {"path": item.path, "lines": {"begin": item.line}},
            }
        )
    return inert_json(json.dumps(rows, indent=2, ensure_ascii=True)) + "\n"
