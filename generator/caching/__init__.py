"""What a build keeps for the next one: values as plain data, by the digest of what made them.

Nothing here is trusted: what is damaged, of another version or of another shape is not there, and
is made again. Texts as plain data stand in ``texts``, which takes the whole model to import.
"""

from .digests import Digest, code_digest, digest_of, digest_of_bytes, digest_of_file
from .folders import files_digests
from .records import is_foreign, load_record, save_record
from .shards import Shards

__all__ = [
    "Digest",
    "Shards",
    "code_digest",
    "digest_of",
    "digest_of_bytes",
    "digest_of_file",
    "files_digests",
    "is_foreign",
    "load_record",
    "save_record",
]
