"""The clause that somebody is said to have said, in one sentence.

Three forms are tried: a phrase that names the source ("according to X, …"), an attribution at the
sentence's end ("…, X said"), a verb with what follows it ("X said that …", "X criticised …").
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .scan import Scan
from .speakers import NOBODY, Speaker, Speakers
from .speech import Act, ActKind, SpeechWords

WORD: Final = re.compile(r"\w[\w'’-]*")
FEWEST: Final = 4
"""Words that a clause has at least where it stands before its attribution."""

_CAPITALS: Final = re.compile(r"\s*(?:[A-Z][\w'’.-]*\s+)+")
_COMMA: Final = re.compile(r"[,،](?!\d)")
_OPENS: Final = frozenset("'‘$€£")
_SOURCES: Final = (ActKind.ACCORDING, ActKind.SOURCE)
_VERBS: Final = 4
_ADVERBIAL: Final = 8
_OBJECT: Final = 60
_TRAILING: Final = 130
_SOURCE: Final = 200
_COMMAS: Final = 3
_JOIN: Final = 40
_SURE: Final = 0.7


class Clause(NamedTuple):
    """What is said: offsets into the passage's text, by whom, how often that is right."""

    start: int
    end: int
    speaker: Speaker
    certainty: float


class Sentence:
    """A sentence, ``low`` to ``high`` of a passage's text, with its verbs of saying."""

    def __init__(
        self, scan: Scan, low: int, high: int, speakers: Speakers, words: SpeechWords
    ) -> None:
        self._scan = scan
        self._text = scan.text
        self._low = low
        self._high = high
        self._acts = scan.acts_in(low, high)
        self._speakers = speakers
        self._words = words

    def clause(self) -> Clause | None:
        """What the sentence says that somebody said."""
        return self._by_source() or self._trailing() or self._leading()

    # A phrase that names the source

    def _by_source(self) -> Clause | None:
        """As in: According to X, …. / …, according to X. / X zufolge …."""
        act = next((item for item in self._acts if item.kind in _SOURCES), None)
        if act is None:
            return None
        if act.kind is ActKind.SOURCE:
            before = self._speakers.before(self._scan, self._low, act.start)
            return Clause(self._low, self._high, before or NOBODY, 0.6)
        speaker = self._speakers.behind(self._scan, act.end, self._high) or NOBODY
        comma = self._end_of_source(act.end)
        head = self._text[self._low : act.start]
        if _count(head) < FEWEST:
            return self._behind_source(comma, speaker)
        if comma is not None and _count(self._text[comma : self._high]) >= FEWEST:
            return Clause(self._low, self._high, speaker, 0.6)  # it stands in the middle
        return Clause(self._low, self._low + len(head.rstrip(" ,،(–—")), speaker, 0.85)

    def _behind_source(self, comma: int | None, speaker: Speaker) -> Clause:
        """What stands behind a source that is named first."""
        if comma is None:
            return Clause(self._low, self._high, speaker, 0.6)
        # "According to the Herald, Jane Roe said …": the one who said it counts.
        inner = self._said_behind(comma + 1)
        if inner is not None and inner.speaker.by:
            return inner
        return Clause(comma + 1, self._high, speaker, 0.85)

    def _end_of_source(self, at: int) -> int | None:
        """The comma behind a source; an apposition ("…, quoting another, …") takes two."""
        high = min(self._high, at + _SOURCE)
        commas = [match.start() for match in _COMMA.finditer(self._text, at, high)][:_COMMAS]
        for comma in commas[:-1]:
            if self._first(comma + 1) not in self._words.asides:
                return comma
        return commas[-1] if commas else None

    def _said_behind(self, start: int) -> Clause | None:
        act = next(
            (item for item in self._acts if item.start > start and item.kind is ActKind.SAY), None
        )
        if act is None or not self._text[act.end : self._high].strip():
            return None
        return Sentence(self._scan, start, self._high, self._speakers, self._words).said(act)

    # An attribution at the end

    def _trailing(self) -> Clause | None:
        """As in: …, the release said. / …, said the minister on Monday."""
        act = self._acts[-1]
        if self._words.table.clause_first:
            return self._before_its_verb(act)
        comma = _comma_before(self._text, self._low, act.start)
        rest = self._text[act.end : self._high].strip(' .:!?"”»')
        if not self._ends_in_attribution(act, comma, rest):
            return None
        if self._text[comma + 1 : act.start].strip():
            fits = not rest or self._is_adverbial(act)
            return self._apposed(act, comma, alone=not rest) if fits else None
        speaker = self._speakers.behind(self._scan, act.end, self._high)
        if speaker is None and not rest:
            return None
        return Clause(self._low, comma, speaker or NOBODY, 0.85)

    def _ends_in_attribution(self, act: Act, comma: int, rest: str) -> bool:
        """Whether what follows the last comma may be: not ", which he said that …"."""
        if act.kind is not ActKind.SAY or comma < 0 or act.start - comma > _TRAILING:
            return False
        if self._scan.in_quote(comma):
            return False
        if self._first(comma + 1) in self._words.breaks | self._words.joins:
            return False
        if len(rest.split()) > _ADVERBIAL or self._words.that.search(rest):
            return False
        return _count(self._text[self._low : comma]) >= FEWEST

    def _is_adverbial(self, act: Act) -> bool:
        """Whether what follows a verb is no clause: "said on Monday", "told Example Desk"."""
        behind = self._text[act.end : self._high].lstrip()
        if self._verb(act) in self._words.tells and behind[:1].isupper():
            return True
        return self._first(act.end) in self._words.prepositions

    def _apposed(self, act: Act, comma: int, *, alone: bool) -> Clause | None:
        """The clause before a speaker, who may have an apposition: "…, Jane Roe, 40, said"."""
        speaker = self._speakers.before(self._scan, comma + 1, act.start)
        if speaker is None:
            return None
        aside = _comma_before(self._text, self._low, comma)
        if alone and not speaker.by and aside > self._low and comma - aside < _OBJECT:
            wider = self._speakers.before(self._scan, aside + 1, act.start)
            if wider is not None and wider.by:
                return Clause(self._low, aside, wider, 0.75)
        return Clause(self._low, comma, speaker, 0.85)

    def _before_its_verb(self, act: Act) -> Clause | None:
        """As in Turkish: the speaker, a comma, what is said, the verb at the end."""
        comma = self._text.find(",", self._low, act.start)
        ends = not self._text[act.end : self._high].strip(" .!?")
        if act.kind is not ActKind.SAY or comma < 0 or not ends:
            return None
        speaker = self._speakers.before(self._scan, self._low, comma)
        return None if speaker is None else Clause(comma + 1, act.start, speaker, 0.7)

    # A verb with what follows it

    def _leading(self) -> Clause | None:
        for act in self._acts[:_VERBS]:
            clause = None if act.kind in _SOURCES else self.said(act)
            if clause is not None:
                return clause
        return None

    def said(self, act: Act) -> Clause | None:
        """As in: X said (that) …. / X criticised …."""
        if self._words.table.verb_first:
            return self._behind_its_verb(act)
        if act.kind is ActKind.SAY and self._first(self._low) in self._words.fronting:
            return self._fronted(act)
        speaker = self._subject(act)
        if speaker is None:
            return None
        if act.kind is ActKind.JUDGE:
            return self._judged(act, speaker)
        begin = self._begin(act)
        return Clause(begin[0], self._end(act), speaker, begin[1]) if begin else None

    def _subject(self, act: Act) -> Speaker | None:
        comma = _comma_before(self._text, self._low, act.start)
        if self._first(max(comma + 1, self._low)) in self._words.relatives:
            return None  # "…, which the ministry rejects"
        if act.kind is not ActKind.ADD:
            speaker = self._speakers.before(self._scan, self._low, act.start)
            weak = self._verb(act) in self._words.weak
            return None if speaker and weak and speaker.certainty < _SURE else speaker
        earlier = self._scan.acts_in(self._low, act.start)
        if not earlier:
            return None
        return self._speakers.before(self._scan, self._low, earlier[0].start)

    def _behind_its_verb(self, act: Act) -> Clause | None:
        """As in Arabic: the verb, the speaker, what is said."""
        that = self._words.that.search(self._text, act.end, self._high)
        if that is None or that.start() - act.end > _TRAILING:
            return None
        speaker = self._speakers.behind(self._scan, act.end, that.start()) or NOBODY
        start = that.start(1) if that[1] in self._words.that_kept else that.end()
        return Clause(start, self._high, speaker, 0.8)

    def _fronted(self, act: Act) -> Clause | None:
        """As in: As X announced on Monday, …."""
        first = WORD.search(self._text, self._low)
        low = first.end() if first else self._low
        speaker = self._speakers.before(self._scan, low, act.start)
        high = min(self._high, act.end + _TRAILING)
        comma = _COMMA.search(self._text, act.end, high)
        if speaker is None or comma is None:
            return None
        return Clause(comma.end(), self._high, speaker, 0.8)

    def _judged(self, act: Act, speaker: Speaker) -> Clause | None:
        """The verb with its object, or what a participle behind it says: "…, saying that …"."""
        later = next(
            (item for item in self._scan.acts_in(act.end, self._high) if item.kind is ActKind.ADD),
            None,
        )
        begin = self._begin(later) if later else None
        if later is not None and begin is not None:
            return Clause(begin[0], self._end(later), speaker, 0.8)
        if self._first(act.end) in self._words.prepositions:
            return None  # "criticised by"
        return Clause(act.start, self._end(act), speaker, 0.6)

    # Where a clause begins and ends

    def _begin(self, act: Act) -> tuple[int, float] | None:
        """Where what is said behind a verb begins, and how sure that is."""
        at = act.end
        that = self._words.that_next.match(self._text, at, self._high)
        if that or (self._words.table.comma_clause and self._text[at : at + 1] == ","):
            return (that.end(), 0.95) if that else (at + 1, 0.8)
        opening = self._text[at : self._high].lstrip()[:1]
        if not opening.isalnum() and opening not in _OPENS:
            return None
        word = self._first(at)
        if self._verb(act) in self._words.tells or word in self._words.prepositions:
            return self._begin_behind_hearer(act, word)
        if word in self._words.breaks or word in self._words.be:
            return None
        return at, 0.85 if self._verb(act) in self._words.plain else 0.55

    def _begin_behind_hearer(self, act: Act, word: str) -> tuple[int, float] | None:
        """Where a clause begins behind "told X", "said on Monday"."""
        at = act.end
        that = self._words.that.search(self._text, at, min(self._high, at + _OBJECT))
        if that and not _COMMA.search(self._text, at, that.start()):
            return that.end(), 0.9
        if word in self._words.prepositions:
            return None
        hearer = _CAPITALS.match(self._text, at, self._high)
        if hearer is None and word not in self._words.hearers:
            return at, 0.6
        first = hearer or WORD.search(self._text, at, self._high)
        begin = first.end() if first else at
        if self._first(begin) in self._words.infinitives:
            return at, 0.6  # "urged him to leave"
        return begin, 0.7

    def _end(self, act: Act) -> int:
        """The end of what is said: before a second verb of saying that is joined by "and"."""
        for later in self._scan.acts_in(act.end + 1, self._high):
            start = max(act.end, later.start - _JOIN)
            joined = self._words.joined_act.search(self._text[start : later.start])
            if joined:
                return start + joined.start()
            if later.kind is ActKind.ACCORDING:
                return later.start
        return self._high

    def _first(self, at: int) -> str:
        """The first word behind a place, where only spaces stand between; in lower case."""
        match = WORD.search(self._text, at, self._high)
        if match is None or self._text[at : match.start()].strip():
            return ""
        return match[0].lower()

    def _verb(self, act: Act) -> str:
        return self._text[act.start : act.end].lower()


def _comma_before(text: str, low: int, high: int) -> int:
    """The last comma between two places that is no part of a number, -1 where there is none."""
    last = -1
    for match in _COMMA.finditer(text, low, high):
        last = match.start()
    return last


def _count(text: str) -> int:
    return sum(1 for _ in WORD.finditer(text))
