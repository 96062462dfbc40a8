"""What is written: stories and what they are made of."""

from articles.models.abbreviation import Abbreviation
from articles.models.article import Article
from articles.models.audit_entry import AuditEntry
from articles.models.author import Author
from articles.models.byline import Byline
from articles.models.correction import Correction
from articles.models.error_report import ErrorReport
from articles.models.front_page import FrontPage
from articles.models.gate_waiver import GateWaiver
from articles.models.masthead import Masthead
from articles.models.note import Note, NoteThread
from articles.models.notice import InboxChoice, Notice
from articles.models.photo import ArticlePhoto, Photo
from articles.models.preview_link import PreviewLink
from articles.models.redirect import Redirect
from articles.models.related_item import RelatedItem
from articles.models.revision import Revision
from articles.models.saved_filter import SavedFilter
from articles.models.search_entry import SearchEntry
from articles.models.search_word import SearchWord
from articles.models.section import Section
from articles.models.series import Series
from articles.models.sitting import HeldText, Sitting
from articles.models.story_reads import MostRead, StoryReads
from articles.models.subject import Subject
from articles.models.tag import Tag, TaggedArticle
from articles.models.transition import Transition

__all__ = [
    "Abbreviation",
    "Article",
    "ArticlePhoto",
    "AuditEntry",
    "Author",
    "Byline",
    "Correction",
    "ErrorReport",
    "FrontPage",
    "GateWaiver",
    "HeldText",
    "InboxChoice",
    "Masthead",
    "MostRead",
    "Note",
    "NoteThread",
    "Notice",
    "Photo",
    "PreviewLink",
    "Redirect",
    "RelatedItem",
    "Revision",
    "SavedFilter",
    "SearchEntry",
    "SearchWord",
    "Section",
    "Series",
    "Sitting",
    "StoryReads",
    "Subject",
    "Tag",
    "TaggedArticle",
    "Transition",
]
