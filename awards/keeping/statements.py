"""The SQL that both databases share."""

from awards.models.shown import Shown

# The tables whose rows are shown, and the column of `awards_evidence` that names them.
SHOWN_TABLES = {"awards_honour": "honour_id", "awards_announcement": "announcement_id"}

# What of a story, and of a piece of evidence, decides whether readers see what it proves.
WINDOW = ("state", "published_at", "expires_at")
BOUND = ("article_id", *SHOWN_TABLES.values())
# A change of any other column leaves the tallies as they are.
COUNTED_COLUMNS = (
    "form_id",
    "recipient_kind",
    "scope_id",
    "announcement_id",
    "status",
    "order_class",
    "listed_year",
    "campaign_id",
    "organisation_id",
    "recipient_unit_id",
    "shown",
)


def shown_of(record: str, column: str, now: str) -> str:
    """The `shown` of the record whose key is `record`, by the stories that hold its evidence.

    CROSS JOIN: SQLite begins with the evidence then, and not with every published story.
    """
    stories = f"""
        SELECT 1 FROM awards_evidence proof CROSS JOIN articles_article story
        WHERE proof.{column} = {record} AND story.id = proof.article_id AND story.state = 'published'"""
    return f"""CASE
        WHEN EXISTS ({stories} AND story.expires_at IS NULL AND story.published_at <= {now})
        THEN {Shown.ALWAYS.value}
        WHEN EXISTS ({stories} AND (story.expires_at IS NULL OR story.expires_at > {now}))
        THEN {Shown.BY_TIME.value} ELSE {Shown.NEVER.value} END"""


def look_again(table: str, column: str, keys: str, now: str) -> str:
    """Bring `shown` of the rows with these keys (SQL after `IN`) up to date, touching only what changes."""
    fresh = shown_of(f"{table}.id", column, now)
    return f"UPDATE {table} SET shown = {fresh} WHERE id IN ({keys}) AND shown <> {fresh}"


def look_again_at_story(now: str) -> str:
    """The same for all that the story in the trigger's row proves."""
    return ";\n".join(
        look_again(table, column, f"SELECT {column} FROM awards_evidence WHERE article_id = NEW.id", now)
        for table, column in SHOWN_TABLES.items()
    )
