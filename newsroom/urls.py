"""Every address of the site; the only module that names both apps."""

from django.contrib import admin
from django.urls import include, path

from newsroom import health

urlpatterns = [
    path("admin/", admin.site.urls),
    path("tai-khoan/", include("allauth.urls")),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("", include("awards.urls")),
    path("", include("articles.urls")),
]

handler400 = "newsroom.errors.bad_request"
handler404 = "articles.views.errors.not_found"
