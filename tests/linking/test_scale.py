"""A whole desk's names: every unambiguous one finds its owner, no other is linked."""

from __future__ import annotations

import pytest

from benchmarks.names_corpus import names_corpus, parsed
from generator.config import Settings
from generator.linking import link
from generator.model.links import Origin, Problem, Register

pytestmark = pytest.mark.slow


def test_names_of_a_large_site_find_their_owners() -> None:
    corpus = names_corpus(2_000)
    assert len(corpus.actors) == 5_000
    assert len(corpus.owners) >= 12_000
    assert sum(len(group) == 2 for group in corpus.owners.values()) == 140

    linked = link(parsed(corpus, Settings()))

    found: dict[Origin, list[str]] = {}
    for actor, mentions in linked.actor_mentions.items():
        for mention in mentions:
            name = mention.fact.annotation.text
            assert corpus.owners[name] == (actor,)
            found.setdefault(mention.fact.origin, []).append(name)
    shared = {name for name, owners in corpus.owners.items() if len(owners) > 1}
    for article, said in corpus.mentions.items():
        origin = Origin(Register.ARTICLE, article)
        assert sorted(found.get(origin, ())) == sorted(name for name in said if name not in shared)
    reported = [item for item in linked.unresolved if item.register is Register.ACTOR]
    assert all(item.problem is Problem.AMBIGUOUS for item in reported)
    assert sorted(item.wanted for item in reported) == sorted(
        name for said in corpus.mentions.values() for name in said if name in shared
    )
