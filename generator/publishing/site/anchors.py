"""Links to anchors that are not there, as ``validate_anchor_links`` of MkDocs tells them."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .conversion import Conversion
    from .gathering import Gathered
    from .records import ConvertedRecord
    from .store import Store


def find_broken(
    gathered: Gathered, conversion: Conversion, before: Mapping[str, Any], store: Store
) -> None:
    """Say in each record which links of its page lead to no anchor.

    Only pages that were converted just now are looked at, and those that link to such a page whose
    anchors changed.

    Raises:
        DamagedError: the cache is not what its index says.
    """
    records = conversion.records
    if gathered.config.validation.links.anchors < logging.WARNING:
        for record in records.values():
            record.broken = []
        return
    changed = _changed(conversion, before)
    look = _Look(conversion.records, store)
    for file in gathered.pages:
        record = records[file.src_uri]
        if file.src_uri in conversion.why or not changed.isdisjoint(record.linked):
            record.broken = look.broken(file.src_uri) if record.linked else []


def _changed(conversion: Conversion, before: Mapping[str, Any]) -> set[int]:
    """The numbers of pages whose anchors are not what they were."""
    old = {name: held[4] for name, held in before.get("pages", {}).items()}
    now = {name: record.anchors for name, record in conversion.records.items()}
    return {
        number for number, name in enumerate(conversion.names) if old.get(name) != now.get(name)
    }


class _Look:
    def __init__(self, records: Mapping[str, ConvertedRecord], store: Store) -> None:
        self._records = records
        self._store = store
        self._anchors: dict[str, frozenset[str]] = {}

    def broken(self, uri: str) -> list[str]:
        found = []
        for target, links in self._facts(uri)["links"].items():
            if target in self._records:
                present = self._present(target)
                found += [
                    _sentence(uri, target, anchor, link)
                    for anchor, link in links.items()
                    if anchor not in present
                ]
        return found

    def _present(self, uri: str) -> frozenset[str]:
        if uri not in self._anchors:
            self._anchors[uri] = frozenset(self._facts(uri)["anchors"])
        return self._anchors[uri]

    def _facts(self, uri: str) -> dict[str, Any]:
        held: dict[str, Any] = json.loads(self._store.read(self._records[uri].facts))
        return held


def _sentence(uri: str, target: str, anchor: str, link: str) -> str:
    context = ""
    if target == uri:
        problem = "there is no such anchor on this page"
        if anchor.startswith("fnref:"):
            context = " This seems to be a footnote that is never referenced."
    else:
        problem = f"the doc '{target}' does not contain an anchor '#{anchor}'"
    return f"Doc file '{uri}' contains a link '{link}', but {problem}.{context}"
