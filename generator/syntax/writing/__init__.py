"""Writing the format: from a tree back to text, and drafts as whole files."""

from .blocks import write_document
from .equality import unplaced
from .head import write_article, write_front_matter

__all__ = ["unplaced", "write_article", "write_document", "write_front_matter"]
