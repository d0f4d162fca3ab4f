"""Hebrew."""

from __future__ import annotations

from generator.dates.items import fold_apostrophes
from generator.dates.language import Language

LANGUAGE = Language(
    code="he",
    fold=fold_apostrophes,
    numeric_order="dm",
    months={"מרס": 3},
    prefixes=("ב", "ל", "מ", "ה", "ו"),
    days={"שלשום": -2, "אתמול": -1, "היום|הבוקר|הערב": 0, "מחר": 1, "מחרתיים": 2},
    periods={
        "בשבוע שעבר|שבוע שעבר": ("week", -1),
        "השבוע": ("week", 0),
        "בשבוע הבא": ("week", 1),
        "בחודש שעבר|חודש שעבר": ("month", -1),
        "החודש": ("month", 0),
        "בחודש הבא": ("month", 1),
        "בשנה שעברה|אשתקד|שנה שעברה": ("year", -1),
        "השנה": ("year", 0),
        "בשנה הבאה": ("year", 1),
    },
    later_modifiers={"שעבר|האחרון": -1, "הבא|הקרוב": 1},
    cues="אחרי|עד|במהלך|בחודש|חודש",
    year_words="שנת|בשנת|משנת",
    since="מאז|מאז שנת",
    until="עד|עד שנת",
    count={"שני|שתי": 2, "שלושה|שלוש": 3, "ארבעה|ארבע": 4, "חמישה|חמש": 5, "עשרה|עשר": 10},
    units={
        "שעה|שעות": "hour",
        "יום|ימים": "day",
        "שבוע|שבועות": "week",
        "חודש|חודשים": "month",
        "שנה|שנים": "year",
    },
    ago_before="לפני",
    duals={
        "שעתיים": "hour",
        "יומיים": "day",
        "שבועיים": "week",
        "חודשיים": "month",
        "שנתיים": "year",
    },
)
