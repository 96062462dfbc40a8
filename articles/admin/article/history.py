"""What became of a story: its revisions and steps, any two texts compared, an older one restored."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from articles import workflow, working_copy
from articles.comparing import restoring
from articles.comparing.snapshots import Comparison
from articles.comparing.versions import PUBLISHED, neighbours, pair, shown_revision
from articles.models import Article, AuditEntry, Revision
from articles.state_labels import step_label
from newsroom.paging import page_in_order

ROWS = 30
LOG_ROWS = 20
CURSOR, LOG_CURSOR = "page", "log"
# Told in the list of revisions already, as steps.
STEPS_IN_LOG = ("step", "publish", "withdraw", "unschedule", "miss")


def urls(model_admin) -> list:
    def compare(request, object_id):
        return compare_page(model_admin, request, model_admin.visible(request, object_id))

    def restore(request, object_id, number):
        return restore_page(model_admin, request, model_admin.visible(request, object_id), number)

    guard = model_admin.admin_site.admin_view
    return [
        path("<path:object_id>/compare/", guard(compare), name="articles_article_compare"),
        path("<path:object_id>/restore/<int:number>/", guard(restore), name="articles_article_restore"),
    ]


def history_page(model_admin, request, article: Article):
    revisions = page_in_order(
        article.revisions.select_related("user").defer("snapshot"),
        ("-number",),
        cursor=request.GET.get(CURSOR, ""),
        size=ROWS,
    )
    steps: dict[int | None, list] = {}
    for step in article.transitions.filter(revision__in=[one.pk for one in revisions]).select_related("user"):
        steps.setdefault(step.revision_id, []).append((step, step_label(step)))
    log = page_in_order(
        _besides_steps(AuditEntry.objects.about(article)),
        ("-at", "-pk"),
        cursor=request.GET.get(LOG_CURSOR, ""),
        size=LOG_ROWS,
    )
    numbers = [one.number for one in revisions]
    context = {
        "title": _("History"),
        "rows": [(one, steps.get(one.pk, [])) for one in revisions],
        "is_first_page": CURSOR not in request.GET,
        "next_cursor": revisions.next_cursor,
        "chosen": (numbers[min(1, len(numbers) - 1)], numbers[0]) if numbers else (),
        "shown": shown_revision(article),
        "log": log,
        "reads_origins": request.user.has_perm("articles.view_auditentry"),
        "may_edit": workflow.may_edit(article, request.user),
    }
    return _render(model_admin, request, article, "history.html", context)


def _besides_steps(entries):
    """Without what stands between the revisions; a step that schedules leaves the stage as it was."""
    return entries.exclude(action__in=STEPS_IN_LOG).exclude(action="schedule", before=F("after"))


def compare_page(model_admin, request, article: Article):
    older, newer = pair(article, request.GET.get("a", ""), request.GET.get("b", ""))
    before, after = neighbours(article, older, newer)
    context = {
        "title": _("Compare"),
        "steps": [*(("prev", *numbers) for numbers in before), *(("next", *numbers) for numbers in after)],
        "older": older,
        "newer": newer,
        "comparison": Comparison(older.snapshot, newer.snapshot),
        "newest": working_copy.newest(article),
        "may_edit": workflow.may_edit(article, request.user),
    }
    return _render(model_admin, request, article, "compare.html", context)


def restore_page(model_admin, request, article: Article, number: int):
    if not workflow.may_edit(article, request.user):
        raise PermissionDenied
    revision = get_object_or_404(article.revisions.select_related("user"), number=number)
    if request.method == "POST":
        with transaction.atomic():
            row = Article.objects.select_for_update().get(pk=article.pk)
            if not workflow.may_edit(row, request.user):
                raise PermissionDenied
            if request.POST.get("seen") == str(working_copy.newest(article).number):
                return _restore(request, article, revision)
        messages.warning(request, _("The story was saved meanwhile. Look again before you restore."))
    newest = working_copy.newest(article)
    context = {
        "title": _("Restore revision %(number)s") % {"number": number},
        "revision": revision,
        "newest": newest,
        "note": request.POST.get("note", ""),
        "losses": restoring.losses(revision.snapshot),
        "comparison": Comparison(newest.snapshot, revision.snapshot),
    }
    return _render(model_admin, request, article, "restore.html", context)


def _restore(request, article: Article, revision: Revision):
    made = restoring.restore(article, revision, user=request.user, note=request.POST.get("note", ""))
    if made:
        told = _("Revision %(number)s is restored as revision %(made)s.")
        messages.success(request, told % {"number": revision.number, "made": made.number})
    else:
        messages.info(request, _("The story already reads like that revision; nothing was changed."))
    return redirect("admin:articles_article_change", article.pk)


def _render(model_admin, request, article: Article, template: str, context: dict):
    shared = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "original": article,
        "PUBLISHED": PUBLISHED,
    }
    return render(request, f"admin/articles/article/{template}", shared | context)
