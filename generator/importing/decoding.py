"""Bytes to text: the encoding a file declares, else the one that its bytes fit."""

from __future__ import annotations

import codecs
import re

from generator.diagnostics import Code, Diagnostic, SourceFile, Span, diagnose
from generator.diagnostics.codes.importing import EMPTY, ENCODING_GUESSED, NOT_PLAIN_TEXT

from .language import common_words

_BYTE_ORDER_MARKS = (
    # UTF-32 before UTF-16: the little-endian mark of one begins with that of the other.
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_COPY = "Open it, copy the article's text, and import that as a plain text file."
_EXPORT = "Open it, save it as plain text (.txt) or as a web page (.html), and import that."
_TYPE = "Type or dictate its words into a plain text file, and import that."
_UNPACK = "Unpack it, and import the files in it."
_FORMATS = (
    (b"%PDF", "a PDF document", _COPY),
    (b"{\\rtf", "an RTF document", _EXPORT),
    (b"PK\x03\x04", "a word processor's document or another ZIP archive", _EXPORT),
    (b"\xd0\xcf\x11\xe0", "an old word processor's document", _EXPORT),
    (b"\x1f\x8b", "a compressed file", _UNPACK),
    (b"7z\xbc\xaf", "a compressed file", _UNPACK),
    (b"\x89PNG", "a picture", _TYPE),
    (b"GIF8", "a picture", _TYPE),
    (b"\xff\xd8\xff", "a picture", _TYPE),
    (b"RIFF", "a picture or a recording", _TYPE),
    (b"ID3", "a recording", _TYPE),
    (b"OggS", "a recording", _TYPE),
    (b"bplist00", "a web archive", _EXPORT),
    (b"From: <Saved by", "a web archive", _EXPORT),
)
_XML = re.compile(rb"\s*<\?xml\s")
# A page says so at its start, or by its commonest elements near there.
_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:(?><!--.*?-->)\s*+){0,9}+(?:<!doctype\s+html|<html[\s>]|<head[\s>]|"
    r"<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4_096
# What browsers read under these names (WHATWG Encoding Standard, section 4.2).
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
# The languages that tell the encodings apart; the first encoding wins a tie.
_GUESSES = (
    ("cp1252", ("en", "fr", "de", "es", "it", "nl", "pt")),
    ("cp1256", ("ar", "fa")),
    ("cp1251", ("ru", "uk")),
    ("koi8-r", ("ru", "uk")),
    ("cp1254", ("tr",)),
    ("cp1255", ("he",)),
)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
# Words without a single Latin letter, and words of Latin letters with accents.
_FOREIGN = re.compile(rb"(?<![A-Za-z\x80-\xff])[\xc0-\xff]{3,}(?![A-Za-z\x80-\xff])")
_ACCENTED = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff][A-Za-z]")
_FEWEST_ZEROS = 4
"""Fewer NUL bytes say nothing of how a text is written."""
_SAMPLE = 100_000
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decode(data: bytes, *, path: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """The text, the name of its encoding (Python's) and what was wrong with the bytes.

    A byte order mark decides; then UTF-8; then UTF-16 without a mark; else the eight-bit encoding
    in which the commonest words of its languages are found most often, with a warning. The mark is
    no part of the text. A file that holds no text gives an empty text and an error.
    """
    if not data:
        message = f"“{path}” is empty: there is nothing to import."
        mend = "Paste the article's text into the file and import it again."
        return "", "utf-8", (_whole(EMPTY, path, message, mend),)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _declared(data[len(mark) :], encoding, path)
    unreadable, mend = _other_format(data)
    if unreadable:
        return _refused(path, unreadable, mend)
    if b"\x00" in data:
        return _wide_or_binary(data, path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, path)
    return text, "utf-8", _damaged(path, text, "utf-8")


def decode_page(data: bytes, *, path: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """As ``decode``, for a page that may declare its encoding.

    A byte order mark decides, then ``<meta charset>`` or the XML declaration, as the bytes bear it
    out: what is not valid in the declared encoding but is UTF-8 was saved anew by a browser, and
    what is declared UTF-8 and is not is read as if nothing were declared.
    """
    if not data or data.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS)):
        return decode(data, path=path)
    named = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    encoding = _python_name((named[1] or named[2]).decode("ascii")) if named else ""
    if not encoding or b"\x00" in data or _unwritten(data):
        return decode(data, path=path)
    if encoding == "utf-8" or not data.isascii():
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            if encoding == "utf-8":
                return decode(data, path=path)
        else:
            return text, "utf-8", _damaged(path, text, "utf-8")
    text = _text_in(data, encoding)
    return text, encoding, _damaged(path, text, encoding)


def is_page(text: str) -> bool:
    """Whether a text is a page of HTML by its beginning."""
    return _PAGE.match(text[:_DECLARED_WITHIN].lstrip("\ufeff")) is not None


def _python_name(name: str) -> str:
    try:
        known = codecs.lookup(name)
    except LookupError:
        return ""
    # Codecs such as rot13 and zip turn no bytes into text.
    text_encoding = getattr(known, "_is_text_encoding", True)
    found = _SUPERSETS.get(known.name, known.name) if text_encoding else ""
    return "" if found in {"utf-7", "idna", "punycode", "unicode_escape"} else found


def _text_in(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding.startswith("cp125"):
            return codecs.charmap_decode(data, "strict", _characters(encoding))[0]
        return data.decode(encoding, errors="replace")


def _unwritten(data: bytes) -> bool:
    return any(data.startswith(magic) for magic, _, _ in _FORMATS)


def _other_format(data: bytes) -> tuple[str, str]:
    """What the file is where it is known to be no text, and what to do; else twice ``""``."""
    for magic, name, mend in _FORMATS:
        if data.startswith(magic):
            return name, mend
    if _XML.match(data[:200]) and not _PAGE.match(data[:_DECLARED_WITHIN].decode("latin-1")):
        return "an XML document", _COPY
    return "", ""


def _refused(path: str, what: str, mend: str = _COPY) -> tuple[str, str, tuple[Diagnostic, ...]]:
    message = f"“{path}” is {what}, neither plain text nor Markdown nor a saved web page."
    return "", "binary", (_whole(NOT_PLAIN_TEXT, path, message, mend),)


def _whole(code: Code, path: str, message: str, mend: str) -> Diagnostic:
    return diagnose(code, SourceFile(path, ""), None, message, mend)


def _declared(body: bytes, encoding: str, path: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Text in the encoding that the byte order mark names."""
    text = body.decode(encoding, errors="replace")
    return text, encoding, _damaged(path, text, encoding)


def _wide_or_binary(data: bytes, path: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """NUL bytes: UTF-16 without a mark has them on one side of each pair, else it is binary."""
    sample = data[: _SAMPLE // 2 * 2]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if high > low else "utf-16-be"
    zeros = max(low, high)
    if min(low, high) == 0 and zeros >= _FEWEST_ZEROS and zeros * 5 >= len(sample) // 2:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            return _refused(path, "a binary file")
        return text, encoding, (_guess_warning(path, text, encoding, Span(0, 0)),)
    return _refused(path, "a binary file")


def _guessed(data: bytes, path: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Text that is not UTF-8: damaged UTF-8, an eight-bit encoding, or no text at all."""
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 200:
        return _refused(path, "a binary file")
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count(_REPLACEMENT)
    whole = len(mended) - len(mended.encode("ascii", errors="ignore")) - broken
    if whole >= 4 * broken:
        return mended, "utf-8", _damaged(path, mended, "utf-8")
    encoding = _fitting(sample)
    text, _ = codecs.charmap_decode(data, "strict", _characters(encoding))
    match = _BEYOND_ASCII.search(data)
    first = match.start() if match else 0
    return text, encoding, (_guess_warning(path, text, encoding, Span(first, first + 1)),)


def _fitting(sample: bytes) -> str:
    """The encoding in which the sample holds most common words of the languages written in it."""
    scores = {
        encoding: max(
            common_words(sample.decode(encoding, errors="replace"), tag) for tag in languages
        )
        for encoding, languages in _GUESSES
    }
    if not any(scores.values()) and len(_FOREIGN.findall(sample)) > len(_ACCENTED.findall(sample)):
        return "cp1256"
    return max(scores, key=lambda encoding: scores[encoding])


def _characters(encoding: str) -> str:
    """The 256 characters of an encoding; a byte that it leaves open keeps its number."""
    characters = []
    for byte in range(256):
        try:
            characters.append(bytes([byte]).decode(encoding))
        except UnicodeDecodeError:
            characters.append(chr(byte))
    return "".join(characters)


def _guess_warning(path: str, text: str, encoding: str, span: Span) -> Diagnostic:
    excerpt = " ".join(text[max(span.start - 20, 0) : span.start + 20].split())
    message = (
        f"“{path}” does not say how its letters are encoded; it was read as {encoding}, "
        f"in which it holds “{excerpt}”."
    )
    mend = "If letters look wrong in the draft, save the file as UTF-8 and import it again."
    return diagnose(ENCODING_GUESSED, SourceFile(path, text), span, message, mend)


def _damaged(path: str, text: str, encoding: str) -> tuple[Diagnostic, ...]:
    """A warning where characters are broken: here, or before the file came here."""
    count = text.count(_REPLACEMENT)
    if not count:
        return ()
    at = text.index(_REPLACEMENT)
    message = (
        f"“{path}” was read as {encoding} and holds {count} broken "
        f"{'character' if count == 1 else 'characters'}, which the draft shows as “{_REPLACEMENT}”."
    )
    mend = "Correct them in the draft, or save the original as UTF-8 and import it again."
    span = Span(at, at + 1)
    return (diagnose(ENCODING_GUESSED, SourceFile(path, text), span, message, mend),)
