"""All fixture files, as bytes, from the sources in one folder."""

import json
import tomllib
from pathlib import Path

from awards.seeding import forms, registry, stories
from awards.seeding.errors import SeedError


def build_fixtures(folder: Path) -> dict[str, bytes]:
    """File name → content of every fixture built from `folder`. Raises SeedError with all faults."""
    faults: list[str] = []
    editions = stories.read_editions(folder, faults)
    sources = {path.stem: _read_toml(path, faults) for path in sorted((folder / "registry").glob("*.toml"))}
    files = {
        "articles.json": stories.rows(editions),
        "award_forms.json": forms.rows(sources.get("award_forms", {})),
        "registry.json": registry.rows(sources, editions, faults),
    }
    if faults:
        raise SeedError(faults)
    return {name: _json(rows) for name, rows in files.items()}


def _read_toml(path: Path, faults: list[str]) -> dict:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{path.name}: {error}")
        return {}


def _json(rows: list[dict]) -> bytes:
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()
