"""A step of the workflow goes on record twice: on the story's own history and in the audit log."""

from articles import audit
from articles.models import Article, Revision, Transition
from articles.models.audit_entry import Action


def log_step(
    article: Article, step: str, before: str, revision: Revision | None, *, user=None, reason: str = ""
) -> Transition:
    """Call it after the state changed, in the same transaction."""
    audit.record(
        step if step in Action.values else Action.STEP,
        article,
        user=user,
        before=before,
        after=article.state,
        note=reason,
    )
    return Transition.objects.create(
        article=article,
        step=step,
        before=before,
        after=article.state,
        revision=revision,
        user=user,
        reason=reason,
    )
