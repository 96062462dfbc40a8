"""The process of gunicorn that answers requests."""

import ctypes
import signal

from gunicorn.workers.gthread import ThreadWorker

_M_ARENA_MAX = -8  # of glibc's malloc.h


class Worker(ThreadWorker):
    """Leaves an interrupt from the terminal to the main process, which then ends its workers.

    A terminal sends the interrupt to the whole group. A worker that ended by itself and was told to end at the same
    moment took the lock of its threads twice, and Ctrl-C hung for half a minute.
    """

    def init_process(self) -> None:
        # Threads that take turns need no heap each.
        if hasattr(library := ctypes.CDLL(None), "mallopt"):
            library.mallopt(_M_ARENA_MAX, 1)
        super().init_process()

    def init_signals(self) -> None:
        super().init_signals()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
