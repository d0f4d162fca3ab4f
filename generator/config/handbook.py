"""The handbook's page of settings, made from the schema that validates them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .reading import settings_schema
from .settings import READ_MORE_LABELS, SOURCE_LABELS, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_INTRODUCTION = """\
---
title: Settings
kind: handbook
search: {exclude: true}
---

# Settings { #title }

Settings stand in `mkdocs.yml`. Ours are below `extra.briefing`; a key that does not exist there is
an error ([C003](diagnostics.md#c003)). All of them may be left out.

| key | value | what it sets |
| --- | --- | --- |"""

_EXAMPLE = """
A site with every key, `mkdocs.yml`:

```yaml
site_name: Example Desk
site_url: https://desk.example/
extra:
  briefing:
    language: en
    content-dir: content
    templates-dir: templates
    quotation-limit: 200
    latest: 8
    search-limit: 300
    stale-after: P6M
    data-licence: https://creativecommons.org/licenses/by/4.0/
    cards: true
    handbook: true
    html: [sub, sup]
    publish-to: gh-pages
    page-limit: 500
    gone: [briefings/taken-down/]
    read-more:
      en: [SEE ALSO]
      cy: [DARLLENWCH HEFYD]
    source-labels:
      cy: Ffynhonnell
```

```sh
briefing check --strict
```

## What is used of MkDocs' own settings { #mkdocs }

| key | what it sets here | default |
| --- | --- | --- |
| `site_name` | the title of the home page; the publisher of articles that name none | Briefings |
| `site_url` | the address that pages name; without it no feeds, JSON-LD, `robots.txt` | none |
| `site_description` | the description of pages that have none of their own | none |
| `docs_dir` | where pages are written, beside hand-written ones | docs |
| `site_dir` | where the site is built | site |
| `use_directory_urls` | whether pages are served as folders | true |
| `theme.language` | the site's language where `extra.briefing.language` is not given | en |

`!ENV NAME` and `!ENV [NAME, default]` are read in all but the last of these, as MkDocs reads them.
Everything else in `mkdocs.yml` is MkDocs' affair. The four folders must not lie within each other
([C006](diagnostics.md#c006)).

`SOURCE_DATE_EPOCH` in the environment (seconds since 1970) is the date in what MkDocs writes;
without it the date is the newest `date` or `updated` of an article. The sitemap has each generated
page's own.

## Being found and quoted { #found }

Where `site_url` is set, generated pages say what they are as JSON-LD
([schema.org](https://schema.org)): briefings, reading views, actors, figures with their data,
topics, places and the search. `robots.txt` allows everything and names the sitemap; a
`docs/robots.txt` of your own takes its place. The sitemap gives the day when what a page says last
changed. A hand-written page with `robots: noindex` in its front matter is not in it, and tells
search engines so. `card` in front matter is the path of a picture below `docs/` for links to the
page (`og:image`), with `card_width`, `card_height` and `card_alt`. Briefings get one from
`briefing build`: the site, the day, the headline and a key figure, drawn without any network
(`cards: false` switches this off). Headlines in Latin, Cyrillic, Arabic and Hebrew letters can be
drawn; a briefing of whose headline and figures nothing can be has no card.

A figure with reports has them as CSV and as JSON below `data/figures/`; `data/index.json` lists
these files. `data-licence` says what others may do with them.

## Feeds { #feeds }

Where `site_url` is set, the site, each topic and each actor in a briefing have a feed: `feed.xml`
(Atom 1.0) and `feed.json` (JSON Feed 1.1) beside the page. It holds the 30 briefings that changed
last and the newest 30 of their corrections, each as an entry of its own; a correction also moves
its briefing up. An entry's id is the permanent address of its page, so it changes with `site_url`
and with the briefing's id. With `use_directory_urls: false` pages are named by
their files, and entries with them.

## Printed labels { #labels }

These are recognised in every article, whatever its language, in any case, in bold or not, with
white space on either side of the colon. `read-more` and `source-labels` add to them.

| language | READ MORE | Source |
| --- | --- | --- |"""


def settings_page() -> str:
    """Every setting with its type, meaning and default, as Markdown."""
    lines = [_INTRODUCTION, *_rows(settings_schema()["properties"]), _EXAMPLE]
    for language, labels in READ_MORE_LABELS.items():
        own = ", ".join(SOURCE_LABELS.get(language, ()))
        lines.append(f"| `{language}` | {', '.join(labels)} | {own} |")
    return "\n".join(lines) + "\n"


def _rows(properties: Mapping[str, Any]) -> Iterator[str]:
    defaults = Settings()
    for key, schema in properties.items():
        meaning = schema["description"]
        if "Default" not in meaning:
            default = getattr(defaults, key.replace("-", "_"))
            meaning += f" Default: {default}." if isinstance(default, int) else ""
        yield f"| `{key}` | {_type(schema)} | {meaning} |"


def _type(schema: Mapping[str, Any]) -> str:
    if "maximum" in schema:
        return f"a whole number from {schema['minimum']} to {schema['maximum']:,}"
    if schema.get("type") == "boolean":
        return "true or false"
    if "type" not in schema:
        return "one text or a list of them"
    if "object" in schema["type"]:
        return "a map from languages to one label or a list of them"
    if "examples" in schema:
        *most, last = (f"`{item}`" for item in schema["examples"])
        return f"such as {', '.join(most)} or {last}"
    return "text"
