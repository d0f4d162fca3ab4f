"""What a page is made of: which values of the linked site were looked up while it was made.

Pages reach the site through mappings alone (:class:`~.site_index.SiteIndex`). A recording takes
down each key that is looked up, present or not, and ``EVERYTHING`` of a mapping that is gone
through. A page whose keys all stand for the same values as before is the same page.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, TypeVar

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")
_T = TypeVar("_T")

Read: TypeAlias = tuple[str, Hashable]
"""A mapping's name and a key of it."""

EVERYTHING: Final = None
"""The key that stands for a mapping as a whole."""


class Reads:
    """Takes down what is looked up. Without a recording nothing is."""

    def __init__(self) -> None:
        self.mappings: Final[dict[str, Mapping[Any, Any]]] = {}
        self.taken: set[Read] = set()
        self._remembered: Final[dict[Hashable, tuple[Any, frozenset[Read]]]] = {}

    def mapping(self, name: str, values: Mapping[_K, _V]) -> Mapping[_K, _V]:
        """``values`` under observation."""
        if name in self.mappings:
            raise ValueError(name)
        self.mappings[name] = values
        return _Observed(self, name, values)

    def sequence(self, name: str, values: Sequence[_V]) -> tuple[_V, ...]:
        """A tuple under observation; it counts as a whole."""
        self.mappings[name] = {EVERYTHING: tuple(values)}
        found = _ObservedTuple(values)
        found.looked_up = lambda: self.taken.add((name, EVERYTHING))
        return found

    @contextlib.contextmanager
    def recording(self) -> Iterator[set[Read]]:
        """Take down what is looked up meanwhile, apart from what was before."""
        before, self.taken = self.taken, set()
        try:
            yield self.taken
        finally:
            self.taken = before

    def once(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """What ``make`` returns, made once for all pages; each has looked up what that took."""
        known = self._remembered.get(key)
        if known is None:
            with self.recording() as taken:
                value = make()
            known = self._remembered[key] = value, frozenset(taken)
        self.taken |= known[1]
        found: _T = known[0]
        return found


class _Observed(Mapping[_K, _V]):
    __slots__ = ("_name", "_reads", "_values")

    def __init__(self, reads: Reads, name: str, values: Mapping[_K, _V]) -> None:
        self._reads = reads
        self._name = name
        self._values = values

    def __getitem__(self, key: _K) -> _V:
        self._reads.taken.add((self._name, key))
        return self._values[key]

    def get(self, key: _K, default: Any = None) -> Any:  # noqa: ANN401  as Mapping has it
        self._reads.taken.add((self._name, key))
        return self._values.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._reads.taken.add((self._name, key))
        return key in self._values

    def __iter__(self) -> Iterator[_K]:
        self._reads.taken.add((self._name, EVERYTHING))
        return iter(self._values)

    def __len__(self) -> int:
        self._reads.taken.add((self._name, EVERYTHING))
        return len(self._values)

    def keys(self) -> Any:  # noqa: ANN401  as Mapping has it
        self._reads.taken.add((self._name, EVERYTHING))
        return self._values.keys()

    def values(self) -> Any:  # noqa: ANN401  as Mapping has it
        self._reads.taken.add((self._name, EVERYTHING))
        return self._values.values()

    def items(self) -> Any:  # noqa: ANN401  as Mapping has it
        self._reads.taken.add((self._name, EVERYTHING))
        return self._values.items()


class _ObservedTuple(tuple[_V, ...]):  # noqa: SLOT001  a tuple has no room for a slot
    looked_up: Callable[[], None]

    def __iter__(self) -> Iterator[_V]:
        self.looked_up()
        return super().__iter__()

    def __len__(self) -> int:
        self.looked_up()
        return super().__len__()

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401  as tuple has it
        self.looked_up()
        return super().__getitem__(key)
