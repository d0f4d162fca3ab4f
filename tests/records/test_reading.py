from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.diagnostics import SourceFile, Span
from generator.records import (
    Composed,
    Kind,
    ListNode,
    MapNode,
    Node,
    Scalar,
    compose,
    items_of,
    plain,
    value_spans,
    yaml_quoted,
)
from generator.records.reading import LOADER, LoaderType

LOADERS = pytest.mark.parametrize("loader", [LOADER, yaml.SafeLoader], ids=["c", "python"])


def read(text: str, loader: LoaderType = LOADER, start: int = 0) -> Composed:
    return compose(SourceFile("a.md", text), Span(start, len(text)), loader)


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, ListNode):
        return [found for item in node.items for found in scalars(item)]
    return [found for entry in node.entries.values() for found in scalars(entry.value)]


def cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


@LOADERS
def test_every_scalar_is_text_as_written(loader: LoaderType) -> None:
    text = "a: NO\nb: 12:30\nc: 1e3\nd: 2021-09-14\ne: true\nf: 0o17\n"
    found = read(text, loader)
    assert found.faults == ()
    assert plain(found.root) == {
        "a": "NO",
        "b": "12:30",
        "c": "1e3",
        "d": "2021-09-14",
        "e": "true",
        "f": "0o17",
    }


@LOADERS
@pytest.mark.parametrize("value", ["", "~", "null", "Null", "NULL", '""', "' '", "# why"])
def test_a_value_can_be_absent(loader: LoaderType, value: str) -> None:
    root = read(f"a: {value}\nb: x\n", loader).root
    assert root.value("a") is None
    assert plain(root) == {"b": "x"}


def test_null_is_a_surname_in_a_list() -> None:
    assert plain(read("a: [Null, ~, '', x]\n").root) == {"a": ["Null", "x"]}


@LOADERS
@pytest.mark.parametrize(
    ("prefix", "ends"),
    [("", "\n"), ("---\n", "\n"), ("\ufeff---\r\n", "\r\n"), ("Ж😀\r", "\r"), ("\ufeff", "\n")],
)
def test_places_are_exact(loader: LoaderType, prefix: str, ends: str) -> None:
    lines = [
        "é😀: ünï",
        "b: 'x😀'",
        'c: "y"',
        "d: [p, 'q']",
        "e:",
        "  - r",
        "  - f: s # no",
        "g: t",
    ]
    text = prefix + ends.join(lines) + ends
    found = read(text, loader, len(prefix))
    assert found.faults == ()
    assert [node.text for node in scalars(found.root)] == [
        "ünï",
        "x😀",
        "y",
        "p",
        "q",
        "r",
        "s",
        "t",
    ]
    assert all(cut(text, node.span) == node.text for node in scalars(found.root))
    assert all(cut(text, entry.key_span) == key for key, entry in found.root.entries.items())


@LOADERS
def test_a_byte_order_mark_within_the_text_moves_nothing(loader: LoaderType) -> None:
    text = "---\n\ufeff\ufeffa: b\nc: d\n"
    root = read(text, loader, 4).root
    assert [cut(text, node.span) for node in scalars(root)] == ["b", "d"]


@LOADERS
def test_places_of_lists_maps_and_blocks(loader: LoaderType) -> None:
    text = "a: [x,  y ]\nb:\n  c: d\n\n\ne: >\n  one\n  two\n\nf: g\n"
    root = read(text, loader).root
    shown = {key: cut(text, entry.value.span) for key, entry in root.entries.items()}
    assert shown == {"a": "[x,  y ]", "b": "c: d", "e": ">\n  one\n  two", "f": "g"}
    assert root.value("e") == Scalar("one two\n", root.entries["e"].value.span)
    assert cut(text, dict(value_spans(root))["b.c"]) == "d"


@LOADERS
@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("a: b\nc: d\na: e\n", Kind.DUPLICATE_KEY, (3, 1)),
        ("x:\n  a: b\n  a: c\n", Kind.DUPLICATE_KEY, (3, 3)),
        ("a: &x b\n", Kind.ALIAS, (1, 4)),
        ("a: b\nc: *x\n", Kind.ALIAS, (2, 4)),
        ("a: b\nc: !y d\n", Kind.TAG, (2, 4)),
        ("a: !!python/name:os.system\n", Kind.TAG, (1, 4)),
        ("- a\n- b\n", Kind.NO_MAP, (1, 1)),
        ("only words\n", Kind.NO_MAP, (1, 1)),
        ("a: b\n---\nc: d\n", Kind.SYNTAX, (2, 1)),
        (f"a: {'[' * 40}\n", Kind.DEPTH, (1, 35)),
    ],
)
def test_what_is_not_plain_yaml_is_refused(
    loader: LoaderType, text: str, kind: Kind, place: tuple[int, int]
) -> None:
    found = read(text, loader)
    faults = [*found.faults, *(tag.fault() for tag in found.tags.values())]
    source = SourceFile("a.md", text)
    assert [(fault.kind, source.position(fault.span.start)) for fault in faults] == [(kind, place)]


@LOADERS
@pytest.mark.parametrize(
    ("text", "place", "words", "mend"),
    [
        ("t: Assad: the return\n", (1, 9), "'Assad: the return'", 't: "Assad: the return"'),
        ('t: "Foo" says bar\n', (1, 10), "'says bar'", "t: '\"Foo\" says bar'"),
        ("t: 'it's'\n", (1, 8), "closing quotation mark", 't: "it\'s"'),
        ('t: "Foo\nd: x\n', (1, 4), "never closed", '" behind'),
        ('t: "Foo\nd: "x"\n', (1, 4), "'Foo' is never closed", '" behind'),
        ("t: [Breaking] news\n", (1, 15), "closing bracket", 't: "[Breaking] news"'),
        ("t: [a\nd: x\n", (1, 4), "bracket [", "Put ]"),
        ("t: {a: b\nd: x\n", (1, 4), "bracket {", "Put }"),
        ("t: [a: b: c]\n", (1, 9), "comma", "commas"),
        ("t: *x* y\n", (1, 4), "begin with *", 't: "*x* y"'),
        ("t: @x\n", (1, 4), "begin with @", 't: "@x"'),
        ("t: `x`\n", (1, 4), "begin with `", 't: "`x`"'),
        ("t: %x\n", (1, 4), "begin with %", 't: "%x"'),
        ("t: >90% of\n", (1, 4), "begin with >", 't: ">90% of"'),
        ("t: ,x\n", (1, 4), "begin with ,", 't: ",x"'),
        ("t: }x\n", (1, 4), "begin with }", 't: "}x"'),
        ("t: {{ x }}\n", (1, 5), "'t: {{ x }}'", 't: "{{ x }}"'),
        ("t: - x\n", (1, 4), "list", "[one, two]"),
        ("t:x\nd: y\n", (1, 2), "space behind the colon", "t: x"),
        ("t x\nd: y\n", (1, 1), "'t x' is neither", "key, a colon"),
        ("t: y\nx\n", (2, 1), "'x' is neither", "key, a colon"),
        ("t: x\n d: y\n", (2, 3), "indented", "Begin it below"),
        ("\tt: x\n", (1, 1), "tab", "spaces"),
        ("t:\n\td: x\n", (2, 1), "tab", "spaces"),
        ("t:\n  a: x\n b: y\n", (3, 2), "in line with", "Indent"),
        ("t: x\n- y\n", (2, 1), "in line with", "Indent"),
        ('t: "a\\qb"\n', (1, 6), "'\\q'", "\\\\"),
        ("t: [a, b]]\n", (1, 10), "closing bracket", "quotation marks"),
    ],
)
def test_yaml_errors_are_plain_sentences(
    loader: LoaderType, text: str, place: tuple[int, int], words: str, mend: str
) -> None:
    faults = read(text, loader).faults
    assert [fault.kind for fault in faults] == [Kind.SYNTAX]
    assert SourceFile("a.md", text).position(faults[0].span.start) == place
    assert words in faults[0].message
    assert mend in faults[0].mend


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML's own scanner reads it as a key")
def test_a_colon_within_brackets() -> None:
    fault = read("t: [A B:, c]\n").faults[0]
    assert fault.span == Span(7, 8)
    assert "colon stands within brackets" in fault.message
    assert fault.mend.endswith('"A B:"')


@LOADERS
def test_a_broken_entry_leaves_the_others_readable(loader: LoaderType) -> None:
    text = "a: x: y\nb: 1\nc:\n  d: [e\nf: 2\ng: @h\n"
    found = read(text, loader)
    assert [fault.kind for fault in found.faults] == [Kind.SYNTAX] * 3
    assert plain(found.root) == {"b": "1", "f": "2"}
    assert {"a", "c", "g"} <= found.root.broken


def test_reading_gives_up_after_some_broken_entries() -> None:
    found = read("".join(f"k{number}: a: b\n" for number in range(50)))
    assert found.root.unreadable
    assert 1 < len(found.faults) < 50


def test_hostile_nesting_takes_no_time() -> None:
    for text in ("[" * 10_000, "a: " + "{" * 10_000, "- " * 10_000, "a:\n" + " -" * 10_000):
        assert read(text).faults


def test_text_alone_is_one_item() -> None:
    root = read("a: x\nb: [y, z]\n").root
    assert [len(items_of(root.value(key))) for key in ("a", "b", "c")] == [1, 2, 0]


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1
)
LINES = st.text(st.sampled_from("ab:#-[]{}\"'|>!&*%@`,? \t\r\n\ufeff\u2028é😀\x00\x85"))


@given(st.lists(st.tuples(st.from_regex(r"[a-z]{1,6}", fullmatch=True), WORDS), max_size=6))
def test_quoted_text_comes_back_with_its_place(pairs: list[tuple[str, str]]) -> None:
    given_pairs = {key: value for key, value in pairs if value.strip()}
    lines = [f"{key}: {yaml_quoted(value)}\n" for key, value in given_pairs.items()]
    text = "---\n" + "".join(lines)
    found = read(text, start=4)
    assert found.faults == ()
    assert plain(found.root) == given_pairs
    for node in scalars(found.root):
        assert cut(text, node.span).replace("''", "'") == node.text.replace("''", "'")


@given(LINES | st.text(), st.integers(0, 3))
@example("? a\n: b", 0)
@example("a: b\n\x85c", 0)
@example("%YAML 1.1\n---\na: b", 0)
@example("%TAG ! x\n", 0)
@example("!<", 0)
@example("a: !foo!bar x", 0)
@example("\ufeff\ufeff", 1)
def test_no_text_makes_reading_fail(text: str, start: int) -> None:
    source = SourceFile("a.md", text)
    start = min(start, len(text))
    for loader in (LOADER, yaml.SafeLoader):
        found = compose(source, Span(start, len(text)), loader)
        assert isinstance(found.root, MapNode)
        faults = [*found.faults, *(tag.fault() for tag in found.tags.values())]
        spans = [fault.span for fault in faults] + [node.span for node in scalars(found.root)]
        assert all(start <= span.start <= span.end <= len(text) for span in spans)
        assert all(fault.message for fault in faults)
