"""A step of the workflow taken from the desk: the copy is saved first and stays saved."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware, now
from django.utils.translation import gettext as _

from articles import workflow
from articles.models import Article


def take(request, article: Article, name: str) -> bool:
    """Take the step with the reason and time of the form; say what happened. True when taken."""
    at = moment(request.POST.get("step_at", ""))
    waiting = article.state == Article.State.PUBLISHED and not article.was_public
    if name == "publish" and at is None and waiting:
        at = now()
    reason = request.POST.get("step_reason", "")
    return attempt(request, article, name, reason=reason, at=at)


def attempt(request, article: Article, name: str, *, reason: str = "", at=None) -> bool:
    try:
        moved = workflow.take_step(article, name, request.user, reason=reason, at=at)
    except (PermissionDenied, ValidationError) as error:
        for text in getattr(error, "messages", [str(error)]):
            messages.error(request, _("“%(title)s”: %(why)s") % {"title": article.title, "why": text})
        return False
    step = workflow.STEPS[name]
    messages.success(
        request,
        _("“%(title)s”: %(step)s → %(state)s.")
        % {"title": moved.title, "step": step.label, "state": moved.get_state_display()},
    )
    return True


def moment(text: str):
    """An aware moment from what a date-and-time box sends; None for nothing."""
    at = parse_datetime(text) if text else None
    return make_aware(at) if at and is_naive(at) else at
