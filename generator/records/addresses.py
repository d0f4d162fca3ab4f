"""Addresses on the web: ``http`` and ``https`` only, as they stand in a link for readers."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from .faults import Kind, Refusal, quoted

LONGEST_ADDRESS = 2000
"""Most characters in an address: more does not work in every browser and server."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BARE_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,9}[^\W\d_]{2,}(?:[/?#:]\S*)?")
# White space, controls, direction marks, and what RFC 3986, section 2 leaves out.
_FORBIDDEN = re.compile(
    '[\\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff<>"\\\\^`{|}]'
)
_LABEL = r"\w(?:[\w-]{0,61}\w)?"
_HOST = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*\.?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{{1,5}})?")
_LARGEST_PORT = 65535


def read_address(text: str) -> str:
    """``text`` where it is a web address, as it is written.

    Raises:
        Refusal: it is none, or one that must not be linked.
    """
    text = text.strip()
    scheme = _SCHEME.match(text)
    if scheme is None or scheme.group().lower() not in {"http:", "https:"}:
        raise _no_scheme(text, scheme.group() if scheme else "")
    if len(text) > LONGEST_ADDRESS:
        reason = f"which is longer than {LONGEST_ADDRESS} characters"
        raise Refusal(Kind.ADDRESS, reason)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        character = forbidden.group()
        escaped = "".join(f"%{byte:02X}" for byte in character.encode())
        reason = f"in which {quoted(character) if character.strip() else 'a space'} cannot stand"
        raise Refusal(Kind.ADDRESS, reason, f"Write it as {escaped}, or delete it")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise Refusal(Kind.ADDRESS, "which is no web address", _EXAMPLE) from error
    if "@" in parts.netloc:
        reason = "which holds a user name or a password"
        raise Refusal(Kind.ADDRESS, reason, "Leave out what stands in front of @")
    slashes = text[scheme.end() : scheme.end() + 2] == "//"
    if not slashes or not _HOST.fullmatch(parts.netloc) or (port or 0) > _LARGEST_PORT:
        raise Refusal(Kind.ADDRESS, "which is no web address", _EXAMPLE)
    return text


_EXAMPLE = "Write it as https://desk.example/page"


def _no_scheme(text: str, scheme: str) -> Refusal:
    if text.startswith("//") and _BARE_HOST.fullmatch(text[2:]):
        return _secure(f"https:{text}", "which does not begin with https:")
    if _BARE_HOST.fullmatch(text):
        return _secure(f"https://{text}", "which does not begin with https://")
    if scheme:
        reason = f"and {scheme} addresses are not linked: only http and https are"
        return Refusal(Kind.ADDRESS, reason, _EXAMPLE)
    return Refusal(Kind.ADDRESS, "which is no web address", _EXAMPLE)


def _secure(proposed: str, reason: str) -> Refusal:
    return Refusal(Kind.ADDRESS, reason, f"Write {proposed}", proposed=proposed)
