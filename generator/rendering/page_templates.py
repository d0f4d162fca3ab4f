"""The page templates: found, compiled once, and filled in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateRuntimeError,
    meta,
)
from jinja2.runtime import Context, Macro

from generator.caching import Digest, digest_of, digest_of_bytes, files_digests
from generator.model.output import Output

from . import escaping
from .messages import Messages, messages
from .sandbox import Budget, Sandbox, TemplateLimitError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import CodeType

    from jinja2.bccache import Bucket

    from .views import PageView


class View(Protocol):
    """What any page template gets as ``view``."""

    @property
    def page(self) -> PageView:
        """The page itself."""


class PageTemplates:
    """The page templates, compiled once, for pages in any language.

    A folder holds ``pages/KIND.md.j2``; what the first folder lacks is taken from the next. Those
    that are ``untrusted`` run in a sandbox, and for so long only.
    """

    def __init__(self, templates: Sequence[Path], *, untrusted: bool = False) -> None:
        self._budget = Budget() if untrusted else None
        self._folders = tuple(templates)
        folders = [folder for root in templates for folder in (root, root / "pages")]
        self._loader = FileSystemLoader(folders)
        self._compiled = _Compiled()
        self._environments: dict[str, Environment] = {}
        self._digests: dict[str, Digest] = {}
        self._texts: dict[str, tuple[bytes, list[str]]] = {}

    def output(self, view: View) -> Output:
        """The page of a view.

        Raises:
            jinja2.TemplateError: its template is missing, or cannot be filled.
        """
        page = view.page
        try:
            template = self._environment(page.language).get_template(f"pages/{page.kind}.md.j2")
            if self._budget is None:
                return Output(page.path, template.render(view=view).encode())
            self._budget.begin()
            return Output(page.path, self._budget.joined(template.generate(view=view)).encode())
        except _EXHAUSTED as error:
            raise TemplateLimitError(_said(error)).with_traceback(error.__traceback__) from error
        except _FAULTS as error:
            raise TemplateRuntimeError(_said(error)).with_traceback(error.__traceback__) from error

    def files_digest(self) -> Digest:
        """The digest of all templates and of where they stand."""
        return digest_of(files_digests(self._folders))

    def digest(self, kind: str) -> Digest:
        """The digest of a kind's template and of all that it includes, and of where they stand.

        Raises:
            jinja2.TemplateError: a template is missing or cannot be parsed.
        """
        found = self._digests.get(kind)
        if found is None:
            sources = self._sources(f"pages/{kind}.md.j2")
            parts = (part for name, text in sources.items() for part in (name.encode(), text))
            found = self._digests[kind] = digest_of_bytes(*parts)
        return found

    def names(self, kind: str) -> frozenset[str]:
        """The names of a kind's template and of all that it includes, as templates call them.

        Raises:
            jinja2.TemplateError: as for ``digest``.
        """
        return frozenset(self._sources(f"pages/{kind}.md.j2"))

    def _sources(self, name: str) -> dict[str, bytes]:
        """The names and texts of a template and of those it refers to, in a fixed order."""
        environment = self._environment("en")
        parts: dict[str, bytes] = {}
        waiting, seen = [name], {name}
        while waiting:
            current = waiting.pop()
            if current not in self._texts:
                text, path, _ = self._loader.get_source(environment, current)
                try:
                    tree = environment.parse(text, current, path)
                except RecursionError as error:
                    raise TemplateLimitError(f"{current} nests too deeply") from error
                named = set(meta.find_referenced_templates(tree))
                # A name that is worked out while a page is made may be any of them.
                if None in named:
                    named = {None, *self._loader.list_templates()}
                others = sorted(other for other in named if other is not None)
                self._texts[current] = text.encode(), others
            content, others = self._texts[current]
            parts[current] = content
            waiting += (other for other in reversed(others) if other not in seen)
            seen.update(others)
        return parts

    def _environment(self, language: str) -> Environment:
        environment = self._environments.get(language)
        if environment is None:
            environment = make_environment(
                messages(language), self._loader, self._compiled, self._budget
            )
            self._environments[language] = environment
        return environment


# What a template can do to Python: divide by nothing, call a filter with what it does not take.
_FAULTS: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_EXHAUSTED: Final = (MemoryError, RecursionError)


def _said(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".rstrip(": ").split())


def make_environment(
    words: Messages,
    loader: FileSystemLoader | None = None,
    cache: BytecodeCache | None = None,
    budget: Budget | None = None,
) -> Environment:
    """The templates' environment in one language: escape filters, ``_`` and ``ngettext``.

    Templates make Markdown, so HTML is escaped by filter and never by itself. With a ``budget``
    they run in a sandbox.
    """
    options: dict[str, Any] = {
        "loader": loader,
        "bytecode_cache": cache,
        "undefined": StrictUndefined,
        "autoescape": False,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
        "auto_reload": False,
        "extensions": ["jinja2.ext.i18n"],
    }
    environment = (
        Environment(**options)  # noqa: S701 - Markdown: see above
        if budget is None
        else Sandbox(budget, **options)
    )
    environment.context_class = _PageContext
    environment.filters |= FILTERS
    environment.install_gettext_callables(  # type: ignore[attr-defined] # the extension adds it
        words.text, words.plural, newstyle=True
    )
    return environment


FILTERS: dict[str, Callable[..., str]] = {
    "md": escaping.md,
    "cell": escaping.md,
    "html": escaping.html,
    "attr": escaping.attr,
    "yaml": escaping.yaml,
    "bdi": escaping.bdi,
}


class _PageContext(Context):
    """Calls macros straight: Jinja2 asks of every callable again what it wants to be passed."""

    def call(self, obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as in Jinja2
        """Call ``obj`` from a template."""
        if type(obj) is Macro:
            # What compiled templates add for functions that are passed the context.
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return obj(self.eval_ctx, *args, **kwargs)
        return super().call(obj, *args, **kwargs)


class _Compiled(BytecodeCache):
    """Compiled templates in memory, shared by the environments of all languages."""

    def __init__(self) -> None:
        self._code: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = bucket.code
