"""Names that Windows keeps for devices, whatever ending stands behind them."""

from __future__ import annotations

import re

# "Naming Files, Paths, and Namespaces" in the Windows documentation: superscript digits count, and
# spaces in front of an ending do not.
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]|conin\$|conout\$|clock\$) *(?:\..*)?", re.IGNORECASE
)


def is_device(name: str) -> bool:
    """Whether a file or folder of this name could not be on Windows."""
    return _DEVICE.fullmatch(name) is not None
