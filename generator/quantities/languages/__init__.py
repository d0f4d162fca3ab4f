"""The tables of each language: one module each, read when a text in it is."""
