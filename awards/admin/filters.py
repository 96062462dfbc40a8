"""Filters that several lists of the registry share."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from awards.models.base import RecipientKind


class RecipientKindFilter(admin.SimpleListFilter):
    title = _("kind of recipient")
    parameter_name = "recipient"

    def lookups(self, request, model_admin):
        return RecipientKind.choices

    def queryset(self, request, queryset):
        return queryset.filter(recipient_kind=self.value()) if self.value() else queryset


class ValidityFilter(admin.SimpleListFilter):
    """Whether the name or form still holds; without an end it does."""

    title = _("validity")
    parameter_name = "valid"

    def lookups(self, request, model_admin):
        return [("now", _("Still valid")), ("past", _("No longer valid"))]

    def queryset(self, request, queryset):
        conditions = {"now": queryset.filter, "past": queryset.exclude}
        return conditions[self.value()](valid_to=None) if self.value() in conditions else queryset
