"""``mkdocs.yml`` of a stranger: what of it may be obeyed, as plain YAML, and what is refused.

MkDocs' own reader runs what tags name (``!!python/object/apply``) and takes in other files
(``INHERIT``). So it never gets to see the file: it gets what stands here, made anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import yaml

from generator.diagnostics import NOWHERE, Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.untrusted import NOT_OBEYED
from generator.records import quoted

from .allowed import EXTENSIONS, PLUGINS, SETTINGS, THEME_OPTIONS, THEMES, VARIABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLAIN: Final = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("bool", "float", "int", "map", "null", "seq", "str")
)
_ENV: Final = "!ENV"
_MEND: Final = (
    "Leave it out, or build without --untrusted once somebody has looked at what it does."
)
_SWITCHES: Final = ("strict", "use_directory_urls")
"""Settings that may come from the environment: nothing more than a yes or a no."""
_TRUE: Final = ("true", "yes", "on")
_LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(frozen=True, slots=True)
class Obeyed:
    """What may be obeyed, as YAML, and ``custom_dir`` as it is given, with its place."""

    text: bytes = b""
    custom_dir: str = ""
    place: Span = NOWHERE


def read_obeyed(
    source: SourceFile, environment: Mapping[str, str]
) -> tuple[Obeyed, tuple[Diagnostic, ...]]:
    """What of the ``mkdocs.yml`` in ``source`` an untrusted build obeys, and all else as faults.

    The file must have been read as settings without an error in its syntax or its depth.
    """
    reading = _Reading(source, environment)
    text = source.text.lstrip("\ufeff")
    reading.base = len(source.text) - len(text)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, _LOADER)):
            reading.refuse_whole("An alias repeats other lines of mkdocs.yml")
            return Obeyed(), tuple(reading.faults)
        root = yaml.compose(text, _LOADER)
        reading.switches = [held for key, held in _pairs(root) if key.value in _SWITCHES]
        value = reading.value(root) if root is not None else {}
    except (yaml.YAMLError, ValueError) as error:
        reading.refuse_whole(f"mkdocs.yml cannot be read ({' '.join(str(error).split())})")
        return Obeyed(), tuple(reading.faults)
    if isinstance(root, yaml.MappingNode) and isinstance(value, dict):
        reading.check(root)
    custom, place = reading.custom_dir
    written = yaml.safe_dump(value, allow_unicode=True, sort_keys=False).encode()
    return Obeyed(written, custom, place), tuple(reading.faults)


@dataclass(slots=True)
class _Reading:
    source: SourceFile
    environment: Mapping[str, str]
    base: int = 0
    faults: list[Diagnostic] = field(default_factory=list)
    custom_dir: tuple[str, Span] = ("", NOWHERE)
    switches: list[yaml.Node] = field(default_factory=list)

    def refuse(self, node: yaml.Node, what: str) -> None:
        span = Span(node.start_mark.index + self.base, node.end_mark.index + self.base)
        message = f"{what}, which an untrusted build does not obey."
        self.faults.append(diagnose(NOT_OBEYED, self.source, span, message, _MEND))

    def refuse_whole(self, what: str) -> None:
        message = f"{what}, which an untrusted build does not obey."
        self.faults.append(diagnose(NOT_OBEYED, self.source, None, message, _MEND))

    def value(self, node: yaml.Node) -> Any:  # noqa: ANN401 - any plain value
        """The plain value of a node; what is none is refused."""
        if node.tag == _ENV:
            return self._variable(node)
        if node.tag not in _PLAIN:
            shown = node.tag.replace("tag:yaml.org,2002:", "!!")
            if node.tag == "tag:yaml.org,2002:timestamp":
                return node.value
            self.refuse(node, f"mkdocs.yml holds the tag {quoted(shown)}")
            return None
        if isinstance(node, yaml.MappingNode):
            return {str(self.value(key)): self.value(held) for key, held in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        return yaml.constructor.SafeConstructor().construct_object(node)

    def _variable(self, node: yaml.Node) -> bool | None:
        """What MkDocs makes of ``!ENV NAME`` and ``!ENV [NAME, OTHER, default]``: a switch."""
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        names, default = (items[:-1], items[-1]) if len(items) > 1 else (items, None)
        texts = [item.value for item in names]
        if not any(node is held for held in self.switches) or not VARIABLES.issuperset(
            text if isinstance(text, str) else "" for text in texts
        ):
            self.refuse(node, f"{quoted(_ENV)} reads the environment")
            return None
        found = next((self.environment[name] for name in texts if name in self.environment), None)
        if found is None and isinstance(default, yaml.ScalarNode):
            found = default.value
        return None if found is None else found.strip().lower() in _TRUE

    def check(self, root: yaml.MappingNode) -> None:
        """Refuse the settings that are not listed."""
        for key, held in root.value:
            name = _text(key)
            if name not in SETTINGS:
                self.refuse(key, f"mkdocs.yml sets {quoted(name)}")
            elif name == "theme":
                self._theme(held)
            elif name == "plugins":
                self._programs(held, PLUGINS, "plugin")
            elif name == "markdown_extensions":
                self._programs(held, EXTENSIONS, "Markdown extension")

    def _theme(self, node: yaml.Node) -> None:
        if isinstance(node, yaml.ScalarNode):
            self._theme_name(node)
            return
        for key, held in _pairs(node):
            if _text(key) not in THEME_OPTIONS:
                self.refuse(key, f"The theme's option {quoted(_text(key))} is set")
            elif key.value == "name":
                self._theme_name(held)
            elif key.value == "custom_dir":
                start, end = held.start_mark.index + self.base, held.end_mark.index + self.base
                self.custom_dir = (_text(held), Span(start, end))

    def _theme_name(self, node: yaml.Node) -> None:
        if _text(node) not in THEMES:
            self.refuse(node, f"The theme is {quoted(_text(node))}")

    def _programs(self, node: yaml.Node, allowed: Mapping[str, frozenset[str]], kind: str) -> None:
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for item in items:
            pairs = _pairs(item)
            if isinstance(item, yaml.ScalarNode):
                self._program(item, None, allowed, kind)
            for key, held in pairs:
                self._program(key, held, allowed, kind)

    def _program(
        self,
        name: yaml.Node,
        options: yaml.Node | None,
        allowed: Mapping[str, frozenset[str]],
        kind: str,
    ) -> None:
        known = allowed.get(_text(name))
        if known is None:
            if _text(name):
                self.refuse(name, f"The {kind} {quoted(_text(name))} is used")
            return
        for key, _ in _pairs(options):
            if _text(key) not in known:
                what = f"The {kind} {_text(name)} is given the option {quoted(_text(key))}"
                self.refuse(key, what)


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _text(node: yaml.Node) -> str:
    """The text of a scalar, as it is written; of anything else what no list of names holds."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) else "what is no text"
