"""A step of the workflow goes on record twice, on the story's own history and in the audit log, and is told."""

from articles import audit
from articles.models import Article, Revision, Transition
from articles.models.audit_entry import Action
from newsroom import places


def log_step(
    article: Article,
    step: str,
    before: str,
    revision: Revision | None,
    *,
    user=None,
    reason: str = "",
    after: str = "",
) -> Transition:
    """Call it after the stage changed, in the same transaction. `after` is the stage if omitted."""
    after = after or article.stage
    audit.record(
        step if step in Action.values else Action.STEP,
        article,
        user=user,
        before=before,
        after=after,
        note=reason,
    )
    transition = Transition.objects.create(
        article=article,
        step=step,
        before=before,
        after=after,
        revision=revision,
        user=user,
        reason=reason,
    )
    places.ask("step_taken", transition)
    return transition
