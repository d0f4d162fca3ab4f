"""Background passages: paragraphs that tell what went before, for readers who come late.

Signs are counted, sentence by sentence: a year before the article's, "since", "until", "began in",
the pluperfect, an era ("for decades"). Signs of news count against them: a weekday, "today",
somebody who says something. Whole consecutive paragraphs are suggested, never the lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Span
from generator.model.article import Article
from generator.model.document import Block, Paragraph
from generator.model.suggestion import Suggestion, SuggestionKind

from .passage import Passage

_LEAD: Final = 2
"""Paragraphs at an article's beginning that say what happened."""
_FEWEST_WORDS: Final = 12
_ENOUGH: Final = 1.0
_YEAR: Final = re.compile(r"(?<![\d.,/-])(1[89]\d\d|20\d\d)(?![\d/]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for background in a language, weak and strong, and what for news."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    news: re.Pattern[str]
    measure: re.Pattern[str] = re.compile(r"(?!)")


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


_LINE_ENDS: Final = frozenset("\r\n")
_LINE_END: Final = re.compile(r"[\r\n]")
_NOTHING: Final = re.compile(r"(?!)")

_SIGNS: Final[Mapping[str, _Signs]] = {
    "en": _Signs(
        strong=_any(
            r"since (?:the )?(?:\d{4}|[A-Z]\w+ \d{4}|1\d\d0s|then|independence|war|conflict)",
            r"(?:began|started|erupted|broke out|was founded|was established) (?:in|on)\b"
            r"[^.]{0,20}\d{4}",
            r"for (?:(?:more than|over|nearly|almost|about) )?(?:\w+ )?(?:decades|centuries|years)",
            r"\w+ (?:years|decades) (?:ago|earlier)",
            r"(?:a|one) (?:year|decade|century) (?:ago|earlier)",
            r"in the (?:1[89]|20)\d0s|historically|a former colony",
            r"\d+-year(?:-old)? (?:war|conflict|crisis|rule|reign|dispute)",
            r"dates back to|in recent (?:years|decades)",
            r"over the (?:past|last) (?:\w+ )?(?:years|decade)",
            r"broke (?:out|away)|came to power|took power|seized power",
        ),
        weak=_any(
            r"had (?:\w+ly |also |already |never |long |previously )?(?:been|\w+ed|begun|taken|made"
            r"|become|won|lost|left|gone|come|seen|held|fought|grown|given|known|led|built|sent)",
            r"later|previously|originally|formerly|initially|at the time|eventually|once|until",
            r"since|long-running|long-standing|endless rounds|so far|has (?:since )?killed",
            r"have maintained|has recently|had recently|recently",
        ),
        news=_any(
            r"today|yesterday|tomorrow|tonight|this (?:morning|week|afternoon|evening)",
            r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: night| morning| evening)?",
            r"said|says|told|according to|announced|will|last (?:week|night)|statement",
        ),
        measure=_any(
            r"(?:for )?(?:the|its|their|his|her)"
            r" (?:first|last|only|second|worst|biggest|largest|highest|lowest|deadliest)"
            r"(?: \w+){0,12} (?:since|in)(?: \w+){0,3} \d{4}",
        ),
    ),
    "de": _Signs(
        strong=_any(
            r"seit (?:dem Jahr |Anfang |Ende |Mitte )?(?:\w+ )?\d{4}|seit (?:Jahren|Jahrzehnten)",
            r"vor \w+ (?:Jahren|Jahrzehnten)|(?:begann|gegründet|ausgebrochen)[^.]{0,30}\d{4}",
            r"in den (?:19|20)\d0er Jahren|(?:in der Vergangenheit)|damals|einst",
        ),
        weak=_any(
            r"(?:war|waren|hatte|hatten) [^.]{0,80}(?:worden|ge\w+t|ge\w+en)",
            r"später|zuvor|bereits|seit",
        ),
        news=_any(
            r"heute|gestern|morgen|am (?:mon|diens|donners|frei|sams|sonn)tag|am mittwoch",
            r"sagte|sagt|teilte|erklärte|betonte|laut|wird|werden",
        ),
    ),
    "fr": _Signs(
        strong=_any(
            r"depuis (?:\w+ )?\d{4}|depuis (?:des|plusieurs) (?:années|décennies)|il y a \w+ ans"
        ),
        weak=_any(r"avait|avaient|auparavant|jadis|à l'époque|depuis"),
        news=_any(
            r"aujourd'hui|hier|demain|a (?:déclaré|annoncé|affirmé)|selon",
            r"lundi|mardi|mercredi|jeudi|vendredi",
        ),
    ),
    "es": _Signs(
        strong=_any(r"desde (?:\w+ de )?\d{4}|desde hace \w+ (?:años|décadas)|hace \w+ años"),
        weak=_any(r"había|habían|anteriormente|entonces|desde"),
        news=_any(
            r"hoy|ayer|mañana|dijo|afirmó|anunció|según|lunes|martes|miércoles|jueves|viernes"
        ),
    ),
    "ar": _Signs(
        strong=_any(
            r"(?:و)?منذ (?:عام|سنة|العام)? ?\d{4}|(?:و)?منذ (?:سنوات|عقود|عقد)",
            r"قبل \w+ (?:سنوات|أعوام|عاما)",
        ),
        weak=_any(r"(?:و)?كان(?:ت|وا)?|سابقا|آنذاك|(?:و)?منذ|(?:و)?قد"),
        news=_any(
            r"اليوم|أمس|غدا|(?:و)?قال(?:ت)?|(?:و)?أعلن(?:ت)?|(?:و)?أكد(?:ت)?|بحسب|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة"
        ),
    ),
    "ru": _Signs(
        strong=_any(r"с \d{4}(?: года)?|(?:\w+ )?лет назад|в течение (?:многих )?лет"),
        weak=_any(r"ранее|тогда|раньше|прежде|был[аои]?"),
        news=_any(r"сегодня|вчера|завтра|сказал[аи]?|заявил[аи]?|сообщил[аи]?|по словам"),
    ),
    "tr": _Signs(
        strong=_any(
            r"\d{4}(?:'(?:dan|den|tan|ten))? (?:beri|yılından beri)|\w+ yıl önce|yıllardır"
        ),
        weak=_any(r"\w+m[ıiuü]şt[ıiuü]|daha önce|o dönem"),
        news=_any(r"bugün|dün|yarın|dedi|söyledi|açıkladı|göre"),
    ),
}
_UNKNOWN: Final = _Signs(_NOTHING, _NOTHING, _NOTHING)


def find_background(article: Article, texts: Iterable[Passage]) -> tuple[Suggestion, ...]:
    """Runs of paragraphs at the top level of ``article`` that give background.

    A span covers whole lines, so that fences can be set before and behind it. Paragraphs that hold
    annotations or stand in a block, a list or a quotation are left out.
    """
    signs = _SIGNS.get(article.language.split("-", 1)[0].lower(), _UNKNOWN)
    passages = {passage.span: passage for passage in texts}
    found = []
    for run in _runs(article, passages, signs):
        start, end = _lines(article.file.text, run[0][0].start, run[-1][0].end)
        score = sum(score for _, score in run) / len(run)
        confidence = round(min(0.85, 0.45 + 0.12 * score), 2)
        text = article.file.text[start:end]
        found.append(Suggestion(SuggestionKind.BACKGROUND, Span(start, end), text, confidence))
    return tuple(found)


def _runs(
    article: Article, passages: Mapping[Span, Passage], signs: _Signs
) -> Iterator[list[tuple[Span, float]]]:
    run: list[tuple[Span, float]] = []
    before = 0
    for block in article.document.blocks:
        passage = passages.get(block.span) if isinstance(block, Paragraph) else None
        if passage is None:
            if run:
                yield run
                run = []
            continue
        words = passage.text.count(" ") + 1
        lead = before < _LEAD
        before += words >= _FEWEST_WORDS
        score = 0.0 if lead or passage.taken else _score(passage, article.date.year, signs)
        if score >= _ENOUGH and words >= _FEWEST_WORDS and _alone(article, block):
            run.append((block.span, score))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _score(passage: Passage, year: int, signs: _Signs) -> float:
    """How much speaks for background, per sentence."""
    text = passage.text
    count = max(1, len(passage.sentences))
    score = 0.0
    for span in passage.sentences:
        sentence = text[span.start : span.end]
        # "For the first time since 2013" tells how rare the news is.
        told = signs.measure.sub(" ", sentence)
        past = any(int(match[1]) < year for match in _YEAR.finditer(told))
        strong = signs.strong.search(told) is not None
        weak = signs.weak.search(sentence) is not None
        news = signs.news.search(sentence) is not None or any(sign in sentence for sign in '"“„«')
        score += 1.5 * past + 1.2 * strong + 0.5 * weak - 1.2 * news
    return score / count


def _alone(article: Article, block: Block) -> bool:
    """Whether nothing but white space stands beside the block on its first and last line."""
    text = article.file.text
    start, end = _lines(text, *block.span)
    return not text[start : block.span.start].strip() and not text[block.span.end : end].strip()


def _lines(text: str, start: int, end: int) -> Span:
    """The whole lines that ``text[start:end]`` touches, without the last line's end."""
    while start and text[start - 1] not in _LINE_ENDS:
        start -= 1
    match = _LINE_END.search(text, end)
    return Span(start, match.start() if match else len(text))
