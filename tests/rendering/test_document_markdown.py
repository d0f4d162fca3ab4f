from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.model.annotation import Annotation, Kind, Quotation
from generator.model.document import (
    Annotated,
    Attribute,
    Block,
    Caption,
    Code,
    CodeBlock,
    Division,
    Emphasis,
    HardBreak,
    Heading,
    Image,
    Inline,
    Link,
    List,
    Paragraph,
    Quote,
    ReadMore,
    Rule,
    SoftBreak,
    SourceLine,
    Table,
    Text,
)
from generator.rendering.document import Surroundings, first_paragraph, write_blocks
from generator.rendering.escaping import one_line
from generator.rendering.links import external

HERE = Span(0, 0)
parser = markdown.Markdown(extensions=["attr_list", "md_in_html", "tables", "toc"])


def text(content: str) -> Text:
    return Text(HERE, content)


def para(*parts: str | Inline) -> Paragraph:
    return Paragraph(HERE, tuple(text(item) if isinstance(item, str) else item for item in parts))


def bullets(*items: tuple[Block, ...], start: int | None = None, tight: bool = True) -> List:
    return List(HERE, start, tight, items)


def annotated(kind: Kind, number: int, *inlines: Inline) -> Annotated:
    return Annotated(HERE, inlines, (kind.value,), "", (), number)


def annotation(kind: Kind, number: int, content: str, **attributes: str) -> Annotation:
    return Annotation(
        kind=kind,
        number=number,
        anchor=f"{kind}-{number}",
        span=HERE,
        text_span=HERE,
        text=content,
        quotation=Quotation(content),
        sentence=content,
        attributes=tuple(Attribute(key, value, HERE, HERE) for key, value in attributes.items()),
    )


def made(
    *blocks: Block, annotations: tuple[Annotation, ...] = (), around: Surroundings | None = None
) -> str:
    """The HTML of blocks, within the element that a template puts around them."""
    body = write_blocks(blocks, annotations, around or Surroundings(link=external))
    parser.reset()
    page = parser.convert(f'<div markdown="block">\n\n{body}\n\n</div>')
    match = re.fullmatch(r"<div>\s*(.*?)\s*</div>", page, re.DOTALL)
    assert match
    return re.sub(r"\n\s*", "", match[1])


class Words(HTMLParser):
    """The text of HTML and the names of its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.elements: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag in {"br", "li", "p", "td", "th"}:
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


def test_lists_nest_and_neighbours_stay_apart() -> None:
    inner = bullets((para("c"),), (para("d"),), start=1)
    page = made(
        bullets((para("a"),), (para("b"), inner)),
        bullets((para("e"),)),
        bullets((para("f"),), start=1),
    )
    assert page == (
        "<ul><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li></ul><!-- -->"
        "<ul><li>e</li></ul><!-- --><ol><li>f</li></ol>"
    )  # fmt: skip


def test_a_list_starts_where_it_says() -> None:
    page = made(bullets((para("a"),), (para("b"), bullets((para("c"),))), start=5))
    assert page == (
        '<ol start="5"><li><div><p>a</p></div></li>'
        "<li><div><p>b</p><ul><li>c</li></ul></div></li></ol>"
    )


def test_a_loose_item_keeps_its_paragraphs() -> None:
    page = made(bullets((para("a"), para("b")), (para("c"),)))
    assert page == "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"


def test_quotations_hold_blocks() -> None:
    page = made(Quote(HERE, (para("a"), Quote(HERE, (para("b"), bullets((para("c"),)))))))
    assert page == (
        "<blockquote><p>a</p><blockquote><p>b</p><ul><li>c</li></ul></blockquote></blockquote>"
    )


def own(anchor: str, text: str) -> str:
    """A heading's link to itself."""
    return f'<a class="bf-anchor" href="#{anchor}">{text}</a>'


def test_headings_leave_the_first_level_to_the_page() -> None:
    page = made(
        Heading(HERE, 1, (text("One #"),)),
        Heading(HERE, 3, (text("{#two}"),), "own-id"),
        Heading(HERE, 3, (text("Three"),), "own-id"),
        Heading(HERE, 6, (text("Four"),), 'x" onclick="y'),
    )
    assert page == (
        f'<h2 id="section-1">{own("section-1", "One #")}</h2>'
        f'<h4 id="section-own-id">{own("section-own-id", "{#two}")}</h4>'
        f'<h4 id="section-own-id-3">{own("section-own-id-3", "Three")}</h4>'
        f'<h6 id="section-4">{own("section-4", "Four")}</h6>'
    )
    around = Surroundings(level=4, prefix="in-x")
    assert made(Heading(HERE, 2, (text("A"),)), around=around) == (
        f'<h4 id="in-x-1">{own("in-x-1", "A")}</h4>'
    )


def test_code_keeps_every_character() -> None:
    code = CodeBlock(HERE, "  if a < b:\n\n\t`x` &copy; {y}\n</code></pre> *z*")
    page = write_blocks((code,), (), Surroundings())
    parser.reset()
    words = Words(parser.convert(page))
    assert "".join(words.text) == "  if a < b:\n\n    `x` &copy; {y}\n</code></pre> *z*"
    assert words.elements == {"pre", "code"}
    nested = made(bullets((para("a"), CodeBlock(HERE, "x\n\n  <b>"))))
    assert '<code class="bf-code">x<br><br>&#160;&#160;&lt;b&gt;</code>' in nested


def test_tables_have_their_cells() -> None:
    table = Table(
        HERE,
        ("left", "right", ""),
        ((), (text("a|b"),), (text("c"),)),
        (((text("1"),), (Code(HERE, "x|`y"),), ()),),
    )
    page = made(table)
    assert '<th style="text-align: left;"></th>' in page
    assert '<th style="text-align: right;">a&#124;b</th>' in page
    assert '<td style="text-align: right;"><code>x&#124;&#96;y</code></td><td></td>' in page


def test_inline_markup() -> None:
    page = made(
        para(
            Emphasis(HERE, False, (text("a"),)),
            Emphasis(HERE, True, (text("b*"), Emphasis(HERE, False, (text("c"),)))),
            "d",
            SoftBreak(HERE),
            "- e",
            HardBreak(HERE),
            "# f",
        )
    )
    assert page == "<p><em>a</em><strong>b*<em>c</em></strong>d - e<br># f</p>"


def test_raw_html_is_text() -> None:
    page = made(para("<script>alert(1)</script><img src=x onerror=y>"))
    assert Words(page).elements == {"p"}


def test_links_lead_to_open_schemes_only() -> None:
    link = Link(HERE, (text("t]("),), "https://desk.example/a_(b)", HERE, 'ti"tle')
    assert made(para(link)) == (
        '<p><span title="ti&quot;tle"><a href="https://desk.example/a_%28b%29">t](</a></span></p>'
    )
    for target in ("javascript:x", "JAVASCRIPT:x", "data:text/html,x", "../a.md", "//e.example"):
        assert made(para(Link(HERE, (text("t"),), target, HERE))) == "<p>t</p>"


def test_a_picture_from_elsewhere_is_a_link() -> None:
    image = Image(HERE, "a [map]", "https://desk.example/m.png", HERE)
    assert made(para(image)) == '<p><a href="https://desk.example/m.png">a [map]</a></p>'
    around = Surroundings(image=lambda found: f"![{found.alt[:1]}](../assets/media/m.png)")
    assert made(para(image), around=around) == (
        '<p><img alt="a" src="../assets/media/m.png" /></p>'
    )


def test_annotations_are_marked_and_lead_to_what_they_name() -> None:
    inner = annotated(Kind.FIGURE, 1, text("12"))
    outside = Link(HERE, (annotated(Kind.ACTOR, 2, text("UN")),), "https://un.example", HERE)
    page = made(
        para(
            annotated(Kind.CLAIM, 0, text("a "), inner, text(" b")),
            " ",
            outside,
            annotated(Kind.PLAIN, 3, text(" p")),
        ),
        annotations=(
            annotation(Kind.CLAIM, 0, "a 12 b", status="disputed"),
            annotation(Kind.FIGURE, 1, "12"),
            annotation(Kind.ACTOR, 2, "UN"),
            annotation(Kind.PLAIN, 3, "p"),
        ),
        around=Surroundings(
            mark=lambda item: "../figures/x.md" if item.kind is not Kind.CLAIM else "",
            anchor=lambda item: item.anchor,
            link=external,
        ),
    )
    assert page == (
        '<p><span class="bf-mark bf-claim bf-disputed" id="claim-0">a '
        '<span class="bf-mark bf-figure" id="figure-1"><a href="../figures/x.md">12</a></span> b'
        '</span> <a href="https://un.example"><span class="bf-mark bf-actor" id="actor-2">UN</span>'
        "</a> p</p>"
    )


def test_printed_lines_and_blocks_have_their_classes() -> None:
    division = Division(HERE, "background", HERE, (), "", (), (para("in"),))
    page = made(
        division,
        ReadMore(HERE, "READ MORE", "A [title]", HERE),
        SourceLine(HERE, "Source", "X {y}", HERE),
        Caption(HERE, (), "A view", "AP"),
        Rule(HERE),
        around=Surroundings(read_more=lambda _: "b.md"),
    )
    assert page == (
        '<div class="bf-block bf-background"><p>in</p></div>'
        '<p class="bf-read-more">READ MORE: <a href="b.md">A [title]</a></p>'
        '<p class="bf-source-line">Source: X {y}</p>'
        '<p class="bf-caption">A view <span class="bf-credit">AP</span></p><hr />'
    )


def test_hostile_depth_is_flattened() -> None:
    inline: Inline = text("deep")
    quoted: Block = para("deep")
    listed: Block = para("deep")
    framed: Block = para("deep")
    for _ in range(5000):
        inline = Emphasis(HERE, False, (inline,))
        quoted = Quote(HERE, (quoted,))
        listed = bullets((listed,), start=2)
        framed = Division(HERE, "background", HERE, (), "", (), (framed,))
    page = write_blocks((para(inline), quoted, listed, framed), (), Surroundings())
    assert page.count("deep") == 4
    assert len(page) < 3000


def test_the_first_paragraph_is_plain_text() -> None:
    blocks = (Rule(HERE), para("a ", Emphasis(HERE, False, (text("b"),)), SoftBreak(HERE), "c"))
    assert first_paragraph(blocks) == "a b c"
    assert first_paragraph(()) == ""


def test_a_list_within_a_numbered_one_keeps_its_levels() -> None:
    inner = bullets((para("c"), para("d")), start=94)
    page = made(bullets((bullets((inner,), start=1),), start=7))
    assert "<pre>" not in page
    assert page.count("<ol") == 3


def test_what_follows_a_long_item_does_not_continue_it() -> None:
    long = bullets((para("b"), para("c")), start=None)
    page = made(bullets((para("a"), long), (para("d"),), start=None))
    assert "<li><p>d</p></li>" in page or "<li>d</li>" in page


words = st.text(alphabet="ab1\\`*_{}[]()<>#+-.!|&~^=:;\"' س", min_size=1, max_size=8)
plain = st.builds(text, words)
inlines = st.recursive(
    plain | st.builds(Code, st.just(HERE), words),
    lambda inner: st.builds(
        Emphasis, st.just(HERE), st.booleans(), st.lists(inner, min_size=1, max_size=3).map(tuple)
    ),
    max_leaves=4,
)
paragraphs = st.builds(
    Paragraph, st.just(HERE), st.lists(inlines, min_size=1, max_size=4).map(tuple)
)
blocks = st.recursive(
    paragraphs,
    lambda inner: (
        st.builds(Quote, st.just(HERE), st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(
            List,
            st.just(HERE),
            st.none() | st.integers(1, 120),
            st.booleans(),
            st.lists(
                st.lists(inner, min_size=1, max_size=2).map(tuple), min_size=1, max_size=3
            ).map(tuple),
        )
    ),
    max_leaves=6,
)


def spoken(block: Block | Inline) -> str:
    match block:
        case Text() | Code():
            return one_line(block.text) if block.text.strip() or isinstance(block, Text) else " "
        case Emphasis() | Paragraph():
            return "".join(map(spoken, block.inlines))
        case Quote():
            return " ".join(map(spoken, block.blocks))
        case List():
            return " ".join(spoken(child) for item in block.items for child in item)
        case _:
            raise AssertionError(block)


@given(st.lists(blocks, min_size=1, max_size=3))
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_tree_keeps_its_words(tree: list[Block]) -> None:
    words_of = Words(made(*tree))
    assert "".join(words_of.words.split()) == "".join(" ".join(map(spoken, tree)).split())
    assert words_of.elements <= {"p", "em", "strong", "code", "blockquote", "ul", "ol", "li", "div"}
