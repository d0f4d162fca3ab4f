"""What ``briefing init`` wrote, so that a later version can tell what was changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator import __version__

from .answers import Answers, WrongAnswerError

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = ".briefing-init.json"
"""The record's file name beside ``mkdocs.yml``; it belongs into the repository."""

VERSION: Final = 1


class RecordError(Exception):
    """There is no record that can be used; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Record:
    """The answers, and a digest of each file as it was written; ``generator`` is the version."""

    answers: Answers
    digests: Mapping[str, str]
    generator: str = __version__

    def to_bytes(self) -> bytes:
        """The record as it is stored: one file a line."""
        data = {
            "version": VERSION,
            "generator": self.generator,
            "answers": self.answers.to_json(),
            "files": dict(sorted(self.digests.items())),
        }
        return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()


def digest(content: bytes) -> str:
    """A file's digest; line ends do not matter, because git may change them."""
    return hashlib.blake2b(content.replace(b"\r\n", b"\n"), digest_size=16).hexdigest()


def read_record(folder: Path) -> Record:
    """The record in ``folder``.

    Raises:
        RecordError: there is none, or it is damaged or of a newer version.
    """
    try:
        data = json.loads((folder / NAME).read_bytes())
    except FileNotFoundError as error:
        raise RecordError(
            f"There is no {NAME} in {folder}: this site was not set up by `briefing init`."
        ) from error
    except (ValueError, RecursionError) as error:
        raise RecordError(f"{NAME} is damaged.") from error
    try:
        if data["version"] > VERSION:
            raise RecordError(f"{NAME} is of version {data['version']}, newer than {VERSION}.")
        digests = {str(path): str(value) for path, value in data["files"].items()}
        return Record(Answers.from_json(data["answers"]), digests, str(data["generator"]))
    except (KeyError, TypeError, ValueError, AttributeError, WrongAnswerError) as error:
        raise RecordError(f"{NAME} is damaged.") from error
