"""Addresses that readers may be sent to, and the one rule which those are.

Front matter takes web addresses exactly as they are written (:func:`read_address`); in texts, where
they are pasted, what browsers pass over is passed over too (:func:`open_address`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import urlsplit

from .faults import Kind, Refusal, quoted

LONGEST_ADDRESS = 2000
"""Most characters in an address: more does not work in every browser and server."""

# What browsers drop within an address and at its ends (WHATWG URL Standard, 4.4).
_DROPPED = re.compile(r"[\t\n\r]+")
_EDGES = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# What a browser could read a scheme or another host from, however it is disguised.
_ELSEWHERE = re.compile(r"[^/?#]*:|[/\\]{2}|\\")
_WEB = frozenset({"http:", "https:"})
_AUTHORITY = re.compile(r"//([^/?#]*)")
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")
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
    if scheme is None or scheme.group().lower() not in _WEB:
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
    authority = _AUTHORITY.match(text, scheme.end())
    if authority and "@" in authority[1]:
        reason = "which holds a user name or a password"
        raise Refusal(Kind.ADDRESS, reason, "Leave out what stands in front of @")
    if not authority or not _is_host(authority[1]) or not _splits(text):
        raise Refusal(Kind.ADDRESS, "which is no web address", _EXAMPLE)
    return text


@lru_cache(maxsize=16384)
def open_address(text: str) -> str:
    """An address of another site, without what browsers pass over; ``""`` where none is linked.

    Linked are ``mailto:``, and ``http:`` and ``https:`` with two slashes, a host that is one, no
    user name, and no backslash that a browser would read as a slash.
    """
    url = _DROPPED.sub("", text).strip(_EDGES)
    scheme = _SCHEME.match(url)
    if scheme is None:
        return ""
    name = scheme.group().lower()
    if name == "mailto:":
        return url if len(url) > len(name) else ""
    authority = _AUTHORITY.match(url, scheme.end()) if name in _WEB else None
    return url if authority and _is_host(authority[1]) and _splits(url) else ""


def leads_elsewhere(text: str) -> bool:
    """Whether a browser could take ``text`` for an address outside this site."""
    url = _DROPPED.sub("", text).strip(_EDGES)
    return _ELSEWHERE.match(url) is not None


def _is_host(authority: str) -> bool:
    """Whether ``authority`` is a host, with a port or without, that every browser reads alike."""
    if not _HOST.fullmatch(authority):
        return False
    if authority.startswith("["):
        host, _, port = authority[1:].partition("]")
        port = port[1:]
    else:
        host, _, port = authority.partition(":")
    if port and int(port) > _LARGEST_PORT:
        return False
    try:
        if authority.startswith("["):
            IPv6Address(host)
        elif _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
            # Browsers read what ends in a number as an IPv4 address.
            IPv4Address(host)
    except AddressValueError:
        return False
    return True


def _splits(url: str) -> bool:
    """Whether Python reads it too, as everything that comes after does."""
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


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
