"""What a newsroom can set: ``extra.briefing`` in ``mkdocs.yml``, and what we use of MkDocs' own."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from .age import Age

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

READ_MORE_LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("READ MORE", "Read more", "Read also", "READ ALSO"),
        "ar": ("اقرأ أيضا", "اقرأ أيضاً", "اقرأ المزيد", "إقرأ أيضا"),
        "de": ("LESEN SIE AUCH", "Lesen Sie auch", "Mehr lesen", "MEHR LESEN", "Weiterlesen"),
        "es": ("LEA TAMBIÉN", "Lea también", "LEER MÁS", "Leer más"),
        "fa": ("بیشتر بخوانید", "همچنین بخوانید"),
        "fr": ("LIRE AUSSI", "Lire aussi", "À lire aussi", "EN SAVOIR PLUS", "En savoir plus"),
        "he": ("קראו עוד", "קראו גם"),
        "ru": ("ЧИТАЙТЕ ТАКЖЕ", "Читайте также", "ЧИТАТЬ ДАЛЕЕ", "Читать далее"),
        "tr": ("DAHA FAZLA OKU", "Daha fazla oku", "AYRICA OKUYUN", "Ayrıca okuyun"),
    }
)
"""The printed labels known without configuration, by language."""

SOURCE_LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("Source", "SOURCE", "Sources"),
        "ar": ("المصدر", "المصادر"),
        "de": ("Quelle", "QUELLE", "Quellen"),
        "es": ("Fuente", "FUENTE", "Fuentes"),
        "fa": ("منبع",),
        "fr": ("Source", "SOURCE", "Sources"),
        "he": ("מקור",),
        "ru": ("Источник", "ИСТОЧНИК", "Источники"),
        "tr": ("Kaynak", "KAYNAK"),
    }
)
"""The labels of the printed source line, by language."""

ONE_YEAR = Age("P1Y", months=12)


@dataclass(frozen=True, slots=True)
class Settings:
    """Validated settings. Paths are POSIX and relative to the folder of ``mkdocs.yml``.

    ``quotation_limit`` is the number of words that pages may quote of one text whose rights are
    ``quote``. ``read_more`` and ``source_labels`` hold every printed label that is recognised, in
    any language, longest first. ``stale_after`` is how old a figure, a role or background may be
    before ``briefing check --stale`` lists it. ``search_limit`` is the number of pages above which
    the search box leads to the search page, and Material's own index holds generated pages no more.
    ``data_licence`` is what others may do with the data: an address or a text, ``""`` where nothing
    is said. ``publish_to`` is where the site is published, ``""`` where that must be said each
    time; ``page_limit`` the most kilobytes of a page, 0 for any number; ``gone`` holds addresses
    that were taken down on purpose. ``cards`` says whether briefings get a picture for those who
    share them; ``directory_urls`` whether pages are served as folders, ``handbook`` whether the
    handbook is built with the site. ``html`` names the elements of HTML that texts may hold.
    """

    site_name: str = "Briefings"
    site_url: str = ""
    site_description: str = ""
    language: str = "en"
    docs_dir: str = "docs"
    site_dir: str = "site"
    directory_urls: bool = True
    content_dir: str = "content"
    templates_dir: str = "templates"
    quotation_limit: int = 300
    latest: int = 12
    search_limit: int = 500
    stale_after: Age = ONE_YEAR
    data_licence: str = ""
    cards: bool = True
    handbook: bool = False
    publish_to: str = ""
    page_limit: int = 1000
    gone: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    read_more: tuple[str, ...] = field(
        default_factory=lambda: longest_first(READ_MORE_LABELS.values())
    )
    source_labels: tuple[str, ...] = field(
        default_factory=lambda: longest_first(SOURCE_LABELS.values())
    )


def longest_first(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All labels of all groups once, longest first, so that a prefix never hides a longer one."""
    labels = {label for group in groups for label in group}
    return tuple(sorted(labels, key=lambda label: (-len(label), label)))
