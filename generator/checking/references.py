"""References that lead nowhere, and names that several entries have."""

from __future__ import annotations

import shlex

from generator.diagnostics import Diagnostic, Fix, Span, diagnose, replacing
from generator.diagnostics.codes.linking import (
    AMBIGUOUS_NAME,
    FORMER_ID,
    UNKNOWN_ACTOR,
    UNKNOWN_BACKGROUND,
    UNKNOWN_PLACE,
    UNKNOWN_REFERENCE,
    UNKNOWN_RELATED,
    UNKNOWN_SPEAKER,
    UNKNOWN_TOPIC,
)
from generator.diagnostics.codes.versions import UNKNOWN_ORIGINAL
from generator.model.links import Register, Unresolved

from .wording import Catalogue, listed, quoted

_LONGEST_NAME = 80


def unknown(item: Unresolved, catalogue: Catalogue) -> Diagnostic:
    """A ``ref``, ``by``, topic, background block or related page that there is not."""
    wanted = quoted(item.wanted)
    near = catalogue.did_you_mean(item.register, item.candidates)
    match item.field:
        case "by":
            code = UNKNOWN_SPEAKER
            message = f"The speaker {wanted} is not in the register of actors."
        case "topics":
            code, message = UNKNOWN_TOPIC, f"There is no topic {wanted}."
        case "background":
            code, message = UNKNOWN_BACKGROUND, f"There is no background block {wanted}."
        case "related":
            code, message = UNKNOWN_RELATED, f"There is no article or briefing {wanted}."
        case "translation-of":
            code, message = UNKNOWN_ORIGINAL, f"There is no briefing {wanted} to be a version of."
        case _:
            code = UNKNOWN_REFERENCE
            message = f"There is no {item.register} with the id {wanted}."
    otherwise = f"Correct it, or add the {item.register}{_new(item)}"
    if item.register is Register.ARTICLE:
        otherwise = "Give the id of an article or briefing, or delete this one."
    fix = _correction(item)
    return diagnose(code, item.file, item.span, message, near or otherwise, fix)


def former(item: Unresolved, catalogue: Catalogue) -> Diagnostic:
    """An id that an entry had before: it still leads there."""
    owner = catalogue.owners(item.register, item.candidates, "or")
    message = f"{quoted(item.wanted)} is a former id; it is now {owner}."
    mend = f"Write {item.meant}."
    return diagnose(FORMER_ID, item.file, item.span, message, mend, _correction(item))


def unlisted(item: Unresolved, catalogue: Catalogue) -> Diagnostic:
    """A name without ``ref`` that no entry has: the page shows it without a link."""
    code = UNKNOWN_PLACE if item.register is Register.PLACE else UNKNOWN_ACTOR
    name = quoted(item.wanted)
    message = f"No {item.register} in the register has the name {name}; it is not linked."
    near = catalogue.did_you_mean(item.register, item.candidates)
    mend = f"Add the {item.register}{_new(item)}"
    if near:
        first = item.candidates[0]
        mend = f"{near} Then write ref={first}, or add {name} to its aliases. Else a{mend[1:]}"
    fix = None
    kind = f"]{{.{item.register}"
    if item.meant and item.file.text.startswith(kind, item.span.end):
        at = item.span.end + len(kind)
        fix = replacing(f"Add ref={item.meant}", Span(at, at), f" ref={item.meant}", safe=False)
    return diagnose(code, item.file, item.span, message, mend, fix)


def ambiguous(item: Unresolved, catalogue: Catalogue) -> Diagnostic:
    """A name that several entries have."""
    message = (
        f"{quoted(item.wanted)} is a name of {len(item.candidates)} {item.register}s: "
        f"{catalogue.owners(item.register, item.candidates, 'and')}."
    )
    key = "by" if item.field == "by" else "ref"
    mend = f"Write {listed(item.candidates, 'or', lambda owner: f'{key}={owner}')}."
    return diagnose(AMBIGUOUS_NAME, item.file, item.span, message, mend)


def _correction(item: Unresolved) -> Fix | None:
    """The fix that writes the id that is meant, where the file has the wrong one as it was read."""
    start, end = item.span
    if not item.meant or item.file.text[start:end] != item.wanted:
        return None
    return replacing(f"Write {item.meant}", item.span, item.meant, safe=item.certain)


def _new(item: Unresolved) -> str:
    """The end of a sentence: the command that makes the entry, where the name fits on a line."""
    name = " ".join(item.wanted.split())
    if len(name) > _LONGEST_NAME or not name.isprintable():
        return "."
    return f"; to make it, run: briefing new {item.register} {shlex.quote(name)}"
