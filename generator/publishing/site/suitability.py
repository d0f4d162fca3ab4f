"""Whether a site is one that can be built page by page: whatever is not known here is not."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import markdown

from .converting import REUSED
from .fingerprints import UndescribedError, describe, programs_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

MKDOCS: Final = "1.6.1"
"""The release whose functions are driven; it is frozen."""

PLUGINS: Final = frozenset({"material.plugins.search.plugin.SearchPlugin"})

_IMPURE: Final = frozenset({"pymdownx.snippets", "pymdownx.b64", "pymdownx.pathconverter"})
"""Extensions that read other files, or know where the site stands."""

_TRUSTED: Final = ("markdown.", "pymdownx.", "material.")
_BOUND: Final = (b"content_string", b"content_bytes", b"is_modified", b"links_to_anchors")
"""Words by which a template would read what is not watched."""


def unsuitable(config: MkDocsConfig, overrides: Mapping[str, Path]) -> str:
    """Why the site must be built by MkDocs itself, or ``""``.

    ``overrides`` are the files of theme folders outside MkDocs and Material.
    """
    return next(_reasons(config, overrides), "")


def _reasons(config: MkDocsConfig, overrides: Mapping[str, Path]) -> Iterator[str]:
    if version("mkdocs") != MKDOCS:
        yield f"MkDocs is of version {version('mkdocs')}, not {MKDOCS}"
    if config.hooks:
        yield f"there are hooks ({', '.join(map(str, config.hooks))})"
    for name, plugin in config.plugins.items():
        kind = type(plugin)
        if f"{kind.__module__}.{kind.__qualname__}" not in PLUGINS:
            yield f"the plugin {name} is not known"
    yield from _markdown_reasons(config)
    for name, path in overrides.items():
        data = path.read_bytes() if path.suffix in {".html", ".xml", ".txt", ".jinja"} else b""
        yield from (f"{name} uses {word.decode()}" for word in _BOUND if word in data)


def _markdown_reasons(config: MkDocsConfig) -> Iterator[str]:
    try:
        description = describe(config.mdx_configs)
    except UndescribedError as error:
        yield f"a setting of a Markdown extension is a {error}"
        return
    if "custom_icons" in str(description):
        yield "a Markdown extension reads icons of its own"
    for program in programs_in(config.mdx_configs):
        if not str(program.__module__).startswith(_TRUSTED):
            yield f"a Markdown extension uses {program.__module__}.{program.__qualname__}"
    for module in extensions(config):
        if module in _IMPURE or not module.startswith(_TRUSTED[:2]):
            yield f"the Markdown extension {module} is not known"


def extensions(config: MkDocsConfig) -> tuple[str, ...]:
    """The modules of the Markdown extensions of a site."""
    program = markdown.Markdown()
    settings = config.mdx_configs or {}
    return tuple(
        type(program.build_extension(name, settings.get(name, {}))).__module__
        for name in config.markdown_extensions
    )


def reusable(config: MkDocsConfig) -> bool:
    """Whether one Markdown program may convert many pages."""
    return REUSED.issuperset(extensions(config))
