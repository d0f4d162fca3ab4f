"""What a builder finds around it: the date it writes, and a log that is kept from the terminal."""

from __future__ import annotations

import contextlib
import logging
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DATE = "SOURCE_DATE_EPOCH"


def variables(epoch: int) -> dict[str, str]:
    """The date that a builder writes, ``epoch`` unless one is given, without Material's notice."""
    return {DATE: os.environ.get(DATE) or str(epoch), "NO_MKDOCS_2_WARNING": "1"}


@contextlib.contextmanager
def environment(epoch: int) -> Iterator[str]:
    """The date that MkDocs writes, which is yielded, with all of :func:`variables` set."""
    wanted = variables(epoch)
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield wanted[DATE]
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class _Collector(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__()
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)


@contextlib.contextmanager
def collected_log() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs logs, kept from the terminal."""
    records: list[logging.LogRecord] = []
    handler = _Collector(records)
    logger = logging.getLogger("mkdocs")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield records
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate


def warnings_in(records: list[logging.LogRecord]) -> tuple[str, ...]:
    """The messages that are warnings or worse."""
    return tuple(record.getMessage() for record in records if record.levelno >= logging.WARNING)
