"""Filters of the photo library."""

from django.contrib import admin
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from articles.models import ArticlePhoto, Author, Photo
from articles.photos.rights import ended, ending_soon


class LackingFilter(admin.SimpleListFilter):
    """Photos whose record is not complete."""

    title = _("what is missing")
    parameter_name = "lacking"
    conditions = {
        "alt": Q(alt="", decorative=False),
        "caption": Q(caption="", decorative=False),
        "credit": Q(credit=""),
        "file": Q(file=""),
    }

    def lookups(self, request, model_admin):
        return [
            ("alt", _("Alternative text")),
            ("caption", _("Caption")),
            ("credit", _("Credit")),
            ("file", _("File")),
        ]

    def queryset(self, request, queryset):
        condition = self.conditions.get(self.value())
        return queryset.filter(condition) if condition else queryset


class RightsFilter(admin.SimpleListFilter):
    """Photos whose rights end, by how near that is."""

    title = _("rights")
    parameter_name = "until"

    def lookups(self, request, model_admin):
        return [
            ("soon", _("End within 30 days")),
            ("ended", _("Have ended")),
            ("dated", _("End some day")),
        ]

    def queryset(self, request, queryset):
        conditions = {"soon": ending_soon, "ended": ended, "dated": lambda: Q(rights_until__isnull=False)}
        condition = conditions.get(self.value())
        return queryset.filter(condition()) if condition else queryset


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


class TwinFilter(admin.SimpleListFilter):
    """Photos whose file another photo has too."""

    title = _("file")
    parameter_name = "twins"

    def lookups(self, request, model_admin):
        return [("yes", _("In the library more than once"))]

    def queryset(self, request, queryset):
        if self.value() != "yes":
            return queryset
        files = Photo.objects.exclude(checksum="").order_by().values("checksum")
        return queryset.filter(checksum__in=files.annotate(n=Count("pk")).filter(n__gt=1).values("checksum"))
