"""Templates by strangers: Jinja2's sandbox, with an end to what one page may take.

The sandbox keeps templates from Python's own attributes and from changing what they are given; it
knows no limit of time or size. Here every loop, macro, block and file that a template enters is a
step. Steps, processor time and text are counted for each page, so that a template that never ends
is stopped on any system. Memory is not counted: the process has a limit where the system knows one.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any, Final

from jinja2 import TemplateRuntimeError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_STEPS: Final = 2_000_000
MOST_SECONDS: Final = 10.0
"""Processor time of one page; one of a thousand entries takes a tenth of a second."""
MOST_CHARACTERS: Final = 4_000_000
"""Of one page."""
MOST_IN_ALL: Final = 400_000_000
"""Characters of all pages that a process makes."""

_LONGEST_PRODUCT: Final = 100_000
"""Characters, items or bits that one multiplication may give."""
_WIDE: Final = re.compile(r"%[^%a-zA-Z]*?(?:\d{4}|\*)")
_ENTERED: Final = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
_REFUSED_FILTERS: Final = ("center", "format", "pprint", "random", "urlize", "xmlattr")
"""They make long texts of short ones, or what differs each time."""


class TemplateLimitError(TemplateRuntimeError):
    """A template takes too long or makes too much; the message says which."""


class Budget:
    """What a page may take, and what it took."""

    def __init__(self) -> None:
        self._steps = 0
        self._end = 0.0
        self._whole = 0

    def begin(self) -> None:
        """A new page."""
        self._steps = 0
        self._end = time.thread_time() + MOST_SECONDS

    def step(self) -> None:
        """Count a step.

        Raises:
            TemplateLimitError: it is one too many.
        """
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise TemplateLimitError(f"it takes more than {MOST_STEPS:,} steps for one page")
        if time.thread_time() > self._end:
            raise TemplateLimitError(f"it takes more than {MOST_SECONDS:g} seconds for one page")

    def joined(self, pieces: Iterable[str]) -> str:
        """The pieces of a page.

        Raises:
            TemplateLimitError: they are too long.
        """
        kept = []
        length = 0
        for piece in pieces:
            length += len(piece)
            if length > MOST_CHARACTERS:
                raise TemplateLimitError(f"it makes more than {MOST_CHARACTERS:,} characters")
            kept.append(piece)
        self._whole += length
        if self._whole > MOST_IN_ALL:
            raise TemplateLimitError(f"all pages have more than {MOST_IN_ALL:,} characters")
        return "".join(kept)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of templates that are not trusted."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, budget: Budget, **options: Any) -> None:  # noqa: ANN401 - Jinja2's own
        super().__init__(**options)
        self.step = budget.step
        for name in _REFUSED_FILTERS:
            del self.filters[name]
        del self.globals["lipsum"]  # random

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Begin whatever can be entered again with a step."""
        tree = super()._parse(source, name, filename)
        entered: list[Any] = [tree, *tree.find_all(_ENTERED)]
        for node in entered:
            call = nodes.Call(nodes.EnvironmentAttribute("step"), [], [], None, None)
            step = nodes.ExprStmt(call).set_lineno(node.lineno or 1, override=True)
            node.body.insert(0, step.set_environment(self))
        return tree

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja2's own
        """Multiply, raise and format as long as the result stays short."""
        if operator == "%" and isinstance(left, str) and _WIDE.search(left):
            raise TemplateLimitError("a width in a format is longer than three digits")
        if operator in {"*", "**"} and _size(left, right, operator) > _LONGEST_PRODUCT:
            raise TemplateLimitError(f"a product is longer than {_LONGEST_PRODUCT:,}")
        return super().call_binop(context, operator, left, right)


def _size(left: object, right: object, operator: str) -> int:
    """At least how long a product is: characters and items, or an integer's bits."""
    if isinstance(left, int) and isinstance(right, int):
        if operator == "**":
            return left.bit_length() * abs(right)
        return left.bit_length() + right.bit_length()
    if isinstance(left, int):
        left, right = right, left
    if isinstance(left, str | bytes | list | tuple) and isinstance(right, int):
        return len(left) * right
    return 0
