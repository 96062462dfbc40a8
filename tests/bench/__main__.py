"""Run measures and print what they found: `python -m tests.bench [NAME …] [--list] [--stories N,N]`."""

import argparse
import importlib
import os
import pkgutil
import subprocess
import sys

import django

from tests.bench import measures, sites
from tests.bench.result import Result
from tests.bench.table import print_table


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("SECRET_KEY", "only-for-measuring")
    django.setup()  # measures import models; the work itself is done by the children
    names = sorted(module.name for module in pkgutil.iter_modules(measures.__path__))
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"measures; all if omitted: {', '.join(names)}"
    )
    parser.add_argument("--stories", default="", help="only sites of these sizes, as 1000,100000")
    chosen = parser.parse_args()
    if unknown := {*chosen.names} - {*names}:
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    only = {int(size) for size in chosen.stories.split(",") if size}
    found = {}
    ready = set()
    for name in chosen.names or names:
        measure = importlib.import_module(f"tests.bench.measures.{name}")
        for size in measure.SIZES:
            if not only or size in only or not size:
                for one in sorted({size, *getattr(measure, "BESIDE", ())} - ready):
                    _child("--prepare", one)
                    ready.add(one)
                found[name, size] = [Result.from_line(line) for line in _child(name, size)]
    return print_table(found)


def _child(task: str, size: int) -> list[str]:
    """What a process of its own prints that does this on the site of that size."""
    sys.stderr.write(f"… {task} with {size:,} stories\n")
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.child", task, str(size)],
        cwd=sites.ROOT,
        env=sites.environment(size),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{task} did not come to its end")
    return [line for line in done.stdout.splitlines() if line.startswith("{")]


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main())
