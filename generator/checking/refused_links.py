"""Links and pictures in texts whose addresses are not linked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, diagnose
from generator.diagnostics.codes.linking import REFUSED_ADDRESS
from generator.model.document import Image, Link
from generator.model.walking import inline_runs, nodes
from generator.records.addresses import leads_elsewhere, open_address

from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.site import Site

# Most texts hold no link that could be one of these, and are passed over unopened.
_LIKELY = re.compile(r"\]\(|\]:|<[a-z]+:", re.IGNORECASE)


def refused_links(site: Site) -> Iterator[Diagnostic]:
    """Each link or picture that names another place, but none that readers are sent to."""
    for file, document in site.texts():
        if not _LIKELY.search(file.text):
            continue
        for run in inline_runs(document.blocks):
            for node in nodes(run):
                if not isinstance(node, Link | Image) or not node.target:
                    continue
                if not leads_elsewhere(node.target) or open_address(node.target):
                    continue
                yield diagnose(
                    REFUSED_ADDRESS,
                    file,
                    node.target_span,
                    f"The address {quoted(node.target)} is not linked.",
                    "Write an address that begins with https://, or that of a page of this site.",
                )
