"""What MkDocs finds around it: the date it writes, and a log that is kept from the terminal."""

from __future__ import annotations

import contextlib
import logging
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DATE = "SOURCE_DATE_EPOCH"


@contextlib.contextmanager
def environment(epoch: int) -> Iterator[str]:
    """The date that MkDocs writes, which is yielded, and no notice of Material's."""
    date = os.environ.get(DATE) or str(epoch)
    wanted = {DATE: date, "NO_MKDOCS_2_WARNING": "1"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield date
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
