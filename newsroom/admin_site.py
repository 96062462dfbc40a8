"""The desk: Django's admin with an index that carries panels of the apps."""

from functools import wraps

from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.utils import get_fields_from_path
from django.core.exceptions import BadRequest
from django.db import DataError, models, transaction
from django.db.models.constants import LOOKUP_SEP
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from newsroom import palette, places
from newsroom.admin_lists import ListTools
from newsroom.vietnamese import sort_key

ONE_YEAR = 365 * 24 * 3600


# What the filters beside a list put behind the name of their field; those of dates ask for a span.
OFFERED = {"", "__exact", "__id__exact", "__isnull"}
OFFERED_FOR_DATES = OFFERED | {"__gte", "__lt"}


class OfferedLookups:
    """A ModelAdmin whose list answers the questions that its filters ask, and 400 to others.

    Django takes any lookup on the model's own columns: expressions that run for minutes, ranges with
    one end, columns that the list does not show.
    """

    def lookup_allowed(self, lookup, value, request):
        name = lookup.split(LOOKUP_SEP)[0]
        if name != "pk" and name not in {field.name for field in self.opts.get_fields()}:
            return super().lookup_allowed(lookup, value, request)
        fields = [one for one in self.get_list_filter(request) if isinstance(one, str)]
        offered = any(
            lookup.removeprefix(field) in self._offered(field) for field in fields if lookup.startswith(field)
        )
        return offered and super().lookup_allowed(lookup, value, request)

    def _offered(self, path: str) -> set[str]:
        field = get_fields_from_path(self.model, path)[-1]
        return OFFERED_FOR_DATES if isinstance(field, models.DateField) else OFFERED


class ToldDeletions:
    """A ModelAdmin that tells the place of what it deletes, and takes an action on chosen rows whole or not."""

    def log_deletions(self, request, queryset):
        places.ask("records_deleted", list(queryset))
        return super().log_deletions(request, queryset)

    @transaction.atomic
    def response_action(self, request, queryset):
        return super().response_action(request, queryset)


class NewsroomAdminSite(AdminSite):
    """One login for desk and account pages; the index carries panels that apps put there."""

    site_header = _("Newsroom desk")
    site_title = _("Newsroom desk")
    index_title = _("What waits")
    index_template = "admin/desk.html"
    # Lists and forms get the width; every list is one click away in the head.
    enable_nav_sidebar = False

    def __init__(self, *args, **kwargs):
        from allauth.account.decorators import secure_admin_login  # needs the loaded app registry

        super().__init__(*args, **kwargs)
        self.login = secure_admin_login(self.login)
        self.empty_value_display = "–"

    def register(self, model_or_iterable, admin_class=None, **options):
        admin_class = admin_class or ModelAdmin
        strict = type(
            admin_class.__name__,
            (ListTools, OfferedLookups, ToldDeletions, admin_class),
            {"__module__": admin_class.__module__},
        )
        super().register(model_or_iterable, strict, **options)

    def get_urls(self):
        return [
            path("ngon-ngu/", choose_language, name="language"),
            path("tim-nhanh/", self.admin_view(self.palette), name="palette"),
            *(address for addresses in places.ask("desk_addresses", self) for address in addresses),
            path(
                "r/<int:content_type_id>/<path:object_id>/",
                self.admin_view(self.view_on_site),
                name="view_on_site",
            ),
            *super().get_urls(),
        ]

    def view_on_site(self, request, content_type_id, object_id):
        """Lead to a record's own page; Django's view would tell addresses of records one may not see."""
        from django.contrib.contenttypes.models import ContentType

        model = get_object_or_404(ContentType, pk=content_type_id).model_class()
        model_admin = self._registry.get(model)
        record = model_admin and model_admin.get_object(request, object_id)
        may_look = record and model_admin.has_view_permission(request, record)
        if not may_look or not hasattr(record, "get_absolute_url"):
            raise Http404
        return HttpResponseRedirect(record.get_absolute_url())

    def each_context(self, request):
        context = super().each_context(request)
        if not context["has_permission"]:
            return context

        def head_links():  # asked for where the head is printed: it has none in a popup
            return places.ask("desk_head", request)

        return context | {"head_links": head_links, "desk_commands": palette.commands(request)}

    def get_app_list(self, request, app_label=None):
        """Lists in the order of the editor's alphabet; Django's puts Ảnh and Đơn vị last."""
        groups = super().get_app_list(request, app_label)
        for group in groups:
            group["models"].sort(key=lambda model: sort_key(str(model["name"])))
        return sorted(groups, key=lambda group: sort_key(str(group["name"])))

    def palette(self, request):
        """What a few words lead to: JSON for the dialog, a page for a browser without scripts."""
        query = request.GET.get("q", "")
        groups = palette.search(self, request, query)
        if request.get_preferred_type(["application/json", "text/html"]) == "text/html":
            context = {
                **self.each_context(request),
                "title": _("Quick search"),
                "query": query,
                "groups": groups,
            }
            response = TemplateResponse(request, "admin/palette_page.html", context)
        else:
            response = JsonResponse({"query": query, "groups": [group.as_json() for group in groups]})
        patch_vary_headers(response, ["Accept"])
        return response

    def index(self, request, extra_context=None):
        shown = {
            "panels": [panel for panel in places.ask("desk_panels", request) if panel],
            "margin": [part for part in places.ask("desk_margin", request) if part],
        }
        return super().index(request, shown | (extra_context or {}))

    def admin_view(self, view, cacheable=False):
        """Editor pages may carry inline styles, which pasted text and the editor bring; never scripts."""
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def styled(*args, **kwargs):
            try:
                response = guarded(*args, **kwargs)
            except (OverflowError, DataError) as error:  # from the database, so in the middle of any view
                raise BadRequest(gettext("There is no such number or date.")) from error
            response._csp_replace = {"style-src": settings.ADMIN_STYLE_SOURCES}
            return response

        return styled


@require_POST
def choose_language(request):
    """Keep the editor's language in a cookie and go back to the page it was chosen on."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = reverse("admin:index")
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("language")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=ONE_YEAR,
            httponly=True,
            samesite="Lax",
            secure=settings.LANGUAGE_COOKIE_SECURE,
        )
    return response
