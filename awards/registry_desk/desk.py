"""The page of what waits, and the confirming of words that were only written anew."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.comparing.versions import versions_of_row
from awards.award_lists.rights import may_enter_lists
from awards.block_texts import block_texts
from awards.changes import Change
from awards.models import Evidence
from awards.registry_desk import waiting
from awards.rewording import nearest_words
from newsroom.palette import Command


def urls(site) -> list:
    """Addresses below /admin/."""

    def desk(request):
        return _page(site, request)

    def confirm(request, piece):
        return _confirm(site, request, piece)

    return [
        path("thi-dua/", site.admin_view(require_GET(desk)), name="awards_registry_desk"),
        path(
            "thi-dua/bang-chung/<int:piece>/",
            site.admin_view(require_POST(confirm)),
            name="awards_confirm_words",
        ),
    ]


def may_keep(user) -> bool:
    """Whether the registry is this person's work."""
    return user.has_perm("awards.change_honour") and user.has_perm("awards.change_evidence")


def commands(request) -> list[Command]:
    """Fills the place `desk_commands`."""
    offered = []
    if may_keep(request.user):
        offered.append(Command(_("Registry desk"), reverse("admin:awards_registry_desk"), "R"))
    if may_enter_lists(request.user):
        offered.append(Command(_("Enter the list of a decision"), reverse("admin:awards_lists")))
    return offered


def _page(site, request):
    if not may_keep(request.user):
        raise PermissionDenied
    context = {
        **site.each_context(request),
        "title": _("Registry desk"),
        "kinds": waiting.everything(),
        "may_enter_lists": may_enter_lists(request.user),
    }
    return render(request, "admin/awards/registry_desk.html", context)


@transaction.atomic
def _confirm(site, request, pk):
    """Take the words that the story has now for the evidence, if they are still those that were shown."""
    if not may_keep(request.user):
        raise PermissionDenied
    piece = get_object_or_404(Evidence.objects.select_for_update(of=("self",)).with_record(), pk=pk)
    now = nearest_words(block_texts(piece.article), piece.quote)
    if piece.found or now is None or (now.block, now.quote) != _shown(request):
        messages.error(request, _("The story has changed meanwhile: look at its words once more."))
        return redirect("admin:awards_registry_desk")
    change = Change(piece.record)
    before, piece.block, piece.quote, piece.found = piece.quote, now.block, now.quote, True
    piece.revision_id = versions_of_row(piece.article).held
    piece.save(update_fields=["block", "quote", "found", "quote_fold", "revision"])
    change.settle(piece.record)
    what = _("Words confirmed as they stand now; before: “%(words)s”") % {"words": before}
    site.get_model_admin(Evidence).log_change(request, piece, what)
    messages.success(
        request, _("“%(record)s” is proven by the words as they stand now.") % {"record": piece.record}
    )
    return redirect("admin:awards_registry_desk")


def _shown(request) -> tuple[str, str]:
    return request.POST.get("block", ""), request.POST.get("quote", "")
