"""The page on which two texts of one story stand side by side, and somebody decides."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow, working_copy
from articles.models import HeldText
from articles.sittings import deciding, merging, wording
from articles.sittings.base import Base
from newsroom.people import name_of

CHOICES = {
    merging.THEIRS: gettext_lazy("Theirs"),
    merging.MINE: gettext_lazy("The late text"),
    merging.BOTH: gettext_lazy("Both, one after the other"),
}


def urls(model_admin) -> list:
    def held_text(request, object_id, pk):
        article = model_admin.visible(request, object_id)
        if not workflow.may_edit(article, request.user):
            raise PermissionDenied
        held = get_object_or_404(article.held_texts.select_related("user", "base", "resolved_by"), pk=pk)
        if request.method == "POST" and not held.resolved_at:
            return _decide(model_admin, request, article, held)
        return _page(model_admin, request, article, held)

    view = model_admin.admin_site.admin_view(held_text)
    return [path("<path:object_id>/held/<int:pk>/", view, name="articles_article_held")]


def lead_on(request, article, outcome) -> HttpResponseRedirect:
    """Where a save leads that came too late."""
    name = name_of(outcome.newest.user) or _("Somebody else")
    if outcome.held:
        messages.warning(
            request,
            _(
                "%(name)s saved this story while you were writing. Both texts are kept; nothing is decided yet."
            )
            % {"name": name},
        )
        return HttpResponseRedirect(
            reverse("admin:articles_article_held", args=[article.pk, outcome.held.pk])
        )
    messages.warning(
        request,
        _("%(name)s saved this story meanwhile. This is the new text; read it before you go on.")
        % {"name": name},
    )
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _decide(model_admin, request, article, held):
    outcome = request.POST.get("decide", "")
    if outcome not in HeldText.Outcome.values:
        return _page(model_admin, request, article, held, status=422)
    try:
        deciding.decide(
            held, outcome, request.POST.dict(), Base.read(request.POST.get("seen", "")), user=request.user
        )
    except deciding.Moved:
        held.refresh_from_db()
        messages.warning(
            request, _("The story was saved again meanwhile. This is the comparison with the new text.")
        )
        return _page(model_admin, request, article, held, status=409)
    except merging.Undecided as left:
        return _page(model_admin, request, article, held, undecided=left.names, status=422)
    messages.success(request, _("Decided: %(outcome)s.") % {"outcome": HeldText.Outcome(outcome).label})
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _page(model_admin, request, article, held, *, undecided=(), status=200):
    newest = working_copy.newest(article)
    compared = deciding.comparison(held, newest)
    names = wording.Names(held.snapshot, newest.snapshot)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Two texts of one story"),
        "original": article,
        "held": held,
        "newest": newest,
        "seen": Base.of(newest),
        "theirs": name_of(newest.user) or _("Somebody else"),
        "mine": name_of(held.user) or _("Somebody else"),
        "compared": compared,
        "fields": [_field(part, names, request.POST, undecided) for part in compared.fields if part.differs],
        "blocks": [_block(part, request.POST, undecided) for part in compared.blocks],
        "undecided": len(undecided),
    }
    return render(request, "admin/articles/article/held.html", context, status=status)


def _field(part, names, posted, undecided) -> dict:
    texts = wording.marked(*names.of(part.name, part.theirs, part.mine))
    return _row(part, wording.label_of(part.name), *texts, posted, undecided)


def _block(part, posted, undecided) -> dict:
    theirs, mine = wording.block_words(part.theirs), wording.block_words(part.mine)
    if not part.differs:
        return {"words": theirs}
    row = _row(part, _("Paragraph"), *wording.marked(theirs, mine), posted, undecided)
    return row | {"only_form": bool(theirs) and theirs == mine}


def _row(part, label, theirs, mine, posted, undecided) -> dict:
    chosen = posted.get(part.name) or part.proposal
    return {
        "name": part.name,
        "label": label,
        "theirs": theirs,
        "mine": mine,
        "theirs_absent": part.theirs is None,
        "mine_absent": part.mine is None,
        "choices": [(choice, CHOICES[choice], choice == chosen) for choice in part.choices],
        "undecided": part.name in undecided,
    }
