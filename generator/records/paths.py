"""Relative paths that stay where they begin, on every file system."""

from __future__ import annotations

import re

from .devices import is_device
from .faults import Kind, Refusal

PICTURE_ENDINGS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""Files that browsers show as pictures; a picture's path copies nothing else into the site."""

TEXT_ENDING = ".txt"
"""The saved text of a source: plain, so that it is never taken for an article."""

_LONGEST = 200
_DRIVE = re.compile(r"[A-Za-z]:")
# What Windows forbids, and what cannot be seen; joiners are part of Persian and Indian words.
_FORBIDDEN = re.compile(
    '[\x00-\x1f\x7f-\x9f<>:"|?*\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]'
)
_LONGEST_PART = 200  # bytes: file systems end at 255, and widths of pictures are added
_ENCODED = re.compile(r"%(?:2e|2f|5c|00)", re.IGNORECASE)


def read_path(text: str) -> str:
    """``text`` where it is a relative POSIX path that stays below the folder it starts in.

    Raises:
        Refusal: it is not.
    """
    text = text.strip()
    if text.startswith(("/", "\\", "~")) or _DRIVE.match(text):
        raise Refusal(Kind.PATH, "which is not relative", _RELATIVE)
    if "\\" in text:
        reason = "in which folders are not separated by /"
        proposed = text.replace("\\", "/")
        raise Refusal(Kind.PATH, reason, f"Write {proposed}", proposed=proposed, certain=True)
    parts = text.split("/")
    if ".." in parts:
        raise Refusal(Kind.PATH, "which leads out of its folder", _RELATIVE)
    if not all(parts) or "." in parts:
        proposed = "/".join(part for part in parts if part not in {"", "."})
        mend = f"Write {proposed}" if proposed else ""
        reason = "which has an empty part"
        raise Refusal(Kind.PATH, reason, mend, proposed=proposed, certain=True)
    encoded = _ENCODED.search(text)
    if encoded:
        reason = f"in which {encoded.group()} stands for a character that paths are made of"
        raise Refusal(Kind.PATH, reason, "Write file names as they are on the disk")
    bad = _FORBIDDEN.search(text)
    if bad:
        raise Refusal(
            Kind.PATH, f"in which U+{ord(bad.group()):04X} cannot stand", "Rename the file"
        )
    if any(part[-1] in ". " or part[0] == " " or is_device(part) for part in parts):
        raise Refusal(Kind.PATH, "a name that Windows cannot hold", "Rename the file")
    if len(text) > _LONGEST:
        raise Refusal(Kind.PATH, f"which is longer than {_LONGEST} characters", "Rename the file")
    if any(len(part.encode()) > _LONGEST_PART for part in parts):
        reason = f"with a name of more than {_LONGEST_PART} bytes"
        raise Refusal(Kind.PATH, reason, "Rename the file")
    return text


_RELATIVE = "Write a path such as images/harbour.jpg"


def read_picture_path(text: str) -> str:
    """``text`` where it is a path as above to a file that browsers show as a picture.

    Raises:
        Refusal: it is not.
    """
    path = read_path(text)
    hidden = next((part for part in path.split("/") if part.startswith(".")), "")
    if hidden:
        reason = f"in which {hidden} begins with a dot, as hidden files do"
        raise Refusal(Kind.PATH, reason, f"Rename {hidden}")
    if not path.lower().endswith(PICTURE_ENDINGS):
        endings = ", ".join(PICTURE_ENDINGS)
        raise Refusal(Kind.PATH, "which is no picture", f"Its name must end in one of {endings}")
    return path


def read_text_path(text: str) -> str:
    """``text`` where it is a path as above to a plain text.

    Raises:
        Refusal: it is not.
    """
    path = read_path(text)
    if not path.lower().endswith(TEXT_ENDING):
        reason = "which is no plain text"
        raise Refusal(Kind.PATH, reason, "Save the text as sources/name.txt, without markup")
    return path
