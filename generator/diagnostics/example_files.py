"""The files of examples: an article and a register entry with no more than they need."""

from __future__ import annotations


def article(text: str, *keys: str, title: str = "Harbour reopens") -> str:
    """An article of the day of all examples; ``keys`` are further lines of its front matter."""
    head = "".join(f"{key}\n" for key in keys)
    return f"---\ntitle: {title}\ndate: 2024-03-04\n{head}---\n\n{text}\n"


def entry(*keys: str) -> str:
    """A register entry of these lines."""
    head = "".join(f"{key}\n" for key in keys)
    return f"---\n{head}---\n"
