"""Ids from titles and names: the rule of ``records``, which other rooms follow too."""

from __future__ import annotations

from generator.records.slugify import LONGEST, slugify

__all__ = ["LONGEST", "slugify"]
