"""Static files as browsers get them: names that may be kept for ever, style sheets in few pieces."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from newsroom.stylesheets import IMPORT, imported


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Follows imports between ES modules too, so that a module never loads an old sibling.

    A style sheet carries those that it imports, so that a phone waits for one answer where it would for many.
    """

    support_js_module_import_aggregation = True
    gathers_imports = True

    def post_process(self, paths, dry_run=False, **options):
        whole = {} if dry_run else {name: (self, name) for name in self._gathered(paths)}
        yield from super().post_process({**paths, **whole}, dry_run, **options)

    def _gathered(self, paths):
        """Write each sheet that imports others with them in their places; gives its name."""
        for name in paths:
            if name.endswith(".css"):
                text = _text(paths, name)
                whole = IMPORT.sub(lambda found, name=name: _imported(paths, name, found), text)
                if whole != text:
                    self.delete(name)
                    self._save(name, ContentFile(whole))
                    yield name


def _imported(paths, name: str, found: re.Match) -> str:
    """The text of the imported sheet; the import itself where its addresses would lead elsewhere from here."""
    text = _text(paths, imported(name, found))
    return found[0] if "url(" in text else text.strip()


def _text(paths, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
