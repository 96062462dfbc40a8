"""What a form was made from, so that the server can tell whether somebody has saved meanwhile."""

import hashlib
import json
import re
import secrets
from dataclasses import dataclass

from articles import working_copy
from articles.models import Article, Revision
from newsroom.keys import is_key

_KEY = re.compile(r"[A-Za-z0-9_-]{16,40}")
_WRITTEN = re.compile(r"([0-9]{1,9})\.([0-9a-f]{16})")

MOST_TURNS = 1_000_000_000


@dataclass(frozen=True)
class Base:
    """A revision and its content: the number alone does not tell, for an open revision is written over."""

    number: int = 0
    token: str = ""

    def __str__(self):
        return f"{self.number}.{self.token}" if self.number else ""

    @classmethod
    def of(cls, revision: Revision | None) -> "Base":
        return cls(revision.number, token_of(revision.snapshot)) if revision else cls()

    @classmethod
    def read(cls, text: str) -> "Base":
        """What the form carries; nothing for what is not written like that."""
        match = _WRITTEN.fullmatch(text)
        return cls(int(match[1]), match[2]) if match else cls()


@dataclass(frozen=True)
class Sent:
    """What a form sends beside its content: which revision it shows, in which tab, in which state."""

    base: Base
    sitting: str = ""
    turn: int = 0

    @classmethod
    def read(cls, data) -> "Sent":
        """From the data of a request; what is not written as a form writes it counts as left out."""
        turn = data.get("turn", "")
        return cls(
            Base.read(data.get("base", "")),
            key if _KEY.fullmatch(key := data.get("sitting", "")) else "",
            min(int(turn), MOST_TURNS) if is_key(turn) else 0,
        )


@dataclass(frozen=True)
class Opened:
    """A story as its form finds it: the row, its newest revision, and the one that the form was made from.

    Whoever saves reads it under the row's lock, so that what is judged is what is saved on. `base` is None
    where the form's revision was written over.
    """

    row: Article
    newest: Revision | None = None
    base: Revision | None = None

    @classmethod
    def read(cls, row: Article, seen: Base) -> "Opened":
        newest = working_copy.newest(row) if row.pk else None
        return cls(row, newest, newest and _known(newest, seen))

    @property
    def seen(self) -> Revision | None:
        """What the person's changes are changes to: what the form was made from, else the newest."""
        return self.base or self.newest


def _known(newest: Revision, seen: Base) -> Revision | None:
    """The revision that still is what the form was made from."""
    if seen.number == newest.number:
        revision = newest
    else:
        revision = newest.article.revisions.filter(number=seen.number).first() if seen.number else None
    return revision if revision and Base.of(revision) == seen else None


def token_of(snapshot: dict) -> str:
    """A short digest of a snapshot, the same on every database."""
    text = json.dumps(snapshot, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2s(text.encode(), digest_size=8).hexdigest()


def new_key() -> str:
    """The name of a sitting that begins."""
    return secrets.token_urlsafe(16)
