"""Turkish. What is said stands before its verb."""

from __future__ import annotations

from generator.suggesting.speech import Speech

SPEECH = Speech(
    code="tr",
    says=(
        "dedi|diyor|demişti|söyledi|söylediler|söylüyor|belirtti|açıkladı|açıkladılar|ifade etti|"
        "vurguladı|ekledi|kaydetti|iddia etti|savundu|duyurdu|bildirdi|dile getirdi|aktardı|"
        "yazdı|uyardı|konuştu|yanıtladı|doğruladı"
    ),
    judges="yalanladı|eleştirdi|suçladı|kınadı|reddetti",
    sources="göre",
    that="ki",
    persons="o",
    between="da|de|ise|daha sonra|ayrıca|şöyle|şunları|bunu|şu sözleri",
    unsaid="değil",
    joins="ve|ama|ancak",
    determiners="bir|bu|şu|o",
    roles=(
        "sayın|bay|bayan|cumhurbaşkanı|başkan|başkanı|bakan|bakanı|başbakan|general|sözcü|"
        "sözcüsü|müdür|müdürü|lideri|genel"
    ),
    harm="öldü|ölü|öldürüldü|yaralandı|yaralı|hayatını kaybetti|kayıp|gözaltına|kurtarıldı",
    report="açıklamada|açıklamasında|haberde|raporda|fotoğraf",
    edges="ve|veya|ile|bir|bu|şu|o|da|de|ki|ise|için|gibi|kadar|daha|en|çok|olan|olarak|oldu|idi",
    breaks="ki|ama|ancak|fakat|çünkü",
    be="oldu|idi|olan",
    caption="fotoğraf",
    common="ve|bir|ile|sayısı|toplam|kişi",
    first_person="ben|biz|bizim|benim|bizi|biziz",
    clause_first=True,
)
