"""Words for offices, ranks and professions, which stand before or behind a person's name."""

from __future__ import annotations

from typing import Final

from .vocabulary import words_of

HONORIFICS: Final = words_of("""
    mr mrs ms miss dr prof professor sir dame lord lady baroness sheikh shaikh imam ayatollah rabbi
    reverend rev pope father sister
""")
"""Forms of address: they are no role."""

RANKS: Final = words_of("""
    gen general lt lieutenant col colonel maj major brig brigadier capt captain cmdr commander adm
    admiral sgt sergeant cpl corporal pvt marshal gov governor sen senator rep pres president
    premier sec chancellor secretary minister king queen prince princess emir sultan judge justice
    ambassador mayor congressman congresswoman cardinal archbishop bishop supt superintendent
    treasurer
""")
"""Titles behind which a surname alone may stand."""

PROFESSIONS: Final = words_of("""
    leader chief chairman chairwoman chairperson chair head director ceo founder co-founder
    commissioner spokesman spokeswoman spokesperson deputy lawyer barrister solicitor attorney
    activist campaigner journalist reporter correspondent editor author historian economist analyst
    scholar researcher scientist expert adviser advisor envoy diplomat negotiator coordinator
    official officer politician lawmaker legislator mp mep councillor councilor candidate
    coach manager owner president vice-president partner executive engineer doctor physician
    surgeon nurse teacher lecturer student singer actor actress artist filmmaker novelist poet
    fisherman farmer resident witness monarch dictator speaker whip undersecretary strategist
    prosecutor investigator inspector rapporteur representative member columnist presenter
    commander-in-chief fellow
""")
"""Offices and professions: what stands behind them is a name only where it is a full one."""

TITLES: Final = HONORIFICS | RANKS | PROFESSIONS

MODIFIERS: Final = words_of("""
    acting assistant associate chief co defence defense deputy domestic education energy environment
    finance first foreign former global health home immigration interim interior international
    joint junior justice labor labour long-time longtime military minority majority national new
    newly-elected opposition outgoing overseas party permanent press prime principal
    regional regime royal senior shadow special state then top trade transport under veteran vice
    then-prime ex outspoken rebel human rights human-rights general attorney major civil
    parliamentary managing executive political
""")
"""What may stand before a title and belongs to the role."""

OF_WORDS: Final = words_of("""
    state staff defense defence justice commerce labor labour energy finance interior health
    education parliament police operations congress war transportation agriculture treasury
    homeland security
""")
"""What stands behind "Secretary of" and "Chief of", so that a name may follow."""
