"""Frozen values that every room knows: articles, annotations, registers and what links them."""
