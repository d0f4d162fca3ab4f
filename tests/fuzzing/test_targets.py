"""What fuzzing checks holds of its first inputs, of random ones, and of what it found before.

``nox -s fuzz -- TARGET SECONDS`` looks for more, led by coverage.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .targets import TARGETS

FOUND: dict[str, list[str]] = json.loads(Path(__file__).with_name("found.json").read_text("utf-8"))
_EVERY = 20


@pytest.mark.parametrize("name", TARGETS)
def test_first_inputs(name: str) -> None:
    inputs = list(TARGETS[name].seeds())
    assert inputs
    for data in inputs[::_EVERY]:
        TARGETS[name].check(data)


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_all_first_inputs(name: str) -> None:
    for data in TARGETS[name].seeds():
        TARGETS[name].check(data)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in FOUND.items() for text in texts]
)
def test_what_was_found_before(name: str, text: str) -> None:
    TARGETS[name].check(text.encode())


@pytest.mark.parametrize("name", TARGETS)
def test_any_mixture(name: str) -> None:
    _mixtures(name, 8)


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_many_mixtures(name: str) -> None:
    _mixtures(name, 400)


def _mixtures(name: str, count: int) -> None:
    """Words of what a target reads, parts of its first inputs, and anything between them."""
    target = TARGETS[name]
    seeds = [data for data in target.seeds() if len(data) < 600][:40]
    pieces = st.one_of(
        st.sampled_from([word.encode() for word in target.words]),
        st.sampled_from(seeds or [b""]),
        st.text(max_size=8).map(str.encode),
        st.binary(max_size=3),
    )

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(pieces, max_size=12).map(b"".join))
    def holds(data: bytes) -> None:
        target.check(data)

    holds()
