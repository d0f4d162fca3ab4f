"""English and German words that tell names from other words with a capital."""

from __future__ import annotations

from typing import Final


def words_of(text: str) -> frozenset[str]:
    """The words of ``text``."""
    return frozenset(text.split())


FUNCTION_WORDS: Final = words_of("""
    a about above across after again against ahead all along also although amid among an and another
    any are around as at away back because been before behind below beside besides between beyond
    both but by can could despite did do does down during each earlier either even ever every
    everyone few finally first following for former from further had has have he hence her here his
    how however i if in indeed inside instead into is it its just last late later least less like
    local many may me meanwhile might more moreover most much must my near nearly neither never
    nevertheless next no none nor not nothing now of off often on once one only onto or other
    others our out outside over own part perhaps please previously rather recent recently same
    second several shall she should similarly since so some someone soon still such than that the
    their them then there therefore these they third this those though through throughout thus to
    today together tomorrow tonight too toward towards two under unless unlike until up upon us very
    via was we well were what when whenever where whereas whether which while who whoever whom whose
    why will with within without would yes yesterday yet you your according speaking
    three four five six seven eight nine ten hundreds thousands dozens millions
""")
"""Words that begin a sentence without being part of the name behind them."""

CALENDAR: Final = words_of("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun easter christmas ramadan eid hajj
""")

SAID: Final = words_of("""
    said says say told tells added adds stated states announced announces warned warns argued argues
    claimed claims insisted insists explained explains wrote writes tweeted replied noted notes
    acknowledged commented urged denied confirmed declared described criticised criticized called
    condemned continued asked answered welcomed testified recalled accused vowed pledged promised
    thanked praised
""")
"""Verbs with which somebody speaks."""

ACTED: Final = SAID | words_of("""
    has have had will would is are was were must can could should may agreed agrees aims approved
    attacked began begins blames blamed plans planned rejected rejects supports supported wants
    wanted remains sent sends signed launched joined decided voted faces seeks sought supplied
    expects hopes hoped fears provides provided strongly also did does retaliated fired invaded
    imposed withdrew refused threatened demanded demands backs backed opposes opposed
""")
"""Verbs that follow one who acts."""

DEMONYMS: Final = words_of("""
    afghan african american arab arabian arabic asian australian austrian bangladeshi belgian
    brazilian british bulgarian burmese cambodian canadian catalan chechen chilean chinese christian
    colombian croatian cuban cypriot czech danish dutch egyptian emirati english ethiopian european
    filipino finnish french georgian german ghanaian greek hungarian indian indonesian iranian iraqi
    irish islamic islamist israeli italian japanese jewish jordanian kenyan korean kurdish kuwaiti
    latin lebanese libyan lithuanian malaysian mexican moroccan muslim nigerian norwegian omani
    ottoman pakistani palestinian persian peruvian polish portuguese qatari rohingya romanian
    russian saudi scottish serbian shia shiite somali soviet spanish sudanese sunni swedish swiss
    syrian taiwanese thai tunisian turkish turk ukrainian uyghur venezuelan vietnamese welsh western
    yazidi yemeni eastern northern southern arabs kurds turks jews
""")
"""Adjectives of peoples, countries and faiths: with a capital, and no names."""


def is_demonym(lower: str) -> bool:
    """Whether a word in lower case is the adjective of a people, or its plural."""
    lower = lower.partition("-")[0]
    return lower in DEMONYMS or (lower.endswith("s") and lower[:-1] in DEMONYMS)
