"""Turns annotated source articles into briefing pages that MkDocs builds into a site."""

__version__ = "0.1.0"
