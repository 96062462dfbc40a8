"""Hashed names for static files, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Follows imports between ES modules too, so that a module never loads an old sibling."""

    support_js_module_import_aggregation = True
