"""Everything that a build reads from disk, read once, and its digest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from generator.caching import Digest, code_digest, digest_of, digest_of_bytes, files_digests
from generator.files import files_below
from generator.publishing import hand_written
from generator.publishing.theme import FONTS, shipped_templates

from .handbook import handbook_pages
from .reading import SIDECAR, content_files, read_configuration
from .standing import file_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.config import Settings
    from generator.diagnostics import Diagnostic

    from .standing import FileDigests
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

    What is read in the end decides: reading a text puts its digest in its place.

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
            digest_of(tuple((item.path, item.code, item.message) for item in self.found)),
            digest_of((self.texts, self.templates)),
        )


def program_digest() -> Digest:
    """The digest of all that makes pages of content, besides templates."""
    fonts = shipped_templates() / FONTS
    letters = (file_digest(fonts / name) or b"" for name in files_below(fonts))
    return digest_of_bytes(code_digest((), _LIBRARIES), *letters)


def read_inputs(workspace: Workspace, digests: FileDigests) -> Inputs:
    """Read the configuration, and find out what everything else is.

    Raises:
        OSError: a file cannot be read.
    """
    settings, found = read_configuration(workspace)
    files = content_files(workspace, settings)
    digest = digests.below(settings.content_dir)
    texts = {path: digest(path) or b"" for path in files if path.endswith((".md", SIDECAR))}
    files |= {path: partial(_read, path, files[path], texts) for path in texts}
    docs = workspace.root / settings.docs_dir
    return Inputs(
        settings,
        found,
        files,
        tuple(name for name, _ in hand_written(docs)),
        texts,
        files_digests(workspace.templates(settings.templates_dir)),
        digest_of_bytes(
            digest_of(settings),
            workspace.configuration.read_bytes(),
            *(page.content for page in (handbook_pages(()) if settings.handbook else ())),
        ),
    )


def _read(path: str, read: Callable[[], bytes], texts: dict[str, Digest]) -> bytes:
    content = read()
    texts[path] = digest_of_bytes(content)
    return content
