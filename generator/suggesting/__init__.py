"""Finds in a text what an editor would annotate: who, where, when, how many, who says what."""
