from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import ErrorReport
from newsroom.admin_search import FoldedSearchMixin

SHOWN = 8


@admin.register(ErrorReport)
class ErrorReportAdmin(FoldedSearchMixin, admin.ModelAdmin):
    """What readers say is wrong: read, answered, never written here."""

    search_fields = ("text_fold",)
    list_display = ("what", "page", "state", "sent_at")
    list_filter = ("state", "sent_at")
    list_select_related = ("article",)
    sortable_by = ()
    readonly_fields = ("page", "quote", "text", "contact", "sent_at", "answered_by")
    fields = ("page", "text", "quote", "contact", "sent_at", "state", "answer", "answered_by")

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        obj.answered_by = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=_("what is wrong"))
    def what(self, report):
        return report.text[:120]

    @admin.display(description=_("page"))
    def page(self, report):
        return format_html('<a href="{}">{}</a>', report.path, report.article or report.path)


def reports_panel(request) -> str:
    """Panel of the desk: what readers have said and nobody has answered; empty when there is nothing."""
    if not request.user.has_perm("articles.change_errorreport"):
        return ""
    open_ = ErrorReport.objects.filter(state=ErrorReport.State.OPEN).select_related("article")
    rows = list(open_.order_by("sent_at", "pk")[:SHOWN])
    return render_to_string("admin/articles/error_reports.html", {"rows": rows}, request) if rows else ""
