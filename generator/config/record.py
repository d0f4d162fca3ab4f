"""``mkdocs.yml`` as it is written: the keys that are used, their types and what they mean."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema

from generator.records import (
    Address,
    Kind,
    Language,
    Line,
    Record,
    Refusal,
    number_between,
    read_line,
    read_path,
    text_field,
)

from .age import Age

LONGEST_LABEL = 60
"""Most characters in a printed label."""

MOST_WORDS = 10_000
MOST_LATEST = 500
MOST_PAGES = 100_000
MOST_KILOBYTES = 100_000


def _read_folder(text: str) -> str:
    folder = text.strip().rstrip("/").removeprefix("./")
    if folder in {"", "."}:
        reason = "which is not a folder below that of mkdocs.yml"
        raise Refusal(Kind.PATH, reason, "Write the name of a folder, as in content")
    path = read_path(folder)
    if any(part.startswith(".") for part in path.split("/")):
        reason = "which begins with a dot: such folders are those of git and other programs"
        raise Refusal(Kind.PATH, reason, "Write the name of a folder, as in content")
    return path


def _read_label(text: str) -> str:
    label = read_line(text).rstrip(":：").rstrip()
    if not label or len(label) > LONGEST_LABEL:
        reason = f"which is not a label of 1 to {LONGEST_LABEL} characters"
        raise Refusal(Kind.LABEL, reason, "Write what stands in front of the colon")
    return label


def _read_age(text: str) -> Age:
    try:
        return Age.parse(text)
    except ValueError as error:
        reason = "which is no length of time"
        raise Refusal(Kind.NUMBER, reason, "Write P1Y, P6M, P2W or a number of days") from error


# As YAML 1.1 has them, which MkDocs reads.
_SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def _any_case(word: str) -> str:
    """A pattern of a word, in the dialect of JSON Schema, which has no flags."""
    return "".join(f"[{letter}{letter.upper()}]" for letter in word)


def _read_switch(text: str) -> bool:
    known = _SWITCH.get(text.strip().lower())
    if known is None:
        raise Refusal(Kind.TEXT, "which is neither true nor false", "Write true or false")
    return known


SAFE_ELEMENTS = (
    *("abbr", "b", "bdi", "br", "cite", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp"),
    *("rt", "ruby", "s", "samp", "small", "strong", "sub", "sup", "u", "var", "wbr"),
)
"""The elements of HTML that texts can be allowed: they hold words, load nothing, run nothing."""


def _read_element(text: str) -> str:
    name = text.strip().strip("<>").lower()
    if name not in SAFE_ELEMENTS:
        reason = "which is no element that can be allowed"
        raise Refusal(Kind.TEXT, reason, f"Choose among {', '.join(SAFE_ELEMENTS)}")
    return name


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _with_slash(address: str) -> str:
    return address if address.endswith("/") else f"{address}/"


_AGE_PATTERN = "^([0-9]{1,5}|[Pp]([0-9]{1,5}[YyMmWwDd]){1,4})$"

Folder = Annotated[str, text_field(_read_folder), WithJsonSchema({"type": "string"})]
Label = Annotated[str, text_field(_read_label), WithJsonSchema({"type": "string"})]
Labels = Annotated[
    tuple[Label, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
SiteAddress = Annotated[Address, AfterValidator(_with_slash)]
Switch = Annotated[
    bool,
    text_field(_read_switch),
    WithJsonSchema({"type": "boolean", "pattern": f"^({'|'.join(map(_any_case, _SWITCH))})$"}),
]
Words = Annotated[
    int,
    number_between(0, MOST_WORDS),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST_WORDS}),
]
Count = Annotated[
    int,
    number_between(1, MOST_LATEST),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_LATEST}),
]
Pages = Annotated[
    int,
    number_between(0, MOST_PAGES),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST_PAGES}),
]
Kilobytes = Annotated[
    int,
    number_between(0, MOST_KILOBYTES),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": MOST_KILOBYTES}),
]
Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
_ELEMENT = {"type": "string", "enum": list(SAFE_ELEMENTS)}
Elements = Annotated[
    tuple[Annotated[str, text_field(_read_element), WithJsonSchema(_ELEMENT)], ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [_ELEMENT, {"type": "array", "items": _ELEMENT}]}),
]
StaleAfter = Annotated[
    Age,
    text_field(_read_age),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": _AGE_PATTERN,
            "patternErrorMessage": "Write P1Y, P6M, P2W or a number of days.",
            "examples": ["P6M", "P1Y", 90],
        }
    ),
]


class BriefingRecord(Record):
    """What stands below ``extra.briefing``."""

    language: Language | None = Field(
        default=None,
        description="The language of texts that name none. Default: the theme's, else en.",
    )
    content_dir: Folder | None = Field(
        default=None, description="The folder of articles and registers. Default: content."
    )
    templates_dir: Folder | None = Field(
        default=None, description="The folder of page templates. Default: templates."
    )
    quotation_limit: Words | None = Field(
        default=None, description="Words that pages may quote of a text whose rights are quote."
    )
    latest: Count | None = Field(default=None, description="Briefings on the home page.")
    search_limit: Pages | None = Field(
        default=None,
        description="Generated pages above which the search box leads to the search page and "
        "Material's own index, one download that grows with the site, no longer holds them.",
    )
    stale_after: StaleAfter | None = Field(
        default=None,
        description="How old a figure, a role or background may be before check --stale lists it: "
        "an ISO 8601 duration or a number of days. Default: P1Y.",
    )
    data_licence: Line | None = Field(
        default=None,
        description="The licence of the data on figure pages: its address, or its name. Shown "
        "there, in the data as JSON and to search engines. Default: nothing is said.",
        examples=["https://creativecommons.org/licenses/by/4.0/"],
    )
    cards: Switch | None = Field(
        default=None,
        description="Whether each briefing gets a picture for those who share it, drawn from its "
        "headline and a key figure. Default: true.",
    )
    handbook: Switch | None = Field(
        default=None,
        description="Whether the generator's handbook is built with the site, below handbook/. "
        "Default: false; `briefing init` writes true.",
    )
    publish_to: Line | None = Field(
        default=None,
        description="Where briefing publish puts the site: a folder, gh-pages, artifact or "
        "user@host:path. Default: it must be said with --to.",
        examples=["gh-pages", "/srv/desk", "desk@desk.example:/srv/desk"],
    )
    page_limit: Kilobytes | None = Field(
        default=None,
        description="Size in kilobytes (1,000 bytes) above which a built page is not published; "
        "0 for no limit.",
    )
    gone: Lines = Field(
        default=(),
        description="Addresses below the site's that were taken down on purpose, so that "
        "publishing asks for no redirect; one that ends with a slash stands for all below it.",
    )
    html: Elements = Field(
        default=(),
        description="HTML elements that texts may hold, without attributes but the title of abbr "
        "and dfn; all other HTML is text. Needs the extra html. Default: none.",
        examples=[["sub", "sup"]],
    )
    read_more: dict[Language, Labels] = Field(
        default={}, description="Further labels of READ MORE lines, by language."
    )
    source_labels: dict[Language, Labels] = Field(
        default={}, description="Further labels of the printed source line, by language."
    )


class _MkDocsRecord(Record):
    """Keys of MkDocs, which knows more of them."""

    model_config = ConfigDict(extra="ignore", alias_generator=None)


class ThemeRecord(_MkDocsRecord):
    """What stands below ``theme``."""

    language: Language | None = None


class ExtraRecord(_MkDocsRecord):
    """What stands below ``extra``."""

    briefing: BriefingRecord = BriefingRecord()


class MkDocsRecord(_MkDocsRecord):
    """The whole of ``mkdocs.yml``."""

    site_name: Line | None = None
    site_url: SiteAddress | None = None
    site_description: Line | None = None
    docs_dir: Folder | None = None
    site_dir: Folder | None = None
    use_directory_urls: Switch | None = None
    theme: ThemeRecord = ThemeRecord()
    extra: ExtraRecord = ExtraRecord()
