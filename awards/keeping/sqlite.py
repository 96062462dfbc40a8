"""The triggers in SQLite's words."""

from awards.keeping.statements import (
    BOUND,
    COUNTED_COLUMNS,
    SHOWN_TABLES,
    WINDOW,
    look_again,
    look_again_at_story,
)
from awards.keeping.tallies import enter, leave

# As Django stores moments: UTC, to be compared as text.
NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now')"


def _look_again(*rows: str) -> str:
    return ";\n".join(
        look_again(table, column, ", ".join(f"{row}.{column}" for row in rows), NOW)
        for table, column in SHOWN_TABLES.items()
    )


def _differ(columns) -> str:
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


TRIGGERS = {
    "evidence_comes": f"AFTER INSERT ON awards_evidence BEGIN {_look_again('NEW')}; END",
    "evidence_goes": f"AFTER DELETE ON awards_evidence BEGIN {_look_again('OLD')}; END",
    "evidence_moves": f"""AFTER UPDATE OF {", ".join(BOUND)} ON awards_evidence
        WHEN {_differ(BOUND)} BEGIN {_look_again("OLD", "NEW")}; END""",
    "story_window_moves": f"""AFTER UPDATE OF {", ".join(WINDOW)} ON articles_article
        WHEN {_differ(WINDOW)} BEGIN {look_again_at_story(NOW)}; END""",
    **{
        f"{table}_stays": f"""AFTER UPDATE OF shown ON {table} WHEN {_differ(["shown"])}
            BEGIN {look_again(table, column, "NEW.id", NOW)}; END"""
        for table, column in SHOWN_TABLES.items()
    },
    "honour_comes": f"AFTER INSERT ON awards_honour BEGIN {enter('NEW')}; END",
    "honour_goes": f"AFTER DELETE ON awards_honour BEGIN {leave('OLD')}; END",
    "honour_moves": f"""AFTER UPDATE OF {", ".join(COUNTED_COLUMNS)} ON awards_honour
        WHEN {_differ(COUNTED_COLUMNS)} BEGIN {leave("OLD")}; {enter("NEW")}; END""",
}
INSTALL = [f"CREATE TRIGGER IF NOT EXISTS keep_{name} {body}" for name, body in TRIGGERS.items()]
REMOVE = [f"DROP TRIGGER IF EXISTS keep_{name}" for name in TRIGGERS]
INSTALLED = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'keep\\_%' ESCAPE '\\'"
