"""Importing documents: files of other sites and editors become stories, one file one transaction."""

from articles.importing.files import Found, documents_in, is_document_name
from articles.importing.importer import Importer
from articles.importing.outcome import Outcome, Status
from articles.importing.running import run

__all__ = ["Found", "Importer", "Outcome", "Status", "documents_in", "is_document_name", "run"]
