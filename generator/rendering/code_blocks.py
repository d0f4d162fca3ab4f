"""Code with its lines and indentation, as Markdown in Python-Markdown's dialect."""

from __future__ import annotations

from .escaping import html


def code_block(text: str, *, nested: bool) -> str:
    """Code with its line ends and indentation.

    An HTML element, because Markdown's own code blocks are scanned for HTML before they are read.
    Python-Markdown finds it at the start of a line only; within a list the lines are broken.
    """
    lines = text.expandtabs(4).split("\n")
    if nested:
        return f'<code class="bf-code">{"<br>".join(map(_code_line, lines))}</code>'
    return f"<pre><code>{chr(10).join(map(_in_pre, lines))}</code></pre>"


def _code_line(line: str) -> str:
    stripped = line.lstrip(" ")
    return "&#160;" * (len(line) - len(stripped)) + html(stripped)


def _in_pre(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))] + html(line)
