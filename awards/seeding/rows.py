"""Rows of a fixture file."""

from collections.abc import Iterable


def row(model: str, **fields) -> dict:
    """One object as Django's JSON fixtures write it, without a primary key."""
    return {"model": model, "fields": fields}


def key(slug: str | None) -> list[str] | None:
    """A natural key of one part, or null."""
    return [slug] if slug else None


def picked(source: dict, names: Iterable[str], default="") -> dict:
    """These values of a TOML table; what is absent gets the default."""
    return {name: source.get(name, default) for name in names}
