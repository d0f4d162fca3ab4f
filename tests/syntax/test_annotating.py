from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.diagnostics import Span, apply_edits
from generator.model.annotation import Kind
from generator.model.article import Article
from generator.model.edtf import Edtf
from generator.model.quantity import Qualifier, Quantity
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.syntax.annotating import Markup, annotation_edits, without_markup
from generator.syntax.found_text import parse_found_text

SETTINGS = Settings()
DAY = dt.date(2024, 3, 5)
KNOWN = {"Ada Example": "ada-example", "Port Example": "port-example"}


def read(text: str) -> Article:
    return parse_found_text("text.md", text, SETTINGS, title="Harbour", date=DAY)[0]


def said(kind: str, words: str, text: str, **rest: object) -> Suggestion:
    start = text.index(words)
    given = {"confidence": 0.9, **rest}
    return Suggestion(SuggestionKind(kind), Span(start, start + len(words)), words, **given)  # type: ignore[arg-type]


def annotate(
    text: str, suggestions: Iterable[Suggestion], rejected: Iterable[Suggestion] = ()
) -> tuple[str, Markup]:
    markup = annotation_edits(
        read(text),
        suggestions,
        settings=SETTINGS,
        looks_up=lambda _, words: KNOWN.get(words, ""),
        rejected=rejected,
    )
    return apply_edits(text, markup.edits), markup


def test_a_name_that_looks_up_needs_no_reference() -> None:
    text = "Ada Example met the mayor."
    items = [
        said("actor", "Ada Example", text, ref="ada-example"),
        said("actor", "the mayor", text, ref="bob-example", role="host of the day"),
    ]

    assert annotate(text, items)[0] == (
        '[Ada Example]{.actor} met [the mayor]{.actor ref=bob-example role="host of the day"}.'
    )


def test_suggestions_nest_and_may_share_an_end() -> None:
    text = "Ada Example said Port Example is open"
    items = [
        said("place", "Port Example", text, ref="port-example"),
        said("claim", text, text, by="ada-example"),
        said("actor", "Ada Example", text, ref="ada-example"),
        said("event", "Port Example is open", text, date=Edtf.parse("2024-03-04")),
    ]

    assert annotate(text, items)[0] == (
        "[[Ada Example]{.actor} said [[Port Example]{.place} is open]{.event date=2024-03-04}]"
        "{.claim by=ada-example}"
    )


@pytest.mark.parametrize(
    ("words", "quantity", "markup"),
    [
        (
            "some 40 boats",
            Quantity(Decimal(40), "boats", Qualifier.ABOUT),
            "[some 40 boats]{.figure}",
        ),
        (
            "40 boats",
            Quantity(Decimal(40), "boats", Qualifier.AT_LEAST),
            "[40 boats]{.figure qualifier=at-least}",
        ),
        (
            "40 boats",
            Quantity(Decimal(40), "fishing boats"),
            '[40 boats]{.figure unit="fishing boats"}',
        ),
        (
            "a few boats",
            Quantity(Decimal("3.50"), "boats"),
            "[a few boats]{.figure value=3.5 unit=boats}",
        ),
        (
            "3 to 5 boats",
            Quantity(None, "boats", Qualifier.BETWEEN, Decimal(3), Decimal(6)),
            "[3 to 5 boats]{.figure low=3 high=6}",
        ),
    ],
)
def test_only_what_the_words_do_not_say_is_written(
    words: str, quantity: Quantity, markup: str
) -> None:
    text = f"There were {words} here."
    written, _ = annotate(text, [said("figure", words, text, quantity=quantity)])

    assert written == f"There were {markup} here."
    assert read(written).document.annotations[0].quantity == quantity


def test_a_quantity_that_attributes_cannot_say_is_refused() -> None:
    text = "There were 40 boats."
    item = said("figure", "40 boats", text, quantity=Quantity(None, "boats"))

    written, markup = annotate(text, [item])

    assert written == text
    assert [entry.suggestion for entry in markup.refused] == [item]


def test_a_date_is_written_where_the_words_give_another() -> None:
    text = "It closed on Monday and in 2011."
    items = [
        said("event", "on Monday", text, date=Edtf.parse("2024-03-04")),
        said("event", "in 2011", text, date=Edtf.parse("2011-05"), label="The port shuts"),
    ]

    assert annotate(text, items)[0] == (
        'It closed [on Monday]{.event} and [in 2011]{.event date=2011-05 label="The port shuts"}.'
    )


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("He said [it] is", "said [it] is", "He [said [it] is]{.claim}"),
        ("He said [it is", "said [it is", "He [said \\[it is]{.claim}"),
        ("He] said it", "He] said", "[He\\] said]{.claim} it"),
        ("a `]` b", "`]` b", "a [`]` b]{.claim}"),
        ("a \\] b", "\\] b", "a [\\] b]{.claim}"),
        ("Hey!you said", "you", "Hey![you]{.claim} said"),
        ("*He said* it", "He said", "*[He said]{.claim}* it"),
        ("> one\n> two three", "one\n> two", "> [one\n> two]{.claim} three"),
        ("| a | b |\n|---|---|\n| c | d |", "c", "| a | b |\n|---|---|\n| [c]{.claim} | d |"),
        ("## A harbour", "harbour", "## A [harbour]{.claim}"),
        ("\ufeffHe said", "He", "\ufeff[He]{.claim} said"),
        ("one\r\ntwo", "one\r\ntwo", "[one\r\ntwo]{.claim}"),
        ("[He]{.actor} said", "[He]{.actor} said", "[[He]{.actor} said]{.claim}"),
    ],
)
def test_signs_within_keep_their_meaning(text: str, words: str, written: str) -> None:
    assert annotate(text, [said("claim", words, text)])[0] == written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*He* said", "He* said"),
        ("`He said`", "He"),
        ("![He](he.png)", "He"),
        ("[He said](page.md)", "said](page"),
        ("READ MORE: He said", "He said"),
        ("He said\n\nand more", "said\n\nand"),
        ("[He]{.actor} said", "He]{.actor} said"),
        ("a &amp; b", "amp; b"),
        ("one  two", " two"),
    ],
)
def test_what_would_change_the_reading_is_refused(text: str, words: str) -> None:
    item = said("claim", words, text)

    written, markup = annotate(text, [item])

    assert written == text
    assert [entry.suggestion for entry in markup.refused] == [item]
    assert markup.refused[0].reason


def test_one_bad_suggestion_spoils_no_other() -> None:
    text = "*Ada* Example said 40 boats came on Monday"
    items = [
        said("actor", "Ada* Example", text),
        said("event", "on Monday", text),
        said("figure", "40 boats", text),
    ]

    written, markup = annotate(text, items)

    assert written == "*Ada* Example said [40 boats]{.figure} came [on Monday]{.event}"
    assert [entry.suggestion.kind for entry in markup.refused] == ["actor"]
    assert [written[slice(*span)] for _, span in markup.places] == [
        "[40 boats]{.figure}",
        "[on Monday]{.event}",
    ]


def test_of_two_that_cross_the_more_certain_is_written() -> None:
    text = "one two three"
    items = [
        said("claim", "one two", text, confidence=0.5),
        said("event", "two three", text, confidence=0.6, date=Edtf.parse("2024")),
    ]

    assert annotate(text, items)[0] == "one [two three]{.event date=2024}"
    assert annotate(text, items[:1], [items[1]])[0] == "[one two]{.claim} three"


def test_rejected_words_are_plain_unless_they_are_annotated() -> None:
    text = "Port Example and Ada Example"
    rejected = [said("actor", "Port Example", text), said("actor", "Ada Example", text)]
    accepted = [said("place", "Port Example", text, ref="port-example")]

    assert annotate(text, accepted, rejected)[0] == (
        "[Port Example]{.place} and [Ada Example]{.plain}"
    )


def test_a_shared_name_is_written_only_once_somebody_chose() -> None:
    text = "Ada came"
    item = said("actor", "Ada", text, candidates=("ada-example", "ada-other"))

    assert annotate(text, [item])[0] == text
    assert "ada-other" in annotate(text, [item])[1].refused[0].reason


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("a\n\nb\nc\n\nd", "b\nc", "a\n\n::: {.background}\nb\nc\n:::\n\nd"),
        ("a\n\nb", "b", "a\n\n::: {.background}\nb\n:::"),
        ("b\n\na\n", "b\n", "::: {.background}\nb\n:::\n\na\n"),
        ("a\r\n\r\nb\r\n", "b", "a\r\n\r\n::: {.background}\r\nb\r\n:::\r\n"),
        ("# A\nb", "b", "# A\n\n::: {.background}\nb\n:::"),
        ("a\n\nb\n\nc\n\nd", "b\n\nc", "a\n\n::: {.background}\nb\n\nc\n:::\n\nd"),
    ],
)
def test_background_is_a_block_of_whole_paragraphs(text: str, words: str, written: str) -> None:
    assert annotate(text, [said("background", words, text)])[0] == written


@pytest.mark.parametrize(
    ("text", "words"), [("a b", "b"), ("- b\n- c", "b"), ("> b", "> b"), ("a\nb", "b")]
)
def test_part_of_a_paragraph_is_no_background(text: str, words: str) -> None:
    if text.startswith(">"):
        assert annotate(text, [said("background", words, text)])[0].endswith("\n> b\n:::")
    else:
        assert annotate(text, [said("background", words, text)])[0] == text


def test_annotations_stand_within_a_background_block() -> None:
    text = "Ada Example\n\nIn 2011 it closed."
    items = [
        said("event", "In 2011", text, date=Edtf.parse("2011")),
        said("background", "In 2011 it closed.", text),
    ]

    assert annotate(text, items)[0] == (
        "Ada Example\n\n::: {.background}\n[In 2011]{.event} it closed.\n:::"
    )


def test_front_matter_and_words_that_moved_are_refused() -> None:
    text = "Ada Example"
    moved = Suggestion(SuggestionKind.ACTOR, Span(1, 4), "Ada", 1.0)
    beyond = Suggestion(SuggestionKind.ACTOR, Span(4, 40), "Example", 1.0)
    empty = Suggestion(SuggestionKind.ACTOR, Span(4, 4), "", 1.0)

    assert annotate(text, [moved, beyond, empty])[0] == text


SIGNS = "ab []{}()*_`\\!<>|&;:#-.\n\r\t'\"1é\u05d0"
KINDS = [kind for kind in SuggestionKind if kind is not SuggestionKind.READ_MORE]


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Suggestion], list[Suggestion]]:
    text = draw(
        st.one_of(
            st.text(SIGNS, min_size=1, max_size=40),
            st.lists(
                st.sampled_from(
                    [
                        "Ada Example",
                        " said ",
                        "[x]",
                        "*",
                        "**",
                        "\n\n",
                        "\n",
                        "- ",
                        "> ",
                        "`",
                        "40 ",
                        "[a]{.actor}",
                        "::: background\n",
                        "\n:::\n",
                        "[y](z)",
                        "boats ",
                        "!",
                    ]
                ),
                min_size=1,
                max_size=15,
            ).map("".join),
        )
    )
    places = st.integers(0, len(text))
    found = []
    for _ in range(draw(st.integers(1, 5))):
        start, end = sorted((draw(places), draw(places)))
        item = Suggestion(
            draw(st.sampled_from(KINDS)),
            Span(start, end),
            text[start:end],
            draw(st.sampled_from([0.3, 0.6, 0.9])),
            ref=draw(st.sampled_from(["", "ada-example"])),
            by=draw(st.sampled_from(["", "Ada ]Example", 'say "x"|'])),
        )
        found.append(item)
    cut = draw(st.integers(0, len(found)))
    return text, found[:cut], found[cut:]


@given(cases())
def test_words_stay_and_annotations_grow_by_what_was_written(
    case: tuple[str, list[Suggestion], list[Suggestion]],
) -> None:
    text, accepted, rejected = case

    written, markup = annotate(text, accepted, rejected)

    before, after = read(text).document, read(written).document
    assert without_markup(after) == without_markup(before)
    inline = [item for item in markup.written if item.kind is not SuggestionKind.BACKGROUND]
    blocks = len(markup.written) - len(inline)
    assert len(after.annotations) == len(before.annotations) + len(inline) + len(markup.plain)
    assert len(after.divisions) == len(before.divisions) + blocks
    plain = [item for item in after.annotations if item.kind is Kind.PLAIN]
    assert len(plain) == len(markup.plain)
    left = len(markup.written) + len(markup.plain) + len(markup.refused)
    assert left <= len(accepted) + len(rejected)


@given(cases())
def test_no_new_annotation_crosses_an_old_one(
    case: tuple[str, list[Suggestion], list[Suggestion]],
) -> None:
    text, accepted, rejected = case

    after = read(annotate(text, accepted, rejected)[0]).document

    spans = [item.span for item in after.annotations]
    for one in spans:
        for two in spans:
            assert (
                one.end <= two.start
                or two.end <= one.start
                or one.contains(two)
                or two.contains(one)
            )


def test_thousands_of_suggestions_and_brackets_take_no_time() -> None:
    text = "Ada Example said. " * 400 + "[" * 5000
    starts = range(0, 400 * 18, 18)
    items = [
        Suggestion(SuggestionKind.ACTOR, Span(at, at + 11), "Ada Example", 0.9, ref="ada-example")
        for at in starts
    ]

    written, markup = annotate(text, items)

    assert not markup.refused
    assert written.count("{.actor}") == 400
