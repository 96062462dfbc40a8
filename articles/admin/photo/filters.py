"""Filters of the photo list."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import ArticlePhoto, Author


class LackingFilter(admin.SimpleListFilter):
    """Photos whose record is not complete."""

    title = _("what is missing")
    parameter_name = "lacking"
    conditions = {
        "alt": Q(alt="", decorative=False),
        "credit": Q(credit=""),
        "file": Q(file=""),
    }

    def lookups(self, request, model_admin):
        return [("alt", _("Alternative text")), ("credit", _("Credit")), ("file", _("File"))]

    def queryset(self, request, queryset):
        condition = self.conditions.get(self.value())
        return queryset.filter(condition) if condition else queryset


class UseFilter(admin.SimpleListFilter):
    """Photos on a story or as a portrait, and photos that nothing shows."""

    title = _("use")
    parameter_name = "used"

    def lookups(self, request, model_admin):
        return [("yes", _("Used")), ("no", _("Not used"))]

    def queryset(self, request, queryset):
        used = Q(pk__in=ArticlePhoto.objects.values("photo")) | Q(
            pk__in=Author.objects.filter(portrait__isnull=False).values("portrait")
        )
        return {"yes": queryset.filter(used), "no": queryset.exclude(used)}.get(self.value(), queryset)
