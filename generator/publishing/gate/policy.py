"""The strictest Content-Security-Policy under which a built site works.

Only files of the site itself are loaded, and of code that stands in a page only what stands there
now: the theme's few inline scripts and the styles of tables are named by their hashes (CSP Level 3,
https://www.w3.org/TR/CSP3/), so the policy changes with the theme's version.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from typing import Final

from .inspecting import Inspection

HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
)
"""What goes with the policy. A policy already forbids to show the site within another."""


def policy(inspection: Inspection) -> str:
    """The value of the header ``Content-Security-Policy`` for all pages of a site.

    ``wasm-unsafe-eval`` lets the search page compile its index reader, which is WebAssembly; no
    text is evaluated. ``data:`` pictures are the theme's icons.
    """
    scripts = {text for page in inspection.pages.values() for text in page.scripts}
    styles = {text for page in inspection.pages.values() for text in page.styles}
    hashed = ("'unsafe-hashes'", *_hashes(styles)) if styles else ()
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self' 'wasm-unsafe-eval'", *_hashes(scripts))),
            " ".join(("style-src 'self'", *hashed)),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "media-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def _hashes(texts: Iterable[str]) -> tuple[str, ...]:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return tuple(sorted(f"'sha256-{base64.b64encode(one).decode()}'" for one in digests))
