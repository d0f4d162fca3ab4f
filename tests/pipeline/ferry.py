"""An article about a ferry, and annotations of it imported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.pipeline import Workspace
from generator.pipeline.annotations import (
    ImportedAnnotations,
    import_annotations,
)

ROOT = Path(__file__).resolve().parents[2]

NAME = "content/articles/ferry.md"
BESIDE = "content/articles/ferry.annotations.yaml"
HEAD = "---\ntitle: The ferry is back\ndate: 2024-05-02\n---\n\n"
ANN = {"content/actors/ann.md": "---\nname: Ann Example\nkind: Person\n---\n"}
TEXT = "Ann Example said the *ferry sails* again on Monday.\n\nIt opens on Monday, too.\n"


def annotation(exact: str, *tags: str, **values: Any) -> dict[str, Any]:  # noqa: ANN401
    selector = {"type": "TextQuoteSelector", "exact": exact}
    selector |= {key: values.pop(key) for key in ("prefix", "suffix") if key in values}
    target = {"source": values.pop("source", "https://x.example/a"), "selector": [selector]}
    return {"tags": list(tags), "target": [target], **values}


def run(
    root: Path, *annotations: dict[str, Any], to_sidecar: bool = False, fuzzy: bool = False
) -> ImportedAnnotations:
    (root / "notes.json").write_text(json.dumps({"rows": annotations}), encoding="utf-8")
    return import_annotations(
        Workspace(root),
        root / NAME,
        root / "notes.json",
        to_sidecar=to_sidecar,
        confirm=lambda _wanted, _found: fuzzy,
    )


def text(root: Path) -> str:
    return (root / NAME).read_text(encoding="utf-8").removeprefix(HEAD)


def beside(root: Path) -> str:
    path = root / BESIDE
    return path.read_text(encoding="utf-8") if path.exists() else ""
