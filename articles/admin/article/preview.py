"""The reader's page made from the working copy."""

from django.shortcuts import render
from django.urls import path
from django.views.decorators.clickjacking import xframe_options_sameorigin

from articles import previewing, working_copy
from articles.body_parts import allow_players

# Asked for by the frame beside the form, which says by itself that this is a preview.
FRAMED = "khung"


def urls(model_admin) -> list:
    @xframe_options_sameorigin
    def preview(request, object_id):
        article = model_admin.visible(request, object_id)
        context = previewing.page_context(article, working_copy.newest_snapshot(article))
        context |= {"revision": working_copy.newest(article), "framed": FRAMED in request.GET}
        page = render(request, "articles/preview.html", context)
        return allow_players(page, context["story"])

    view = model_admin.admin_site.admin_view(preview)
    return [path("<path:object_id>/preview/", view, name="articles_article_preview")]
