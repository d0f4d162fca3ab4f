"""Bytes as source files: UTF-8, neither empty nor larger than any article."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.files import EMPTY_FILE, FILE_TOO_LARGE, NOT_UTF8

from .limits import LARGEST_FILE

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(path: str, data: bytes) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The text of a file, ``None`` where it cannot be read. Nothing in it is changed."""
    if len(data) > LARGEST_FILE:
        message = f"The file has more than the {LARGEST_FILE:,} bytes that are read."
        mend = "Split it into articles, or move it out of the content folder."
        return None, (diagnose(FILE_TOO_LARGE, SourceFile(path, ""), None, message, mend),)
    try:
        source = SourceFile(path, data.decode())
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, data, error.start),)
    if not source.text.strip("\ufeff \t\r\n"):
        message = "The file holds no text."
        mend = "Write its front matter and text, or delete it."
        return None, (diagnose(EMPTY_FILE, source, None, message, mend),)
    return source, ()


def _not_utf8(path: str, data: bytes, at: int) -> Diagnostic:
    source = SourceFile(path, data.decode(errors="replace"))
    offset = len(data[:at].decode())
    likely = bytes([data[at]]).decode("cp1252", errors="ignore")
    if data.startswith(_UTF16):
        guess = "it looks like UTF-16"
    elif likely:
        guess = f"in Windows-1252 it would be '{likely}'"
    else:
        guess = "it may be binary data"
    message = f"The byte 0x{data[at]:02X} is no UTF-8; {guess}."
    mend = "Save the file with the encoding UTF-8."
    return diagnose(NOT_UTF8, source, Span(offset, offset + 1), message, mend)
