"""One measure on one site, in a process of its own: prints a Result a line."""

import importlib
import sys

import django

from tests.bench import sites


def main() -> None:
    task, size = sys.argv[1], int(sys.argv[2])
    django.setup()
    if task == "--prepare":
        sites.bring_up_to_date(size)
        return
    for result in importlib.import_module(f"tests.bench.measures.{task}").measure():
        print(result.to_line(), flush=True)  # noqa: T201 - the process that started this one reads along


if __name__ == "__main__":
    main()
