"""Looks through a built site for what must not be published, and for what its pages need."""

from .addressing import Addresses, address_of
from .faults import site_faults, vanished
from .inspecting import Inspection, inspect_site
from .policy import HEADERS, policy

__all__ = [
    "HEADERS",
    "Addresses",
    "Inspection",
    "address_of",
    "inspect_site",
    "policy",
    "site_faults",
    "vanished",
]
