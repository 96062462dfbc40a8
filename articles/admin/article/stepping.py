"""A step of the workflow taken from the desk: the copy is saved first and stays saved."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.gate import ticking_off
from articles.models import Article
from articles.schedule import updates
from articles.schedule.words import moment_text

# Years beyond which a time zone may lead out of the calendar, and databases too.
YEARS = range(1900, 3000)


class MomentField(forms.DateTimeField):
    """When a story goes out; None for nothing. The one reading of it: the form's and the step's."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def to_python(self, value):
        try:
            at = super().to_python(value)
        except OverflowError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        if at and at.year not in YEARS:
            raise ValidationError(gettext_lazy("Choose a time between the years 1900 and 2999."))
        return at


def take(request, article: Article, name: str) -> bool:
    """Take the step with the reason and time of the form; say what happened. True when taken."""
    at = moment(request.POST.get("step_at", ""))
    waiting = article.state == Article.State.PUBLISHED and not article.was_public
    if name == "publish" and at is None and waiting:
        at = now()
    reason = request.POST.get("step_reason", "")
    if name == "publish" and not request.POST.get("step_despite") and _asks_first(request, article):
        return False
    return attempt(request, article, name, reason=reason, at=at)


def _asks_first(request, article: Article) -> bool:
    """Whether open advice of the gate must be confirmed before publishing; says so."""
    if workflow.refusal(article, "publish", request.user):
        return False
    asks_first = ticking_off.judge(article).asks_first
    if asks_first:
        said = _(
            "“%(title)s” is saved and not published: the gate has advice that is open. "
            "Put it right, tick it off, or choose “Publish it with what is open here” beneath it."
        )
        address = reverse("admin:articles_article_change", args=[article.pk]) + "#gate-heading"
        way = format_html('<a href="{}">{}</a>', address, _("See the advice"))
        messages.warning(request, format_html("{} {}", said % {"title": article}, way))
    return asks_first


def attempt(request, article: Article, name: str, *, reason: str = "", at=None) -> bool:
    """Take the step and say what it made of the story, or why it cannot be taken. True when taken."""
    was_out = article.is_public
    try:
        moved = workflow.take_step(article, name, request.user, reason=reason, at=at)
    except (PermissionDenied, ValidationError) as error:
        for text in getattr(error, "messages", [str(error)]):
            messages.error(request, _("“%(title)s”: %(why)s") % {"title": article, "why": text})
        return False
    messages.success(request, _published(moved, was_out) if name == "publish" else _moved(moved, name))
    return True


def _moved(article: Article, name: str) -> str:
    step = workflow.STEPS[name]
    # An update under way stays at its stage when the story itself goes off.
    state = article.get_state_display() if step.target in workflow.OUT else article.get_stage_display()
    return _("“%(title)s”: %(step)s → %(state)s.") % {"title": article, "step": step.label, "state": state}


def _published(article: Article, was_out: bool) -> str:
    """What readers see now, or from when, with the way to it."""
    about = {"title": article, "when": moment_text(article.published_at)}
    if waiting := updates.waiting(article):
        about |= {"number": waiting.number, "when": moment_text(waiting.due_at)}
        return _("“%(title)s”: revision %(number)s goes out as an update at %(when)s.") % about
    if not article.is_public:
        return _("“%(title)s” is scheduled: readers see it from %(when)s.") % about
    if was_out:
        said = _("The update of “%(title)s” is out: readers see it now.")
    elif now() - article.published_at > timedelta(minutes=1):
        said = _("“%(title)s” is out: readers see it now, dated %(when)s as chosen.")
    else:
        said = _("“%(title)s” is out: readers see it now.")
    address = article.get_absolute_url()
    return format_html('{} <a href="{}">{}</a>', said % about, address, _("See it on the site"))


def moment(text: str):
    """What a date-and-time box sends as an aware moment; None for nothing. Raises ValidationError."""
    return MomentField().clean(text)
