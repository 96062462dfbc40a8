"""What a rule hands back, and the records it is asked about."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import models

from awards.models import Announcement, Event, Evidence, Honour, Organisation, Person


@dataclass
class Said:
    """One reading: the value in words and as a column holds it, the record, and the words that say so."""

    value: str
    stored: str
    record: models.Model
    piece: Evidence | None = None


@dataclass
class Found:
    """Readings that cannot all be right. `records` are those it is about, the same each time."""

    kind: str
    records: list[models.Model]
    readings: list[Said]

    @property
    def key(self) -> str:
        """The same for the same kind and records."""
        return ":".join([self.kind, *(f"{one._meta.model_name}:{one.pk}" for one in self.records)])

    @property
    def fingerprint(self) -> str:
        """The same as long as the stories say the same: what no words say does not count.

        Where several records disagree, what each holds counts as well.
        """
        several = len(self.records) > 1
        parts = sorted(
            f"{said.record._meta.model_name if several else ''}:{said.record.pk if several else ''}:{said.stored}"
            for said in self.readings
            if several or said.piece
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass
class Scope:
    """Keys of the records that changed, by model; the rules look at these and at what they touch."""

    keys: dict[type[models.Model], set[int]] = field(default_factory=dict)

    MODELS = (Honour, Announcement, Event, Organisation, Person)

    @classmethod
    def of(cls, records: Iterable[models.Model]) -> "Scope":
        scope = cls({model: set() for model in cls.MODELS})
        for record in records:
            if type(record) in scope.keys and record.pk:
                scope.keys[type(record)].add(record.pk)
        return scope

    def __bool__(self) -> bool:
        return any(self.keys.values())

    def __getitem__(self, model: type[models.Model]) -> set[int]:
        return self.keys[model]


def words_for(pieces: list[Evidence], said: str) -> Evidence | None:
    """The piece whose words hold the value, else the first."""
    holding = (piece for piece in pieces if said and said in piece.quote)
    return next(holding, pieces[0] if pieces else None)
