"""YAML mappings whose every value knows its place, and their reading as typed records.

This room imports pydantic; who must start fast imports it where it is used.
"""

from .characters import check_characters, find_control, masked
from .decoding import decode
from .faults import Codes, Fault, Kind, Refusal, quoted
from .fields import (
    ADDRESS_SCHEMA,
    Address,
    Day,
    DayOrMoment,
    FolderPath,
    Id,
    Ids,
    Language,
    Line,
    Lines,
    PicturePath,
    Record,
    Slug,
    Slugs,
    TextPath,
    choice,
    choice_schema,
    no_choice,
    number_between,
    read_line,
    text_field,
)
from .fragments import fragment
from .languages import read_language
from .limits import LARGEST_FILE
from .nearest import is_slip, nearest
from .nodes import (
    Entry,
    ListNode,
    MapNode,
    Node,
    Scalar,
    is_absent,
    items_of,
    key_span_at,
    node_at,
    plain,
    value_spans,
)
from .paths import read_path
from .reading import Composed, Tag, compose, read_mapping
from .schemas import DIALECT, json_schema
from .slugs import propose_id, propose_slug, read_id, read_slug
from .validation import Subject, Validated, validate
from .yaml_errors import yaml_quoted

__all__ = [
    "ADDRESS_SCHEMA",
    "DIALECT",
    "LARGEST_FILE",
    "Address",
    "Codes",
    "Composed",
    "Day",
    "DayOrMoment",
    "Entry",
    "Fault",
    "FolderPath",
    "Id",
    "Ids",
    "Kind",
    "Language",
    "Line",
    "Lines",
    "ListNode",
    "MapNode",
    "Node",
    "PicturePath",
    "Record",
    "Refusal",
    "Scalar",
    "Slug",
    "Slugs",
    "Subject",
    "Tag",
    "TextPath",
    "Validated",
    "check_characters",
    "choice",
    "choice_schema",
    "compose",
    "decode",
    "find_control",
    "fragment",
    "is_absent",
    "is_slip",
    "items_of",
    "json_schema",
    "key_span_at",
    "masked",
    "nearest",
    "no_choice",
    "node_at",
    "number_between",
    "plain",
    "propose_id",
    "propose_slug",
    "quoted",
    "read_id",
    "read_language",
    "read_line",
    "read_mapping",
    "read_path",
    "read_slug",
    "text_field",
    "validate",
    "value_spans",
    "yaml_quoted",
]
