"""What is planned for one story, beside its form."""

from django.contrib import messages
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles import workflow
from articles.models import Article, Revision
from articles.schedule import updates


class Plan:
    """The scheduled update of a story, or the one that did not go out; a fixed number of queries."""

    def __init__(self, article: Article, user):
        self.article, self.user = article, user

    @cached_property
    def _revisions(self) -> list[Revision]:
        return updates.planned_or_missed(self.article) if self.article.pk else []

    @property
    def update(self) -> Revision | None:
        return next((one for one in self._revisions if one.due_at), None)

    @property
    def missed(self) -> Revision | None:
        return next((one for one in self._revisions if one.missed_at), None)

    @property
    def planned_by(self):
        return updates.planned_by(self.update)

    @cached_property
    def has_newer_copy(self) -> bool:
        """Whether something was saved after the revision that waits."""
        return self.article.revisions.filter(number__gt=self.update.number).exists()

    @property
    def decides(self) -> bool:
        """Whether the person decides about times at all."""
        return self.user.has_perm("articles.publish_article")

    @cached_property
    def may_plan(self) -> bool:
        return workflow.may_plan(self.article, self.user)


def cancel(request, article: Article) -> None:
    """Let the scheduled update wait no more, or say that it is not allowed."""
    if not workflow.may_plan(article, request.user):
        messages.error(request, _("You may not change what is planned for this story."))
    elif updates.cancel(article, user=request.user):
        messages.success(request, _("The scheduled update is cancelled; its text stays on the desk."))
