"""The month calendar of the desk, and the one address that moves what is planned to another moment."""

import re
from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.db.models import Q
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.admin.article.stepping import YEARS, MomentField
from articles.models import Author, Byline, Section
from articles.schedule import calendar, moving
from articles.schedule.kinds import DEADLINE, MOVABLE, WORDS
from articles.schedule.words import moment_text
from newsroom.keys import is_key


class MoveForm(forms.Form):
    """The new moment of something planned."""

    at = MomentField(label=gettext_lazy("New time"), help_text=gettext_lazy("Vietnamese time."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["at"].required = True
        self.fields["at"].widget.attrs["required"] = True


def urls(model_admin) -> list:
    """The calendar and the form that moves one entry of it."""

    def month_view(request):
        if not model_admin.has_view_permission(request):
            raise PermissionDenied
        first = _month(request.GET.get("month", ""))
        stories, chosen = _filtered(request, model_admin.get_queryset(request).order_by())
        month = calendar.month(first, stories, timezone.now())
        context = {
            **model_admin.admin_site.each_context(request),
            "opts": model_admin.opts,
            "title": _("Calendar of %(month)s") % {"month": f"{first:%m/%Y}"},
            "month": month,
            "today": timezone.localdate(),
            "kinds": WORDS,
            "weekdays": list(WEEKDAYS.values()),
            "chosen": chosen,
            "query": urlencode({name: value for name, value in chosen.items() if value}),
            "sections": Section.objects.values_list("pk", "name"),
            "authors": _signing(month, chosen["author"]),
            "movable": _movable(request.user),
            "form": MoveForm(),
        }
        return render(request, "admin/articles/article/calendar.html", context)

    def move_view(request, object_id, kind):
        article = model_admin.visible(request, object_id)
        if kind not in MOVABLE:
            raise Http404
        if not moving.may_move(article, kind, request.user):
            raise PermissionDenied
        form = MoveForm(request.POST or None, initial={"at": moving.planned_at(article, kind)})
        moved = request.method == "POST" and form.is_valid() and _move(article, kind, form, request.user)
        if "application/json" in request.headers.get("Accept", ""):
            return _told(article, kind, form)
        if moved:
            messages.success(request, _sentence(article, kind, form))
            return redirect(_calendar_at(form.cleaned_data["at"]))
        if request.method != "POST" and form.initial["at"] is None:
            messages.error(
                request, _("There is nothing to move any more: it has happened, or it was cancelled.")
            )
            return redirect("admin:articles_article_calendar")
        context = {
            **model_admin.admin_site.each_context(request),
            "opts": model_admin.opts,
            "title": _("Move to another time"),
            "original": article,
            "kind": WORDS[kind],
            "planned_at": form.initial["at"],
            "form": form,
        }
        return render(
            request, "admin/articles/article/move.html", context, status=400 if form.errors else 200
        )

    guarded = model_admin.admin_site.admin_view
    return [
        path("calendar/", guarded(month_view), name="articles_article_calendar"),
        path("<path:object_id>/move/<slug:kind>/", guarded(move_view), name="articles_article_move"),
    ]


def _movable(user) -> set[str]:
    """Kinds that the person may move on the stories that they see."""
    plans, assigns = user.has_perm("articles.publish_article"), workflow.may_assign(user)
    return {kind for kind in MOVABLE if (assigns if kind == DEADLINE else plans)}


def _month(text: str) -> date:
    """The first day of “2026-11”, or of this month for no text. Raises BadRequest."""
    if not text:
        return timezone.localdate().replace(day=1)
    match = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
    if match is None or int(match[1]) not in YEARS:
        raise BadRequest(_("There is no such month: write it like 2026-11."))
    return date(int(match[1]), int(match[2]), 1)


def _filtered(request, stories) -> tuple:
    """The stories that the address asks for, and what it asks. Raises BadRequest."""
    chosen = {name: request.GET.get(name, "") for name in ("section", "author")}
    for value in chosen.values():
        if value and not is_key(value):
            raise BadRequest(_("There is no such choice in this filter."))
    if chosen["section"]:
        stories = stories.filter(section=chosen["section"])
    if chosen["author"]:
        signed = Byline.objects.filter(author=chosen["author"])
        stories = stories.filter(pk__in=signed.values("article"))
    return stories, chosen


def _signing(month: calendar.Month, chosen: str) -> list[tuple]:
    """Who can be chosen: whoever signs what the month shows, or who is chosen already."""
    shown = (
        Q(pk=chosen)
        if chosen
        else Q(pk__in=Byline.objects.filter(article__in=month.articles).values("author"))
    )
    return list(Author.objects.filter(shown).order_by("name", "pk").values_list("pk", "name"))


def _move(article, kind: str, form: MoveForm, user) -> bool:
    try:
        moving.move(article, kind, form.cleaned_data["at"], user)
    except ValidationError as error:
        form.add_error("at", error.messages)
        return False
    return True


def _sentence(article, kind: str, form: MoveForm) -> str:
    return _("“%(title)s”: %(kind)s, now at %(when)s.") % {
        "title": article,
        "kind": WORDS[kind],
        "when": moment_text(form.cleaned_data["at"]),
    }


def _told(article, kind: str, form: MoveForm) -> JsonResponse:
    """What the calendar's script reads."""
    if form.errors or not form.is_bound:
        faults = [fault for faults in form.errors.values() for fault in faults]
        return JsonResponse({"message": " ".join(faults)}, status=400)
    at = timezone.localtime(form.cleaned_data["at"])
    return JsonResponse({"message": _sentence(article, kind, form), "at": f"{at:%Y-%m-%dT%H:%M}"})


def _calendar_at(moment) -> str:
    return reverse("admin:articles_article_calendar") + f"?month={timezone.localtime(moment):%Y-%m}"
