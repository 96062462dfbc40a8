"""Which tables readers' pages are made of. Every table of the project is named here by its app, one way or the other."""

from dataclasses import dataclass

from django.apps import apps

ANY_ROW = ""


@dataclass(frozen=True)
class Seen:
    """A model whose rows readers' pages show or depend on, in whatever way.

    `but` names columns that no page shows: writing them alone changes nothing for readers. With `only`
    no others are looked at. `rows` is an SQL condition on `{row}`: rows that neither were nor become such
    are not looked at.
    """

    model: str
    but: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    rows: str = ANY_ROW

    @property
    def table(self) -> str:
        return apps.get_model(self.model)._meta.db_table

    @property
    def columns(self) -> list[str]:
        """The columns whose change readers may see; empty for all."""
        if self.only:
            return list(self.only)
        if not self.but:
            return []
        every = [field.column for field in apps.get_model(self.model)._meta.concrete_fields]
        if unknown := {*self.but} - {*every}:
            raise LookupError(f"{self.model} has no column {', '.join(sorted(unknown))}")
        return [column for column in every if column not in self.but]


_seen: dict[str, Seen] = {}
_unseen: set[str] = set()


def readers_see(*models: str | Seen) -> None:
    """Called once at start-up by each app, with labels like "articles.Section"."""
    for one in models:
        seen = one if isinstance(one, Seen) else Seen(one)
        _seen[seen.model.lower()] = seen


def readers_never_see(*models: str) -> None:
    """Called once at start-up by each app: no reader's page depends on a row of these."""
    _unseen.update(label.lower() for label in models)


def seen() -> list[Seen]:
    return [_seen[label] for label in sorted(_seen)]


def named() -> tuple[set[str], set[str]]:
    """Labels, in lower case, of what readers see and of what they never see."""
    return set(_seen), set(_unseen)
