"""Reads the edition: one number, on a connection of each thread's own that nothing else uses.

It is read outside of any transaction, so it is never older than the last commit.
"""

import logging
import sqlite3
import threading
from functools import cached_property
from urllib.parse import quote

from django.db import connection

from newsroom.page_cache.triggers import EDITION, watch_of
from newsroom.page_cache.wal_index import WalIndex

logger = logging.getLogger(__name__)


class Editions:
    """`read()` gives the edition of this moment, or None when there is none to be had: then nothing is kept."""

    def __init__(self):
        self._of_thread = threading.local()
        self._open = {"sqlite": self._sqlite, "postgresql": _PostgreSQL}.get(connection.vendor)
        self._lock = threading.Lock()

    def read(self) -> int | None:
        try:
            return self._of_thread.reader.read()
        except AttributeError:
            pass  # this thread's first time
        except Exception:
            self._of_thread.reader.close()  # the server may have gone and come back
        if self._open is None:
            return None
        try:
            self._of_thread.reader = self._open()
            return self._of_thread.reader.read()
        except Exception:
            logger.warning("The edition cannot be read: pages come without the cache", exc_info=True)
            return None

    def _sqlite(self) -> "_SQLite":
        with self._lock:
            return _SQLite(self._index)

    @cached_property
    def _index(self) -> WalIndex | None:
        return _wal_index()


def _statement(vendor: str) -> str:
    return f"SELECT number FROM {EDITION} WHERE watch = '{watch_of(vendor)}'"


def _open_sqlite(**how) -> sqlite3.Connection:
    address = f"file:{quote(str(connection.settings_dict['NAME']))}?mode=rw"
    opened = sqlite3.connect(address, uri=True, isolation_level=None, timeout=2, **how)
    opened.execute("PRAGMA query_only = on")
    return opened


def _wal_index() -> WalIndex | None:
    try:
        return WalIndex(str(connection.settings_dict["NAME"]), _open_sqlite(check_same_thread=False))
    except (OSError, ValueError):
        logger.warning("SQLite's index cannot be looked at: each request asks for the edition", exc_info=True)
        return None


class _SQLite:
    """Asks only when something was committed since it asked last."""

    def __init__(self, index: WalIndex | None):
        self._connection = _open_sqlite()
        self._execute, self._statement = self._connection.execute, _statement("sqlite")
        self._index = index
        self._head, self._number = b"", None

    def read(self) -> int | None:
        head = self._index.head() if self._index else None
        if head is None or head != self._head:
            rows = self._execute(self._statement).fetchall()  # to the end, or the snapshot stays open
            # The head from before the answer: what was committed meanwhile is asked for once more.
            self._number, self._head = (rows[0][0] if rows else None), head
        return self._number

    def close(self) -> None:
        self._connection.close()


class _PostgreSQL:
    """Speaks to libpq itself: a statement prepared once, half the time of a cursor."""

    def __init__(self):
        import psycopg

        how = connection.get_connection_params() | {
            "autocommit": True,
            "options": "-c default_transaction_read_only=on",
        }
        self._connection = psycopg.connect(**how)
        self._told = psycopg.pq.ExecStatus.TUPLES_OK
        self._ask = self._connection.pgconn.exec_prepared
        self._connection.pgconn.prepare(b"edition", _statement("postgresql").encode())

    def read(self) -> int | None:
        result = self._ask(b"edition", [])
        if result.status != self._told:
            raise ConnectionError(result.error_message.decode())
        number = result.get_value(0, 0) if result.ntuples else None
        return None if number is None else int(number)

    def close(self) -> None:
        self._connection.close()
