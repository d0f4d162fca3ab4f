from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing.language import guess_language

TEXTS = {
    "en": "The harbour master said that the ferry had been lost and it was not safe to sail.",
    "fr": "Le ferry a coulé dans le port et les autorités ont fermé la ville pour un mois.",
    "de": "Die Fähre ist im Hafen gesunken, und die Stadt hat den Verkehr für Tage eingestellt.",
    "es": "El ferry se hundió en el puerto y las autoridades cerraron la ciudad por una semana.",
    "it": "Il traghetto è affondato nel porto della città e non ci sono stati feriti gravi.",
    "nl": "De veerboot is in de haven gezonken en het verkeer wordt een week niet hervat.",
    "pt": "A balsa afundou no porto da cidade e as autoridades não sabem como foi.",
    "tr": "Feribot limanda battı ve yetkililer bir hafta için şehri kapattı, ama sonra açtı.",
    "ar": "غرقت العبّارة في الميناء وقالت السلطات إن المدينة أغلقت لمدة أسبوع.",
    "fa": "کشتی در بندر غرق شد و مقام‌ها گفتند که شهر برای یک هفته بسته می‌شود.",
    "ru": "Паром затонул в порту, и власти закрыли город на неделю, но это был не первый случай.",
    "uk": "Пором затонув у порту, і влада закрила місто на тиждень, але це був не перший випадок.",
    "he": "המעבורת טבעה בנמל והרשויות אמרו כי העיר תיסגר לשבוע של אבל.",
    "el": "Το πλοίο βυθίστηκε στο λιμάνι και οι αρχές έκλεισαν την πόλη.",
    "zh": "渡轮在港口沉没，当局将城市关闭一周。",
    "ja": "フェリーが港で沈み、市は一週間閉鎖された。",
    "ko": "여객선이 항구에서 침몰했고 당국은 도시를 일주일 동안 폐쇄했다.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_sentence_is_enough(language: str, text: str) -> None:
    assert guess_language(text, "xx") == language


@pytest.mark.parametrize("text", ["", "123 – 456", "Ferry", "OK, Monaco!", "la de"])
def test_what_cannot_be_told_is_the_default(text: str) -> None:
    assert guess_language(text, "en-GB") == "en-GB"


def test_foreign_names_do_not_change_the_language() -> None:
    text = TEXTS["en"] + " Its name was بحر (Море), said Jean de la Tour et al."
    assert guess_language(text, "xx") == "en"


@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert guess_language(text, "xx") in {*TEXTS, "xx"}
