"""The admin action that merges chosen rows into one of them, after a page that asks which to keep."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class MergeMixin:
    """A ModelAdmin with the action; `merge(kept, others)` returns how many stories changed."""

    actions = ["merge_chosen"]
    merge = None

    def has_merge_permission(self, request):
        return self.has_change_permission(request)

    @admin.action(description=_("Merge into one…"), permissions=["merge"])
    def merge_chosen(self, request, queryset):
        rows = list(queryset.order_by("pk"))
        if len(rows) < 2:
            messages.warning(request, gettext("Choose at least two to merge."))
            return None
        kept = next((row for row in rows if str(row.pk) == request.POST.get("kept")), None)
        if request.POST.get("confirmed") and kept:
            others = [row for row in rows if row != kept]
            count = type(self).merge(kept, others)
            for other in others:
                self.log_change(request, kept, gettext("Merged “%(name)s” into this.") % {"name": other})
            messages.success(
                request,
                gettext("Merged into “%(name)s”; %(count)s stories were renewed.")
                % {"name": kept, "count": count},
            )
            return None
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Merge: which one stays?"),
            "rows": [(row, self.merge_facts(row)) for row in rows],
            "missing": bool(request.POST.get("confirmed")),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return render(request, "admin/articles/merge.html", context)

    def merge_facts(self, row) -> list[str]:
        """What helps to tell one row from another."""
        return [row.get_absolute_url()]
