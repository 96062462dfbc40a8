"""Which files are documents."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".txt", ".md", ".markdown")


@dataclass(frozen=True)
class Found:
    """A document, or a folder that cannot be looked into: then `error` says why.

    `name` is how people call the document where its path is not of their making.
    """

    path: str
    error: OSError | None = None
    name: str = ""

    @property
    def called(self) -> str:
        return self.name or self.path


def is_document_name(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def documents_in(paths: Iterable[str]) -> list[Found]:
    """Documents under files and folders, in the order given, those of a folder by name.

    Hidden files and folders are skipped, links are followed. A file stands once, however many ways
    lead to it.
    """
    found: dict[str, Found] = {}
    for path in paths:
        for one in _walk(path) if Path(path).is_dir() else [Found(path)]:
            found.setdefault(os.path.realpath(one.path), one)
    return list(found.values())


def _walk(folder: str) -> Iterator[Found]:
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        try:
            status = Path(folder).stat()
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Found(folder, error)
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        folders = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                if entry.is_dir():
                    folders.append(entry.path)
                elif entry.is_file() and is_document_name(entry.name):
                    yield Found(entry.path)
            except OSError as error:  # a link to itself, for one
                if is_document_name(entry.name):
                    yield Found(entry.path, error)
        waiting += reversed(folders)
