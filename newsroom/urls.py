"""Every address of the site."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from articles.api import router as articles_api
from articles.search.api import router as search_api
from awards.api import router as awards_api
from newsroom import reader_urls
from newsroom.api import ROOT, ReadOnlyAPI

admin.autodiscover()  # here, not at start-up: who answers readers alone never loads the desk
api = ReadOnlyAPI(title=settings.SITE_NAME)
api.add_router("", articles_api)
api.add_router("", awards_api)
api.add_router("", search_api)

urlpatterns = [
    path("admin/", admin.site.urls),
    path("tai-khoan/", include("allauth.urls")),
    path(ROOT, include((api.addresses(), "api"))),
    *reader_urls.urlpatterns,
]

handler400 = reader_urls.handler400
handler404 = reader_urls.handler404
