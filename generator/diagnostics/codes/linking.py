"""References that lead nowhere, names of two owners, and facts that do not agree."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_HARBOUR = "content/articles/harbour.md"
_FERRY = "content/articles/ferry.md"
_JANE = "content/actors/jane-roe.md"
_JOHN = "content/actors/john-roe.md"


def _article(text: str, *keys: str, title: str = "Harbour reopens") -> str:
    head = "".join(f"{key}\n" for key in keys)
    return f"---\ntitle: {title}\ndate: 2024-03-04\n{head}---\n\n{text}\n"


def _entry(*keys: str) -> str:
    head = "".join(f"{key}\n" for key in keys)
    return f"---\n{head}---\n"


_JANE_ENTRY = _entry("name: Jane Roe", "kind: Person", "aliases: [Roe]")
_JOHN_ENTRY = _entry("name: John Roe", "kind: Person", "aliases: [Roe]")
_OTHER = _article("The ferry sails again.", title="Ferry sails again")

UNKNOWN_REFERENCE = Code(
    id="L001",
    name="unknown-reference",
    severity=Severity.ERROR,
    summary="A ref names an id that no register entry has.",
    why="The fact would stand on no page but this one, and a reader's link would lead nowhere.",
    bad={
        _HARBOUR: _article("[Jane Roe]{.actor ref=jane-row} cut the ribbon."),
        _JANE: _JANE_ENTRY,
    },
    good={
        _HARBOUR: _article("[Jane Roe]{.actor ref=jane-roe} cut the ribbon."),
        _JANE: _JANE_ENTRY,
    },
)

UNKNOWN_SPEAKER = Code(
    id="L002",
    name="unknown-speaker",
    severity=Severity.ERROR,
    summary="A by names nobody in the register of actors.",
    why="Readers must see who says so; a statement without its speaker is the desk's own.",
    bad={
        _HARBOUR: _article("[The harbour is safe]{.claim by=jane-row}, she said."),
        _JANE: _JANE_ENTRY,
    },
    good={
        _HARBOUR: _article("[The harbour is safe]{.claim by=jane-roe}, she said."),
        _JANE: _JANE_ENTRY,
    },
)

UNKNOWN_ACTOR = Code(
    id="L003",
    name="unknown-actor",
    severity=Severity.WARNING,
    summary="An actor's name stands in no register entry.",
    why="The page shows the name without a link, and no actor page collects what is said of it.",
    bad={_HARBOUR: _article("[Jane Roe]{.actor} cut the ribbon.")},
    good={_HARBOUR: _article("[Jane Roe]{.actor} cut the ribbon."), _JANE: _JANE_ENTRY},
)

UNKNOWN_PLACE = Code(
    id="L004",
    name="unknown-place",
    severity=Severity.WARNING,
    summary="A place's name stands in no register entry.",
    why="The page shows the name without a link, and no place page collects its briefings.",
    bad={_HARBOUR: _article("The harbour of [Exampleton]{.place} reopened.")},
    good={
        _HARBOUR: _article("The harbour of [Exampleton]{.place} reopened."),
        "content/places/exampleton.md": _entry("name: Exampleton"),
    },
)

AMBIGUOUS_NAME = Code(
    id="L005",
    name="ambiguous-name",
    severity=Severity.ERROR,
    summary="Several register entries have this name.",
    why="A guess would put one person's words on another's page; only the editor knows.",
    bad={
        _HARBOUR: _article("[Roe]{.actor} cut the ribbon."),
        _JANE: _JANE_ENTRY,
        _JOHN: _JOHN_ENTRY,
    },
    good={
        _HARBOUR: _article("[Roe]{.actor ref=jane-roe} cut the ribbon."),
        _JANE: _JANE_ENTRY,
        _JOHN: _JOHN_ENTRY,
    },
)

UNKNOWN_TOPIC = Code(
    id="L006",
    name="unknown-topic",
    severity=Severity.ERROR,
    summary="An article names a topic that has no register entry.",
    why="A misspelt topic takes the article off the page where readers look for it.",
    bad={
        _HARBOUR: _article("The harbour reopened.", "topics: [shiping]"),
        "content/topics/shipping.md": _entry("title: Shipping"),
    },
    good={
        _HARBOUR: _article("The harbour reopened.", "topics: [shipping]"),
        "content/topics/shipping.md": _entry("title: Shipping"),
    },
)

UNKNOWN_BACKGROUND = Code(
    id="L007",
    name="unknown-background",
    severity=Severity.ERROR,
    summary="An article includes a background block that does not exist.",
    why="The page would appear without the background that its editor counted on.",
    bad={
        _HARBOUR: _article("The harbour reopened.", "background: [harbor]"),
        "content/background/harbour.md": _entry("title: The harbour") + "\nIt is old.\n",
    },
    good={
        _HARBOUR: _article("The harbour reopened.", "background: [harbour]"),
        "content/background/harbour.md": _entry("title: The harbour") + "\nIt is old.\n",
    },
)

UNKNOWN_RELATED = Code(
    id="L008",
    name="unknown-related",
    severity=Severity.ERROR,
    summary="An article names a related page that does not exist.",
    why="The page was misspelt, or deleted: an old id that should lead on belongs in aliases.",
    bad={_HARBOUR: _article("The harbour reopened.", "related: [fery]"), _FERRY: _OTHER},
    good={_HARBOUR: _article("The harbour reopened.", "related: [ferry]"), _FERRY: _OTHER},
)

READ_MORE_NOT_FOUND = Code(
    id="L009",
    name="read-more-not-found",
    severity=Severity.NOTE,
    summary="The title of a READ MORE line is not among the site's titles yet.",
    why="It is shown as text, and becomes a link by itself once an article has this title.",
    bad={_HARBOUR: _article("The harbour reopened.\n\nREAD MORE: Ferry sails again")},
    good={
        _HARBOUR: _article("The harbour reopened.\n\nREAD MORE: Ferry sails again"),
        _FERRY: _OTHER,
    },
)

READ_MORE_NEAR = Code(
    id="L010",
    name="read-more-near",
    severity=Severity.WARNING,
    summary="The title of a READ MORE line is almost that of an article.",
    why="A near match is never linked by itself: two titles can differ by one digit.",
    bad={
        _HARBOUR: _article("The harbour reopened.\n\nREAD MORE: Ferry sails agian"),
        _FERRY: _OTHER,
    },
    good={
        _HARBOUR: _article("The harbour reopened.\n\nREAD MORE: Ferry sails again"),
        _FERRY: _OTHER,
    },
)

READ_MORE_AMBIGUOUS = Code(
    id="L011",
    name="read-more-ambiguous",
    severity=Severity.WARNING,
    summary="Several briefings have the title of a READ MORE line.",
    why="It stays text until the line says which one it means.",
    bad={
        _HARBOUR: _article("The harbour reopened.\n\nREAD MORE: Ferry sails again"),
        _FERRY: _OTHER,
        "content/articles/ferry-again.md": _OTHER,
    },
    good={
        _HARBOUR: _article(
            "The harbour reopened.\n\nREAD MORE: [Ferry sails again](../briefings/ferry.md)"
        ),
        _FERRY: _OTHER,
        "content/articles/ferry-again.md": _OTHER,
    },
)

READ_MORE_ADDRESS = Code(
    id="L012",
    name="read-more-address",
    severity=Severity.ERROR,
    summary="The address of a READ MORE line is not one that readers can be sent to.",
    why="Only http, https and addresses within the site are linked; others can run code.",
    bad={_HARBOUR: _article("The harbour reopened.\n\nREAD MORE: [The port](ftp://desk.example/)")},
    good={
        _HARBOUR: _article("The harbour reopened.\n\nREAD MORE: [The port](https://desk.example/)")
    },
)

READ_MORE_ITSELF = Code(
    id="L013",
    name="read-more-itself",
    severity=Severity.NOTE,
    summary="A READ MORE line leads to the page it stands on.",
    why="It is left out: the reader is there already.",
    bad={_HARBOUR: _article("The harbour reopened.\n\nREAD MORE: Harbour reopens")},
    good={_HARBOUR: _article("The harbour reopened.")},
)

ALIAS_TAKEN = Code(
    id="L014",
    name="alias-taken",
    severity=Severity.ERROR,
    summary="An old id is in use, or two files claim it.",
    why="An address leads to one page only; which one would be left to chance.",
    bad={_HARBOUR: _article("The harbour reopened.", "aliases: [ferry]"), _FERRY: _OTHER},
    good={_HARBOUR: _article("The harbour reopened.", "aliases: [port]"), _FERRY: _OTHER},
)

EVENT_DATES_DIFFER = Code(
    id="L015",
    name="event-dates-differ",
    severity=Severity.WARNING,
    summary="Reports of one event give dates that cannot both be right.",
    why="The timeline shows the event once, on the most precise and earliest of its dates.",
    bad={
        _HARBOUR: _article("[The ribbon was cut]{.event ref=reopening date=2024-03-04}."),
        _FERRY: _article(
            "[The harbour reopened]{.event ref=reopening date=2024-03-05}.", title="Ferry sails"
        ),
    },
    good={
        _HARBOUR: _article("[The ribbon was cut]{.event ref=reopening date=2024-03-04}."),
        _FERRY: _article(
            "[The harbour reopened]{.event ref=reopening date=2024-03}.", title="Ferry sails"
        ),
    },
)

EVENTS_LOOK_ALIKE = Code(
    id="L016",
    name="events-look-alike",
    severity=Severity.WARNING,
    summary="Two entries of the timeline have the same date and the same label.",
    why="They are joined only where an editor says that they are one event.",
    bad={
        _HARBOUR: _article("[The harbour reopened]{.event date=2024-03-04}."),
        _FERRY: _article("[The harbour reopened]{.event date=2024-03-04}.", title="Ferry sails"),
    },
    good={
        _HARBOUR: _article("[The harbour reopened]{.event date=2024-03-04 ref=reopening}."),
        _FERRY: _article(
            "[The harbour reopened]{.event date=2024-03-04 ref=reopening}.", title="Ferry sails"
        ),
    },
)

_SERIES = {"content/figures/ships.md": _entry("label: Ships in the harbour", "unit: ships")}

REPORTS_DIFFER = Code(
    id="L017",
    name="reports-differ",
    severity=Severity.NOTE,
    summary="Two reports of a figure for the same time lie further apart than its tolerance.",
    why="Readers are told that reports differ, with both sources; editors may want to look first.",
    bad={
        **_SERIES,
        _HARBOUR: _article("[40 ships]{.figure ref=ships} lay in the harbour."),
        _FERRY: _article("[60 ships]{.figure ref=ships} lay there.", title="Ferry sails"),
    },
    good={
        "content/figures/ships.md": _entry(
            "label: Ships in the harbour", "unit: ships", "tolerance: 20"
        ),
        _HARBOUR: _article("[40 ships]{.figure ref=ships} lay in the harbour."),
        _FERRY: _article("[60 ships]{.figure ref=ships} lay there.", title="Ferry sails"),
    },
)

MISSING_PICTURE = Code(
    id="L018",
    name="missing-picture",
    severity=Severity.ERROR,
    summary="A picture's file is not below the content folder.",
    why="The page would show a broken image.",
    bad={
        _HARBOUR: _article("It reopened.", "image: {file: harbor.svg, alt: The harbour}"),
        "content/harbour.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    },
    good={
        _HARBOUR: _article("It reopened.", "image: {file: harbour.svg, alt: The harbour}"),
        "content/harbour.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    },
)

UNLIKE_UNIT = Code(
    id="L019",
    name="unlike-unit",
    severity=Severity.WARNING,
    summary="A report's unit measures something else than its series, or is another currency.",
    why="A mass is no length, and no rate of exchange is assumed: it cannot be compared.",
    bad={
        "content/figures/quay.md": _entry("label: Length of the quay", "unit: km"),
        _HARBOUR: _article("The quay is [5 kg]{.figure ref=quay} long."),
    },
    good={
        "content/figures/quay.md": _entry("label: Length of the quay", "unit: km"),
        _HARBOUR: _article("The quay is [5 miles]{.figure ref=quay} long."),
    },
)

BROKEN_LINK = Code(
    id="L020",
    name="broken-link",
    severity=Severity.ERROR,
    summary="A link in a text leads to a page of this site that is not there.",
    why="The page was deleted, or renamed without keeping its old id, and readers would lose it.",
    bad={_HARBOUR: _article("The [ferry](../briefings/fery.md) sails again."), _FERRY: _OTHER},
    good={_HARBOUR: _article("The [ferry](../briefings/ferry.md) sails again."), _FERRY: _OTHER},
)

FORMER_ID = Code(
    id="L021",
    name="former-id",
    severity=Severity.NOTE,
    summary="A reference uses an id that the entry had before.",
    why="It still leads to the entry; the present id says so to the next editor, too.",
    bad={
        _HARBOUR: _article("[Jane Roe]{.actor ref=jane-row} cut the ribbon."),
        _JANE: _entry("name: Jane Roe", "kind: Person", "former-ids: [jane-row]"),
    },
    good={
        _HARBOUR: _article("[Jane Roe]{.actor ref=jane-roe} cut the ribbon."),
        _JANE: _entry("name: Jane Roe", "kind: Person", "former-ids: [jane-row]"),
    },
)

UNANNOTATED_ACTOR = Code(
    id="L022",
    name="unannotated-actor",
    severity=Severity.WARNING,
    summary="An article with annotations names a registered actor whom it annotates nowhere.",
    why="The actor's page would not list the article, nor the article the actor. Texts without any "
    "annotation are left alone, and so are states: a country's name is a place's as often.",
    bad={
        _HARBOUR: _article("Jane Roe opened the [harbour]{.plain}."),
        _JANE: _JANE_ENTRY,
    },
    good={
        _HARBOUR: _article("[Jane Roe]{.actor} opened the [harbour]{.plain}."),
        _JANE: _JANE_ENTRY,
    },
)

_BAC = ("language: fr", "translation-of: ferry")

UNKNOWN_ORIGINAL = Code(
    id="L023",
    name="unknown-original",
    severity=Severity.ERROR,
    summary="An article says that it translates a briefing that does not exist.",
    why="Readers of either language would not find the other version.",
    bad={
        _FERRY: _OTHER,
        _HARBOUR: _article(
            "Le bac est de retour.", "language: fr", "translation-of: fery", title="Le bac"
        ),
    },
    good={_FERRY: _OTHER, _HARBOUR: _article("Le bac est de retour.", *_BAC, title="Le bac")},
)

LANGUAGE_TWICE = Code(
    id="L024",
    name="language-twice",
    severity=Severity.WARNING,
    summary="Two versions of a briefing are in the same language.",
    why="Versions lead readers to their language, and to one page of it: the other is left out.",
    bad={
        _FERRY: _OTHER,
        _HARBOUR: _article("The ferry is back.", "translation-of: ferry", title="The ferry"),
    },
    good={_FERRY: _OTHER, _HARBOUR: _article("Le bac est de retour.", *_BAC, title="Le bac")},
)

VERSION_OF_ITSELF = Code(
    id="L025",
    name="version-of-itself",
    severity=Severity.WARNING,
    summary="An article says that it translates the briefing that it is part of.",
    why="Articles of one briefing are one page, in the language of the newest; one in another "
    "language is a page of its own.",
    bad={
        _FERRY: _OTHER,
        _HARBOUR: _article("Le bac est de retour.", "briefing: ferry", *_BAC, title="Le bac"),
    },
    good={_FERRY: _OTHER, _HARBOUR: _article("Le bac est de retour.", *_BAC, title="Le bac")},
)

CODES = (
    UNKNOWN_REFERENCE,
    UNKNOWN_SPEAKER,
    UNKNOWN_ACTOR,
    UNKNOWN_PLACE,
    AMBIGUOUS_NAME,
    UNKNOWN_TOPIC,
    UNKNOWN_BACKGROUND,
    UNKNOWN_RELATED,
    READ_MORE_NOT_FOUND,
    READ_MORE_NEAR,
    READ_MORE_AMBIGUOUS,
    READ_MORE_ADDRESS,
    READ_MORE_ITSELF,
    ALIAS_TAKEN,
    EVENT_DATES_DIFFER,
    EVENTS_LOOK_ALIKE,
    REPORTS_DIFFER,
    MISSING_PICTURE,
    UNLIKE_UNIT,
    BROKEN_LINK,
    FORMER_ID,
    UNANNOTATED_ACTOR,
    UNKNOWN_ORIGINAL,
    LANGUAGE_TWICE,
    VERSION_OF_ITSELF,
)
