"""What every registry page asks: is the record public, which page of a list, and may names be linked."""

from functools import wraps

from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import render

from articles.models import Article
from awards.models import Evidence
from awards.paging import page_in_order
from newsroom.paging import BadCursor, Page

CURSOR = "trang"


class NoLongerPublic(Exception):
    """The record's page was public once; the stories that proved it are withdrawn."""


def answers_for_ever(view):
    """An address once public that shows nothing any more says so with 410."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except NoLongerPublic:
            return render(request, "410.html", {"notice": ""}, status=410)

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


def page_or_400(request, rows, order, *, size: int, parameter: str = CURSOR) -> Page:
    """The page of the list that the address asks for; an address that this site did not make is a 400."""
    try:
        return page_in_order(rows, order, cursor=request.GET.get(parameter, ""), size=size)
    except BadCursor as error:
        raise BadRequest("Địa chỉ này không dẫn tới trang nào của danh sách.") from error
