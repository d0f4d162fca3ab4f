"""How much of anything is read. No desk needs a tenth of these; a slip or a hostile file does.

They keep time and memory in proportion to the size of a file: what could multiply is counted. What
lies beyond a limit is told, and stays in the file: nothing is written while an error stands.
"""

from __future__ import annotations

from typing import Final

LARGEST_FILE: Final = 1 << 20
"""Most bytes in a file of content: one mebibyte."""

DEEPEST_YAML: Final = 32
"""Lists and maps within each other that are still read."""

LONGEST_VALUE: Final = 4_000
"""Most characters in one value of front matter: a title, a name, an alias, a summary."""

MOST_ITEMS: Final = 1_000
"""Most items in one list of front matter: aliases, topics, roles, corrections."""

MOST_ANNOTATIONS: Final = 2_000
"""Most annotations of one text, those beside it included."""

LONGEST_SENTENCE: Final = 4_000
"""Most characters of the sentence that is kept with an annotation."""

MOST_EMPTY_CELLS: Final = 50_000
"""Most cells that rows of tables lack in one text: each is made, though nobody wrote it."""
