from django.contrib import admin
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from articles.models import Masthead


@admin.register(Masthead)
class MastheadAdmin(admin.ModelAdmin):
    """The one masthead: its list is its form."""

    fieldsets = [
        (None, {"fields": ["name", "kind"]}),
        (
            _("Publisher"),
            {"fields": ["press_agency", "governing_body", "head_title", "head", "further_lines"]},
        ),
        (_("Licence"), {"fields": ["licence_number", "licence_date", "licence_issuer"]}),
        (_("Contact"), {"fields": ["address", "telephone", "fax", "email", "security_contact"]}),
    ]

    def changelist_view(self, request, extra_context=None):
        return redirect("admin:articles_masthead_change", 1)

    def get_object(self, request, object_id, from_field=None):
        if object_id != "1":
            return None
        masthead = Masthead.current()
        masthead.pk = 1
        return masthead

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
