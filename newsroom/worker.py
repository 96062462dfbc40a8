"""The process of gunicorn that answers requests."""

import signal

from gunicorn.workers.gthread import ThreadWorker


class Worker(ThreadWorker):
    """Leaves an interrupt from the terminal to the main process, which then ends its workers.

    A terminal sends the interrupt to the whole group. A worker that ended by itself and was told to end at the same
    moment took the lock of its threads twice, and Ctrl-C hung for half a minute.
    """

    def init_signals(self) -> None:
        super().init_signals()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
