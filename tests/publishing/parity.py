"""What two builders made of the same pages, compared by content and not by bytes.

``python -m tests.publishing.parity SITE OTHER`` prints what one site has and the other has not.
"""

from __future__ import annotations

import json
import posixpath
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEXTS = frozenset({*_HEADINGS, "a", "title", "figcaption", "th", "td", "text", "desc", "summary"})
"""Elements whose whole text is compared."""

_LISTINGS = frozenset({"sitemap.xml", "search/search_index.json", "search.json"})
"""Files that are compared by what they list."""

_THEME = re.compile(
    r"assets/(?:javascripts|stylesheets|images)/|search/search_index\.json|search\.json"
    r"|sitemap\.xml\.gz$|objects\.inv$|pagefind/"
)
"""Files of the builders' themes, and listings in a form of their own."""


@dataclass(frozen=True, order=True)
class Fact:
    """One thing that a site has: where, what kind of thing, and what it says."""

    path: str
    kind: str
    value: str

    def __str__(self) -> str:
        return f"{self.path}: {self.kind}: {self.value}"


@dataclass(frozen=True)
class Known:
    """A difference that is known: a whole kind of facts, where their value matches."""

    kind: str
    value: str
    reason: str
    path: str = r".*"

    def covers(self, fact: Fact) -> bool:
        """Whether the fact is of this difference."""
        return (
            self.kind == fact.kind
            and re.fullmatch(self.value, fact.value, re.DOTALL) is not None
            and re.fullmatch(self.path, fact.path) is not None
        )


@dataclass(frozen=True)
class Difference:
    """Facts that only one of two sites has, each as often as it has it more."""

    missing: tuple[Fact, ...]
    added: tuple[Fact, ...]

    def without(self, known: Iterable[Known]) -> Difference:
        """What no known difference covers."""
        rules = tuple(known)
        return Difference(
            tuple(fact for fact in self.missing if not any(rule.covers(fact) for rule in rules)),
            tuple(fact for fact in self.added if not any(rule.covers(fact) for rule in rules)),
        )

    def of(self, rule: Known) -> tuple[Fact, ...]:
        """What one known difference covers."""
        return tuple(fact for fact in (*self.missing, *self.added) if rule.covers(fact))

    def __bool__(self) -> bool:
        return bool(self.missing or self.added)

    def __str__(self) -> str:
        lines = [f"- {fact}" for fact in self.missing] + [f"+ {fact}" for fact in self.added]
        return "\n".join(lines)


def compare(site: Path, other: Path, base: str = "") -> Difference:
    """What ``other`` lacks of ``site``, and what it has beyond it.

    ``base`` is the path of ``site_url``: links that begin with it lead to the site's root.
    """
    one, two = facts(site, base), facts(other, base)
    return Difference(tuple(sorted((one - two).elements())), tuple(sorted((two - one).elements())))


def facts(site: Path, base: str = "") -> Counter[Fact]:
    """All that a site has: files, and what stands in its pages, sitemap and search index."""
    found: Counter[Fact] = Counter()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or (_THEME.match(name) and name not in _LISTINGS):
            continue
        if name.endswith(".html"):
            found[Fact(name, "page", "")] += 1
            found.update(_page(name, path.read_text(encoding="utf-8"), base))
        elif name == "sitemap.xml":
            found.update(_sitemap(path))
        elif name in _LISTINGS:
            found.update(_index(path))
        else:
            found[Fact(name, "file", _digest(path))] += 1
    return found


def _digest(path: Path) -> str:
    import hashlib  # noqa: PLC0415

    return hashlib.blake2b(path.read_bytes(), digest_size=12).hexdigest()


def _sitemap(path: Path) -> Iterator[Fact]:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    for entry in ET.parse(path).getroot().iter(f"{space}url"):  # noqa: S314  our own file
        values = (entry.findtext(f"{space}{name}", "") for name in ("loc", "lastmod"))
        yield Fact("sitemap.xml", "address", " ".join(values).strip())


def _index(path: Path) -> Iterator[Fact]:
    """The pages and sections that the theme's own search finds, by whatever index."""
    data = json.loads(path.read_text(encoding="utf-8"))
    for item in data.get("items") or data.get("docs") or ():
        title = _plain(re.sub(r"<[^>]+>", "", item["title"]))
        yield Fact("search", "indexed", f"{item['location']} {title}")


@dataclass
class _Open:
    """An element that has not been closed, with the text met in it so far."""

    tag: str
    attributes: Mapping[str, str]
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, path: str, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Fact] = []
        self.body: list[str] = []
        self._path = path
        self._base = base
        self._stack: list[_Open] = []
        self._main = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "article" and not self._main:
            self._main = len(self._stack) + 1
        self._note(tag, attributes)
        if tag not in _VOID:
            self._stack.append(_Open(tag, attributes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if not any(item.tag == tag for item in self._stack):
            return
        while self._stack:
            closed = self._stack.pop()
            self._closed(closed)
            if len(self._stack) < self._main:
                self._main = 0
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        for item in self._stack:
            if item.tag in _TEXTS or item.tag in {"script", "style"}:
                item.text.append(data)
        if self._main and not any(item.tag in {"script", "style"} for item in self._stack):
            self.body.append(data)

    def _add(self, kind: str, *values: str) -> None:
        self.found.append(Fact(self._path, kind, _plain(" | ".join(values))))

    def _note(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "html":
            self._add("language", given.get("lang", ""), given.get("dir", ""))
        elif tag == "body":
            self._add("direction", given.get("dir", ""))
        elif tag == "meta":
            self._meta(given)
        elif tag == "link":
            rel = given.get("rel", "").strip()
            extra = given.get("hreflang", ""), given.get("type", "")
            self._add(f"link {rel}", self._target(given.get("href", "")), *extra)
        elif tag in {"img", "source", "iframe", "video", "audio"}:
            address = given.get("src", "") or given.get("srcset", "")
            self._add("picture", tag, self._target(address), given.get("alt", ""))
        elif tag == "script" and "src" in given:
            self._add("script", self._target(given["src"]))
        elif self._main and tag in {"svg", "figure", "table", "ul", "ol", "li", "blockquote"}:
            self._add("element", tag, given.get("class", ""))
        if self._main and given.get("id"):
            self._add("id", given["id"])
        if self._main and tag == "time":
            self._add("time", given.get("datetime", ""))

    def _meta(self, given: Mapping[str, str]) -> None:
        name = given.get("name") or given.get("property") or given.get("http-equiv")
        if name:
            content = given.get("content", "")
            if name == "refresh":
                delay, _, address = content.partition("url=")
                content = f"{delay}url={self._target(address)}"
            self._add(f"meta {name}", content)
        for key, value in given.items():
            if key.startswith("data-pagefind"):
                self._add(f"facet {key}", value, given.get("content", ""))

    def _closed(self, item: _Open) -> None:
        text = "".join(item.text)
        if item.tag in _HEADINGS:
            self._add("heading", item.tag, item.attributes.get("id", ""), text)
        elif item.tag == "a" and "href" in item.attributes:
            skip = "md-skip" in item.attributes.get("class", "")
            kind = "link past the header" if skip else "link"
            self._add(kind, self._target(item.attributes["href"]), text)
        elif item.tag == "script" and item.attributes.get("type") == "application/ld+json":
            self._add("linked data", json.dumps(json.loads(text), sort_keys=True))
        elif item.tag in _TEXTS and item.tag != "a":
            self._add(f"text of {item.tag}", text)

    def _target(self, address: str) -> str:
        """An address from the site's root, or as it stands if it leaves the site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return address
        page = f"/{self._path}"
        path = unquote(parts.path)
        if path.startswith("/"):
            path = "/" + path.removeprefix(self._base).lstrip("/")
        elif path:
            path = posixpath.join(posixpath.dirname(page), path)
        else:
            path = page
        trailing = path.endswith(("/", "/."))
        path = posixpath.normpath(path)
        if trailing:
            path = posixpath.join(path, "index.html")
        query = f"?{parts.query}" if parts.query else ""
        return path + query + (f"#{unquote(parts.fragment)}" if parts.fragment else "")


def _page(name: str, text: str, base: str) -> list[Fact]:
    reader = _Reader(name, base)
    reader.feed(text)
    reader.close()
    return [*reader.found, Fact(name, "text", _plain("".join(reader.body)))]


def _plain(text: str) -> str:
    return " ".join(text.split())


def main(arguments: list[str]) -> int:
    """Print the differences of two sites; 1 if there are any."""
    found = compare(Path(arguments[0]), Path(arguments[1]), *arguments[2:])
    if found:
        sys.stdout.write(f"{found}\n")
    return int(bool(found))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
