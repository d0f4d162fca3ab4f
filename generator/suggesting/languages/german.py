"""German."""

from __future__ import annotations

from generator.suggesting.speech import Speech

SPEECH = Speech(
    code="de",
    says=(
        "sagte|sagten|sagt|sagen|erklärte|erklärten|erklärt|betonte|betont|teilte mit|"
        "teilt mit|meinte|meint|schrieb|schreibt|berichtete|berichteten|berichtet|behauptete|"
        "behauptet|warnte|warnt|forderte|fordert|ergänzte|ergänzt|fügte hinzu|kündigte an|"
        "mitteilte|ankündigte|hinzufügte|äußerte|bestätigte|bestätigt|versicherte|antwortete|"
        "bekräftigte|räumte ein|gab an|gab bekannt|twitterte|argumentierte|argumentiert|"
        "erwiderte|konstatierte|unterstrich|hieß es|heißt es|teilte|teilten|"
        "kündigte|fügte|räumte|erzählte|erzählt|glaubt"
    ),
    judges=(
        "bestritt|bestreitet|dementierte|kritisierte|kritisiert|kritisierten|verurteilte|"
        "verurteilt|verurteilten|begrüßte|begrüßt|lobte|beschuldigte|wies zurück"
    ),
    fronting="wie",
    asides="der|die|das|ein|eine",
    infinitives="zu",
    according="laut|nach angaben|nach aussage|nach worten|nach auskunft",
    sources="zufolge",
    that="dass|daß",
    persons="er|sie",
    things="es",
    between=(
        "hat|hatte|habe|auch|dann|später|bereits|erneut|zuvor|ebenfalls|außerdem|heute|gestern"
    ),
    unsaid="nicht|nie|zu|wie|wenn|was|kein|keine",
    joins="und|aber|während",
    prepositions=(
        "von|vom|in|im|ins|mit|für|bei|beim|aus|auf|an|am|über|unter|gegen|nach|vor|durch|zu|"
        "zum|zur|um|ohne|seit|zwischen|wegen"
    ),
    determiners="der|die|das|den|dem|des|ein|eine|einer|eines|dieser|diese|sein|seine|ihr|ihre",
    roles=(
        "herr|frau|dr|prof|präsident|präsidentin|minister|ministerin|außenminister|"
        "außenministerin|innenminister|innenministerin|ministerpräsident|ministerpräsidentin|"
        "bundeskanzler|bundeskanzlerin|kanzler|kanzlerin|bundespräsident|general|sprecher|"
        "sprecherin|chef|chefin|vorsitzender|vorsitzende|direktor|direktorin|der|die|das|ein|eine"
    ),
    harm=(
        "getötet|tote|toten|starben|gestorben|verletzt|verletzte|verletzten|vermisst|"
        "vertrieben|festgenommen|gerettet|opfer|infiziert"
    ),
    report="sagte|mitteilte|erklärte|berichtete|erklärung|bericht|interview|foto|bild",
    edges=(
        "der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|von|vom|in|im|ins|zu|zum|zur|"
        "am|an|auf|für|bei|mit|aus|und|oder|aber|dass|als|wie|nach|vor|über|unter|seit|bis|um|"
        "auch|nur|noch|ist|sind|war|waren|wurde|wurden|worden|hat|haben|hatte|hatten|wird|werden|"
        "sich|es|er|sie|wir|mehr|darunter|insgesamt|durch"
    ),
    breaks="dass|weil|während|obwohl|wenn|als|nachdem|bevor|sondern|aber|die|der|das",
    singular="wurde|war|ist|hat",
    be="wurde|wurden|war|waren|sind|ist|worden|hat|haben|sich",
    caption="bild|foto|quelle",
    common="der|die|das|von|vom|in|im|zu|und|seit|pro|zahl|anzahl|menschen",
    nouns_have_capitals=True,
    comma_clause=True,
    first_person="ich|wir|unser|unsere|mein|meine|uns|mir|mich",
)
