"""Nobody approves their own copy: a second person reads a text before it is ready and before it is out.

The setting FOUR_EYES turns this off for newsrooms of one person.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles import working_copy
from articles.models import Article, Author, Revision
from newsroom.people import name_of

NAMED = 5
_PERMISSIONS = {"ready": "articles.ready_article", "publish": "articles.publish_article"}


class FourEyes:
    """Who may still approve the newest revision of a story; what it asks the database is asked once."""

    def __init__(self, article: Article):
        self.article = article

    @cached_property
    def revision(self) -> Revision | None:
        return working_copy.newest(self.article) if self.article.pk else None

    @cached_property
    def authors(self) -> set[int]:
        """Users who began the story or sign it, as readers see it or as it is worked on."""
        signed = Q(bylines__article=self.article.pk)
        if self.revision:
            signed |= Q(pk__in=[line["author"] for line in self.revision.snapshot.get("bylines", ())])
        users = Author.objects.filter(signed, user__isnull=False).values_list("user", flat=True)
        return {*users, self.article.created_by_id} - {None}

    @cached_property
    def interested(self) -> set[int]:
        """Users whose word on the newest revision is no second one: its author and the story's."""
        return self.authors | ({self.revision.user_id} - {None} if self.revision else set())

    @cached_property
    def has_been_read(self) -> bool:
        """Whether somebody else has marked exactly this revision ready, or published it."""
        if self.revision is None:
            return False
        read = self.article.transitions.filter(step__in=_PERMISSIONS, revision=self.revision)
        return read.filter(user__isnull=False).exclude(user__in=self.interested).exists()

    def objection(self, step: str, user) -> str:
        """Why this person may not take the step though their role may, and who can; else empty."""
        if not settings.FOUR_EYES or step not in _PERMISSIONS:
            return ""
        if step == "ready":
            if user.pk not in self.authors:
                return ""
            return _("You began or sign this story: somebody else marks it ready.") + self._others(step)
        if user.pk not in self.interested or self.has_been_read:
            return ""
        if user.pk in self.authors:
            why = _("You began or sign this story: somebody else has to read it before it goes out.")
        else:
            why = _("You wrote the newest revision: somebody else has to read it before it goes out.")
        return why + self._others(step)

    def _others(self, step: str) -> str:
        closed = self.authors if step == "ready" else self.interested
        people = get_user_model().objects.with_perm(
            _PERMISSIONS[step], backend="django.contrib.auth.backends.ModelBackend"
        )
        people = people.exclude(pk__in=closed).order_by("username")[:NAMED]
        names = ", ".join(name_of(person) for person in people)
        if not names:
            return " " + _(
                "Nobody else here can: an administrator has to add a person, or set FOUR_EYES=off."
            )
        return " " + _("This can be done by: %(names)s.") % {"names": names}
