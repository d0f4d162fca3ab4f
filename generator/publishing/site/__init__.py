"""Builds a site page by page: only what changed, in parallel, byte for byte what MkDocs builds."""
