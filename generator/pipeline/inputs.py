"""Everything that a build reads from disk, read once, and its digest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from generator.caching import Digest, code_digest, digest_of, digest_of_bytes
from generator.files import files_below
from generator.publishing import hand_written
from generator.publishing.theme import shipped_templates
from generator.rendering import template_files

from .handbook import handbook_pages
from .pictures import FONTS
from .reading import SIDECAR, content_files, read_configuration
from .standing import file_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.config import Settings
    from generator.diagnostics import Diagnostic

    from .workspace import Workspace

_LIBRARIES: Final = (
    "ahocorasick-rs",
    "babel",
    "jinja2",
    "markupsafe",
    "msgspec",
    "pillow",
    "pydantic",
    "pydantic-core",
    "pyyaml",
    "rapidfuzz",
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The settings with their faults, and how to read each file below the content folder.

    ``others`` are the paths of the pages written by hand. ``texts`` are the digests of articles,
    entries and sidecars by their paths below the content folder; ``templates`` those of all files
    in the folders of templates. ``configuration`` is the digest of ``mkdocs.yml`` and of
    what it means.
    """

    settings: Settings
    found: tuple[Diagnostic, ...]
    files: Mapping[str, Callable[[], bytes]]
    others: tuple[str, ...]
    texts: Mapping[str, Digest]
    templates: Mapping[str, Digest]
    configuration: Digest

    @property
    def digest(self) -> Digest:
        """The digest of it all; of files that are neither text nor template, of their names."""
        return digest_of_bytes(
            self.configuration,
            digest_of((tuple(self.files), self.others)),
            digest_of((self.texts, self.templates)),
        )


def program_digest() -> Digest:
    """The digest of all that makes pages of content, besides templates."""
    fonts = shipped_templates() / FONTS
    letters = (file_digest(fonts / name) or b"" for name in files_below(fonts))
    return digest_of_bytes(code_digest((), _LIBRARIES), *letters)


def read_inputs(workspace: Workspace) -> Inputs:
    """Read the configuration and all texts.

    Raises:
        OSError: a file cannot be read.
    """
    settings, found = read_configuration(workspace)
    files = content_files(workspace, settings)
    texts = {}
    for path, read in files.items():
        if path.endswith((".md", SIDECAR)):
            content = read()
            texts[path] = digest_of_bytes(content)
            files[path] = partial(_same, content)
    docs = workspace.root / settings.docs_dir
    return Inputs(
        settings,
        found,
        files,
        tuple(name for name, _ in hand_written(docs)),
        texts,
        template_files(workspace.templates(settings.templates_dir)),
        digest_of_bytes(
            digest_of(settings),
            workspace.configuration.read_bytes(),
            *(page.content for page in (handbook_pages(()) if settings.handbook else ())),
        ),
    )


def _same(content: bytes) -> bytes:
    return content
