"""Bulk actions: the same transition table, a confirmation page, and a word on every story refused."""

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from articles import workflow
from articles.admin.article import stepping
from articles.gate import ticking_off
from articles.models import Article
from articles.workflow import STEPS, Step


def _action(step: Step):
    @admin.action(description=format_lazy("{}…", step.label))
    def action(modeladmin, request, queryset):
        return _confirm_or_take(modeladmin, request, queryset, step)

    action.__name__ = f"step_{step.name}"
    return action


def _confirm_or_take(modeladmin, request, queryset, step: Step):
    stories = list(queryset.defer("body", "story_html"))
    reason, missing = request.POST.get("step_reason", ""), False
    moment, unreadable = request.POST.get("step_at", ""), []
    if request.POST.get("confirmed"):
        missing = step.asks_for and not reason.strip()
        try:
            at = stepping.moment(moment)
        except ValidationError as error:
            unreadable = error.messages
        if not missing and not unreadable:
            for story in stories:
                stepping.attempt(request, story, step.name, reason=reason, at=at)
            return None
    rows = [_row(story, step, request.user) for story in stories]
    context = {
        **modeladmin.admin_site.each_context(request),
        "opts": modeladmin.opts,
        "title": _("%(step)s: %(count)s stories") % {"step": step.label, "count": len(stories)},
        "step": step,
        "action": f"step_{step.name}",
        "rows": rows,
        "any_open": not all(row["refusal"] for row in rows),
        "missing": missing,
        "unreadable": unreadable,
        "moment": moment,
        "reason": reason,
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return render(request, "admin/articles/article/bulk.html", context)


def _row(story: Article, step: Step, user) -> dict:
    """What the person should know of one chosen story before confirming."""
    refusal = workflow.refusal(story, step.name, user)
    asks_gate = step.name == "publish" and not refusal
    return {
        "story": story,
        "refusal": refusal,
        "found": ticking_off.judge(story) if asks_gate else None,
    }


STEP_OF = {f"step_{step.name}": step for step in STEPS.values() if not step.by_saving}
ACTIONS = [_action(step) for step in STEP_OF.values()]
