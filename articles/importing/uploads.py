"""Documents that came through a form: what the importer asks of a folder, from files without one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile

from articles.importing.files import Found, is_document_name


@contextmanager
def as_found(files: Iterable[UploadedFile]) -> Iterator[list[Found]]:
    """The documents among the files, as long as the context lasts; the others lie beside them as pictures.

    Each document has a folder of its own, so that two of one name are both told of. A picture whose
    name the disk refuses is as good as not there: the importer warns of it.
    """
    with TemporaryDirectory(prefix="newsroom-import-") as place:
        beside = Path(place, "files")
        beside.mkdir()
        found = []
        for number, file in enumerate(files, start=1):
            if is_document_name(file.name):
                folder = beside / str(number)
                folder.mkdir()
                found.append(_kept(file, folder / "document"))
            else:
                _kept(file, beside / Path(file.name).name)
        yield found


def _kept(file: UploadedFile, path: Path) -> Found:
    try:
        with path.open("xb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    except OSError as error:
        return Found(str(path), error, name=file.name)
    return Found(str(path), name=file.name)
