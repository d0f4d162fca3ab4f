"""French."""

from __future__ import annotations

from generator.suggesting.speech import Speech

SPEECH = Speech(
    code="fr",
    says=(
        "a dit|ont dit|dit|disent|a déclaré|ont déclaré|déclare|a affirmé|affirme|ont affirmé|"
        "a ajouté|ajoute|a expliqué|explique|a indiqué|indique|ont indiqué|a annoncé|annonce|"
        "ont annoncé|a estimé|estime|a assuré|assure|a souligné|souligne|a précisé|précise|"
        "a rappelé|rappelle|a averti|avertit|a écrit|écrit|a confirmé|confirme|a rapporté|"
        "rapporte|a répondu|répond|a reconnu|reconnaît|a conclu|a lancé|a fait savoir|"
        "a prétendu|prétend|a soutenu|soutient|a promis|a prévenu|raconte|a raconté"
    ),
    judges=(
        "a démenti|dément|a critiqué|critique|a accusé|accuse|ont accusé|a condamné|condamne|"
        "ont condamné|a dénoncé|dénonce|a salué|salue|a rejeté|rejette"
    ),
    adds="ajoutant|affirmant|déclarant|disant|précisant|expliquant|soulignant",
    fronting="comme",
    asides="citant|un|une|qui|le|la",
    infinitives="de|à",
    according="selon|d'après|d’après|aux dires de|de l'avis de",
    relatives="que|qui|dont|où",
    that="que|qu'|qu’",
    persons="il|elle|t-il|t-elle",
    things="cela",
    between="aussi|ensuite|également|déjà|encore|lui|leur|nous|même|récemment|toutefois",
    unsaid="ne|n'|n’|pas|à|de|si|comme|aurait",
    joins="et|mais|tandis",
    prepositions=(
        "de|du|des|d'|d’|à|au|aux|en|dans|par|pour|avec|sans|sur|sous|chez|contre|entre|vers|"
        "après|avant|depuis"
    ),
    determiners="le|la|les|l'|l’|un|une|des|son|sa|ses|leur|leurs|ce|cet|cette|ces",
    roles=(
        "m|mme|mlle|dr|président|présidente|ministre|premier|première|général|porte-parole|"
        "directeur|directrice|chef|secrétaire|le|la|les|un|une"
    ),
    harm=(
        "tué|tués|tuée|tuées|mort|morts|mortes|blessé|blessés|blessées|disparus|déplacés|"
        "arrêtés|sauvés|victimes"
    ),
    report="dit|déclaré|annoncé|communiqué|rapport|interview|photo",
    edges=(
        "le|la|les|l|un|une|des|de|du|d|à|au|aux|en|dans|par|pour|avec|sur|et|ou|mais|que|qui|"
        "dont|où|quand|comme|son|sa|ses|leur|leurs|ce|cette|ces|est|sont|était|étaient|a|ont|"
        "avait|été|il|elle|ils|elles|plus|depuis|après|avant|notamment|contre|se|s"
    ),
    breaks="que|qui|dont|où|quand|lorsque|tandis|mais|alors|puis|si",
    singular="était|est|a",
    be="était|étaient|est|sont|a|ont|avait|avaient|été|ont été|a été",
    caption="photo|crédit|image",
    common="le|la|les|de|du|des|en|dans|et|depuis|par|nombre|total|personnes",
    first_person="je|nous|notre|nos|mon|ma|mes|j'ai|j’ai",
)
