"""How long something takes and how often it asks the database."""

import statistics
import time
from collections.abc import Callable, Iterator

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.bench.result import Result

_NOT_ASKING = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


def cpu_clock() -> Callable[[], float]:
    """The CPU seconds of this process where the database works within it, else those on the wall."""
    return time.process_time if connection.vendor == "sqlite" else time.perf_counter


def medians_ms(*acts: Callable, times: int, clock: Callable[[], float] = time.perf_counter) -> list[float]:
    """The median of so many runs of each act in milliseconds, one after the other, after one not counted.

    Taking turns, they share whatever else the machine has to do: their ratio holds on a busy one too.
    """
    spent = [[] for _ in acts]
    for number in range(times + 1):
        for act, of_act in zip(acts, spent, strict=True):
            begun = clock()
            act()
            if number:
                of_act.append((clock() - begun) * 1000)
    return [statistics.median(of_act) for of_act in spent]


def queries_of(act: Callable) -> int:
    """How many statements it sends, those that only begin and end transactions left out."""
    with CaptureQueriesContext(connection) as queries:
        act()
    return sum(not query["sql"].startswith(_NOT_ASKING) for query in queries.captured_queries)


def cost(name: str, act: Callable, *, times: int = 9, queries: int | None = None) -> Iterator[Result]:
    """Queries and milliseconds of one act; `queries` is the most that it may ask."""
    yield Result(f"{name}: queries", queries_of(act), "queries", most=queries)
    yield Result(f"{name}: time", *medians_ms(act, times=times), "ms")


def compared(acts: dict[str, Callable], *, times: int = 9, most: float) -> Iterator[Result]:
    """Milliseconds of each of two acts, and the second as a multiple of the first: `most` at most."""
    first, second = acts
    spent = medians_ms(*acts.values(), times=times)
    for name, value in zip(acts, spent, strict=True):
        yield Result(f"{name}: time", value, "ms")
    yield Result(f"{second} against {first}", spent[1] / spent[0], "×", most=most)
