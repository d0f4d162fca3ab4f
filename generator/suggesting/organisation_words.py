"""Words that name organisations: what they are, and those that are known by a name alone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.model.registers import ActorKind

from .vocabulary import words_of

_PUBLIC: Final = words_of("""
    ministry department agency authority commissioner committee court parliament senate
    congress assembly knesset bundestag police navy army bureau office secretariat inspectorate
    directorate administration treasury legislature tribunal command constabulary corps
    commissariat embassy consulate airport
""")
_COMPANIES: Final = words_of(
    "company companies corporation corp inc ltd plc llc gmbh airlines airways holdings motors"
)
_ARMED: Final = words_of("brigade brigades militia militias resistance")
_OTHERS: Final = words_of("""
    party front forces force university institute observatory organization organisation union league
    association federation foundation fund bank movement coalition center centre group service
    society trust network alliance board news gazette times post herald guardian tribune journal
    telegraph watch guard guards mission programme program initiative church confederation academy
    college hospital school agency's television tv radio press campaign project chamber club
    consortium cooperative partnership
""")

HEADS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(sorted(_OTHERS), ActorKind.ORGANIZATION.value),
        **dict.fromkeys(sorted(_PUBLIC), ActorKind.PUBLIC_BODY.value),
        **dict.fromkeys(sorted(_COMPANIES), ActorKind.COMPANY.value),
        **dict.fromkeys(sorted(_ARMED), ActorKind.ARMED_GROUP.value),
        # A front may be a party or an army, a council a State's or a charity's.
        **dict.fromkeys(
            ("force", "forces", "front", "guard", "guards", "council", "commission"), ""
        ),
    }
)
"""The last word of an organisation's name, or the one before "of" and "for", and the kind."""

OPENING: Final = words_of("""
    ministry department organization organisation university bank office council board house court
    commission committee chamber league union society institute bureau association federation
    academy ministry parliament agency authority commissioner confederation congress assembly
    observatory fund movement party front army
""")
"""Words that an organisation's name may begin with, "of" or "for" behind them."""

_WELL_KNOWN: Final = {
    ActorKind.ORGANIZATION: (
        ("United Nations", "UN", "U.N."),
        ("UN Security Council", "United Nations Security Council", "U.N. Security Council"),
        ("NATO",),
        ("European Union", "EU"),
        ("African Union",),
        ("Arab League",),
        ("Organization of American States",),
        ("World Bank",),
        ("International Monetary Fund", "IMF"),
        ("World Health Organization", "WHO"),
        ("World Trade Organization", "WTO"),
        ("World Food Programme", "WFP"),
        ("UNICEF",),
        ("UNESCO",),
        ("UNHCR",),
        ("OPEC",),
        ("OSCE",),
        ("International Atomic Energy Agency", "IAEA"),
        ("International Criminal Court",),
        ("International Court of Justice",),
        ("International Committee of the Red Cross", "ICRC"),
        ("Amnesty International",),
        ("Human Rights Watch",),
        ("Save the Children",),
        ("Oxfam",),
        ("Greenpeace",),
        ("Transparency International",),
        ("Doctors Without Borders",),
        ("Hezbollah",),
        ("Hamas",),
    ),
    ActorKind.COMPANY: (
        ("Reuters",),
        ("Associated Press",),
        ("Agence France-Presse", "AFP"),
        ("Al Jazeera",),
        ("CNN",),
        ("BBC News", "BBC"),
        ("Sky News",),
        ("ABC News",),
        ("Bloomberg",),
    ),
    ActorKind.PUBLIC_BODY: (
        ("European Commission",),
        ("European Parliament",),
        ("European Court of Human Rights",),
        ("European Central Bank",),
        ("White House",),
        ("Pentagon",),
        ("Kremlin",),
        ("US State Department", "U.S. State Department", "State Department"),
        ("FBI",),
        ("CIA",),
    ),
    ActorKind.ARMED_GROUP: (
        ("Islamic State of Iraq and the Levant", "ISIL"),
        ("Islamic State", "ISIS", "Daesh", "Da'esh"),
        ("Al-Qaeda", "al-Qaida", "Al Qaeda"),
        ("Taliban",),
        ("Boko Haram",),
        ("Al-Shabaab",),
    ),
}

WELL_KNOWN: Final = tuple(
    (names, kind.value) for kind, entries in _WELL_KNOWN.items() for names in entries
)
"""Organisations in the news of many countries, each with its names; the first is its entry's."""
