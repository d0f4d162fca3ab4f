from __future__ import annotations

import datetime as dt

import pytest

from generator.config import Settings
from generator.diagnostics import Diagnostic
from generator.importing import import_file, import_text
from generator.model.document import (
    Block,
    Caption,
    Heading,
    List,
    Paragraph,
    ReadMore,
    SoftBreak,
    SourceLine,
    Text,
)
from generator.model.draft import Draft

FALLBACK = dt.date(2024, 5, 6)
BODY = "The ferry sank on Monday, and all of its passengers were brought ashore.\n"
DATED = "Ferry sinks off Example Town\n\n13 September 2021\n\n"


def run(
    text: str, path: str = "harbour-news.txt", language: str = "en"
) -> tuple[Draft, tuple[Diagnostic, ...]]:
    settings = Settings(language=language)
    return import_text(text, path=path, settings=settings, fallback_date=FALLBACK)


def words(block: Block) -> str:
    assert isinstance(block, Paragraph | Heading)
    return " ".join(inline.text for inline in block.inlines if isinstance(inline, Text))


def shapes(text: str) -> list[str]:
    draft, _ = run(DATED + text)
    return [type(block).__name__ for block in draft.blocks]


# Headline


def test_a_clean_text_gives_a_clean_draft() -> None:
    draft, found = run(DATED + BODY)
    assert found == ()
    assert list(draft.front_matter.items()) == [
        ("title", "Ferry sinks off Example Town"),
        ("date", "2021-09-13"),
        ("status", "draft"),
    ]
    assert [words(block) for block in draft.blocks] == [BODY.strip()]


@pytest.mark.parametrize(
    "title",
    [
        "Ferry sinks off Example Town",
        "Von der Leyen visits Example Town",
        "By 2030, every ferry shall be electric",
        "Minister returns to the U.S.",
        "Ferry sinks: what we know",
        "Why did the ferry sink?",
        "‘They left us’",
        "Harbour master says 'no danger'",
        "2021 in review",
        "غرق عبّارة قبالة المدينة",
        "渡轮在港口沉没",
        "Первый паром вышел в море",
        "A headline that is as long as the column is wide and therefore goes on\nin a second line",
    ],
)
def test_a_headline_is_a_short_first_line(title: str) -> None:
    draft, found = run(f"{title}\n\n{BODY}\n")
    assert draft.front_matter["title"] == title.replace("\n", " ")
    assert [item.code for item in found] == ["I005"]
    assert len(draft.blocks) == 1


@pytest.mark.parametrize(
    "first",
    [
        "The ferry sank on Monday.",
        "“The ferry sank.”",
        "غرقت العبّارة يوم الاثنين۔",
        "渡轮沉没。",
        "The harbour master said:",
        "Photo: Example Agency",
        "By Ada Example",
        "- a first item",
        "https://desk.example/ferry",
        "READ MORE: Another ferry",
        "Source: Example Desk",
        "word " * 30,
        "*****",
    ],
)
def test_a_first_line_of_another_kind_is_no_headline(first: str) -> None:
    draft, found = run(f"{first}\n\n{BODY}")
    assert draft.front_matter["title"] == "Harbour news"
    assert "I004" in [item.code for item in found]
    assert "title" in draft.front_matter["review"]
    assert len(draft.blocks) == 2


def test_a_first_line_without_a_blank_line_below_is_no_headline() -> None:
    draft, _ = run("The ferry sank off\nExample Town on Monday and was lost.\n\nMore.\n")
    assert draft.front_matter["title"] == "Harbour news"


def test_a_text_of_one_line_is_text() -> None:
    draft, _ = run("Ferry sinks off Example Town")
    assert [words(block) for block in draft.blocks] == ["Ferry sinks off Example Town"]


def test_a_headline_printed_twice_is_one_headline() -> None:
    draft, _ = run("Ferry sinks\n\n13 September 2021\n\nFerry  sinks\n\n" + BODY)
    assert draft.front_matter["title"] == "Ferry sinks"
    assert len(draft.blocks) == 1


def test_the_headline_further_down_stays() -> None:
    draft, _ = run(f"Ferry sinks\n\n{BODY}\nFerry sinks\n\n{BODY}")
    assert [words(block) for block in draft.blocks][1] == "Ferry sinks"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("new-bridge_2021.txt", "New bridge 2021"),
        ("C:\\Users\\Ada\\My Article.txt", "My Article"),
        ("folder/ü.txt", "Ü"),
        ("2021-09-13.txt", "Untitled 2021 09 13"),
        ("-", "Untitled"),
    ],
)
def test_without_a_headline_the_file_names_the_draft(path: str, title: str) -> None:
    assert run(BODY, path)[0].front_matter["title"] == title


# Paragraphs, headings, lists


def test_wrapped_lines_are_one_paragraph_with_soft_breaks() -> None:
    draft, _ = run(DATED + "The ferry sank on Monday\r\n  in the harbour.\r\n \t\r\nMore.")
    first, second = draft.blocks
    assert isinstance(first, Paragraph)
    assert [type(inline) for inline in first.inlines] == [Text, SoftBreak, Text]
    assert words(first) == "The ferry sank on Monday in the harbour."
    assert words(second) == "More."


def test_unwrapped_lines_are_a_paragraph_each() -> None:
    long = "The ferry sank on Monday. " * 6
    draft, _ = run(f"Ferry sinks\n{long}\nWhat now\n{long}\n")
    assert draft.front_matter["title"] == "Ferry sinks"
    assert [type(block) for block in draft.blocks] == [Paragraph, Heading, Paragraph]


@pytest.mark.parametrize(
    "line", ["Minister calls for calm", "What 2 ferries carried", "ردود الفعل"]
)
def test_a_title_like_line_between_paragraphs_is_a_heading(line: str) -> None:
    draft, _ = run(f"{DATED}{BODY}\n{line}\n\n{BODY}")
    heading = draft.blocks[1]
    assert isinstance(heading, Heading)
    assert (heading.level, words(heading)) == (2, line)


@pytest.mark.parametrize(
    "line",
    [
        "The minister said:",
        "and so it went",
        "Nobody was hurt.",
        "Was it safe?",
        "By Ada Example",
        "By Ada Example and Ben Example",
        "Photo: Example Agency",
        "https://desk.example",
        "1. First",
        "* * *",
        "A line that has many more words than any sub-heading that was ever printed in a paper",
    ],
)
def test_other_short_lines_are_paragraphs(line: str) -> None:
    assert shapes(f"{BODY}\n{line}\n\n{BODY}") == ["Paragraph"] * 3


def test_a_heading_needs_text_above_and_below() -> None:
    assert shapes(f"Minister calls for calm\n\n{BODY}") == ["Paragraph", "Paragraph"]
    assert shapes(f"{BODY}\nMinister calls for calm\n") == ["Paragraph", "Paragraph"]
    assert shapes(f"{BODY}\nOne name\n\nAnother name\n\nSource: Desk") == [
        *["Paragraph"] * 3,
        "SourceLine",
    ]


@pytest.mark.parametrize(
    ("text", "start", "tight", "items"),
    [
        ("- one\n- two\n- three", None, True, 3),
        ("• one\n• two\n  goes on", None, True, 2),
        ("1. one\n2. two", 1, True, 2),
        ("3) one\n4) two", 3, True, 2),
        ("- one\n\n- two\n\n- three", None, False, 3),
    ],
)
def test_clear_lists_are_lists(text: str, start: int | None, tight: bool, items: int) -> None:  # noqa: FBT001 - a parameter of the test
    draft, _ = run(f"{DATED}{BODY}\n{text}\n\n{BODY}")
    block = draft.blocks[1]
    assert isinstance(block, List)
    assert (block.start, block.tight, len(block.items)) == (start, tight, items)


def test_a_list_may_have_a_lead_in() -> None:
    assert shapes("It carried:\n- cars\n- people\n") == ["Paragraph", "List"]


@pytest.mark.parametrize(
    "text",
    ["- alone", "1. one\n3. three", "– Hello\n– Hello yourself", "- one\n• two", "1945. A year"],
)
def test_what_is_not_clearly_a_list_is_text(text: str) -> None:
    assert shapes(f"{text}\n\n{BODY}") == ["Paragraph", "Paragraph"]


# Printed lines


@pytest.mark.parametrize(
    ("line", "label", "title", "target"),
    [
        ("READ MORE: What sank the ferry", "READ MORE", "What sank the ferry", ""),
        ("Read More : What sank the ferry?", "Read More", "What sank the ferry?", ""),
        ("LIRE AUSSI: Le ferry", "LIRE AUSSI", "Le ferry", ""),
        ("اقرأ أيضا: العبّارة", "اقرأ أيضا", "العبّارة", ""),
        (
            "READ MORE: [Ferry](https://desk.example/f)",
            "READ MORE",
            "Ferry",
            "https://desk.example/f",
        ),
    ],
)
def test_read_more_lines(line: str, label: str, title: str, target: str) -> None:
    draft, _ = run(f"{DATED}{BODY}\n{line}\n\n{BODY}")
    block = draft.blocks[1]
    assert isinstance(block, ReadMore)
    assert (block.label, block.title, block.target) == (label, title, target)


def test_a_read_more_line_within_a_passage_stands_alone() -> None:
    assert shapes("The ferry sank.\nREAD MORE: Why\nIt was old.\n") == [
        "Paragraph",
        "ReadMore",
        "Paragraph",
    ]


def test_a_label_without_a_title_is_text() -> None:
    assert shapes("READ MORE:\n\n" + BODY) == ["Paragraph", "Paragraph"]


@pytest.mark.parametrize(
    ("line", "publisher", "agencies", "url"),
    [
        ("Source: Example Desk and agencies", "Example Desk", None, None),
        ("SOURCE: Example Desk", "Example Desk", None, None),
        ("Source: Example Desk, Reuters and AFP", "Example Desk", ("Reuters", "AFP"), None),
        ("Quelle: Beispielblatt und Agenturen", "Beispielblatt", None, None),
        ("المصدر: الجزيرة + وكالات", "الجزيرة", None, None),
        ("Source: agencies", None, None, None),
        ("Source: https://a@b/", None, None, None),
        (
            "Source: Example Desk (https://desk.example/1).",
            "Example Desk",
            None,
            "https://desk.example/1",
        ),
    ],
)
def test_the_source_line_names_publisher_and_agencies(
    line: str, publisher: str | None, agencies: tuple[str, ...] | None, url: str | None
) -> None:
    draft, _ = run(f"{DATED}{BODY}\n{line}")
    source = draft.front_matter.get("source", {})
    assert isinstance(draft.blocks[-1], SourceLine)
    assert not isinstance(source, str | tuple)
    assert (source.get("publisher"), source.get("agencies"), source.get("url")) == (
        publisher,
        agencies,
        url,
    )


def test_a_publisher_without_an_address_is_to_be_completed() -> None:
    draft, (warning,) = run(f"{DATED}{BODY}\nSource: Example Desk and agencies")
    assert draft.front_matter["review"] == ("source",)
    assert (warning.code, warning.line, warning.column) == ("I006", 7, 1)


CAPTION = "The ferry in 2019."
CREDITED = "The ferry in 2019. (Ada Example/Example Agency)"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("order", [(CAPTION, CREDITED), (CREDITED, CAPTION)])
def test_a_caption_printed_twice_is_one_caption(order: tuple[str, str], between: str) -> None:
    draft, _ = run(f"{DATED}{between.join(order)}\n\n{BODY}")
    caption = draft.blocks[0]
    assert isinstance(caption, Caption)
    assert (caption.text, caption.credit) == (CAPTION, "Ada Example/Example Agency")
    assert len(draft.blocks) == 2


@pytest.mark.parametrize("second", [CAPTION, CAPTION + " More.", CAPTION + " ()"])
def test_other_repeated_lines_stay(second: str) -> None:
    found = shapes(f"{CAPTION}\n\n{second}\n\n{BODY}")
    assert len(found) == 3
    assert "Caption" not in found


STANDFIRST = "The ferry that Mr. Example built was lost in a storm off the U.S. coast."


def test_one_sentence_ahead_of_the_caption_is_the_summary_and_stays() -> None:
    draft, _ = run(f"{STANDFIRST}\n\n{CAPTION}\n{CREDITED}\n\n{BODY}")
    assert draft.front_matter["summary"] == STANDFIRST
    assert words(draft.blocks[0]) == STANDFIRST


@pytest.mark.parametrize(
    "first", ["It sank. It was lost.", "Lost", CREDITED, "Long " * 100 + "sentence."]
)
def test_other_first_paragraphs_are_no_summary(first: str) -> None:
    draft, _ = run(f"{DATED}{first}\n\n{CAPTION}\n{CREDITED}\n\n{BODY}")
    assert "summary" not in draft.front_matter


def test_no_caption_no_summary() -> None:
    assert "summary" not in run(f"{DATED}{STANDFIRST}\n\n{BODY}")[0].front_matter


# Whole texts


def test_the_language_is_given_where_it_is_not_the_sites() -> None:
    french = "Le ferry a coulé dans le port, selon les autorités, et il est perdu pour la ville.\n"
    assert run(f"{DATED}{french}")[0].front_matter["language"] == "fr"
    assert "language" not in run(f"{DATED}{french}", language="fr")[0].front_matter


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff\u200b\n", "\x00\x00"])
def test_a_text_without_words_is_an_error(text: str) -> None:
    draft, found = run(text)
    assert [item.code for item in found] == ["I002"]
    assert draft.blocks == ()


def test_control_characters_are_left_out_with_a_warning() -> None:
    draft, (warning,) = run(f"{DATED}The fer\x07ry sank\x0bon Monday.\x1b\n")
    assert words(draft.blocks[0]) == "The ferry sank on Monday."
    assert (warning.code, warning.line, warning.column) == ("I007", 5, 8)
    assert "U+0007" in warning.message


def test_markup_in_the_text_is_text() -> None:
    line = "[A]{.actor} <b>*b*</b> `c` \\d ::: {#x} & &amp; | _e_"
    draft, _ = run(f"{DATED}{line}\n")
    assert words(draft.blocks[0]) == line


def test_a_file_is_decoded_and_read() -> None:
    data = (DATED + "The café was closed, and the owner left.\n").encode("cp1252")
    draft, found = import_file(data, path="a.txt", settings=Settings(), fallback_date=FALLBACK)
    assert [item.code for item in found] == ["I003"]
    assert "café" in words(draft.blocks[0])


def test_a_binary_file_gives_nothing_but_its_error() -> None:
    draft, found = import_file(
        b"\x89PNG\r\n\x00", path="a.png", settings=Settings(), fallback_date=FALLBACK
    )
    assert [item.code for item in found] == ["I001"]
    assert draft == Draft({}, ())
