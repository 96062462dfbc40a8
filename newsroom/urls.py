"""Every address of the site; the only module that names both apps."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from articles.api import router as articles_api
from articles.search.api import router as search_api
from awards.api import router as awards_api
from newsroom import health
from newsroom.api import ROOT, ReadOnlyAPI

api = ReadOnlyAPI(title=settings.SITE_NAME)
api.add_router("", articles_api)
api.add_router("", awards_api)
api.add_router("", search_api)

urlpatterns = [
    path("admin/", admin.site.urls),
    path("tai-khoan/", include("allauth.urls")),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path(ROOT, include((api.addresses(), "api"))),
    path("", include("awards.urls")),
    path("", include("articles.urls")),
]

handler400 = "newsroom.errors.bad_request"
handler404 = "articles.views.errors.not_found"
