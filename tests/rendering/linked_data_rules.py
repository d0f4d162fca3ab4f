"""What JSON-LD must be, rule by rule: of JSON-LD 1.1, schema.org and Google's structured data.

Each rule has the name under which a fault is told. The rules of Google are those of
https://developers.google.com/search/docs/appearance/structured-data: article, breadcrumb, dataset,
profile-page and sitelinks-searchbox; schema.org's are the ranges of the properties that we use.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]

ARTICLES = {"Article", "NewsArticle", "BackgroundNewsArticle"}
AGENTS = {"Person", "Organization", "GovernmentOrganization", "Corporation"}
DATES = {"datePublished", "dateModified"}
ADDRESSES = {
    "@id", "url", "item", "sameAs", "isBasedOn", "mainEntityOfPage", "contentUrl", "archivedAt",
    "urlTemplate",
}  # fmt: skip
# The properties of each type, as schema.org has them (its own and those it inherits).
THING = {"@type", "@id", "name", "url", "sameAs", "description", "alternateName", "image",
         "mainEntityOfPage", "potentialAction"}  # fmt: skip
WORK = THING | {
    "about", "archivedAt", "author", "citation", "contributor", "correction", "creator",
    "datePublished", "dateModified", "hasPart", "headline", "inLanguage", "isAccessibleForFree",
    "isBasedOn", "isPartOf", "keywords", "license", "mainEntity", "mentions", "publisher",
    "sourceOrganization", "temporalCoverage", "text", "translationOfWork", "workTranslation",
    "creditText",
}  # fmt: skip
PROPERTIES: dict[str, set[str]] = {
    **dict.fromkeys(ARTICLES, WORK | {"articleSection"}),
    **dict.fromkeys(AGENTS, THING | {"jobTitle"}),
    **dict.fromkeys(("Thing", "Organization", "Country"), THING),
    **dict.fromkeys(("WebSite", "WebPage", "ProfilePage", "CollectionPage", "CreativeWork"), WORK),
    "Place": THING | {"address"},
    "PostalAddress": THING | {"addressCountry"},
    "Dataset": WORK | {"distribution", "variableMeasured", "includedInDataCatalog"},
    "DataCatalog": WORK,
    "DataDownload": WORK | {"contentUrl", "encodingFormat"},
    "PropertyValue": THING | {"unitText"},
    "ImageObject": WORK | {"caption"},
    "CorrectionComment": WORK,
    "BreadcrumbList": THING | {"itemListElement"},
    "ItemList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
    "SearchAction": THING | {"target", "query-input"},
    "EntryPoint": THING | {"urlTemplate"},
}
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
INTERVAL = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")


def parsed(text: str) -> Node:
    """The graph in a script element's text, which must not be able to end the element."""
    assert not re.search(r"[<>&\u2028\u2029\n]", text)
    found: Node = json.loads(text)
    assert set(found) == {"@context", "@graph"}
    assert found["@context"] == "https://schema.org"
    return found


def faults(graph: Node) -> list[str]:
    """The names of the rules that a graph breaks, each with what breaks it."""
    found = [f"{rule}: {item}" for rule, item in _faults(graph)]
    return sorted(found)


def _faults(graph: Node) -> Iterator[tuple[str, str]]:  # noqa: C901  one rule a branch
    for node in nodes(graph["@graph"]):
        kind = node.get("@type")
        if kind is None:
            if set(node) != {"@id"}:
                yield "jsonld-typed-or-reference", repr(node)
            continue
        for key, value in node.items():
            if key not in PROPERTIES.get(kind, set()):
                yield "schema-property-of-type", f"{kind}.{key}"
            if value in ("", [], {}, None):
                yield "no-empty-values", f"{kind}.{key}"
            for text in value if isinstance(value, list) else [value]:
                if key in ADDRESSES and isinstance(text, str) and not ADDRESS.fullmatch(text):
                    yield "absolute-addresses", f"{kind}.{key} {text}"
                if key in DATES and not _dated(text):
                    yield "iso-8601-dates", f"{kind}.{key} {text}"
        yield from _required(kind, node)
    trails = [item for item in graph["@graph"] if item.get("@type") == "BreadcrumbList"]
    if len(trails) > 1:
        yield "one-breadcrumb-list", str(len(trails))


def _required(  # noqa: C901, PLR0912  one rule a branch
    kind: str, node: Node
) -> Iterator[tuple[str, str]]:
    if kind == "BreadcrumbList":
        items = node.get("itemListElement", [])
        if len(items) < 2:
            yield "google-breadcrumb-two-items", str(len(items))
        if [item.get("position") for item in items] != list(range(1, len(items) + 1)):
            yield "google-breadcrumb-positions", repr(items)
        if not all("name" in item and "item" in item for item in items):
            yield "google-breadcrumb-name-and-item", repr(items)
    if kind == "Dataset":
        if not 50 <= len(node.get("description", "")) <= 5000:
            yield "google-dataset-description", node.get("description", "")
        for key in ("name", "distribution", "creator"):
            if key not in node:
                yield f"google-dataset-{key}", repr(node)
        if "temporalCoverage" in node and not INTERVAL.fullmatch(node["temporalCoverage"]):
            yield "google-dataset-temporal-coverage", node["temporalCoverage"]
    if kind == "DataDownload" and not {"contentUrl", "encodingFormat"} <= set(node):
        yield "google-data-download", repr(node)
    if kind == "ProfilePage":
        main = node.get("mainEntity", {})
        if main.get("@type") not in AGENTS or "name" not in main:
            yield "google-profile-page-main-entity", repr(main)
    if kind == "SearchAction":
        template = node.get("target", {}).get("urlTemplate", "")
        if "{search_term_string}" not in template:
            yield "google-search-action-target", template
        if node.get("query-input") != "required name=search_term_string":
            yield "google-search-action-input", repr(node)
    if kind in ARTICLES and "mainEntityOfPage" in node:
        for key in ("headline", "author", "publisher", "datePublished", "dateModified"):
            if key not in node:
                yield f"google-article-{key}", repr(node)
        if node.get("dateModified", "") < node.get("datePublished", "")[:10]:
            yield "modified-not-before-published", repr(node)
    if kind == "CorrectionComment" and not {"text", "datePublished"} <= set(node):
        yield "correction-says-what-and-when", repr(node)


def nodes(value: object) -> Iterator[Node]:
    """Every object below ``value``."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item)


def _dated(text: object) -> bool:
    try:
        dt.datetime.fromisoformat(str(text))
    except ValueError:
        return False
    return True
