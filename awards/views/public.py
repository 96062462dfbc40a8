"""What every registry page asks: is the record public, and which page of a list is wanted."""

from functools import wraps

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import render

from articles.models import Article
from awards.models import Evidence
from newsroom.paging import CURSOR, Page, page_in_order


class NoLongerPublic(Exception):
    """The record's page was public once; the stories that proved it are withdrawn."""


def answers_for_ever(view):
    """An address once public that shows nothing any more says so with 410."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except NoLongerPublic:
            return render(request, "410.html", {"is_record": True}, status=410)

    return answer


def public_or_gone(records, slug: str):
    """The record of this slug, as far as readers may see it. Raises NoLongerPublic or Http404."""
    record = records.proven().filter(slug=slug).first()
    if record is not None:
        return record
    column = records.model._meta.get_field("evidence").field.name
    stories = Article.objects.once_public().filter(pk=OuterRef("article_id"))
    if Evidence.objects.filter(Exists(stories), **{f"{column}__slug": slug}).exists():
        raise NoLongerPublic
    raise Http404


def page_of(request, rows, order, *, size: int, parameter: str = CURSOR) -> Page:
    """The page of the list that the address asks for."""
    return page_in_order(rows, order, cursor=request.GET.get(parameter, ""), size=size)
