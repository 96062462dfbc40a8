"""The triggers in PostgreSQL's words."""

from awards.keeping.statements import (
    BOUND,
    COUNTED_COLUMNS,
    SHOWN_TABLES,
    WINDOW,
    look_again,
    look_again_at_story,
)
from awards.keeping.tallies import enter, leave

# The clock, not the start of the transaction: a story published in it is out.
NOW = "clock_timestamp()"
# Two transactions that count the same honours in another order would wait for each other for ever.
ONE_AT_A_TIME = "PERFORM pg_advisory_xact_lock(hashtext('awards_tally'))"


def _look_again(row: str) -> str:
    return ";\n".join(
        f"IF {row}.{column} IS NOT NULL THEN {look_again(table, column, f'{row}.{column}', NOW)}; END IF"
        for table, column in SHOWN_TABLES.items()
    )


def _function(name: str, body: str) -> str:
    return f"""CREATE OR REPLACE FUNCTION keep_{name}() RETURNS trigger LANGUAGE plpgsql AS
        $keep$ BEGIN {body}; RETURN NULL; END $keep$"""


def _differ(columns) -> str:
    condition = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in columns)
    return f"WHEN ({condition})"


TRIGGERS = {
    "evidence_comes": ("AFTER INSERT ON awards_evidence", "", _look_again("NEW")),
    "evidence_goes": ("AFTER DELETE ON awards_evidence", "", _look_again("OLD")),
    "evidence_moves": (
        f"AFTER UPDATE OF {', '.join(BOUND)} ON awards_evidence",
        _differ(BOUND),
        f"{_look_again('OLD')}; {_look_again('NEW')}",
    ),
    "story_window_moves": (
        f"AFTER UPDATE OF {', '.join(WINDOW)} ON articles_article",
        _differ(WINDOW),
        look_again_at_story(NOW),
    ),
    **{
        f"{table}_stays": (
            f"AFTER UPDATE OF shown ON {table}",
            _differ(["shown"]),
            look_again(table, column, "NEW.id", NOW),
        )
        for table, column in SHOWN_TABLES.items()
    },
    "honour_comes": ("AFTER INSERT ON awards_honour", "", f"{ONE_AT_A_TIME}; {enter('NEW')}"),
    "honour_goes": ("AFTER DELETE ON awards_honour", "", f"{ONE_AT_A_TIME}; {leave('OLD')}"),
    "honour_moves": (
        f"AFTER UPDATE OF {', '.join(COUNTED_COLUMNS)} ON awards_honour",
        _differ(COUNTED_COLUMNS),
        f"{ONE_AT_A_TIME}; {leave('OLD')}; {enter('NEW')}",
    ),
}
INSTALL = [
    statement
    for name, (event, when, body) in TRIGGERS.items()
    for statement in (
        _function(name, body),
        f"CREATE OR REPLACE TRIGGER keep_{name} {event} FOR EACH ROW {when} EXECUTE FUNCTION keep_{name}()",
    )
]
REMOVE = [f"DROP FUNCTION IF EXISTS keep_{name}() CASCADE" for name in TRIGGERS]
INSTALLED = "SELECT COUNT(*) FROM pg_trigger WHERE NOT tgisinternal AND starts_with(tgname, 'keep_')"
