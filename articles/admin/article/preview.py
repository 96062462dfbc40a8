"""The reader's page made from the working copy."""

from django.shortcuts import render
from django.urls import path

from articles import rendering, working_copy
from articles.body_parts import allow_players


def urls(model_admin) -> list:
    def preview(request, object_id):
        article = model_admin.visible(request, object_id)
        page = rendering.render_preview(article, working_copy.newest_snapshot(article))
        context = {"page": page, "revision": working_copy.newest(article)}
        return allow_players(render(request, "articles/preview.html", context), page)

    view = model_admin.admin_site.admin_view(preview)
    return [path("<path:object_id>/preview/", view, name="articles_article_preview")]
