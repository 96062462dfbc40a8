"""Records beside the stories: groups that another app finds for a question, through the place `search_groups`."""

from dataclasses import dataclass

from articles.search.query import Query
from newsroom import places


@dataclass(frozen=True)
class Record:
    """One record found: its name, the path of its page, and what tells it from others of the name."""

    title: str
    address: str
    detail: str = ""


@dataclass(frozen=True)
class Group:
    """Records of one kind (as the API spells it), under the heading that readers see.

    `is_cut` says that more answer than are shown.
    """

    kind: str
    heading: str
    records: list[Record]
    is_cut: bool = False


def groups(query: Query, limit: int) -> list[Group]:
    """Groups that have something, at most `limit` records in each; only what readers may see."""
    if not query:
        return []
    return [group for found in places.ask("search_groups", query, limit) for group in found if group.records]
