"""Who may take a story from which state to which: the only table that says so."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import gate, publishing, working_copy
from articles.models import Article
from articles.schedule import updates
from articles.step_log import log_step

State = Article.State


@dataclass(frozen=True)
class Step:
    """One way on: from these states to that one, for those who hold the permission.

    `asks_for` is what the person reads who leaves out the text that the step needs.
    """

    name: str
    label: str
    origins: tuple[str, ...]
    target: str
    permission: str
    asks_for: str = ""


STEPS = {
    step.name: step
    for step in (
        Step(
            "submit",
            gettext_lazy("Submit"),
            (State.DRAFT,),
            State.SUBMITTED,
            "articles.change_article",
        ),
        Step(
            "take",
            gettext_lazy("Take into edit"),
            (State.SUBMITTED,),
            State.IN_EDIT,
            "articles.take_article",
        ),
        Step(
            "return",
            gettext_lazy("Return"),
            (State.SUBMITTED, State.IN_EDIT, State.READY),
            State.DRAFT,
            "articles.take_article",
            asks_for=gettext_lazy("Say why: the reason goes to everybody who works on the story."),
        ),
        Step(
            "ready",
            gettext_lazy("Mark ready"),
            (State.IN_EDIT,),
            State.READY,
            "articles.ready_article",
        ),
        Step(
            "publish",
            gettext_lazy("Publish"),
            (
                State.DRAFT,
                State.SUBMITTED,
                State.IN_EDIT,
                State.READY,
                State.PUBLISHED,
                State.WITHDRAWN,
            ),
            State.PUBLISHED,
            "articles.publish_article",
        ),
        Step(
            "withdraw",
            gettext_lazy("Withdraw"),
            (State.PUBLISHED,),
            State.WITHDRAWN,
            "articles.publish_article",
            asks_for=gettext_lazy("Write the notice that readers will find at the story's address."),
        ),
    )
}


def may_view(article: Article, user) -> bool:
    """Whether the person may open the story on the desk."""
    return user.has_perm("articles.view_article") and (
        user.has_perm("articles.view_every_article") or is_own(article, user)
    )


def may_edit(article: Article, user) -> bool:
    """Whether the person may change the working copy now.

    Reporters change their own stories while these are drafts; editors change every story.
    """
    if not user.has_perm("articles.change_article"):
        return False
    return user.has_perm("articles.edit_every_article") or (
        is_own(article, user) and article.state == State.DRAFT
    )


def is_own(article: Article, user) -> bool:
    """Whether the person began or signs the story."""
    return article.created_by_id == user.pk or article.bylines.filter(author__user=user).exists()


def allowed_steps(article: Article, user) -> list[Step]:
    """Steps this person may take with the story as it stands."""
    if not may_view(article, user):
        return []
    return [
        step for step in STEPS.values() if article.state in step.origins and _may_take(step, article, user)
    ]


def _may_take(step: Step, article: Article, user) -> bool:
    if not user.has_perm(step.permission):
        return False
    return step.name != "submit" or may_edit(article, user)


@transaction.atomic
def take_step(article: Article, name: str, user, *, reason: str = "", at=None) -> Article:
    """Move the story on. Raises PermissionDenied, or ValidationError with what is missing.

    Publishing what has been out, at a later time, schedules the newest revision as an update.
    """
    row = Article.objects.select_for_update().get(pk=article.pk)
    step = STEPS.get(name)
    if step is None or step not in allowed_steps(row, user):
        raise PermissionDenied(_("This step is not open to you now."))
    if step.asks_for and not reason.strip():
        raise ValidationError(step.asks_for)
    if step.name == "publish":
        if faults := gate.faults(row, working_copy.newest_snapshot(row)):
            raise ValidationError(faults)
        if at and at > timezone.now() and row.was_public:
            revision = working_copy.newest(row) or working_copy.record_row(row)
            updates.plan(row, revision, at, user=user, reason=reason)
            return row
        return publishing.publish(row, user=user, at=at, reason=reason)
    if step.name == "withdraw":
        return publishing.withdraw(row, user=user, notice=reason)
    before, row.state = row.state, step.target
    row.save(update_fields=["state"])
    log_step(row, name, before, working_copy.newest(row), user=user, reason=reason)
    return row
