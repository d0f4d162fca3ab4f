"""What a newsroom says of itself when its site is set up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from generator.config import read_settings
from generator.diagnostics import SourceFile
from generator.records import Refusal, read_language

LONGEST_NAME: Final = 200  # characters


class Host(StrEnum):
    """Where the repository is: which workflows are written."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


class WrongAnswerError(Exception):
    """An answer cannot be used; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Answers:
    """``languages`` are BCP 47 tags, the site's own first; ``url`` may be ``""``."""

    name: str
    url: str = ""
    languages: tuple[str, ...] = ("en",)
    topics: tuple[str, ...] = ()
    host: Host = Host.GITHUB

    def to_json(self) -> dict[str, Any]:
        """The answers as they are recorded."""
        return {
            "name": self.name,
            "url": self.url,
            "languages": list(self.languages),
            "topics": list(self.topics),
            "host": self.host.value,
        }

    @classmethod
    def from_json(cls, data: Any) -> Answers:  # noqa: ANN401  what a JSON file holds
        """The recorded answers.

        Raises:
            KeyError, TypeError, ValueError, WrongAnswerError: they are damaged.
        """
        found = cls(
            str(data["name"]),
            str(data["url"]),
            tuple(map(str, data["languages"])),
            tuple(map(str, data["topics"])),
            Host(data["host"]),
        )
        return checked(found)


def checked(answers: Answers) -> Answers:
    """The answers in their canonical form.

    Raises:
        WrongAnswerError: one cannot be used.
    """
    name = " ".join(answers.name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise WrongAnswerError("A site needs a name: one line of printable characters.")
    try:
        languages = tuple(dict.fromkeys(map(read_language, answers.languages))) or ("en",)
    except Refusal as refusal:
        raise WrongAnswerError(
            f"A language is written as a tag (en, ar, pt-BR); one given is not, {refusal.reason}."
        ) from refusal
    topics = dict.fromkeys(" ".join(topic.split()) for topic in answers.topics)
    if any(not topic.isprintable() for topic in topics):
        raise WrongAnswerError("A topic is one line of printable characters.")
    return Answers(
        name,
        _address(answers.url.strip()),
        languages,
        tuple(topic for topic in topics if topic),
        answers.host,
    )


def _address(url: str) -> str:
    """The address with its slash, as the settings read it."""
    if not url:
        return ""
    if not url.isprintable() or '"' in url or "\\" in url:
        raise WrongAnswerError(f"{url!r} is no address of a site: https://desk.example/ is one.")
    settings, faults = read_settings(SourceFile("mkdocs.yml", f'site_name: x\nsite_url: "{url}"\n'))
    if faults or not settings.site_url:
        raise WrongAnswerError(f"{url!r} is no address of a site: https://desk.example/ is one.")
    return settings.site_url
