from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.merging.undo import obstacles, returning, undo
from awards.models import Merge


@admin.register(Merge)
class MergeAdmin(admin.ModelAdmin):
    """What was merged, and the way back; written by merging, changed by nobody."""

    list_display = ("at", "gone_name", "stays", "user_name", "reason", "state")
    list_filter = ("kind", "at")
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    sortable_by = ()
    fields = readonly_fields = (
        "at", "kind", "gone_name", "gone_path", "stays", "user_name", "reason", "state",
    )  # fmt: skip

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("awards.view_organisation")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def may_undo(self, request) -> bool:
        return request.user.has_perm("awards.change_organisation") and request.user.has_perm(
            "awards.change_person"
        )

    def get_urls(self):
        view = self.admin_site.admin_view(self.undoing_view)
        return [
            path("<path:object_id>/undoing/", view, name="awards_merge_undoing"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, **kwargs):
        context["may_undo"] = self.may_undo(request)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("the one that stays"))
    def stays(self, merge):
        try:
            address = reverse(f"admin:awards_{merge.kind}_change", args=[merge.kept_pk])
        except NoReverseMatch:
            return merge.kept_name
        return format_html('<a href="{}">{}</a>', address, merge.kept_name)

    @admin.display(description=_("state"))
    def state(self, merge):
        if not merge.undone_at:
            return gettext("stands")
        return gettext("undone by %(who)s") % {"who": merge.undone_by or "–"}

    def undoing_view(self, request, object_id):
        if not self.may_undo(request):
            raise PermissionDenied
        merge = self.get_object(request, unquote(object_id))
        if merge is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        against = obstacles(merge)
        if request.method == "POST" and not against:
            try:
                gone = undo(merge, user=request.user)
            except ValidationError as refused:  # somebody was quicker
                against = refused.messages
            else:
                messages.success(request, gettext("“%(gone)s” stands again.") % {"gone": gone})
                return redirect(f"admin:awards_{merge.kind}_change", gone.pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Undo the merge"),
            "merge": merge,
            "against": against,
            "returning": () if against else returning(merge),
        }
        status = 409 if request.method == "POST" else 200
        return render(request, "admin/awards/merge/undoing.html", context, status=status)
