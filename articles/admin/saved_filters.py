"""Above every list: how one looks at it now can be kept under a name and found again."""

from django import forms
from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.contrib.admin.views.main import ERROR_FLAG, PAGE_VAR
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import Resolver404, path, resolve
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import SavedFilter

SHARING = "articles.share_savedfilter"
# What belongs to one visit and not to the way of looking.
PASSING = (PAGE_VAR, ERROR_FLAG, IS_POPUP_VAR, TO_FIELD_VAR)


def addresses(site) -> list:
    """The addresses below /admin/ that keep and drop filters."""
    return [
        path("bo-loc/", site.admin_view(require_POST(save)), name="saved_filter_save"),
        path("bo-loc/<int:pk>/xoa/", site.admin_view(require_POST(delete)), name="saved_filter_delete"),
    ]


def tool(request, model_admin) -> str:
    """The menu of saved filters for the list that the request shows."""
    query = lasting(request.GET.urlencode())
    filters = SavedFilter.objects.offered_to(request.user).filter(path=request.path)
    context = {
        "filters": [(one, one.query == query, _may_delete(one, request.user)) for one in filters],
        "path": request.path,
        "query": query,
        "may_share": request.user.has_perm(SHARING),
    }
    return render_to_string("admin/articles/saved_filters.html", context, request)


class SavedFilterForm(forms.ModelForm):
    class Meta:
        model = SavedFilter
        fields = ("path", "name", "query", "shared")

    def clean_path(self):
        try:
            match = resolve(self.cleaned_data["path"])
        except Resolver404:
            match = None
        if match is None or match.namespace != "admin" or not (match.url_name or "").endswith("_changelist"):
            raise ValidationError(_("There is no such list."))
        return self.cleaned_data["path"]

    def clean_query(self):
        return lasting(self.cleaned_data["query"])


def save(request):
    """Keep a filter; one of the same name on the same list gives way to it."""
    form = SavedFilterForm(request.POST)
    if not form.is_valid():
        for text in [text for texts in form.errors.values() for text in texts]:
            messages.error(request, _("The filter was not saved: %(why)s") % {"why": text})
        return HttpResponseRedirect(_back(form))
    data = form.cleaned_data
    kept, _made = SavedFilter.objects.update_or_create(
        user=request.user,
        path=data["path"],
        name=data["name"],
        defaults={"query": data["query"], "shared": data["shared"] and request.user.has_perm(SHARING)},
    )
    messages.success(request, _("Saved the filter “%(name)s”.") % {"name": kept})
    return HttpResponseRedirect(kept.address)


def delete(request, pk):
    kept = get_object_or_404(SavedFilter.objects.offered_to(request.user), pk=pk)
    if not _may_delete(kept, request.user):
        messages.error(request, _("Only who shared this filter and administrators remove it."))
    else:
        kept.delete()
        messages.success(request, _("Removed the filter “%(name)s”.") % {"name": kept})
    return HttpResponseRedirect(kept.path)


def lasting(query: str) -> str:
    """The query without what belongs to one visit, names in order, so that equal filters are equal."""
    asked = QueryDict(query, mutable=True)
    for name in PASSING:
        asked.pop(name, None)
    ordered = QueryDict(mutable=True)
    for name in sorted(asked):
        ordered.setlist(name, asked.getlist(name))
    return ordered.urlencode()


def _may_delete(kept: SavedFilter, user) -> bool:
    return kept.user_id == user.pk or user.has_perm(SHARING)


def _back(form: SavedFilterForm) -> str:
    """The list that the person came from, as far as the form names one."""
    path = form.cleaned_data.get("path", "/admin/")
    query = form.cleaned_data.get("query", "")
    return f"{path}?{query}" if query else path
