"""The page on which a person is hidden from lists and search, or shown again."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext

from articles.models import AuditEntry
from awards.hiding import hide, show

DECISIONS_SHOWN = 20


class HidingMixin:
    """A ModelAdmin of people with the page, for those who may change a person."""

    def get_urls(self):
        page = path(
            "<path:object_id>/hiding/",
            self.admin_site.admin_view(self.hiding_view),
            name="awards_person_hiding",
        )
        return [page, *super().get_urls()]

    def hiding_view(self, request, object_id):
        person = self.get_object(request, unquote(object_id))
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        if person is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        error = ""
        if request.method == "POST":
            decide = show if "show" in request.POST else hide
            try:
                decide(person, user=request.user, reason=request.POST.get("reason", ""))
            except ValidationError as refused:
                error = refused.messages[0]
            else:
                text = gettext("Hidden.") if decide is hide else gettext("Shown again.")
                messages.success(request, text)
                return redirect("admin:awards_person_change", person.pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Hide from lists and search"),
            "person": person,
            "error": error,
            "reason": request.POST.get("reason", ""),
            "decisions": AuditEntry.objects.about(person).filter(action__in=["hide", "unhide"])[
                :DECISIONS_SHOWN
            ],
        }
        return render(request, "admin/awards/person/hiding.html", context, status=400 if error else 200)
