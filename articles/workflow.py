"""Who may take a story from which stage to which: the only table that says so.

A story that is out stays as readers see it while an update goes through the same stages.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import gate, publishing, working_copy
from articles.four_eyes import FourEyes
from articles.models import Article
from articles.schedule import updates
from articles.step_log import log_step

State = Article.State
WORKING = Article.WORKING
OUT = (State.PUBLISHED, State.WITHDRAWN)


@dataclass(frozen=True)
class Step:
    """One way on: from these stages to that one, for those who hold the permission.

    The stage is that of the update where one is under way, else the story's state. `rows` are the
    states of the row itself that the step is for. `asks_for` is what the person reads who leaves
    out the text that the step needs. A step `by_saving` has no button: changing the text takes it.
    """

    name: str
    label: str
    origins: tuple[str, ...]
    target: str
    permission: str
    asks_for: str = ""
    rows: tuple[str, ...] = tuple(State)
    by_saving: bool = False


_WHY = gettext_lazy("Say why: the reason goes to everybody who works on the story.")
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
            "ready",
            gettext_lazy("Mark ready"),
            (State.IN_EDIT,),
            State.READY,
            "articles.ready_article",
        ),
        Step(
            "reopen",
            gettext_lazy("Back to edit"),
            (State.READY,),
            State.IN_EDIT,
            "articles.take_article",
            asks_for=_WHY,
        ),
        Step(
            "return",
            gettext_lazy("Return"),
            (State.SUBMITTED, State.IN_EDIT, State.READY),
            State.DRAFT,
            "articles.take_article",
            asks_for=_WHY,
        ),
        Step(
            "publish",
            gettext_lazy("Publish"),
            (*WORKING, *OUT),
            State.PUBLISHED,
            "articles.publish_article",
        ),
        Step(
            "discard",
            gettext_lazy("Discard the update"),
            WORKING,
            State.PUBLISHED,
            "articles.take_article",
            rows=OUT,
        ),
        Step(
            "withdraw",
            gettext_lazy("Withdraw"),
            (*WORKING, State.PUBLISHED),
            State.WITHDRAWN,
            "articles.publish_article",
            asks_for=gettext_lazy("Write the notice that readers will find at the story's address."),
            rows=(State.PUBLISHED,),
        ),
        Step(
            "revise",
            gettext_lazy("Change"),
            (State.READY, *OUT),
            State.IN_EDIT,
            "articles.change_article",
            by_saving=True,
        ),
    )
}


def may_view(article: Article, user) -> bool:
    """Whether the person may open the story on the desk."""
    return (
        article.binned_at is None
        and user.has_perm("articles.view_article")
        and (user.has_perm("articles.view_every_article") or is_own(article, user))
    )


def may_edit(article: Article, user) -> bool:
    """Whether the person may change the working copy now.

    Reporters change their own stories while these are drafts; editors change every story.
    """
    if article.binned_at or not user.has_perm("articles.change_article"):
        return False
    return user.has_perm("articles.edit_every_article") or (
        article.stage == State.DRAFT and is_own(article, user)
    )


def may_throw_away(article: Article, user) -> bool:
    """Whether the person may put the story into the bin; `deleting.refusals` says which ones stay."""
    return user.has_perm("articles.delete_article") and may_edit(article, user)


def may_take_back(article: Article, user) -> bool:
    """Whether the person may take the story out of the bin: whoever may have put it there."""
    return (
        article.binned_at is not None
        and user.has_perm("articles.delete_article")
        and (user.has_perm("articles.edit_every_article") or is_own(article, user))
    )


def may_assign(user) -> bool:
    """Whether the person says who works on a story and until when."""
    return user.has_perm("articles.take_article")


def may_plan(article: Article, user) -> bool:
    """Whether the person may move or cancel what is planned for the story."""
    return user.has_perm("articles.publish_article") and may_view(article, user)


def is_own(article: Article, user) -> bool:
    """Whether the person began the story, signs it or is to write it."""
    return user.pk in (article.created_by_id, article.assignee_id) or (
        article.bylines.filter(author__user=user).exists()
    )


def first_steps(user) -> list[Step]:
    """Steps that the person may take with a story which they are about to begin."""
    begun = Article(created_by=user)
    return [step for step in STEPS.values() if _is_open(step, begun, user, FourEyes(begun))]


def allowed_steps(article: Article, user) -> list[Step]:
    """Steps this person may take with the story as it stands."""
    if not may_view(article, user):
        return []
    eyes = FourEyes(article)
    return [step for step in STEPS.values() if _is_open(step, article, user, eyes)]


def objections(article: Article, user) -> list[tuple[Step, str]]:
    """Steps that the person's role may take and that are closed to this person, with the reason."""
    if not may_view(article, user):
        return []
    eyes = FourEyes(article)
    steps = [step for step in STEPS.values() if _role_may(step, article, user)]
    return [(step, why) for step in steps if (why := eyes.objection(step.name, user))]


def _is_open(step: Step, article: Article, user, eyes: FourEyes) -> bool:
    return _role_may(step, article, user) and not eyes.objection(step.name, user)


def _role_may(step: Step, article: Article, user) -> bool:
    if step.by_saving or article.stage not in step.origins or article.state not in step.rows:
        return False
    return user.has_perm(step.permission) and (step.name != "submit" or may_edit(article, user))


def refusal(article: Article, name: str, user) -> str:
    """Why this step is not open to the person now; empty when it is."""
    step = STEPS.get(name)
    if step is None or not may_view(article, user) or not _role_may(step, article, user):
        return _("This step is not open to you now.")
    return FourEyes(article).objection(name, user)


@transaction.atomic
def take_step(article: Article, name: str, user, *, reason: str = "", at=None) -> Article:
    """Move the story on. Raises PermissionDenied, or ValidationError with what is missing.

    Publishing what has been out, at a later time, schedules the newest revision as an update.
    """
    row = Article.objects.select_for_update().get(pk=article.pk)
    if why := refusal(row, name, user):
        raise PermissionDenied(why)
    step = STEPS[name]
    if step.asks_for and not reason.strip():
        raise ValidationError(step.asks_for)
    if faults := step_faults(step, row):
        raise ValidationError(faults)
    if name == "publish":
        if at and at > timezone.now() and row.was_public:
            revision = working_copy.newest(row) or working_copy.record_row(row)
            updates.plan(row, revision, at, user=user, reason=reason)
            return row
        return publishing.publish(row, user=user, at=at, reason=reason)
    if name == "withdraw":
        return publishing.withdraw(row, user=user, notice=reason)
    if name == "discard":
        if updates.waiting(row) and not may_plan(row, user):
            raise PermissionDenied(_("An update is scheduled; only those who publish cancel it."))
        return publishing.discard_update(row, user=user, reason=reason)
    before = row.stage
    row.move_to(step.target)
    log_step(row, name, before, working_copy.newest(row), user=user, reason=reason)
    return row


def step_faults(step: Step, article: Article) -> list[str]:
    """What the working copy lacks for the step, in words for people. A draft may lack anything."""
    if step.name not in ("submit", "ready", "publish"):
        return []
    snapshot = working_copy.newest_snapshot(article)
    return gate.faults(article, snapshot) if step.name == "publish" else text_faults(snapshot)


def text_faults(snapshot: dict) -> list[str]:
    """What a text lacks before others spend their time on it."""
    faults = []
    if not snapshot["title"]:
        faults.append(_("The story needs a title."))
    if not snapshot["body"]:
        faults.append(_("The story needs a body."))
    return faults
