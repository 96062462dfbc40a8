"""Fixtures built from our editions of the source stories and from the registry's source files.

`fixtures/documents/*.md` → articles.json; `fixtures/registry/*.toml` → award_forms.json and
registry.json. The same sources give the same bytes, each time and everywhere.
"""

from awards.seeding.build import build_fixtures
from awards.seeding.errors import SeedError

__all__ = ["SeedError", "build_fixtures"]
