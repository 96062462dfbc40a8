"""The audit log on the desk: read by who answers for the newsroom, changed by nobody."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.admin.article.listing import RowsByIdPaginator
from articles.models import AuditEntry
from newsroom.admin_search import FoldedSearchMixin
from newsroom.keys import is_key

User = get_user_model()


class PersonFilter(admin.SimpleListFilter):
    """People with an account; who is gone is found by name in the search box."""

    title = _("who")
    parameter_name = "who"

    def lookups(self, request, model_admin):
        return [(user.pk, user.get_username()) for user in User.objects.order_by("username")[:200]]

    def queryset(self, request, queryset):
        chosen = self.value()
        if chosen is None:
            return queryset
        return queryset.filter(user_pk=chosen) if is_key(chosen) else queryset.none()


@admin.register(AuditEntry)
class AuditAdmin(FoldedSearchMixin, admin.ModelAdmin):
    list_display = ("at", "whence", "what", "change")
    list_display_links = ("at",)
    list_filter = ("action", "at", PersonFilter)
    list_per_page = list_max_show_all = 50
    paginator = RowsByIdPaginator
    search_fields = ("search_fold",)
    search_help_text = _("Title, person or address; accents may be left out")
    fields = readonly_fields = ("at", "user_name", "action", "subject", "was", "became", "note", "origin")
    ordering = ("-at", "-pk")
    sortable_by = ()

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("what"))
    def subject(self, entry):
        """The printed title; it leads to the record's form, which says itself when there is none any more."""
        try:
            view = f"admin:{entry.subject_model.replace('.', '_')}_change"
            address = reverse(view, args=[entry.subject_pk])
        except NoReverseMatch:
            return entry.subject_title
        return format_html('<a href="{}">{}</a>', address, entry.subject_title)

    @admin.display(description=_("who and from where"))
    def whence(self, entry):
        return format_html('{}<br><span class="quiet">{}</span>', entry.user_name or "–", entry.origin)

    @admin.display(description=_("what"))
    def what(self, entry):
        return format_html("<strong>{}</strong><br>{}", entry.get_action_display(), self.subject(entry))

    @admin.display(description=_("before → after"))
    def change(self, entry):
        before, after = (_short(text) for text in (entry.get_before_display(), entry.get_after_display()))
        change = f"{before} → {after}" if before and after else before or after
        return format_html('{}<br><span class="quiet">{}</span>', change, _short(entry.note))

    @admin.display(description=_("before"))
    def was(self, entry):
        return entry.get_before_display()

    @admin.display(description=_("after"))
    def became(self, entry):
        return entry.get_after_display()


def _short(text: str) -> str:
    return Truncator(text).chars(160)
