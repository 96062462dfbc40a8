"""Readers' pages under load, held against the bare application that returns the same bytes."""

import json
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tests.bench.load import Load, ask, load, request
from tests.bench.serving import Server, serving

ROUNDS = 9
_SERVERS_OWN = {"server", "date", "connection"}


@dataclass
class Measured:
    """Rounds of one kind of request: each a Load with the CPU seconds that the worker spent on it."""

    rounds: list[tuple[Load, float]] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return statistics.median(found.per_second for found, _ in self.rounds)

    @property
    def cpu_ms(self) -> float:
        """CPU of the worker for one request."""
        return statistics.median(cpu / len(found.spent) for found, cpu in self.rounds) * 1000

    def per_second_against(self, other: "Measured") -> float:
        return self._against(other, lambda found, cpu: found.per_second)

    def cpu_against(self, other: "Measured") -> float:
        return self._against(other, lambda found, cpu: cpu / len(found.spent))

    def _against(self, other: "Measured", figure) -> float:
        """The median over rounds: what disturbs a round disturbs both."""
        pairs = zip(self.rounds, other.rounds, strict=True)
        return statistics.median(figure(*ours) / figure(*theirs) for ours, theirs in pairs)

    def percentile_ms(self, percent: int) -> float:
        return Load([one for found, _ in self.rounds for one in found.spent]).percentile_ms(percent)


@contextmanager
def site_and_bare(path: str):
    """The site, and beside it the bare application with the page at `path`, uncompressed in both."""
    with serving("newsroom.wsgi") as site, tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        status, headers, body = ask(site.port, path)
        assert status == 200, (status, path)
        kept = [pair for pair in headers.items() if pair[0] not in _SERVERS_OWN]
        Path(file.name).write_text(json.dumps({"headers": kept, "body": body.decode("latin-1")}))
        with serving("tests.bench.bare", BENCH_PAGE=file.name) as bare:
            yield site, bare


def take_turns(
    *kinds: tuple[Server, list[bytes] | Iterator[bytes], int], rounds: int = ROUNDS, **how
) -> list[Measured]:
    """Each kind (server, its requests, the status expected) in turns, so that all of them meet the same machine.

    Every round sends a list of requests again; of an iterator it takes the next so many as the shortest list has.
    """
    times = min(len(requests) for _, requests, _ in kinds if isinstance(requests, list))
    found = [Measured() for _ in kinds]
    for number in range(rounds + 1):
        for (server, requests, status), measured in zip(kinds, found, strict=True):
            before = server.cpu_seconds()
            of_round = requests if isinstance(requests, list) else islice(requests, times)
            done = load(server.port, of_round, status=status, **how)
            if number:  # the first turn fills caches
                measured.rounds.append((done, server.cpu_seconds() - before))
    return found


def same(path: str, times: int, **headers: str) -> list[bytes]:
    return [request(path, **headers)] * times


def uncached(path: str, times: int) -> list[bytes]:
    """Requests whose answer is not kept: their query says nothing to the site."""
    return [request(f"{path}?lan={number}") for number in range(times)]
