"""Which of the app's tables readers' pages are made of; a test asks it of every table."""

from newsroom.page_cache.tables import Seen, readers_never_see, readers_see

# Columns of a story that the desk alone reads.
_DESK_COLUMNS = (
    "update_state",
    "assignee_id",
    "due_at",
    "binned_at",
    "binned_by_id",
    "created_by_id",
    "created_at",
    "modified_at",
    "document_key",
    "document_checksum",
    "rendered_with",
    "search_fold",
)


def name_all() -> None:
    readers_see(
        # While it has never been out, every save of its editors may write the row.
        Seen(
            "articles.Article",
            but=_DESK_COLUMNS,
            rows="{row}.state = 'published' OR {row}.first_published_at IS NOT NULL",
        ),
        # Of the working copies readers have only the moment at which one goes out.
        Seen("articles.Revision", only=("due_at",), rows="{row}.due_at IS NOT NULL"),
        Seen("articles.Author", but=("user_id", "name_fold")),
        Seen("articles.Photo", but=("uploaded_by_id", "created_at", "search_fold", "rights", "file_name")),
        Seen("articles.FrontPage", but=("name", "name_fold", "modified_at", "modified_by_id")),
        "articles.ArticlePhoto",
        "articles.Byline",
        Seen("articles.MostRead", but=("found_at",)),
        "articles.Correction",
        "articles.Masthead",
        "articles.Redirect",
        "articles.RelatedItem",
        "articles.Section",
        "articles.Series",
        "articles.Tag",
        "articles.TaggedArticle",
    )
    readers_never_see(
        "articles.Abbreviation",  # the stored page of a story holds what it says
        "articles.AuditEntry",
        "articles.ErrorReport",
        "articles.GateWaiver",
        "articles.HeldText",
        "articles.InboxChoice",
        "articles.Note",
        "articles.Note_mentioned",
        "articles.NoteThread",
        "articles.Notice",
        "articles.PreviewLink",  # a preview is never kept
        "articles.SavedFilter",
        "articles.SearchEntry",  # an answer to a question is never kept: its address has a query of its own
        "articles.SearchWord",
        "articles.Sitting",
        "articles.Subject",  # filed in the transaction that writes the story's row
        "articles.StoryReads",
        "articles.Transition",
    )
