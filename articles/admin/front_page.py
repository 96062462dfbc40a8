"""The front page on the desk: which story leads, which stand beside it, which strips follow, and when."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Subquery
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles import audit
from articles.admin.article.stepping import MomentField
from articles.front import strips
from articles.models import Article, ArticlePhoto, FrontPage
from articles.views.front import bands, page_context
from newsroom.admin_choosers import Chooser
from newsroom.admin_search import FoldedSearchMixin

STORY = ArticlePhoto._meta.get_field("article")  # any key to stories: the chooser asks for one
SECONDARY = [f"secondary_{number}" for number in range(1, 5)]
STRIPS = [(f"strip_{number}", f"strip_{number}_count") for number in range(1, 7)]
COUNTS = [(count, str(count)) for count in (3, 4, 6)]


class StoryField(forms.ModelChoiceField):
    """A story found as one types; one that is not out yet shows from the moment it is."""

    def __init__(self, **kwargs):
        widget = Chooser(STORY, admin.site, attrs={"data-width": "min(100%, 44rem)"})
        super().__init__(Article.objects.kept(), required=False, widget=widget, **kwargs)


class FrontPageForm(forms.ModelForm):
    """Fields in place of the stored content."""

    starts_at = MomentField(label=_("In force from"), help_text=_("Empty: a draft. Vietnamese time."))
    ends_at = MomentField(
        label=_("In force until"),
        help_text=_("Empty: until a later one begins. After it, the one before comes back."),
    )
    lead = StoryField(label=_("Lead story"), help_text=_("Empty: the newest."))

    class Meta:
        model = FrontPage
        fields = ("name", "starts_at", "ends_at")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        content = self.instance.content
        self.initial["lead"] = content.get("lead")
        secondary = content.get("secondary", [])
        for number, name in enumerate(SECONDARY):
            label = _("Beside it, %(number)d") % {"number": number + 1}
            self.fields[name] = StoryField(label=label)
            self.initial[name] = secondary[number] if number < len(secondary) else None
        offered = [("", "—"), *strips.choices()]
        wanted = content.get("strips", [])
        for number, (source, count) in enumerate(STRIPS):
            label = _("Strip %(number)d") % {"number": number + 1}
            self.fields[source] = forms.ChoiceField(label=label, choices=offered, required=False)
            self.fields[count] = forms.TypedChoiceField(
                label=_("Number of stories"),
                choices=COUNTS,
                coerce=int,
                initial=3,
                required=False,
                empty_value=3,
            )
            if number < len(wanted):
                self.initial |= {source: wanted[number]["source"], count: wanted[number]["count"]}

    def clean(self):
        data = super().clean()
        self._say_twice(data, ["lead", *SECONDARY], _("This story already stands on the page."))
        self._say_twice(data, [source for source, _count in STRIPS], _("This strip stands twice."))
        if data.get("ends_at") and not data.get("starts_at"):
            self.add_error("starts_at", _("Say from when it is in force."))
        return data

    def _say_twice(self, data: dict, names: list[str], words) -> None:
        seen = set()
        for name in names:
            value = data.get(name)
            if value and value in seen:
                self.add_error(name, ValidationError(words))
            seen.add(value)

    def save(self, commit=True):
        data = self.cleaned_data
        self.instance.content = {
            "lead": data["lead"].pk if data["lead"] else None,
            "secondary": [data[name].pk for name in SECONDARY if data[name]],
            "strips": [
                {"source": data[source], "count": data[count]} for source, count in STRIPS if data[source]
            ],
        }
        return super().save(commit)


@admin.register(FrontPage)
class FrontPageAdmin(FoldedSearchMixin, admin.ModelAdmin):
    form = FrontPageForm
    change_form_template = "admin/articles/frontpage/change_form.html"
    list_display = ("name", "standing", "starts_at", "ends_at", "modified_by", "seen")
    list_select_related = ("modified_by",)
    sortable_by = ()
    quick_place = 45

    def get_fieldsets(self, request, obj=None):
        return [
            (None, {"fields": ["name", ("starts_at", "ends_at")]}),
            (_("Head of the page"), {"fields": ["lead", *SECONDARY]}),
            (
                _("Strips below it"),
                {
                    "fields": STRIPS,
                    "description": _("A story that already stands higher up is not repeated."),
                },
            ),
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        # The form makes its own fields; Django would look for them in the model.
        return super().get_form(request, obj, change, **kwargs | {"fields": FrontPageForm.Meta.fields})

    def get_queryset(self, request):
        current = FrontPage.objects.in_force().values("pk")[:1]
        return super().get_queryset(request).annotate(current=Subquery(current))

    def save_model(self, request, obj, form, change):
        obj.modified_by = request.user
        super().save_model(request, obj, form, change)
        audit.record("front", obj, user=request.user, after=_in_force(obj))

    def get_urls(self):
        view = self.admin_site.admin_view(self.preview)
        return [path("<int:pk>/preview/", view, name="articles_frontpage_preview"), *super().get_urls()]

    @method_decorator(require_safe)
    def preview(self, request, pk):
        """The reader's page as this arrangement would make it now."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        arranged = get_object_or_404(FrontPage, pk=pk)
        context = page_context(arranged.content, bands=bands()) | {"arranged": arranged}
        response = render(request, "articles/front_preview.html", context)
        patch_cache_control(response, no_store=True, private=True)
        return response

    @admin.display(description=_("state"))
    def standing(self, page):
        now = timezone.now()
        if page.starts_at is None:
            return _("Draft")
        if page.starts_at > now:
            return _("Planned")
        return _("In force") if page.pk == page.current else _("Past")

    @admin.display(description=_("preview"))
    def seen(self, page):
        address = reverse("admin:articles_frontpage_preview", args=[page.pk])
        return format_html('<a href="{}">{}</a>', address, _("Preview"))


def _in_force(page: FrontPage) -> str:
    moments = (page.starts_at, page.ends_at)
    return " – ".join(
        date_format(timezone.localtime(moment), "H:i j/n/Y") if moment else "…" for moment in moments
    )
