"""A site in which every text stands at every place that takes it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from generator.model.links import Register
from generator.records import Refusal
from generator.records.paths import read_picture_path
from tests.hostile.bodies import BESIDE, PROFILES, TEXTS, chunk
from tests.hostile.fields import LEAVES, WRITTEN, Leaf, Value
from tests.hostile.judging import (
    FILE_NAME,
    Judged,
    Sheet,
    beside_label,
    field_label,
    front,
    item_line,
    judge,
    text_label,
)

ENTRIES: Final = 160
"""Articles, actors, figures and so on, at most, as long as sixteen texts share a title."""

RESET: Final = " \"'></style></script>--> "
"""What stands between texts that share a field: it ends what one may have begun."""

DOT: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000080000000808020000004b6d29dc"
    "000000124944415478da6338c1f00f2b6218d51200f88e5d81da2391630000000049454e44ae426082"
)


class Where(NamedTuple):
    """A text by its number, at a place by its label."""

    text: int
    place: str


@dataclass
class Placed:
    """The files of a site, what stands where in them, and what was refused."""

    files: dict[str, Sheet | bytes] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    standing: Counter[str] = field(default_factory=Counter)


class Placer:
    """Puts texts into entries, ``size`` of them into each."""

    def __init__(self, texts: Sequence[str], *, size: int = 0, jobs: int = 1) -> None:
        self.texts: Final = tuple(texts)
        self.size: Final = size or max(1, min(16, -(-len(self.texts) // ENTRIES)))
        self.dropped: Final[set[Where]] = set()
        self._judged: Final = judged(self.texts, jobs)

    def site(self) -> Placed:
        """The files, without what was dropped."""
        placed = Placed()
        for number, verdict in enumerate(self._judged):
            places = {Where(number, place) for place in verdict.refused}
            placed.refused.update(item.place for item in places - self.dropped)
            placed.refused.update(self._profiles(number))
        placed.refused.update(item.place for item in self.dropped)
        packs = [
            range(start, min(start + self.size, len(self.texts)))
            for start in range(0, len(self.texts), self.size)
        ]
        singles = self._singles()
        tails = self._tails()
        for number, (pack, single, tail) in enumerate(
            zip_longest(packs, singles, tails, fillvalue=())
        ):
            self._entries(placed, number, tuple(pack), dict(single))
            self._article(placed, number, tuple(pack), dict(single), tail)
        for sheet in placed.files.values():
            if isinstance(sheet, Sheet):
                placed.standing.update(where.place for where in sheet.labels())
        self._named(placed)
        return placed

    def drop(self, where: Iterable[Where]) -> None:
        """Take texts out of places that refuse them only within a whole site."""
        self.dropped.update(where)

    def _takes(self, where: Where) -> bool:
        return where not in self.dropped and where.place not in self._judged[where.text].refused

    def _profiles(self, number: int) -> Iterator[str]:
        """The places of profiles that a text is not put into: they would refuse or swallow it."""
        for place in PROFILES:
            text = Where(number, text_label(place))
            if not self._takes(text) or self._swallows(text):
                for register in Register:
                    where = Where(number, f"profile of {register}: {place}")
                    if register is not Register.ARTICLE and where not in self.dropped:
                        yield where.place

    def lost(self, placed: Placed) -> dict[str, int]:
        """How many texts a place neither holds nor refuses; a place that has all is not listed."""
        most = len(self.texts)
        held = {place: placed.standing[place] + placed.refused[place] for place in all_places()}
        return {place: most - count for place, count in held.items() if count != most}

    def _singles(self) -> list[tuple[tuple[tuple[Register, Leaf], int], ...]]:
        """Rounds of texts for what takes one text an entry and refuses most, as addresses do."""
        columns: list[list[tuple[tuple[Register, Leaf], int] | None]] = []
        files: dict[Register, int] = {}
        for register, leaf in self._typed():
            taking = (
                number
                for number in range(len(self.texts))
                if self._takes(Where(number, field_label(register, leaf)))
            )
            column = [((register, leaf), number) for number in taking]
            if leaf.name == "image.file":
                files[register] = len(column)
            # A picture is a file or an address: addresses come in the rows behind.
            before = [None] * files.get(register, 0) if leaf.name == "image.url" else []
            columns.append([*before, *column])
        return [tuple(filter(None, row)) for row in zip_longest(*columns)]

    def _typed(self) -> Iterator[tuple[Register, Leaf]]:
        for register, leaf_list in LEAVES.items():
            for leaf in leaf_list:
                if not leaf.repeated and self.is_typed(register, leaf):
                    yield register, leaf

    def is_typed(self, register: Register, leaf: Leaf) -> bool:
        """Whether a value is of a kind of its own: such a value cannot hold several texts."""
        return field_label(register, leaf) in plain_words().refused or leaf.name in WRITTEN

    def _tails(self) -> list[Sequence[Where]]:
        return [
            [Where(number, place)]
            for number, verdict in enumerate(self._judged)
            for place in sorted(verdict.swallowing)
            if self._takes(Where(number, place))
        ]

    def _values(
        self,
        register: Register,
        pack: Sequence[int],
        single: Mapping[tuple[Register, Leaf], int],
    ) -> dict[Leaf, tuple[Value, ...]]:
        found: dict[Leaf, tuple[Value, ...]] = {}
        for turn, leaf in enumerate(LEAVES[register]):
            label = field_label(register, leaf)
            numbers = [item for item in pack if self._takes(Where(item, label))]
            if self.is_typed(register, leaf) and not leaf.repeated:
                number = single.get((register, leaf))
                numbers = [] if number is None else [number]
            form = WRITTEN.get(leaf.name, "{}")
            if leaf.repeated or len(numbers) < 2:
                values = [
                    Value(form.format(self.texts[item]), (Where(item, label),)) for item in numbers
                ]
            else:
                cut = turn % len(numbers)
                numbers = numbers[cut:] + numbers[:cut]
                text = RESET.join(self.texts[item] for item in numbers)
                values = [Value(text, tuple(Where(item, label) for item in numbers))]
            if values:
                found[leaf] = tuple(values)
        image = [leaf for leaf in found if leaf.name == "image.file"]
        if image:
            found = {leaf: value for leaf, value in found.items() if leaf.name != "image.url"}
        return found

    def _entries(
        self,
        placed: Placed,
        number: int,
        pack: Sequence[int],
        single: Mapping[tuple[Register, Leaf], int],
    ) -> None:
        for register in Register:
            values = self._values(register, pack, single)
            if register is Register.ARTICLE or not (pack or values):
                continue
            pieces = front(register, values)
            for item in pack:
                for place in PROFILES:
                    where = Where(item, f"profile of {register}: {place}")
                    text = Where(item, text_label(place))
                    if self._takes(text) and self._takes(where) and not self._swallows(text):
                        pieces += self._chunk(place, where, number)
            placed.files[f"content/{register.folder}/n{number}.md"] = Sheet(pieces)
            for leaf, shown in values.items():
                if leaf.name == "image.file":
                    placed.files[f"content/{shown[0].text}"] = DOT

    def _article(
        self,
        placed: Placed,
        number: int,
        pack: Sequence[int],
        single: Mapping[tuple[Register, Leaf], int],
        tail: Sequence[Where],
    ) -> None:
        values = self._values(Register.ARTICLE, pack, single)
        rights = ("own", "own", "licensed", "quote")[number % 4]
        own = {leaf.name: leaf for leaf in LEAVES[Register.ARTICLE]}
        values.setdefault(own["source.rights"], (Value(rights, None),))
        if pack:
            for name in ("topics", "background"):
                values[own[name]] = (*values.get(own[name], ()), Value(f"n{number}", None))
        pieces = front(Register.ARTICLE, values)
        beside: list[tuple[str, Any]] = []
        for item in pack:
            pieces += self._texts(placed, item, number)
            for where in self._beside(item):
                exact = f"Beside words {len(beside)} here"
                pieces += [(f"{exact}.", None), ("", None)]
                key = where.place.partition(": ")[2]
                beside.append(item_line(key, exact, self.texts[item], (where,)))
        for where in tail:
            pieces += self._chunk(where.place.partition(": ")[2], where, number)
        path = f"content/articles/n{number}"
        placed.files[f"{path}.md"] = Sheet(pieces)
        if beside:
            placed.files[f"{path}.annotations.yaml"] = Sheet([("annotations:", None), *beside])
        for leaf, shown in values.items():
            if leaf.name in WRITTEN:
                data = DOT if leaf.name == "image.file" else b"Words.\n"
                placed.files[f"content/{shown[0].text}"] = data

    def _texts(self, placed: Placed, item: int, number: int) -> Iterator[tuple[str, Any]]:
        """A text at each place of an article that takes it and gives it back."""
        for place in TEXTS:
            where = Where(item, text_label(place))
            if not self._takes(where):
                continue
            if not self._swallows(where):
                yield from self._chunk(place, where, number)
            if place == "image file" and _names(self.texts[item]):
                placed.files[f"content/images/{self.texts[item]}.png"] = DOT

    def _beside(self, item: int) -> Iterator[Where]:
        wheres = (Where(item, beside_label(key)) for key in BESIDE)
        return filter(self._takes, wheres)

    def _chunk(self, place: str, where: Where, number: int) -> list[tuple[str, Any]]:
        ids = dict.fromkeys(("actor", "figure", "place"), f"n{min(number, self._last)}")
        text = chunk(TEXTS[place], self.texts[where.text], where.text, ids)
        return [(text, (where,)), ("", None)]

    @property
    def _last(self) -> int:
        return (len(self.texts) - 1) // self.size

    def _swallows(self, where: Where) -> bool:
        return where.place in self._judged[where.text].swallowing

    def _named(self, placed: Placed) -> None:
        for number, text in enumerate(self.texts):
            if self._takes(Where(number, FILE_NAME)):
                path = f"content/articles/named/{text}.md"
                if path not in placed.files:
                    head = '---\ntitle: "Words"\ndate: "2021-09-14"\n---\n\nWords.\n'
                    placed.files[path] = Sheet([(head, (Where(number, FILE_NAME),))])
                    placed.standing[FILE_NAME] += 1
        placed.files["content/images/dot.png"] = DOT


def _names(text: str) -> bool:
    """Whether a picture may have a text for its name."""
    try:
        return read_picture_path(f"images/{text}.png") == f"images/{text}.png"
    except Refusal:
        return False


def judged(texts: Sequence[str], jobs: int) -> tuple[Judged, ...]:
    """What refuses each text."""
    if jobs < 2 or len(texts) < 64:
        return tuple(map(judge, texts))
    with ProcessPoolExecutor(min(jobs, os.cpu_count() or 1)) as pool:
        return tuple(pool.map(judge, texts, chunksize=16))


_words: list[Judged] = []


def plain_words() -> Judged:
    """What refuses words without any sign."""
    if not _words:
        _words.append(judge("Plain Words"))
    return _words[0]


def all_places() -> tuple[str, ...]:
    """Every place by its label."""
    return (
        *(field_label(register, leaf) for register, row in LEAVES.items() for leaf in row),
        *(text_label(place) for place in TEXTS),
        *(
            f"profile of {register}: {place}"
            for register in Register
            for place in PROFILES
            if register is not Register.ARTICLE
        ),
        *(beside_label(key) for key in BESIDE),
        FILE_NAME,
    )
