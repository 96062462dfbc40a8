"""`/api/v1/search`: what the search page finds, as data."""

from datetime import date
from typing import Literal

from django.utils.html import escape
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError

from articles.search import records
from articles.search.asking import UNKNOWN
from articles.search.filters import Filters, UnknownChoice
from articles.search.query import LONGEST
from articles.search.searching import Hit, Results, search
from newsroom.api import Listing, Paging, Problem, listing
from newsroom.keys import is_key
from newsroom.paging import BadCursor, Page, decode_cursor, encode_cursor
from newsroom.site import absolute
from newsroom.slugs import SLUG

router = Router(tags=["search"])

RECORDS_OF_A_GROUP = 20
_RECORDS = "records"  # begins a cursor that has come past the stories
_SLUG = f"^({SLUG})?$"


class Found(Schema):
    """A story or a record; `snippet` is safe HTML in which `<mark>` stands around what was asked for."""

    kind: str
    title: str
    url: str
    snippet: str


class Asking(Schema):
    """A question and what narrows it; with a filter only stories are found."""

    q: str = Field("", max_length=LONGEST, description='Words, "phrases" and -exclusions; accents optional.')
    section: str = Field("", pattern=_SLUG)
    author: str = Field("", pattern=_SLUG)
    tag: str = Field("", pattern=_SLUG)
    since: date | None = Field(None, alias="from")
    until: date | None = Field(None, alias="to")
    sort: Literal["", "date"] = Field("", description="By relevance (200 stories at most), or newest first.")

    @property
    def filters(self) -> Filters:
        slugs = {"section": self.section, "author": self.author, "tag": self.tag}
        return Filters({name: slug for name, slug in slugs.items() if slug}, self.since, self.until)


@router.get("/search", response={200: Listing[Found], 400: Problem})
def find(request, asking: Query[Asking], paging: Query[Paging]):
    """Stories first, then campaigns, organisations, people and honours."""
    try:
        page = _page(asking, paging)
    except UnknownChoice as unknown:
        raise HttpError(400, UNKNOWN[unknown.parameter]) from unknown
    parameters = {
        "q": asking.q,
        "section": asking.section,
        "author": asking.author,
        "tag": asking.tag,
        "from": asking.since or "",
        "to": asking.until or "",
        "sort": asking.sort,
    }
    asked = {name: value for name, value in parameters.items() if value}
    return listing(request, paging, page, lambda item: item, asked)


def _page(asking: Asking, paging: Paging) -> Page:
    past = _records_past(paging.cursor)
    stories, next_cursor = [], ""
    results = search(
        asking.q,
        asking.filters,
        by_date=asking.sort == "date",
        cursor="" if past is not None else paging.cursor,
        size=paging.limit,
    )
    if past is None:
        stories, next_cursor = [_story(hit) for hit in results.hits], results.next_cursor
    if next_cursor or asking.filters:
        return Page(stories, next_cursor)
    past, room = past or 0, paging.limit - len(stories)
    others = _records(results)[past:]
    more = encode_cursor(_RECORDS, past + room) if len(others) > room else ""
    return Page(stories + others[:room], more)


def _records_past(cursor: str) -> int | None:
    """How many records the pages before have shown; None while stories are being shown."""
    try:
        kind, past = decode_cursor(cursor, 2)
    except BadCursor:
        return None
    if kind != _RECORDS:
        return None
    if not is_key(past):
        raise BadCursor
    return int(past)


def _story(hit: Hit) -> dict:
    return {
        "kind": "article",
        "title": hit.article.title,
        "url": absolute(hit.article.get_absolute_url()),
        "snippet": hit.passage,
    }


def _records(results: Results) -> list[dict]:
    return [
        {
            "kind": group.kind,
            "title": record.title,
            "url": absolute(record.address),
            "snippet": escape(record.detail),
        }
        for group in records.groups(results.query, RECORDS_OF_A_GROUP)
        for record in group.records
    ]
