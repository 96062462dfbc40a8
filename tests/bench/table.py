"""The table at the end of a run."""

from tests.bench.result import Result

GROWTH = 1.2  # the same thing with a hundred times as many stories


def print_table(found: dict[tuple[str, int], list[Result]]) -> int:
    """Print every figure with its bar; returns 1 when one is missed, else 0."""
    rows = [
        (measure, f"{size:,}" if size else "", result)
        for (measure, size), results in found.items()
        for result in results
    ]
    rows += [(measure, "", result) for measure, result in _growth(found)]
    width = max(len(result.name) for _, _, result in rows)
    for measure, size, result in rows:
        verdict = (
            "" if result.most is None and result.least is None else ("MISSED" if result.missed else "ok")
        )
        _say(
            f"{measure:<12} {size:>8}  {result.name:<{width}}  {_number(result.value):>10} "
            f"{result.unit:<8} {_bar(result):<12} {verdict}".rstrip()
        )
    return int(any(result.missed for _, _, result in rows))


def _growth(found) -> list[tuple[str, Result]]:
    """Queries on the largest site as a multiple of those on the smallest. Of times the measure `growth` tells."""
    grown = []
    for measure in dict.fromkeys(name for name, _ in found):
        sizes = sorted(size for name, size in found if name == measure)
        if len(sizes) < 2:
            continue
        before = {result.name: result for result in found[measure, sizes[0]]}
        for after in found[measure, sizes[-1]]:
            first = before.get(after.name)
            if first and first.value and after.unit == "queries":
                name = f"{after.name}, {sizes[-1]:,} against {sizes[0]:,} stories"
                grown.append((measure, Result(name, after.value / first.value, "×", most=GROWTH)))
    return grown


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 or value == int(value) else f"{value:.3g}"


def _bar(result: Result) -> str:
    if result.most is not None:
        return f"≤ {_number(result.most)}"
    return f"≥ {_number(result.least)}" if result.least is not None else ""


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - a person reads the table
