"""References that lead nowhere, and names of two owners."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity
from generator.diagnostics.example_files import article, entry

_HARBOUR = "content/articles/harbour.md"
_FERRY = "content/articles/ferry.md"
_JANE = "content/actors/jane-roe.md"
_JOHN = "content/actors/john-roe.md"
_JANE_ENTRY = entry("name: Jane Roe", "kind: Person", "aliases: [Roe]")
_JOHN_ENTRY = entry("name: John Roe", "kind: Person", "aliases: [Roe]")
_OTHER = article("The ferry sails again.", title="Ferry sails again")

UNKNOWN_REFERENCE = Code(
    id="L001",
    name="unknown-reference",
    severity=Severity.ERROR,
    summary="A ref names an id that no register entry has.",
    why="The fact would stand on no page but this one, and a reader's link would lead nowhere.",
    bad={
        _HARBOUR: article("[Jane Roe]{.actor ref=jane-row} cut the ribbon."),
        _JANE: _JANE_ENTRY,
    },
    good={
        _HARBOUR: article("[Jane Roe]{.actor ref=jane-roe} cut the ribbon."),
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
        _HARBOUR: article("[The harbour is safe]{.claim by=jane-row}, she said."),
        _JANE: _JANE_ENTRY,
    },
    good={
        _HARBOUR: article("[The harbour is safe]{.claim by=jane-roe}, she said."),
        _JANE: _JANE_ENTRY,
    },
)

UNKNOWN_ACTOR = Code(
    id="L003",
    name="unknown-actor",
    severity=Severity.WARNING,
    summary="An actor's name stands in no register entry.",
    why="The page shows the name without a link, and no actor page collects what is said of it.",
    bad={_HARBOUR: article("[Jane Roe]{.actor} cut the ribbon.")},
    good={_HARBOUR: article("[Jane Roe]{.actor} cut the ribbon."), _JANE: _JANE_ENTRY},
)

UNKNOWN_PLACE = Code(
    id="L004",
    name="unknown-place",
    severity=Severity.WARNING,
    summary="A place's name stands in no register entry.",
    why="The page shows the name without a link, and no place page collects its briefings.",
    bad={_HARBOUR: article("The harbour of [Exampleton]{.place} reopened.")},
    good={
        _HARBOUR: article("The harbour of [Exampleton]{.place} reopened."),
        "content/places/exampleton.md": entry("name: Exampleton"),
    },
)

AMBIGUOUS_NAME = Code(
    id="L005",
    name="ambiguous-name",
    severity=Severity.ERROR,
    summary="Several register entries have this name.",
    why="A guess would put one person's words on another's page; only the editor knows.",
    bad={
        _HARBOUR: article("[Roe]{.actor} cut the ribbon."),
        _JANE: _JANE_ENTRY,
        _JOHN: _JOHN_ENTRY,
    },
    good={
        _HARBOUR: article("[Roe]{.actor ref=jane-roe} cut the ribbon."),
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
        _HARBOUR: article("The harbour reopened.", "topics: [shiping]"),
        "content/topics/shipping.md": entry("title: Shipping"),
    },
    good={
        _HARBOUR: article("The harbour reopened.", "topics: [shipping]"),
        "content/topics/shipping.md": entry("title: Shipping"),
    },
)

UNKNOWN_BACKGROUND = Code(
    id="L007",
    name="unknown-background",
    severity=Severity.ERROR,
    summary="An article includes a background block that does not exist.",
    why="The page would appear without the background that its editor counted on.",
    bad={
        _HARBOUR: article("The harbour reopened.", "background: [harbor]"),
        "content/background/harbour.md": entry("title: The harbour") + "\nIt is old.\n",
    },
    good={
        _HARBOUR: article("The harbour reopened.", "background: [harbour]"),
        "content/background/harbour.md": entry("title: The harbour") + "\nIt is old.\n",
    },
)

UNKNOWN_RELATED = Code(
    id="L008",
    name="unknown-related",
    severity=Severity.ERROR,
    summary="An article names a related page that does not exist.",
    why="The page was misspelt, or deleted: an old id that should lead on belongs in aliases.",
    bad={_HARBOUR: article("The harbour reopened.", "related: [fery]"), _FERRY: _OTHER},
    good={_HARBOUR: article("The harbour reopened.", "related: [ferry]"), _FERRY: _OTHER},
)

ALIAS_TAKEN = Code(
    id="L014",
    name="alias-taken",
    severity=Severity.ERROR,
    summary="An old id is in use, or two files claim it.",
    why="An address leads to one page only; which one would be left to chance.",
    bad={_HARBOUR: article("The harbour reopened.", "aliases: [ferry]"), _FERRY: _OTHER},
    good={_HARBOUR: article("The harbour reopened.", "aliases: [port]"), _FERRY: _OTHER},
)

MISSING_PICTURE = Code(
    id="L018",
    name="missing-picture",
    severity=Severity.ERROR,
    summary="A picture's file is not below the content folder.",
    why="The page would show a broken image.",
    bad={
        _HARBOUR: article("It reopened.", "image: {file: harbor.svg, alt: The harbour}"),
        "content/harbour.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    },
    good={
        _HARBOUR: article("It reopened.", "image: {file: harbour.svg, alt: The harbour}"),
        "content/harbour.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    },
)

BROKEN_LINK = Code(
    id="L020",
    name="broken-link",
    severity=Severity.ERROR,
    summary="A link in a text leads to a page of this site that is not there.",
    why="The page was deleted, or renamed without keeping its old id, and readers would lose it.",
    bad={_HARBOUR: article("The [ferry](../briefings/fery.md) sails again."), _FERRY: _OTHER},
    good={_HARBOUR: article("The [ferry](../briefings/ferry.md) sails again."), _FERRY: _OTHER},
)

FORMER_ID = Code(
    id="L021",
    name="former-id",
    severity=Severity.NOTE,
    summary="A reference uses an id that the entry had before.",
    why="It still leads to the entry; the present id says so to the next editor, too.",
    bad={
        _HARBOUR: article("[Jane Roe]{.actor ref=jane-row} cut the ribbon."),
        _JANE: entry("name: Jane Roe", "kind: Person", "former-ids: [jane-row]"),
    },
    good={
        _HARBOUR: article("[Jane Roe]{.actor ref=jane-roe} cut the ribbon."),
        _JANE: entry("name: Jane Roe", "kind: Person", "former-ids: [jane-row]"),
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
        _HARBOUR: article("Jane Roe opened the [harbour]{.plain}."),
        _JANE: _JANE_ENTRY,
    },
    good={
        _HARBOUR: article("[Jane Roe]{.actor} opened the [harbour]{.plain}."),
        _JANE: _JANE_ENTRY,
    },
)

REFUSED_ADDRESS = Code(
    id="L026",
    name="refused-address",
    severity=Severity.WARNING,
    summary="A link or picture in a text has an address that readers are not sent to.",
    why="Its words are shown without the link. Linked are http, https and mailto addresses, and "
    "pages of this site; others can run code, or lead where their words do not say.",
    bad={_HARBOUR: article("The [timetable](ftp://desk.example/times) is new.")},
    good={_HARBOUR: article("The [timetable](https://desk.example/times) is new.")},
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
    ALIAS_TAKEN,
    MISSING_PICTURE,
    BROKEN_LINK,
    FORMER_ID,
    UNANNOTATED_ACTOR,
    REFUSED_ADDRESS,
)
