"""English."""

from __future__ import annotations

from generator.suggesting.speech import Speech

SPEECH = Speech(
    code="en",
    says=(
        "said|says|say|told|tell|tells|added|adds|stated|states|wrote|writes|tweeted|posted|"
        "claimed|claims|argued|argues|insisted|insists|explained|explains|noted|"
        "notes|remarked|replied|responded|answered|announced|announces|declared|declares|"
        "reported|reports|confirmed|confirms|warned|warns|alleged|alleges|asserted|asserts|"
        "believes|believed|suggested|suggests|acknowledged|admitted|admits|conceded|revealed|"
        "predicted|stressed|emphasised|emphasized|reiterated|continued|concluded|recalled|"
        "commented|observed|recommended|estimates|estimated|promised|vowed|pledged|urged|urges|"
        "demanded|asked|agreed|testified|reads|thinks|thought"
    ),
    plain="said|says|say|added|adds|claimed|claims|believes|believed|insisted|insists",
    tells="told|tell|tells|reminded|informed|assured|warned|asked|urged",
    weak="states|claims|reports|notes|estimates|posted|reported|estimated|promised|continued",
    hearers="him|her|them|us|me|reporters|journalists|lawmakers|parliament|it",
    fronting="as",
    asides="quoting|citing|a|an|who|which",
    infinitives="to",
    adds=(
        "saying|reporting|adding|stating|claiming|arguing|warning|noting|telling|writing|insisting|"
        "explaining|declaring|stressing|alleging|announcing|promising"
    ),
    judges=(
        "denied|denies|deny|criticised|criticized|criticises|criticizes|accused|accuses|condemned|condemns|"
        "denounced|denounces|blamed|blames|rejected|rejects|praised|praises|welcomed|welcomes|"
        "dismissed|dismisses|decried|defended|called for|calls for|called on|calls on"
    ),
    according="according to|in the words of|as reported by",
    relatives="which|who|whom|whose|where",
    that="that",
    persons="he|she",
    things="it",
    between=(
        "has|have|had|is|was|also|then|later|earlier|once|already|now|today|yesterday|again|"
        "repeatedly|reportedly|previously|recently|further|first|publicly|both|strongly|too|still"
    ),
    unsaid=(
        "not|never|to|would|will|could|can|may|might|must|should|cannot|if|when|what|which|as|"
        "who|didn't|don't|doesn't|won't|wouldn't|couldn't|didn’t|don’t|doesn’t|being|been|be|"
        "a|an|the|of|by|no|any|these|those|their|his|her|its|our|all|several|"
        "many|media|new|latest|earlier"
    ),
    joins="and|but|while|whilst|as",
    prepositions=(
        "of|by|in|to|from|with|for|at|on|about|over|under|against|near|after|before|between|"
        "during|through|into|like|than|towards|toward|upon|within|without|since|until|via"
    ),
    determiners="the|a|an|his|her|its|their|our|this|that|these|those|one|another|both|some",
    roles=(
        "mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|gen|maj|lt|col|capt|sgt|adm|sen|rep|gov|rev|"
        "president|vice|prime|minister|deputy|foreign|defense|defence|home|interior|state|"
        "secretary|secretary-general|chancellor|king|queen|prince|princess|pope|general|major|"
        "colonel|captain|lieutenant|admiral|commander|senator|governor|mayor|ambassador|director|"
        "chairman|chairwoman|chief|executive|spokesman|spokeswoman|spokesperson|professor|doctor|"
        "judge|justice|emeritus|shadow|leader|ceo|attorney|acting|former|premier|sheikh|ayatollah|"
        "critics|the|a|an"
    ),
    harm=(
        "killed|killing|kill|dead|died|deaths|wounded|wounding|injured|injuring|hurt|missing|"
        "displaced|displacing|arrested|detained|rescued|evacuated|casualties|infected"
    ),
    report=(
        "said|says|told|reported|statement|report|reports|reporters|interview|announced|news|"
        "published|taken|picture|photo|photograph|image|file|updated"
    ),
    edges=(
        "the|a|an|of|in|to|on|at|for|by|with|from|and|or|but|that|which|who|whose|where|when|"
        "while|as|into|over|after|before|during|since|until|about|than|its|their|his|her|this|"
        "these|those|also|only|just|some|other|up|per|is|are|was|were|be|been|being|has|have|had|"
        "will|would|may|might|can|could|last|next|past|including|among|between|under|against|"
        "around|such|so|more|most|it|he|she|they|we|because|if|near|through|within|first|already|now|then|still|later|earlier"
    ),
    breaks=(
        "that|which|who|whose|where|when|while|because|although|though|but|until|since|unless|"
        "whilst|if|as"
    ),
    singular="was|is|has",
    be="was|were|is|are|has|have|had|been|be|being",
    caption="image|photo|picture|photograph|file photo|credit",
    common=(
        "the|a|an|of|in|to|on|at|for|by|with|from|and|or|that|who|as|its|number|total|since|per|"
        "people"
    ),
    first_person="i|we|our|my|us|i'm|we're|we've|i've|we’re|we’ve|i’m|i’ve",
)
