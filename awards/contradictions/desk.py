"""The queue of contradictions on the desk: both quotes side by side, and what can be decided."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import AuditEntry
from awards.block_texts import block_texts
from awards.contradictions import resolving
from awards.models import Contradiction, Reading
from newsroom.keys import is_key
from newsroom.paging import page_by_pk
from newsroom.palette import Command
from newsroom.vietnamese import collapse_spaces

ON_A_PAGE = 50
DECISIONS_SHOWN = 20
# Beside choosing a reading; each with what it means for readers.
_WAYS = {
    "accept": (
        resolving.accept_all,
        gettext_lazy("Decided: nothing contradicts. Readers are told nothing of it."),
    ),
    "leave": (resolving.leave_open, gettext_lazy("Left open: readers see every reading and your reason.")),
    "reopen": (
        resolving.reopen,
        gettext_lazy("The decision is taken back: the contradiction waits again."),
    ),
}


def urls(site) -> list:
    """Addresses below /admin/."""

    def queue(request):
        return _queue(site, request)

    def contradiction(request, pk):
        return _contradiction(site, request, pk)

    return [
        path("mau-thuan/", site.admin_view(queue), name="awards_contradiction_changelist"),
        path(
            "mau-thuan/<int:pk>/",
            site.admin_view(contradiction),
            name="awards_contradiction_change",
        ),
    ]


def commands(request) -> list[Command]:
    """The way to the queue, from every page of the desk."""
    if not may_decide(request.user):
        return []
    return [Command(_("Contradictions"), reverse("admin:awards_contradiction_changelist"))]


def may_decide(user) -> bool:
    return user.has_perm("awards.change_honour") and user.has_perm("awards.change_event")


def waiting(user, number: int) -> list[Contradiction]:
    """The newest contradictions that wait for this person; nothing for who may not decide them."""
    if not may_decide(user):
        return []
    return list(_open().with_readings()[:number])


def _open():
    return Contradiction.objects.filter(state=Contradiction.State.OPEN)


def _queue(site, request):
    if not may_decide(request.user):
        raise PermissionDenied
    state = request.GET.get("state", Contradiction.State.OPEN)
    if state not in Contradiction.State.values:
        raise Http404
    rows = Contradiction.objects.filter(state=state).with_readings()
    page = page_by_pk(rows, cursor=request.GET.get("trang", ""), size=ON_A_PAGE)
    context = {
        **site.each_context(request),
        "title": _("Contradictions"),
        "page": page,
        "state": state,
        "states": Contradiction.State.choices,
    }
    return render(request, "admin/awards/contradictions.html", context)


def _contradiction(site, request, pk):
    if not may_decide(request.user):
        raise PermissionDenied
    row = Contradiction.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    error = ""
    if request.method == "POST":
        try:
            said = _decide(row, request)
        except ValidationError as refused:
            error = " ".join(refused.messages)
            row.refresh_from_db()
        else:
            messages.success(request, said)
            return redirect("admin:awards_contradiction_changelist")
    sides = _sides(row)
    context = {
        **site.each_context(request),
        "title": row.get_kind_display(),
        "subtitle": row.about,
        "contradiction": row,
        "sides": sides,
        "merging": _way_to_merge(row, sides),
        "can_choose": row.kind != Contradiction.Kind.NAME,
        "error": error,
        "reason": request.POST.get("reason", ""),
        "decisions": AuditEntry.objects.about(row)[:DECISIONS_SHOWN],
    }
    return render(request, "admin/awards/contradiction.html", context, status=400 if error else 200)


def _decide(row: Contradiction, request) -> str:
    """What was decided, and what readers see of it. Raises ValidationError where nothing can be."""
    way, reason = request.POST.get("way", ""), request.POST.get("reason", "")
    if way in _WAYS:
        act, said = _WAYS[way]
        act(row, user=request.user, reason=reason)
        return said
    if way != "choose":
        raise ValidationError(_("Choose what is right."))
    key = request.POST.get("reading", "")
    reading = row.readings.filter(pk=key).first() if is_key(key) else None
    if reading is None:
        raise ValidationError(_("Choose the reading that is right."))
    resolving.choose(row, reading, user=request.user, reason=reason)
    said = _("Decided: “%(value)s”. Readers see it with the other reading and your reason.")
    return said % {"value": reading.value}


def _sides(row: Contradiction) -> list[dict]:
    readings = row.readings.select_related("evidence__article__lead_photo", *Reading.RECORDS)
    texts = {}
    sides = []
    for reading in readings:
        story = reading.evidence.article if reading.evidence else None
        if story and story.pk not in texts:
            texts[story.pk] = block_texts(story)
        block = texts[story.pk].get(reading.evidence.block, "") if story else ""
        sides.append(
            {"reading": reading, "passage": _marked(block, reading.quote), "record": _change(reading.record)}
        )
    return sides


def _marked(block: str, quote: str):
    """The paragraph with the words marked; the words alone where the paragraph does not hold them."""
    before, found, after = block.partition(collapse_spaces(quote)) if quote else (block, "", "")
    if not found:
        return format_html("<mark>{}</mark>", quote) if quote else ""
    return format_html("{}<mark>{}</mark>{}", before, found, after)


def _change(record) -> str:
    return reverse(f"admin:awards_{record._meta.model_name}_change", args=[record.pk]) if record else ""


def _way_to_merge(row: Contradiction, sides: list[dict]) -> str:
    records = [side["reading"].record for side in sides]
    if row.kind != Contradiction.Kind.NAME or len(records) != 2 or None in records:
        return ""
    kept, gone = records
    return f"{reverse(f'admin:awards_{kept._meta.model_name}_merging')}?kept={kept.pk}&gone={gone.pk}"
