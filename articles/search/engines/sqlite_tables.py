"""The full-text tables of SQLite, two for each set of columns, and the triggers that keep them."""

from dataclasses import dataclass

from articles.search.engines.base import ENTRIES


@dataclass(frozen=True)
class Tables:
    """The tables of both keys over columns of the entries, and the triggers that keep them.

    The texts of an entry are under the exact key already. The folded table folds them by its
    tokenizer, which does everything but đ. They are not rebuilt by FTS5's own command, which would
    read texts with đ.
    """

    name: str
    columns: tuple[str, ...]

    @property
    def exact(self) -> str:
        return f"{self.name}_exact"

    @property
    def folded(self) -> str:
        return f"{self.name}_folded"

    def of_key(self, exact: bool) -> str:
        return self.exact if exact else self.folded

    def put_up(self) -> list[str]:
        """Statements that make them, empty."""
        names = ", ".join(self.columns)
        modes = ((self.exact, 0), (self.folded, 2))
        add = "".join(
            f" INSERT INTO {table} (rowid, {names}) VALUES (new.id, {self._keyed(table, 'new.')});"
            for table, _ in modes
        )
        take_out = "".join(
            f" INSERT INTO {table} ({table}, rowid, {names}) VALUES ('delete', old.id, {self._keyed(table, 'old.')});"
            for table, _ in modes
        )
        return [
            *(
                f"CREATE VIRTUAL TABLE {table} USING fts5({names}, content='{ENTRIES}', content_rowid='id',"
                f" tokenize='unicode61 remove_diacritics {mode}')"
                for table, mode in modes
            ),
            f"CREATE TRIGGER {self.name}_added AFTER INSERT ON {ENTRIES} BEGIN {add} END",
            f"CREATE TRIGGER {self.name}_removed AFTER DELETE ON {ENTRIES} BEGIN {take_out} END",
            f"CREATE TRIGGER {self.name}_changed AFTER UPDATE ON {ENTRIES} BEGIN {take_out} {add} END",
        ]

    def fill(self) -> list[str]:
        """Statements that read into them the entries that stand already."""
        names = ", ".join(self.columns)
        return [
            f"INSERT INTO {table} (rowid, {names}) SELECT id, {self._keyed(table)} FROM {ENTRIES} ORDER BY id"
            for table in (self.exact, self.folded)
        ]

    def take_down(self) -> list[str]:
        """Statements that remove whatever there is of them."""
        triggers = [
            f"DROP TRIGGER IF EXISTS {self.name}_{event}" for event in ("added", "removed", "changed")
        ]
        return triggers + [f"DROP TABLE IF EXISTS {table}" for table in (self.exact, self.folded)]

    def _keyed(self, table: str, row: str = "") -> str:
        is_exact = table == self.exact
        return ", ".join(
            f"{row}{name}" if is_exact else f"replace({row}{name}, 'đ', 'd')" for name in self.columns
        )


# All words of a story; and those of title and standfirst alone, so that who looks for words there need not go past
# all the bodies that have them.
WHOLE = Tables("articles_search", ("title", "standfirst", "beside", "body", "facets"))
HEADS = Tables("articles_search_head", ("title", "standfirst", "facets"))
