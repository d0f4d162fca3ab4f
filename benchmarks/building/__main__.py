"""The command: ``python -m benchmarks.building [--articles N] [--rounds N] [--growth A,B,C]``.

Prints Markdown; ``--json FILE`` writes all figures, ``--page FILE`` puts the Markdown between the
marks of a handbook page. ``--only`` names the builders to run. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Final

from .builders import builders
from .contest import compete
from .growth import grow
from .report import machine, markdown, plain
from .states import write_states

BEGIN: Final = "<!-- figures begin -->\n"
END: Final = "<!-- figures end -->\n"


def main() -> None:
    """Run what was asked for and report it."""
    asked = _asked()
    about = {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "machine": machine(),
        "articles": asked.articles,
        "rounds": asked.rounds,
    }
    results = []
    if asked.articles:
        with tempfile.TemporaryDirectory(prefix="briefing-bench-") as name:
            folder = Path(name)
            states = write_states(folder, asked.articles)
            about["pages"] = sum(1 for _ in states.docs.rglob("*.md"))
            about["touched"] = sum(path.endswith(".md") for path in states.after)
            taking = [one for one in builders() if not asked.only or one.name in asked.only]
            results = compete(taking, states, folder, asked.rounds)
    grown = grow(asked.growth)
    text = "\n".join(markdown(results, grown, about)) + "\n"
    print(text)
    if asked.json:
        found = json.dumps(plain(results, grown, about), indent=1)
        asked.json.write_text(f"{found}\n", encoding="utf-8")
    if asked.page:
        page = asked.page.read_text(encoding="utf-8")
        head, _, rest = page.partition(BEGIN)
        _, _, tail = rest.partition(END)
        asked.page.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}", encoding="utf-8")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.building")
    parser.add_argument("--articles", type=int, default=1_000, help="0: no contest")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", type=lambda text: text.split(","), default=[])
    parser.add_argument("--growth", type=_sizes, default=[500, 1_000, 2_000, 4_000, 8_000])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--page", type=Path)
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",") if size]


if __name__ == "__main__":
    main()
