"""Every address of the site; the only module that names both apps."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("tai-khoan/", include("allauth.urls")),
    path("", include("awards.urls")),
    path("", include("articles.urls")),
]
