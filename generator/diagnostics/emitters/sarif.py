"""Diagnostics as a SARIF 2.1.0 log (OASIS Standard, 27 March 2020, with errata 01).

Columns and offsets count code points (``columnKind``), a byte order mark among the latter. GitHub
and other viewers print a message as it stands, so braces in it are not doubled.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.diagnostics.codes import TABLE
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.fix import Edit, Fix

from .characters import inert_json, visible

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_BRACKET = re.compile(r"[\\\[\]]")
_LINE_NUMBER = re.compile(r"(?<=\.md|yml|aml):[0-9]+")


def emit_sarif(items: list[Diagnostic]) -> str:
    """A log of one run, in ASCII, with the rules of the codes that occur."""
    codes = sorted({item.code for item in items})
    driver = {"name": "briefing", "version": __version__, "rules": [_rule(code) for code in codes]}
    told: Counter[str] = Counter()
    results = []
    for item in items:
        mark = _fingerprint(item)
        told[mark] += 1
        results.append(_result(item, codes.index(item.code), f"{mark}:{told[mark]}"))
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return inert_json(json.dumps(log, indent=2, ensure_ascii=True)) + "\n"


def _rule(code: str) -> dict[str, Any]:
    row = TABLE[code]
    return {
        "id": row.id,
        "name": row.name,
        "shortDescription": {"text": row.summary},
        "fullDescription": {"text": row.why},
        "help": {"text": f"`briefing explain {row.id}` shows what to write instead."},
        "defaultConfiguration": {"level": str(row.severity)},
    }


def _result(item: Diagnostic, rule: int, mark: str) -> dict[str, Any]:
    place = {
        "artifactLocation": _artifact(item),
        "region": {
            "startLine": item.line,
            "startColumn": item.column,
            "endLine": item.end_line,
            "endColumn": item.end_column,
        },
    }
    result = {
        "ruleId": item.code,
        "ruleIndex": rule,
        "level": str(item.severity),
        "message": {"text": _message(item)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"briefing/v1": mark},
    }
    return {**result, "fixes": [_fix(item, item.fix)]} if item.fix else result


def _artifact(item: Diagnostic) -> dict[str, str]:
    return {"uri": quote(item.path, safe="/", errors="surrogatepass")}


def _message(item: Diagnostic) -> str:
    lines = (item.message, *item.help.split("\n")) if item.help else (item.message,)
    text = "\n".join(visible(line) for line in lines)
    # A bracket has to be escaped only where a link would be read (section 3.11.6).
    return _BRACKET.sub(r"\\\g<0>", text) if "](" in text else text


def _fingerprint(item: Diagnostic) -> str:
    """What stays the same while the fault moves within its file: messages may name other lines."""
    text = "\0".join((item.code, item.path, _LINE_NUMBER.sub("", item.message)))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _fix(item: Diagnostic, fix: Fix) -> dict[str, Any]:
    change = {
        "artifactLocation": _artifact(item),
        "replacements": [_replacement(edit) for edit in sorted(fix.edits)],
    }
    return {
        "description": {"text": visible(fix.title)},
        "artifactChanges": [change],
        "properties": {"applicability": str(fix.applicability)},
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    start, end = edit.span
    deleted = {"deletedRegion": {"charOffset": start, "charLength": end - start}}
    return {**deleted, "insertedContent": {"text": edit.text}} if edit.text else deleted
