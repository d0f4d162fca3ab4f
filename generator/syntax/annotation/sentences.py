"""Where sentences end: the model's own rule, which other rooms read by too."""

from __future__ import annotations

from generator.model.sentences import sentence_at, sentences

__all__ = ["sentence_at", "sentences"]
