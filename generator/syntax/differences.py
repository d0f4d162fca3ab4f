"""Where the format reads a text otherwise than ``pandoc -f markdown``, on purpose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """One construct: what Pandoc makes of ``example``, what the format makes of it, and why.

    ``extension`` is the Pandoc extension that the format goes without, where it is one.
    """

    name: str
    example: str
    pandoc: str
    here: str
    why: str
    extension: str = ""


_ONE_MARKUP = "Nothing in an article is markup but the format's own, so no word can vanish."

DIFFERENCES: tuple[Difference, ...] = (
    Difference(
        "raw HTML",
        "The <b>harbour</b> opens.",
        "passes it on as HTML",
        "text, angle brackets and all",
        _ONE_MARKUP,
        "raw_html",
    ),
    Difference(
        "HTML divisions",
        "<div class=x>The harbour</div>",
        "a division",
        "text",
        _ONE_MARKUP,
        "native_divs",
    ),
    Difference(
        "HTML spans",
        "<span class=x>The harbour</span>",
        "a span",
        "text",
        _ONE_MARKUP,
        "native_spans",
    ),
    Difference("raw TeX", "\\emph{harbour}", "passes it on as TeX", "text", _ONE_MARKUP, "raw_tex"),
    Difference(
        "TeX macros", "\\newcommand{\\a}{b}", "a macro", "text", _ONE_MARKUP, "latex_macros"
    ),
    Difference(
        "raw blocks and spans",
        "`x`{=html}",
        "passes it on in another format",
        "code, with the braces as text; a fenced block is code in that language",
        _ONE_MARKUP,
        "raw_attribute",
    ),
    Difference(
        "mathematics",
        "It cost $5 and then $6.\n\n$x$",
        "a formula between dollar signs",
        "text",
        "Reports are full of dollar signs.",
        "tex_math_dollars",
    ),
    Difference(
        "footnotes", "Open[^1].\n\n[^1]: Since May.", "a note", "text", _ONE_MARKUP, "footnotes"
    ),
    Difference("inline notes", "Open^[Since May.]", "a note", "text", _ONE_MARKUP, "inline_notes"),
    Difference(
        "citations",
        "Open [@harbour].",
        "a citation",
        "text",
        "Handles of social media begin with @.",
        "citations",
    ),
    Difference("superscript", "m^2^", "superscript", "text", _ONE_MARKUP, "superscript"),
    Difference("subscript", "H~2~O", "subscript", "text", _ONE_MARKUP, "subscript"),
    Difference("strikeout", "~~closed~~", "struck out", "text", _ONE_MARKUP, "strikeout"),
    Difference(
        "example lists", "(@) One ship", "a numbered list", "text", _ONE_MARKUP, "example_lists"
    ),
    Difference(
        "definition lists",
        "Harbour\n\n:   A port.",
        "a definition",
        "text",
        _ONE_MARKUP,
        "definition_lists",
    ),
    Difference(
        "line blocks", "| The harbour\n| opens", "a verse", "text", _ONE_MARKUP, "line_blocks"
    ),
    Difference(
        "grid tables",
        "+---+---+\n| a | b |\n+---+---+",
        "a table",
        "text",
        "Pipe tables can be read back and written without counting columns.",
        "grid_tables",
    ),
    Difference(
        "simple tables",
        "Year  Ships\n----  -----\n2023  38",
        "a table",
        "text",
        "Pipe tables can be read back and written without counting columns.",
        "simple_tables",
    ),
    Difference(
        "multiline tables",
        "---------\na   b\n--- -----\n1   2\n\n---------",
        "a table",
        "text and thematic breaks",
        "Pipe tables can be read back and written without counting columns.",
        "multiline_tables",
    ),
    Difference(
        "table captions",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n: Ships in port",
        "the table's caption",
        "text",
        _ONE_MARKUP,
        "table_captions",
    ),
    Difference(
        "task lists",
        "- [ ] one\n- [x] two",
        "ballot boxes",
        "text",
        "The brackets stay as they were written.",
        "task_lists",
    ),
    Difference(
        "figures",
        "![The harbour](harbour.jpg)",
        "an image alone in its paragraph is a figure",
        "an image in a paragraph",
        "Captions are annotated or printed.",
        "implicit_figures",
    ),
    Difference(
        "typography",
        '"Open" -- at last...',
        "curly quotation marks, dashes and an ellipsis",
        "the signs as written",
        "A quotation must be found in its source letter by letter.",
        "smart",
    ),
    Difference(
        "identifiers of headings",
        "# The harbour",
        "an id made from the text",
        "no id unless one is given",
        "The page makes them.",
        "auto_identifiers",
    ),
    Difference(
        "links to headings",
        "# Harbour\n\n[Harbour]",
        "a link",
        "text",
        "A bracket without braces or an address stays text.",
        "implicit_header_references",
    ),
    Difference(
        "metadata blocks",
        "Text\n\n---\na: b\n---",
        "metadata anywhere in a text",
        "thematic breaks and headings",
        "Front matter stands at the top and is read by itself.",
        "yaml_metadata_block",
    ),
    Difference(
        "title blocks",
        "% The harbour",
        "the document's title",
        "text",
        "Front matter has the title.",
        "pandoc_title_block",
    ),
    Difference(
        "letters and Roman numerals of lists",
        "a. One ship\nb. Two ships",
        "a list",
        "text",
        "“A. Smith” and “i. e.” begin more paragraphs of news than lists do.",
        "fancy_lists",
    ),
    Difference(
        "attributes of code",
        "`port`{.c}",
        "attributes of the code",
        "the braces are text",
        "Code is opaque.",
        "inline_code_attributes",
    ),
    Difference(
        "attributes of links and images",
        "[Harbour](https://desk.example){.actor}",
        "attributes of the link",
        "the braces are text, and reported",
        "Only brackets of its own make an annotation: [[Harbour](https://desk.example)]{.actor}.",
        "link_attributes",
    ),
    Difference(
        "addresses with spaces",
        "[sic](an aside)",
        "a link",
        "text",
        "Words in parentheses behind a bracket would vanish.",
    ),
    Difference(
        "definitions with spaces",
        "[Editor]: the words that follow\n\n[Editor]",
        "a link definition",
        "text",
        "Words behind a bracket and a colon would vanish.",
    ),
    Difference(
        "other addresses between angle brackets",
        "<urn:x:y>",
        "a link",
        "text: http, https, ftp, mailto and tel make links, and mail addresses",
        _ONE_MARKUP,
    ),
    Difference(
        "braces behind two brackets",
        "[sic][harbour]{.place}",
        "text",
        "text and an annotation",
        "An annotation is never lost to a bracket in front of it.",
    ),
    Difference(
        "white space within brackets",
        "the [harbour ]{.place}opens",
        "is taken away: the words run together",
        "is kept",
        "No two words become one.",
    ),
    Difference(
        "blank lines within brackets",
        "[The\n\nharbour]{.place}",
        "an annotation over two paragraphs, and words that are lost",
        "two paragraphs of text",
        "An annotation stands within one paragraph.",
    ),
    Difference(
        "unclosed blocks",
        "::: background\nThe storm.",
        "text",
        "a block, and an error",
        "The text is kept; nothing is published until it is closed.",
    ),
    Difference(
        "malformed blocks",
        "::: background of it\nThe storm.\n:::",
        "text",
        "a block without a name, and an error",
        "The ::: that closes it is not taken for another's.",
    ),
    Difference(
        "the attribute -",
        "[harbour]{-}",
        "the class unnumbered",
        "text, and an error",
        "No annotation has a use for it.",
    ),
    Difference(
        "deep headings", "####### Harbour", "a heading of level 7", "level 6", "HTML has six."
    ),
    Difference(
        "number signs behind a heading",
        "# Learning C#",
        "are taken away",
        "are taken away behind a space only",
        "No sign of the text is lost.",
    ),
    Difference(
        "a backslash at a paragraph's end",
        "The harbour\\",
        "a line break",
        "a backslash",
        "There is no line to break.",
    ),
    Difference(
        "an exclamation mark before brackets",
        "Open![harbour]{.place}",
        "is lost",
        "is kept",
        "No sign of the text is lost.",
    ),
    Difference(
        "code that opens beside a bullet",
        "- ```\n  ships\n  ```",
        "keeps the item's indentation",
        "loses it",
        "The indentation belongs to the list.",
    ),
    Difference(
        "tabs in code",
        "    a\tb",
        "become spaces",
        "stay tabs",
        "Code is opaque.",
    ),
    Difference(
        "a carriage return by itself",
        "The harbour\ropens",
        "is taken away: the words run together",
        "ends a line",
        "Old files end their lines so.",
    ),
    Difference(
        "very large numbers of lists",
        "1234567890. One ship",
        "a list",
        "text: numbers have nine digits at most",
        "It is a number, not a list.",
    ),
)
"""Every construct of this kind that is known; a test holds each against Pandoc."""
