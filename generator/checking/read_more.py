"""READ MORE lines that are no links."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Fix, diagnose, replacing
from generator.diagnostics.codes.read_more import (
    READ_MORE_ADDRESS,
    READ_MORE_AMBIGUOUS,
    READ_MORE_ITSELF,
    READ_MORE_NEAR,
    READ_MORE_NOT_FOUND,
)
from generator.model.links import Problem, Register, Unresolved

from .wording import Catalogue, listed, quoted

_SIGNS = re.compile(r"[][\\`*_<>{}\r\n]")


def unlinked_title(item: Unresolved, catalogue: Catalogue) -> Diagnostic:
    """A title that no briefing has, or almost one, or several, or only the page itself."""
    title = quoted(item.wanted)
    match item.problem:
        case Problem.CLASH:
            message = f"{title} is the title of the page that this line stands on."
            mend = "It is left out of the page; delete the line, or leave it as it was printed."
            return diagnose(READ_MORE_ITSELF, item.file, item.span, message, mend)
        case Problem.AMBIGUOUS:
            message = f"{title} is the title of several briefings."
            links = [f"[…](../briefings/{key}.md)" for key in item.candidates]
            mend = f"Say which one: {listed(links, 'or')}."
            return diagnose(READ_MORE_AMBIGUOUS, item.file, item.span, message, mend)
        case _ if item.candidates:
            titles = [quoted(catalogue.name(Register.ARTICLE, key)) for key in item.candidates]
            message = f"No article has the title {title}, but {listed(titles, 'and')} is near."
            mend = "Write the title as the article has it, or give its address."
            fix = _linked(item)
            return diagnose(READ_MORE_NEAR, item.file, item.span, message, mend, fix)
        case _:
            message = f"No article has the title {title} yet; the line is shown as text."
            mend = "It becomes a link by itself once an article with this title is here."
            return diagnose(READ_MORE_NOT_FOUND, item.file, item.span, message, mend)


def _linked(item: Unresolved) -> Fix | None:
    """The fix that gives the address of the one article that is near; the title stays."""
    title = item.file.text[item.span.start : item.span.end]
    if len(item.candidates) != 1 or not title.strip() or _SIGNS.search(title):
        return None
    address = f"../briefings/{item.candidates[0]}.md"
    return replacing(f"Link it to {address}", item.span, f"[{title}]({address})", safe=False)


def unsafe_target(item: Unresolved, _: Catalogue) -> Diagnostic:
    """An address that readers are not sent to."""
    message = f"The address {quoted(item.wanted)} is neither http, nor https, nor within this site."
    mend = "Give an address that begins with https://, or the title alone."
    return diagnose(READ_MORE_ADDRESS, item.file, item.span, message, mend)
