"""Which stories: those that readers may see, those that a person may open, and what is fetched of them."""

from django.db.models import Q
from django.utils import timezone

from articles.models.byline import Byline
from newsroom.slug_field import SluggedQuerySet

_ON_CARDS = "slug title kicker standfirst published_at series_id part section__slug section__name".split()
_ON_CARDS += [
    f"lead_photo__{name}"
    for name in "ref file alt decorative renditions width height focal_x focal_y rights_until".split()
]


class ArticleQuerySet(SluggedQuerySet):
    def published(self, at=None):
        """Stories a reader may see at `at` (aware datetime; now if omitted)."""
        at = at or timezone.now()
        return self.open_until(at).filter(published_at__lte=at)

    def open_until(self, at):
        """Published stories whose window has not closed, without a bound on when it opens.

        For lists paged by date: they set the one upper bound on `published_at` themselves.
        """
        return self.filter(
            Q(expires_at__isnull=True) | Q(expires_at__gt=at),
            state=self.model.State.PUBLISHED,
        )

    def once_public(self, at=None):
        """Stories that readers could see at some time: their addresses answer for ever."""
        return self.filter(first_published_at__lte=at or timezone.now())

    def for_list(self):
        """The columns and joins of a list card, without bodies."""
        return self.select_related("section", "lead_photo").defer(
            "body",
            "story_html",
            "head_html",
            "card_html",
            "structured_data",
            "onward",
            "source_published_note",
            "event_date_note",
        )

    def for_cards(self, *more: str):
        """Only what cards and links print of stories, and `more` columns; they are not for saving."""
        return self.select_related("section", "lead_photo").only(*_ON_CARDS, *more)

    def kept(self):
        """Stories that are not in the bin."""
        return self.filter(binned_at__isnull=True)

    def binned(self):
        """Stories that were thrown away and wait to be deleted."""
        return self.filter(binned_at__isnull=False)

    def in_the_bin_of(self, user):
        """Stories in the bin that the person could open before."""
        stories = self.binned()
        return stories if user.has_perm("articles.view_every_article") else stories.own(user)

    def visible_to(self, user):
        """Stories a signed-in person may open on the desk: all that are kept, or their own of these."""
        stories = self.kept()
        return stories if user.has_perm("articles.view_every_article") else stories.own(user)

    def own(self, user):
        """Stories that the person began, signs or is to write."""
        signed = Byline.objects.filter(author__user=user).values("article")
        return self.filter(Q(created_by=user) | Q(assignee=user) | Q(pk__in=signed))

    def overdue(self, at=None):
        """Stories and updates that are still worked on after the moment they were due."""
        return self.filter(
            Q(state__in=self.model.WORKING) | ~Q(update_state=""),
            binned_at__isnull=True,
            due_at__lt=at or timezone.now(),
        )
