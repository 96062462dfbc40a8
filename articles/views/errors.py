from django.shortcuts import render

from articles.models import Article

LATEST = 5


def not_found(request, exception):
    """404 that leads on: the latest stories and the sections."""
    latest = Article.objects.published().for_list()[:LATEST]
    return render(request, "404.html", {"latest": latest}, status=404)
