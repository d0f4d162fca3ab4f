"""What stops the page-by-page build of a site."""

from __future__ import annotations


class PageFaultError(Exception):
    """A page cannot be built; the message is what MkDocs says of it."""


class UnwatchedError(Exception):
    """The site does what is not known here, so MkDocs must build it; the message says what."""


class WorkerError(Exception):
    """A process ended before its work was done; the message says how."""


class DamagedError(Exception):
    """Something that the cache's index names is not as it was written."""


class SupersededError(Exception):
    """Something was saved meanwhile, so that the build would be of no use."""
