"""People in Arabic texts, behind a title: no capitals tell where a name begins or ends.

A name is a word without the article and the word behind it; "عبد", "أبو" and "بن" take one more.
What stands behind a title with its adjectives is so in most cases, not in all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Span

_LETTERS: Final = "[\u0621-\u063a\u0641-\u0652]"
_WORD: Final = rf"{_LETTERS}{{2,}}"
_TITLE: Final = (
    "(?:رئيس (?:الوزراء|الحكومة|البرلمان|الأركان|الجمهورية|مجلس الوزراء)"
    "|(?:وزير|وزيرة) (?:الخارجية|الدفاع|الداخلية|المالية|الصحة|الطاقة|العدل|التعليم|الاقتصاد)"
    "|الأمين العام(?: للأمم المتحدة)?|الرئيس|الرئيسة|الملك|ملك|الأمير|ولي العهد|الشيخ|الجنرال"
    "|العقيد|اللواء|العميد|الفريق|السفير|السيناتور|النائب|النائبة|المستشار|المستشارة|الدكتور"
    "|الدكتورة|البابا|القاضي|الناشط|الناشطة|الصحفي|الصحفية|الكاتب|المحامي)"
)
_NO_GIVEN: Final = (
    "في|من|على|إلى|الى|أن|إن|خلال|مع|عن|قال|قالت|التي|الذي|هو|هي|بعد|قبل|عند|لدى|منذ|حتى|كان|كانت"
    "|قد|لم|لن|لا|ما|هذا|هذه|ذلك|تلك|أي|كل|بين|حول|ضد|دون|أمام|غير|أكد|أعلن|إنه|إنها|أنه|أنها|يوم"
)
_PATTERN: Final = re.compile(
    rf"(?<!{_LETTERS})[وفبلك]?(?P<title>{_TITLE}(?: ال{_LETTERS}+(?:ي|ية))*"
    rf"(?: (?:السابق|السابقة|الجديد|الجديدة|الراحل|المنتخب))?) "
    rf"(?!ال)(?!(?:{_NO_GIVEN})(?!{_LETTERS}))"
    rf"(?P<name>(?:(?:عبد|أبو|ابو) )?{_WORD} (?:بن |ابن )?(?!(?:{_NO_GIVEN})(?!{_LETTERS})){_WORD})"
)


@dataclass(frozen=True, slots=True)
class ArabicPerson:
    """``span`` is the place of the name in the passage's text."""

    span: Span
    name: str
    role: str


def find_arabic_people(text: str) -> tuple[ArabicPerson, ...]:
    """The people whom an Arabic passage names behind their titles, in order."""
    return tuple(
        ArabicPerson(Span(*match.span("name")), match["name"], match["title"])
        for match in _PATTERN.finditer(text)
    )
