"""Faults in annotations, ``[text]{.kind key=value}``, and in attributes wherever they stand."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Code, Severity

_HEAD = """---
title: The harbour of Exampleton opens again
date: 2024-05-06
summary: Ships call at Exampleton for the first time since the storm.
---

"""


def _site(body: str) -> dict[str, str]:
    return {"content/articles/example.md": f"{_HEAD}{body}\n"}


MALFORMED_ATTRIBUTES = Code(
    "A001",
    "malformed-attributes",
    Severity.ERROR,
    "Attributes between { and } cannot be read.",
    "A kind or a class is written .name, an attribute key=value, with quotation marks around a "
    "value that has spaces. What does not fit this grammar stays in the text as it is, so readers "
    "would see the braces and the annotation would be lost.",
    bad=_site('Some [40 ships]{.figure label="Ships in port} wait outside.'),
    good=_site('Some [40 ships]{.figure label="Ships in port"} wait outside.'),
)

UNKNOWN_KIND = Code(
    "A002",
    "unknown-kind",
    Severity.ERROR,
    "An annotation names a kind that does not exist.",
    "The kinds are actor, figure, event, place, quote, claim, caption and plain. A kind with a "
    "slip in its name would be dropped without a word, and the fact would miss on its page.",
    bad=_site('Some [40 ships]{.figrue label="Ships in port"} wait outside.'),
    good=_site('Some [40 ships]{.figure label="Ships in port"} wait outside.'),
)

NO_KIND = Code(
    "A003",
    "no-kind",
    Severity.WARNING,
    "A bracketed span carries no kind of annotation.",
    "Pandoc allows spans with any class or with none. Here they have no effect on any page, so "
    "one is more likely a slip than a wish.",
    bad=_site("The [harbour]{.smallcaps} opens again."),
    good=_site("The harbour opens again."),
)

TWO_KINDS = Code(
    "A004",
    "two-kinds",
    Severity.ERROR,
    "One annotation names two kinds.",
    "An annotation says one thing about its text. Where two are meant, one stands in the other.",
    bad=_site("It opened [on 6 May 2024]{.event .plain date=2024-05-06}."),
    good=_site("It opened [[on 6 May 2024]{.plain}]{.event date=2024-05-06}."),
)

UNKNOWN_ATTRIBUTE = Code(
    "A005",
    "unknown-attribute",
    Severity.ERROR,
    "An annotation has an attribute that its kind does not know.",
    "An attribute that nothing reads does not reach the page. Most often its name has a slip in "
    "it, or it belongs to another kind.",
    bad=_site("It opened [on 6 May 2024]{.event daet=2024-05-06}."),
    good=_site("It opened [on 6 May 2024]{.event date=2024-05-06}."),
)

SCRIPT_ATTRIBUTE = Code(
    "A006",
    "script-attribute",
    Severity.ERROR,
    "An attribute's name begins with on, as those that run scripts do.",
    "Attributes such as onclick run code in readers' browsers where a page is built by other "
    "tools from the same text. No annotation needs one.",
    bad=_site('The [harbour]{.plain onclick="alert(1)"} opens again.'),
    good=_site("The [harbour]{.plain} opens again."),
)

REPEATED_ATTRIBUTE = Code(
    "A007",
    "repeated-attribute",
    Severity.ERROR,
    "An attribute or an id is given twice.",
    "Only one of the two could count, and which one is not for a program to guess.",
    bad=_site("It opened [on 6 May 2024]{.event date=2024-05-06 date=2024-05-07}."),
    good=_site("It opened [on 6 May 2024]{.event date=2024-05-06}."),
)

EMPTY_VALUE = Code(
    "A008",
    "empty-value",
    Severity.ERROR,
    "An attribute has no value.",
    "An attribute without a value says nothing: it is either unfinished or left over.",
    bad=_site("It opened [on 6 May 2024]{.event date=}."),
    good=_site("It opened [on 6 May 2024]{.event date=2024-05-06}."),
)

EMPTY_ANNOTATION = Code(
    "A009",
    "empty-annotation",
    Severity.ERROR,
    "An annotation has no text between its brackets.",
    "Every fact leads back to its words in the text. An annotation without words has no place to "
    "lead to.",
    bad=_site("The harbour opened []{.event date=2024-05-06}."),
    good=_site("The harbour [opened]{.event date=2024-05-06}."),
)

UNKNOWN_VALUE = Code(
    "A010",
    "unknown-value",
    Severity.ERROR,
    "An attribute's value is none of those that it can have.",
    "A figure's qualifier is exact, about, at-least, at-most or between; a claim's status is "
    "disputed, confirmed or refuted. Pages show and sort by them.",
    bad=_site('Some [40 ships]{.figure label="Ships in port" qualifier=abuot} wait outside.'),
    good=_site('Some [40 ships]{.figure label="Ships in port" qualifier=about} wait outside.'),
)

NO_VALUE = Code(
    "A011",
    "figure-without-value",
    Severity.WARNING,
    "A figure has no value, neither in its attributes nor in its text.",
    "A key figure is shown as a number and compared with others. Where the text has none in "
    "digits or words that are understood, value= supplies it.",
    bad=_site('The harbour holds [a full fleet]{.figure label="Ships in port"}.'),
    good=_site(
        'The harbour holds [a full fleet]{.figure label="Ships in port" value=40 unit=ships}.'
    ),
)

UNREADABLE_VALUE = Code(
    "A012",
    "unreadable-value",
    Severity.ERROR,
    "The value that a figure is given cannot be read as a number.",
    "value, low and high hold a number (40, 1.2e9), a range (300..500) or a duration (P12M), so "
    "that figures can be compared and drawn.",
    bad=_site('It holds [a full fleet]{.figure label="Ships in port" value=plenty}.'),
    good=_site('It holds [a full fleet]{.figure label="Ships in port" value=40}.'),
)

UNREADABLE_DATE = Code(
    "A013",
    "unreadable-date",
    Severity.ERROR,
    "A date is not in the form that is understood.",
    "Dates are written as EDTF (ISO 8601-2): 2024-05-06, 2024-05, 2024, 199X, 2024-05~ for about "
    "and 2024-05-06/2024-05-09 for a period. The timeline sorts by them and shows their precision.",
    bad=_site("It opened [on 6 May]{.event date=6.5.2024}."),
    good=_site("It opened [on 6 May]{.event date=2024-05-06}."),
)

NO_DATE = Code(
    "A014",
    "event-without-date",
    Severity.WARNING,
    "An event has no date, neither in its attributes nor in its text.",
    "An event stands on the timeline at its date. Without one it is left out.",
    bad=_site('The town had [its great storm]{.event label="Storm"}.'),
    good=_site('The town had [its great storm]{.event label="Storm" date=2023-11}.'),
)

STRAY_ATTRIBUTES = Code(
    "A015",
    "stray-attributes",
    Severity.ERROR,
    "Attributes of an annotation stand behind no bracket.",
    "An annotation is [text]{.kind}: brackets around the text and no space before the brace. "
    "Anything else is text, braces and all.",
    bad=_site("It opened [on 6 May 2024] {.event date=2024-05-06}."),
    good=_site("It opened [on 6 May 2024]{.event date=2024-05-06}."),
)

UNUSED_CLASS = Code(
    "A016",
    "unused-class",
    Severity.WARNING,
    "An annotation has a class beside its kind that nothing reads.",
    "What does not reach the page is best left out: the next editor would wonder what it does.",
    bad=_site("The [harbour]{.plain .big} opens again."),
    good=_site("The [harbour]{.plain} opens again."),
)

REVERSED_RANGE = Code(
    "A017",
    "reversed-range",
    Severity.ERROR,
    "The lower end of a figure's range is above its upper end.",
    "A range with its ends swapped could not be drawn or compared.",
    bad=_site('It holds [some ships]{.figure label="Ships in port" low=50 high=40}.'),
    good=_site('It holds [some ships]{.figure label="Ships in port" low=40 high=50}.'),
)

UNUSED_ANNOTATION = Code(
    "A018",
    "unused-annotation",
    Severity.WARNING,
    "An annotation stands where none is read.",
    "The titles of READ MORE lines, source lines and the descriptions of images are shown as "
    "plain text. An annotation in them reaches no page.",
    bad=_site("The harbour opens again.\n\nSource: [Example Desk]{.plain} and agencies"),
    good=_site("The harbour opens again.\n\nSource: Example Desk and agencies"),
)

CODES = (
    MALFORMED_ATTRIBUTES,
    UNKNOWN_KIND,
    NO_KIND,
    TWO_KINDS,
    UNKNOWN_ATTRIBUTE,
    SCRIPT_ATTRIBUTE,
    REPEATED_ATTRIBUTE,
    EMPTY_VALUE,
    EMPTY_ANNOTATION,
    UNKNOWN_VALUE,
    NO_VALUE,
    UNREADABLE_VALUE,
    UNREADABLE_DATE,
    NO_DATE,
    STRAY_ATTRIBUTES,
    UNUSED_CLASS,
    REVERSED_RANGE,
    UNUSED_ANNOTATION,
)
