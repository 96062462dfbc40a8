"""Whether anything was committed to an SQLite database, without asking it.

In WAL mode each commit changes the head of the index that all processes share: the file beside the database that ends
in “-shm” (https://www.sqlite.org/walformat.html, 2.1). While its bytes are the same nothing was committed. Looking at
them takes no lock and, unlike a query, gives way to no other thread, which costs more than the query itself.
"""

import mmap
import os
import sqlite3

_HEAD = 96  # bytes: two copies, between which a commit in the middle of it is seen
# Closing a file of the index, any of them, would give up the locks that SQLite holds on it in this process.
_never_closed: list = []


class WalIndex:
    """The head of the index of a database that stays open as long as this process runs."""

    def __init__(self, path: str, connection: sqlite3.Connection):
        """Raises OSError or ValueError where there is no index. The connection, kept too, holds the index in place."""
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":
            raise ValueError(f"the journal of {path} is not a WAL but {mode}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()  # opens the index
        file = os.open(f"{path}-shm", os.O_RDONLY)
        self._shared = mmap.mmap(file, _HEAD, access=mmap.ACCESS_READ)
        _never_closed.extend((connection, self._shared))

    def head(self) -> bytes:
        """The same bytes as before: no commit since."""
        return self._shared[:]
