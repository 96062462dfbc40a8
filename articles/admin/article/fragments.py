"""Parts of the panel that answer for themselves: a script swaps them without leaving the form.

Without the script their buttons lead back to the form, with a message.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from articles import workflow
from articles.admin.article.panel import Panel
from articles.models import Article


def part(request, article: Article, name: str, said: str = ""):
    """The part as the page around it would show it; `said` is what has just happened."""
    context = {"panel": Panel(article, request.user), "said": said}
    return render(request, f"admin/articles/article/panels/{name}.html", context)


def act(request, article: Article, name: str, action) -> HttpResponse:
    """Do `action()`, which returns what to say or raises ValidationError, and show the part anew."""
    if not workflow.may_edit(article, request.user):
        raise PermissionDenied
    try:
        said, failed = action(), False
    except ValidationError as error:
        said, failed = " ".join(error.messages), True
    if not request.headers.get("X-Part"):
        (messages.error if failed else messages.success)(request, said)
        return redirect("admin:articles_article_change", article.pk)
    if failed:
        return HttpResponse(said, status=400, content_type="text/plain; charset=utf-8")
    return part(request, article, name, said)
