"""What a build keeps for the next one: values as plain data, by the digest of what made them.

Nothing here is trusted: what is damaged, of another version or of another shape is not there, and
is made again.
"""

from .digests import Digest, code_digest, digest_of, digest_of_bytes
from .records import is_foreign, load_record, save_record
from .shards import Shards
from .texts import ParsedText, TextCodec

__all__ = [
    "Digest",
    "ParsedText",
    "Shards",
    "TextCodec",
    "code_digest",
    "digest_of",
    "digest_of_bytes",
    "is_foreign",
    "load_record",
    "save_record",
]
