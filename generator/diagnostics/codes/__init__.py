"""The one table of codes. A code is stable: it is never given another meaning or reused.

Each subject's rows stand in a module of their own; ``TABLE`` joins them.
"""
