"""Who speaks: the subject of a verb of saying, brought to an actor.

A speaker is sought among the actors that are known in a text (annotated, or found before), then by
capitals, then by what a pronoun or a plain noun ("the minister") stands for. Only the words between
the edges of the clause and the verb are read, so the time is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Span
from generator.model.annotation import Annotation, Kind
from generator.model.registers import Actor, ActorKind
from generator.model.suggestion import Suggestion, SuggestionKind

from .scan import Scan
from .speech import SpeechWords

_WORD: Final = re.compile(r"[^\W_](?:[\w'’.-]*\w)?")
_LAST_WORD: Final = re.compile(r"([^\W_][\w'’-]*)\W*\Z")
_UPPER: Final = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŐŘŚŞŠŤŪŮŰŹŻŽА-ЯЁ]"
_NAMED: Final = rf"(?:al-)?{_UPPER}[\w'’-]*\.?"
_PARTICLE: Final = r"(?:al|el|bin|ibn|de|da|di|van|von|der|du|la|le|ben|af)(?=[\s-])"
_CAPITAL: Final = re.compile(_UPPER)
_NAME: Final = re.compile(rf"{_NAMED}(?:(?:\s+{_PARTICLE}){{0,2}}\s+{_NAMED})*")
_NAME_AT_END: Final = re.compile(rf"(?<![\w'’.-])({_NAME.pattern})\W*\Z")
_ASIDE: Final = re.compile(r"\s*(?:\([^()]{0,40}\)\s*)?\Z")
_POSSESSIVE: Final = re.compile(r".*['’]s\s+")
_TITLE: Final = re.compile(rf"(?:{_UPPER}[\w'’.-]*,?\s+|(?:of|for|de|du|des|del|für)\s+)+\Z")
_APPOSED: Final = re.compile(r",\s+([^,.;:]{3,50}),")
_GOING_ON: Final = frozenset(",\"”»’'—–“")
_BEHIND: Final = 4
_BACK: Final = 12
_SENTENCES: Final = 3
_REACH: Final = 240
"""A subject longer than this many characters is not read."""
_NAME_WORDS: Final = 4
_NEAR: Final = 60
_TITLE_REACH: Final = 48


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """An actor at a place in the file. ``by`` is its id, else the name as written.

    ``title`` is the role that the text gives it.
    """

    span: Span
    by: str
    name: str
    person: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, ``by`` empty where nobody is named; how often that is right."""

    by: str
    certainty: float


NOBODY: Final = Speaker("", 0.5)


def named(
    suggestions: Iterable[Suggestion],
    annotations: Iterable[Annotation],
    actors: Mapping[str, Actor],
) -> tuple[Named, ...]:
    """The actors of a text in the order of their places: those annotated and those suggested."""
    found = [_annotated(item, actors) for item in annotations if item.kind is Kind.ACTOR]
    for item in suggestions:
        if item.kind is SuggestionKind.ACTOR:
            kind = item.stub.kind if item.stub else _kind(actors, item.ref)
            name = item.stub.name if item.stub else item.text
            by = item.ref or (item.stub.id if item.stub else "") or item.text
            found.append(Named(item.span, by, name, kind == ActorKind.PERSON, item.role))
    return tuple(sorted(found))


def _annotated(item: Annotation, actors: Mapping[str, Actor]) -> Named:
    ref = item.get("ref") or ""
    person = _kind(actors, ref) in _MAY_BE
    return Named(item.place, ref or item.text, item.text, person, item.get("role") or "")


_MAY_BE: Final = (ActorKind.PERSON, "")


def _kind(actors: Mapping[str, Actor], ref: str) -> str:
    return actors[ref].kind if ref in actors else ""


class Speakers:
    """Finds the speaker beside a verb of saying, in any of the scanned passages."""

    def __init__(self, scanned: Sequence[Scan], known: Sequence[Named], words: SpeechWords) -> None:
        self._words = words
        self._scans = scanned
        self._passages = [scan.passage.span.start for scan in scanned]
        self._known = sorted(known)
        self._starts = [item.span.start for item in self._known]
        self._titled: Mapping[str, list[tuple[Named, str]]] | None = None
        self._full: dict[str, str] = {}
        for item in self._known:
            if item.person and " " in item.name:
                self._full.setdefault(item.name.rsplit(None, 1)[-1], item.by)

    def before(self, scan: Scan, low: int, at: int, *, hanging: bool = False) -> Speaker | None:
        """The speaker whose verb starts at ``at``, sought back to ``low``.

        ``hanging``: the verb is a participle ("with Jane Roe saying"). ``None`` where the verb
        does not tell that something was said ("did not say").
        """
        low = max(low, at - _REACH)
        region = scan.text[low:at]
        words = self._words
        if words.unsaid_end.search(region):
            return None
        between = words.between_end.search(region)
        end = low + (between.start() if between else len(region))
        if words.unsaid_end.search(scan.text[low:end]):
            return None
        region = scan.text[low:end]
        last = _LAST_WORD.search(region)
        if last is None:
            return None
        end = low + len(region.rstrip())
        apposed = scan.text[end - 1] == ","
        pronoun = last[1].lower()
        if pronoun in words.joins:
            return NOBODY
        if not apposed and (pronoun in words.persons or pronoun in words.things):
            return self._pronoun(scan, low + last.start(1), thing=pronoun in words.things)
        return (
            self._subject(scan, low, end, apposed=apposed, hanging=hanging)
            or self._by_capitals(scan, low, end, apposed=apposed)
            or self._by_noun(scan, low, region)
        )

    def behind(self, scan: Scan, at: int, limit: int) -> Speaker | None:
        """The speaker who stands behind a verb or phrase that ends at ``at``, up to ``limit``."""
        limit = min(limit, at + _REACH)
        region = scan.text[at:limit]
        first = _WORD.search(region)
        if first is None or any(char in ',;:."“”«»' for char in region[: first.start()]):
            return None
        word = first[0].lower()
        if word in self._words.persons or word in self._words.things:
            return self._pronoun(scan, at + first.start(), thing=word in self._words.things)
        found = self._first_known(scan, at, limit)
        if found:
            return found
        if self._words.table.names_by_capitals:
            name = _NAME.search(region, first.start())
            if name and not re.search(r"[,;:]", region[: name.start()]):
                between = _words_of(region[: name.start()])
                if not any(item in self._words.prepositions for item in between):
                    return self._called(self._bare(name[0]), after=between)
        return None

    def _first_known(self, scan: Scan, at: int, limit: int) -> Speaker | None:
        for item, start, end in self._within(scan, at, min(limit, at + _NEAR + _NAME_WORDS * 12)):
            left = scan.text[at:start]
            if len(left) > _NEAR or re.search(r"[,;:.!?](?!\w)(?<!\b\w\.)", _unabbreviated(left)):
                return None
            if any(word in self._words.prepositions for word in _words_of(left)):
                return None
            if scan.text[end : end + 2] in {"'s", "’s"}:
                continue
            return Speaker(item.by, 0.95)
        return None

    def _within(self, scan: Scan, low: int, high: int) -> Iterable[tuple[Named, int, int]]:
        """The mentions between two places of a passage, with their places in it."""
        shift = scan.passage.span.start
        index = bisect_left(self._starts, low + shift)
        while index < len(self._known) and self._known[index].span.end <= high + shift:
            item = self._known[index]
            yield item, item.span.start - shift, item.span.end - shift
            index += 1

    def _subject(
        self, scan: Scan, low: int, end: int, *, apposed: bool, hanging: bool
    ) -> Speaker | None:
        """The known actor that is the subject of the verb behind ``end``."""
        text = scan.text
        found = list(self._within(scan, low, end))
        if not found:
            return None
        item, start, after = found[-1]
        adjacent = not apposed and _ASIDE.match(text[after:end])
        if adjacent and (hanging or not self._is_object(text[low:start])):
            return Speaker(item.by, 0.95)
        best: Speaker | None = None
        for item, start, after in found:
            if self._is_object(text[low:start], anywhere=True):
                break
            beside = text[after : after + 2]
            if beside in {"'s", "’s"} or not self._ends_a_name(text, after, end):
                continue
            certainty = 0.9 if beside[:1] in {",", " ("} and apposed else 0.75
            if item.person:
                leads = not _words_of(text[low:start])
                return Speaker(item.by, max(certainty, 0.85 if leads else 0.0))
            best = best or Speaker(item.by, certainty - 0.1)
        return best

    def _ends_a_name(self, text: str, after: int, end: int) -> bool:
        """Whether what follows a mention is no noun that the mention only describes."""
        rest = text[after:end].lstrip()
        if not rest or rest[0] in ",(":
            return True
        word = _WORD.match(rest)
        return bool(word and word[0].lower() in self._words.prepositions)

    def _is_object(self, left: str, *, anywhere: bool = False) -> bool:
        """Whether a preposition governs what stands behind ``left``."""
        roles, prepositions = self._words.roles, self._words.prepositions
        found = [word for word in _words_of(left) if word not in self._words.determiners]
        popped = False
        while found and (
            found[-1] in roles
            or (popped and found[-1] in prepositions and found[-2:-1] and found[-2] in roles)
        ):
            found.pop()  # "Deputy Secretary of State"
            popped = True
        if anywhere:
            return any(word in self._words.prepositions for word in found)
        return bool(found) and found[-1] in self._words.prepositions

    def _by_capitals(self, scan: Scan, low: int, end: int, *, apposed: bool) -> Speaker | None:
        """The name as written, where capitals tell names."""
        if not self._words.table.names_by_capitals:
            return None
        region = scan.text[low:end]
        if apposed:
            commas = [match.start() for match in re.finditer(",", region)]
            region = region[: commas[-2]] if len(commas) > 1 else region
        match = _NAME_AT_END.search(region)
        if match is None or self._is_object(region[: match.start(1)]):
            return None
        left = region[: match.start(1)]
        written = self._bare(match[1])
        if written and " " not in written and not left.strip(" \"“„«'"):
            before = scan.text[max(0, low - _BEHIND) : low].rstrip()
            if before[-1:] not in _GOING_ON and written not in self._full:
                return None  # the first word of a sentence has a capital anyway
        return self._called(written, after=_words_of(left))

    def _called(self, name: str, *, after: Sequence[str]) -> Speaker | None:
        """The speaker of a name by capitals; a surname is that of whom the text named before.

        ``after`` are the words before it: behind an article one word is a noun, or no person.
        """
        if not name:
            return None
        if " " in name:
            self._full.setdefault(name.rsplit(None, 1)[-1], name)
            return Speaker(name, 0.75)
        if name in self._full:
            return Speaker(self._full[name], 0.85)
        noun = self._words.table.nouns_have_capitals or bool(
            after and after[-1] in self._words.determiners
        )
        return None if noun and not name.isupper() else Speaker(name, 0.6)

    def _bare(self, name: str) -> str:
        """A name without titles, and without whose title it is ("Malaysia's Prime Minister …")."""
        name = _POSSESSIVE.sub("", name)
        parts = name.split()
        if parts and parts[0].lower() in self._words.prepositions:
            return ""  # "In March Jane Roe said": a capital only because it comes first
        while parts and parts[0].strip(".").lower() in self._words.roles:
            parts.pop(0)
        if len(parts) > _NAME_WORDS:
            return ""
        return " ".join(parts).strip(".,'’-") if any(map(str.isalpha, parts)) else ""

    def _by_noun(self, scan: Scan, low: int, region: str) -> Speaker:
        """Whom a plain noun ("the minister") stands for: who was last introduced with it."""
        words = _words_of(region)
        for index in range(len(words) - 1, -1, -1):
            if words[index] in self._words.determiners:
                words = words[index + 1 :]
                break
        if not 0 < len(words) < _NAME_WORDS:
            return NOBODY
        if self._titled is None:
            self._titled = self._introductions()
        wanted = f" {' '.join(words)} "
        place = scan.passage.span.start + low
        introduced = self._titled.get(words[-1], [])
        index = bisect_left(introduced, place, key=lambda pair: pair[0].span.start)
        for item, title in reversed(introduced[max(0, index - _BACK) : index]):
            if wanted in title:
                return Speaker(item.by, 0.85)
        return NOBODY

    def _introductions(self) -> Mapping[str, list[tuple[Named, str]]]:
        """The persons and the words that introduce them, by each of these words."""
        found: defaultdict[str, list[tuple[Named, str]]] = defaultdict(list)
        for item in self._known:
            if item.person:
                title = self._introduced(item)
                for word in dict.fromkeys(title.split()):
                    found[word].append((item, title))
        return found

    def _introduced(self, item: Named) -> str:
        """The title before a mention and the apposition behind it: words with spaces around."""
        index = bisect_right(self._passages, item.span.start) - 1
        if index < 0:
            return ""
        scan = self._scans[index]
        at = item.span.start - scan.passage.span.start
        end = item.span.end - scan.passage.span.start
        title = _TITLE.search(scan.text[max(0, at - _TITLE_REACH) : max(0, at)])
        apposed = _APPOSED.match(scan.text[end : end + _NEAR])
        words = _words_of(
            f"{item.title} {title[0] if title else ''} {apposed[1] if apposed else ''}"
        )
        return f" {' '.join(words)} "

    def _pronoun(self, scan: Scan, at: int, *, thing: bool) -> Speaker:
        """Whom "he", "she" or "it" stands for: the subject of the nearest sentence before."""
        shift = scan.passage.span.start
        sentences = scan.passage.sentences
        number = bisect_left(sentences, at + 1, key=lambda span: span.start) - 1
        for back in range(max(number, 0), max(number - _SENTENCES, -1), -1):
            low, high = sentences[back] if sentences else (0, at)
            found = [
                item
                for item, _, _ in self._within(scan, low, min(high, at))
                if item.person is not thing
            ]
            if found:
                return Speaker(found[0].by, 0.75)
        index = bisect_left(self._starts, shift)
        for item in reversed(self._known[max(0, index - _BACK) : index]):
            if item.person is not thing:
                return Speaker(item.by, 0.7)
        return NOBODY


def _words_of(text: str) -> list[str]:
    return [match[0].lower() for match in _WORD.finditer(text)]


def _unabbreviated(text: str) -> str:
    """Titles lose their full stops: "Maj. Gen. "."""
    return re.sub(r"\b([A-Z]\w{0,4})\.", r"\1", text)
