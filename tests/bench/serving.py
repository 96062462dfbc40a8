"""The production server on a free port of loopback, as `make run` starts it, with one worker to look at."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsroom.serve import ALLOCATOR
from tests.bench.sites import ROOT

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    port: int
    master: int

    @property
    def worker(self) -> int:
        (pid,) = Path(f"/proc/{self.master}/task/{self.master}/children").read_text().split()
        return int(pid)

    def cpu_seconds(self) -> float:
        """What the worker has spent so far, to the nanosecond where the kernel counts them, else to the tick."""
        process = Path(f"/proc/{self.worker}")
        if (process / "schedstat").is_file():
            of_threads = (thread.read_text().split()[0] for thread in process.glob("task/*/schedstat"))
            return sum(map(int, of_threads)) / 1e9
        fields = (process / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

    def peak_mb(self) -> float:
        """The most memory that the worker has had."""
        lines = Path(f"/proc/{self.worker}/status").read_text().splitlines()
        (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
        return int(peak) / 1024


@contextmanager
def serving(application: str, **environment: str):
    """Gunicorn with that application; ends it afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    how = [
        "--worker-class=newsroom.worker.Worker",
        "--workers=1",
        "--threads=4",
        "--no-control-socket",
        "--log-level=warning",
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", application, f"--bind=127.0.0.1:{port}", *how],
        cwd=ROOT,
        env={**ALLOCATOR, **os.environ, **environment},
    )
    try:
        _wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            assert process.poll() is None, "the server did not start"
            time.sleep(0.1)
    raise TimeoutError
