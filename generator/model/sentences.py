"""Where sentences end, in any script.

A rule set rather than a model: a full stop, question or exclamation mark with its closing quotation
marks ends a sentence where white space and no lower-case letter follow; a full stop does not after
a title, an initial, an abbreviation or a number in front of a month. Chinese and Japanese signs end
a sentence by themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"[.!?…؟۔।॥።。！？｡]+[\"'”’»›)\]」』）]*")
_WIDE = frozenset("。！？｡")
_OPENING = "([\"'“‘«"
_LONGEST_WORD = 40
_NEXT = re.compile(r"[\s\"'“‘«‹(\[—–-]*(\S+)")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words("""
    adm ald art assoc atty brig bro bzw ca capt cf cie cmdr co col comdr corp cpl dept dipl dir
    dr drs ed eds ens est esp etc ev excl fig figs fr frau gen ggf gov hon hr inc ing insp jr kap
    lic lt ltd maj messrs mlle mm mme mr mrs ms mt mts nr no nos op pfc ph pl pp pr pres prof
    pte pvt rep reps rev sen sens sgt sig sr sra srta st ste str supt tel treas univ usw vgl vol vs
    z zt zzgl г гг д др ул им см стр тыс млн млрд
""")
_MONTHS = _words("""
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    janv févr avr juil déc okt dez mrz ene abr ago dic
""")
_MAY_END = _words("co corp etc inc jr ltd sr usw")
_WORDS_TOO = _words("art dir ed fig mm no op")
"""Abbreviations that are words as well: short for something only where a number follows."""
_STARTERS = _words("""
    a after all although an and as at because before both but by during for from he her here his
    how however i if in it its many more most no not now of officials on one our she since so some
    that the their then there these they this those to two under until we what when where which
    while who why with you
""")
_SHORT = 2
"""Letters at most between the stops of "U.S." and "Ph.D.", and digits of a day in a date."""
_ORDINALS = frozenset(
    {"cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl"}
)


def sentences(text: str, language: str = "en") -> list[int]:
    """The offsets at which the sentences of a passage begin; the first is 0."""
    starts = [0]
    for match in _END.finditer(text):
        end = match.end()
        if end < len(text) and (text[end].isspace() or text[match.start()] in _WIDE):
            following = _NEXT.match(text, end)
            if following and _is_end(text, match, following[1], language):
                starts.append(_after_space(text, end))
    return starts


def sentence_at(text: str, starts: list[int], start: int, end: int) -> str:
    """The sentence in which ``text[start:end]`` stands, or the sentences where it spans several."""
    first = bisect_right(starts, start) - 1
    last = max(first, bisect_right(starts, max(start, end - 1)) - 1)
    stop = starts[last + 1] if last + 1 < len(starts) else len(text)
    return text[starts[first] : stop].strip()


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_end(text: str, match: re.Match[str], word: str, language: str) -> bool:
    """Whether the mark ends a sentence, given the word behind it."""
    mark = match[0]
    if mark[0] in _WIDE:
        return True
    if word[:1].islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return True
    before = text[max(0, match.start() - _LONGEST_WORD) : match.start()].rsplit(None, 1)
    return _stop_ends(before[-1].lstrip(_OPENING) if before else "", word, language)


def _stop_ends(last: str, word: str, language: str) -> bool:
    """Whether a full stop between the words ``last`` and ``word`` ends a sentence."""
    lowered = last.lower()
    starter = word[:1].isupper() and word.strip(".,;:!?\"'”’").lower() in _STARTERS
    numbered = word[:1].isdigit()
    ends = True
    if lowered in _MAY_END or _is_initialism(last):
        ends = starter
    elif lowered in _WORDS_TOO or lowered in _MONTHS:
        ends = not numbered
    elif lowered in _TITLES or (len(last) == 1 and last.isupper()):
        ends = False
    elif last.isdigit() and len(last) <= _SHORT:
        ends = language.split("-", 1)[0] not in _ORDINALS
    return ends


def _is_initialism(last: str) -> bool:
    return "." in last and all(len(part) <= _SHORT for part in last.split("."))
