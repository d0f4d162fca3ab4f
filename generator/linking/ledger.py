"""What linking notes down as it goes: what each annotation refers to, and what did not resolve."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.model.links import Origin, Problem, Register, Unresolved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import SourceFile, Span

    from .directory import Lookup
    from .texts import Found


class Ledger:
    """Filled by every subject, read once at the end."""

    def __init__(self) -> None:
        self._unresolved: list[Unresolved] = []
        self._references: defaultdict[Origin, dict[int, str]] = defaultdict(dict)

    def refer(self, found: Found, target: str) -> None:
        """Note that an annotation refers to ``target``; nothing where that is empty."""
        if target:
            self._references[found.text.origin][found.annotation.number] = target

    def report(
        self,
        problem: Problem,
        register: Register,
        field: str,
        wanted: str,
        file: SourceFile,
        span: Span,
        candidates: tuple[str, ...] = (),
    ) -> None:
        """Note what did not resolve."""
        self._unresolved.append(
            Unresolved(problem, register, field, wanted, file, span, candidates)
        )

    def settle(
        self,
        lookup: Lookup,
        register: Register,
        field: str,
        wanted: str,
        file: SourceFile,
        span: Span,
    ) -> str:
        """The id that was found; ``""`` after noting why there is none."""
        if lookup.problem is not None:
            self._unresolved.append(
                Unresolved(
                    lookup.problem,
                    register,
                    field,
                    wanted,
                    file,
                    span,
                    lookup.candidates,
                    lookup.meant,
                    lookup.certain,
                )
            )
        return lookup.id

    def unresolved(self) -> tuple[Unresolved, ...]:
        """All that did not resolve, by file and place."""
        return tuple(
            sorted(
                self._unresolved,
                key=lambda item: (item.file.path, item.span, item.field, item.wanted),
            )
        )

    def references(self) -> Mapping[Origin, Mapping[int, str]]:
        """What annotations refer to, by text and number."""
        return MappingProxyType(
            {
                origin: MappingProxyType(dict(sorted(numbers.items())))
                for origin, numbers in sorted(self._references.items())
            }
        )
