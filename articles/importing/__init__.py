"""Importing documents: files of other sites and editors become stories, one file one transaction."""

from .files import Found, documents_in, is_document_name
from .importer import Importer
from .outcome import Outcome, Status

__all__ = ["Found", "Importer", "Outcome", "Status", "documents_in", "is_document_name"]
