"""The addresses that readers ask for. Whoever serves them alone loads no API and builds none of the desk's addresses."""

from django.urls import include, path

from newsroom import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("", include("awards.urls")),
    path("", include("articles.urls")),
]

handler400 = "newsroom.errors.bad_request"
handler404 = "articles.views.errors.not_found"
