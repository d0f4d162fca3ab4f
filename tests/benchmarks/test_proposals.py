"""The benchmark of proposals: its measures by hand, and a run on a corpus of two lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import proposals
from benchmarks.scoring import CorpusError, Mark, Score, pairs, same_value, samples, score


def figure(start: int, end: int, value: object = None, **facts: object) -> Mark:
    return Mark("figure", start, end, {"value": value, **facts})


def test_half_of_both_together_is_enough() -> None:
    gold = figure(0, 10)
    assert pairs([gold], [figure(5, 10)])
    assert not pairs([gold], [figure(6, 10)])
    assert not pairs([gold], [figure(10, 20)])


def test_the_best_pair_comes_first_and_each_counts_once() -> None:
    gold = [figure(0, 10), figure(10, 20)]
    near, far = figure(0, 9), figure(0, 6)
    assert pairs(gold, [far, near]) == [(gold[0], near)]


def test_measures_by_hand() -> None:
    gold = [
        figure(0, 4, 40, unit="boats", qualifier="exact"),
        figure(10, 14, "1.50", unit=""),
        figure(20, 24, 3),
        Mark("event", 30, 34, {"date": "2021"}),
    ]
    found = [
        figure(0, 4, 40, unit="boats", qualifier="about"),
        figure(10, 15, 1.5, unit="people"),
        figure(50, 54, 9),
        figure(60, 64, 9),
    ]
    result = score("figure", gold, found)
    assert (result.gold, result.found, result.matched, result.exact) == (3, 4, 2, 1)
    assert result.precision == pytest.approx(2 / 4)
    assert result.recall == pytest.approx(2 / 3)
    assert result.f == pytest.approx(4 / 7)
    assert result.exact_f == pytest.approx(2 / 7)
    assert result.value == pytest.approx(1)
    assert result.part("unit") == pytest.approx(1 / 2)
    assert result.part("qualifier") == 0
    assert score("event", gold, found).recall == 0


def test_nothing_at_all_has_no_rates() -> None:
    empty = Score()
    rates = (empty.precision, empty.recall, empty.f, empty.exact_f, empty.value, empty.part("unit"))
    assert rates == (None,) * 6


def test_values() -> None:
    bounds = Mark("figure", 0, 1, {"low": 1, "high": 2})
    assert same_value(bounds, Mark("figure", 0, 1, {"value": None, "low": "1.0", "high": 2}))
    assert not same_value(bounds, figure(0, 1, 1))
    assert not same_value(Mark("actor", 0, 1, {"ref": "a"}), Mark("actor", 0, 1, {"ref": ""}))


def test_scores_add_up() -> None:
    whole = Score()
    for _ in range(2):
        whole.add(score("figure", [figure(0, 4, 1, unit="m")], [figure(0, 4, 2, unit="m")]))
    assert (whole.gold, whole.matched, whole.values, whole.part("unit")) == (2, 2, 0, 1)


ROWS: list[dict[str, object]] = [
    {
        "language": "en",
        "date": "2021-05-10",
        "text": "NATO counted 40 boats on Monday.",
        "actors": {"nato": ["NATO"]},
        "gold": [
            {"kind": "actor", "start": 0, "end": 4, "ref": "nato"},
            {"kind": "figure", "start": 13, "end": 21, "value": 40, "unit": "boats"},
            {"kind": "event", "start": 25, "end": 31, "date": "2021-05-10"},
        ],
    },
    {
        "language": "en",
        "date": "2021-05-10",
        "text": "The rest was 12 boats.",
        "gold": [{"kind": "figure", "start": 0, "end": 8, "value": 12}],
    },
]


def test_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "two.jsonl"
    corpus.write_text("\n".join(map(json.dumps, ROWS)) + "\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["proposals.py", str(corpus), "--no-times", "--errors"])
    assert proposals.main() == 0
    printed = capsys.readouterr().out
    assert "two.jsonl: 2 texts, SHA-256 " in printed
    assert "| en | figure | grammar | 2 | 0.500 | 0.500 | 0.500 | 0.500 | 1.000 | 1.000 | – |" in (
        printed
    )
    assert "| en | event | suggest | 1 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | – | – |" in printed
    assert "| all | actor | suggest | 1 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | – | – |" in (
        printed
    )
    assert "two.jsonl:2: grammar: missed figure “The rest” {'value': '12'}" in printed


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"language": "en"}',
        '{"language": "en", "date": "2021", "text": "a", "gold": []}',
        json.dumps({**ROWS[1], "gold": [{"kind": "figure", "start": 0, "end": 99}]}),
    ],
)
def test_a_line_that_cannot_be_read_is_named(
    line: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    corpus = tmp_path / "bad.jsonl"
    corpus.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"bad\.jsonl:2"):
        list(samples(corpus))
    monkeypatch.setattr(sys, "argv", ["proposals.py", str(corpus)])
    assert proposals.main() == 2
    assert "bad.jsonl:2" in capsys.readouterr().err


def test_the_projects_corpora() -> None:
    counts: dict[str, int] = {}
    for path in sorted(proposals.CORPORA.glob("*.jsonl")):
        for sample in samples(path):
            counts[sample.language] = counts.get(sample.language, 0) + 1
            for mark in sample.gold:
                place = sample.text[mark.start : mark.end]
                assert place == place.strip()
                assert mark.kind != "actor" or mark.facts["ref"] in sample.actors
    assert counts["en"] >= 40
    assert all(counts[language] >= 15 for language in ("ar", "de", "es", "fr"))


def test_a_thousand_words() -> None:
    text = proposals.long_text(["one two three", "four five"])
    assert len(text.split()) == proposals.WORDS
    assert text.startswith("one two three four five one two three four five\n\n")
    aliases = [name for _, _, names in proposals.made_up(40) for name in names]
    assert len(aliases) == 40
