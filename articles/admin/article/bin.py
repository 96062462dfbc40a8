"""Drafts go into the bin instead of being deleted, and come back from there."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import binning, workflow
from articles.models import Article

PER_PAGE = 50


def urls(model_admin) -> list:
    @require_safe
    def bin_list(request):
        if not model_admin.has_view_permission(request):
            raise Http404
        thrown = Article.objects.in_the_bin_of(request.user).order_by("-binned_at", "-pk")
        thrown = thrown.select_related("binned_by").defer("body", "story_html")
        page = Paginator(thrown, PER_PAGE).get_page(request.GET.get("p"))
        rows = [
            {
                "story": story,
                "deleted_at": story.binned_at + binning.KEPT_FOR,
                "may_restore": workflow.may_take_back(story, request.user),
            }
            for story in page
        ]
        context = {
            **model_admin.admin_site.each_context(request),
            "opts": model_admin.opts,
            "title": _("Bin"),
            "rows": rows,
            "page": page,
            "days": binning.KEPT_FOR.days,
        }
        return render(request, "admin/articles/article/bin.html", context)

    @require_POST
    def restore(request, pk):
        story = get_object_or_404(Article.objects.in_the_bin_of(request.user), pk=pk)
        if not workflow.may_take_back(story, request.user):
            raise Http404
        binning.take_back(story, user=request.user)
        messages.success(request, _("Taken out of the bin: “%(title)s”.") % {"title": story})
        return redirect("admin:articles_article_change", pk)

    guarded = model_admin.admin_site.admin_view
    return [
        path("bin/", guarded(bin_list), name="articles_article_bin"),
        path("bin/<int:pk>/restore/", guarded(restore), name="articles_article_take_out"),
    ]


def throw_away(request, article: Article) -> bool:
    """Put the story into the bin and say so, or say why it has to stay."""
    try:
        binning.throw_away(article, user=request.user)
    except ValidationError as error:
        for reason in error.messages:
            messages.error(request, reason)
        return False
    messages.success(
        request,
        format_html(
            _('“{}” is in the <a href="{}">bin</a>; it is deleted in {} days.'),
            article,
            reverse("admin:articles_article_bin"),
            binning.KEPT_FOR.days,
        ),
    )
    return True
