"""Guess the language of a text from its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

# Function words that are frequent in the language and rare in the others; a word that two of the
# languages share ("la", "de") counts for both and decides nothing. Single Latin letters are left
# out: they are initials and numbering in any language.
COMMON_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": (
            "the of and to in that is was for on with as by from has have were which be are it its "
            "not this they he she will an at said after who had been their would"
        ),
        "fr": (
            "le la les de des du et est une un dans que qui pour sur au aux avec pas ce cette par "
            "plus ont sont été il elle leur mais où après selon ne se son sa ses"
        ),
        "de": (
            "der die das und ist nicht mit den von zu dem ein eine im für auf sich des als auch "
            "wurde werden nach bei hat sie es aus dass wird sind war über einen einer zum zur"
        ),
        "es": (
            "el la los las de del en que una un por con para es no se lo al como más su sus "
            "pero fue ha han está según entre este esta también desde hasta"
        ),
        "it": (
            "il lo la gli le di del della in che una un per con non si al alla come più sono "
            "ha anche nel nella dei delle dal da questo"
        ),
        "nl": (
            "de het een van en in is dat op te zijn met voor niet aan er om ook door naar bij "
            "heeft werd uit maar hij wordt deze"
        ),
        "pt": (
            "os as de do da dos das em que um uma por com para não se no na ao como mais "
            "foi são também pelo pela seu sua"
        ),
        "tr": (
            "ve bir bu için ile da de olarak olan daha çok gibi kadar sonra ise her ancak göre "
            "olduğu ama değil var yok karşı bazı dedi şu en ne mi ya"
        ),
        "ar": (
            "في من على إلى أن عن مع التي الذي هذا هذه كان كانت قال بعد لا ما بين كما وقد أو قد "
            "خلال حتى ذلك بأن لم قبل منذ"
        ),
        "fa": (
            "در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد می شده بود شود پس ما "
            "اما یا کرده وی ها"
        ),
        "ru": (
            "и в не на что с по как это из к за от для был была были его он она они но при также "
            "о уже после до все так или"
        ),
        "uk": "і в не на що з за як це до та від для був була були його він вона але при також є",
        "he": "של את על לא הוא היא זה כי עם גם אל או אם יש אין כל בין אך היה אחרי לפני",
    }.items()
}

_SAMPLE = 20_000
# How many common words tell a language, and how far it must be ahead of the next.
_FEWEST = 3
_AHEAD = 1.15
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    # Kana and Hangul before Han: Japanese and Korean use Han too, Chinese uses neither.
    ("ja", re.compile(r"[\u3040-\u30ff]"), 0.1),
    ("ko", re.compile(r"[\uac00-\ud7af]"), 0.3),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.5),
    ("he", re.compile(r"[\u05d0-\u05ea]"), 0.5),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"), 0.5),
    ("ar fa", re.compile(r"[\u0620-\u064a\u066e-\u06d3]"), 0.5),
    ("ru uk", re.compile(r"[\u0400-\u04ff]"), 0.5),
)
_TELLING = {
    "fa": re.compile(r"[پچژگکی]"),
    "ar": re.compile(r"[ةىيك]"),
    "uk": re.compile(r"[ґєії]"),
    "ru": re.compile(r"[ыэъё]"),
}
_LATIN = ("en", "fr", "de", "es", "it", "nl", "pt", "tr")


def guess_language(text: str, default: str) -> str:
    """The language of ``text`` as a BCP 47 tag, ``default`` where it cannot be told.

    The script decides first; among languages of one script, letters that only one of them has or
    the count of its commonest words. At most the first 20,000 characters are read.
    """
    sample = text[:_SAMPLE]
    letters = sum(len(word) for word in _WORD.findall(sample))
    if not letters:
        return default
    for tags, pattern, share in _SCRIPTS:
        if len(pattern.findall(sample)) >= share * letters:
            candidates = tags.split()
            return candidates[0] if len(candidates) == 1 else _by_letters(sample, candidates)
    return _by_words(sample, default)


def common_words(text: str, language: str) -> int:
    """How many of the words of ``text`` are among the commonest of ``language``."""
    known = COMMON_WORDS.get(language, frozenset())
    return sum(word in known for word in _WORD.findall(text.casefold()))


def _by_letters(sample: str, candidates: list[str]) -> str:
    counts = [len(_TELLING[language].findall(sample.casefold())) for language in candidates]
    # No telling letter at all: the first candidate has the most readers.
    return candidates[counts.index(max(counts))]


def _by_words(sample: str, default: str) -> str:
    words = Counter(_WORD.findall(sample.casefold()))
    scores = {language: sum(words[word] for word in COMMON_WORDS[language]) for language in _LATIN}
    ranked = sorted(_LATIN, key=lambda language: -scores[language])
    best, second = ranked[0], ranked[1]
    told = scores[best] >= _FEWEST and scores[best] > scores[second] * _AHEAD
    return best if told else default
