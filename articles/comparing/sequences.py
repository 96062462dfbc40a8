"""What differs between two sequences: quick where they are alike, coarse where they are not.

Long sequences are first pinned at runs of items that stand once in each (patience diff); what lies
between is compared by Myers' algorithm, whose work grows with the number of differences. Where there
are too many of them the whole stretch counts as replaced.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

PIN = 5  # items that must be alike for a pin: three words and two spaces
LONG = 400
MAX_DIFFERENCES = 400


class Hunk(NamedTuple):
    """old[old_start:old_end] gave way to new[new_start:new_end]."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def hunks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Hunk]:
    """What gave way to what, in order; between two hunks both sequences are equal."""
    found: list[Hunk] = []
    old_start = new_start = 0
    for old_end, new_end in [*_pins(old, new), (len(old), len(new))]:
        found += (
            Hunk(one[0] + old_start, one[1] + old_start, one[2] + new_start, one[3] + new_start)
            for one in _gap(old[old_start:old_end], new[new_start:new_end])
        )
        old_start, new_start = old_end, new_end
    return found


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """Indices of a longest strictly rising subsequence."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(last[place - 1] if place else -1)
        if place == len(tails):
            tails.append(number)
            last.append(index)
        else:
            tails[place], last[place] = number, index
    chain: list[int] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _pins(old, new) -> list[tuple[int, int]]:
    """Places that surely belong together, rising in both sequences."""
    if min(len(old), len(new)) < LONG:
        return []
    in_old, in_new = _runs_that_stand_once(old), _runs_that_stand_once(new)
    pairs = [(place, in_new[run]) for run, place in in_old.items() if run in in_new]
    return [pairs[index] for index in longest_rising([there for _, there in pairs])]


def _runs_that_stand_once(items) -> dict[tuple, int]:
    runs = list(zip(*(items[offset:] for offset in range(PIN)), strict=False))
    times = Counter(runs)
    return {run: place for place, run in enumerate(runs) if times[run] == 1}


def _gap(old, new) -> list[Hunk]:
    """The hunks of a short stretch."""
    start, end = 0, 0
    shorter = min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    old_end, new_end = len(old) - end, len(new) - end
    if start == old_end and start == new_end:
        return []
    if start in (old_end, new_end):
        return [Hunk(start, old_end, start, new_end)]
    steps = _shortest_script(old[start:old_end], new[start:new_end])
    if steps is None:
        return [Hunk(start, old_end, start, new_end)]
    return [Hunk(*(place + start for place in hunk)) for hunk in _joined(steps)]


def _shortest_script(old, new) -> list[tuple[int, int, int, int]] | None:
    """Single deletions and insertions that lead from old to new; None when there are too many.

    E. Myers, An O(ND) Difference Algorithm and Its Variations (1986).
    """
    furthest = {1: 0}
    trace = []
    for differences in range(MAX_DIFFERENCES + 1):
        trace.append(furthest.copy())
        for diagonal in range(-differences, differences + 1, 2):
            before = _diagonal_before(furthest, diagonal, differences)
            x = furthest[before] + (before < diagonal)
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            furthest[diagonal] = x
            if x >= len(old) and y >= len(new):
                return _walk_back(trace, x, y)
    return None


def _diagonal_before(furthest, diagonal: int, differences: int) -> int:
    """From which neighbour one gets furthest on this diagonal: from above by an item of new, else of old."""
    from_above = diagonal == -differences or (
        diagonal != differences and furthest[diagonal - 1] < furthest[diagonal + 1]
    )
    return diagonal + 1 if from_above else diagonal - 1


def _walk_back(trace, x: int, y: int) -> list[tuple[int, int, int, int]]:
    steps = []
    for differences in range(len(trace) - 1, 0, -1):
        diagonal = x - y
        before = _diagonal_before(trace[differences], diagonal, differences)
        x = trace[differences][before]
        y = x - before
        steps.append((x, x + (before < diagonal), y, y + (before > diagonal)))
    return steps[::-1]


def _joined(steps) -> list[Hunk]:
    """Steps that touch each other as one hunk."""
    found: list[Hunk] = []
    for step in steps:
        if found and found[-1].old_end == step[0] and found[-1].new_end == step[2]:
            found[-1] = Hunk(found[-1].old_start, step[1], found[-1].new_start, step[3])
        else:
            found.append(Hunk(*step))
    return found
