"""Where a photo is used: what readers see, what editors work on, and whose portrait it is."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles import publishing
from articles.models import Article, Author, Photo, Revision, Transition


def stories_with(photo: Photo) -> QuerySet[Article]:
    """Stories whose row shows the photo, or whose newest working copy does."""
    # A ref holds only a-z, 0-9 and hyphens, so case and wildcards cannot matter.
    named = Q(snapshot__lead_photo=photo.ref) | Q(snapshot__body__icontains=f'data-file="{photo.ref}"')
    working_copies = Revision.objects.filter(named, pk__in=_unpublished_revisions().values("pk"))
    return Article.objects.filter(
        Q(pk__in=photo.uses.values("article"))
        | Q(lead_photo=photo)
        | Q(pk__in=working_copies.values("article"))
    )


def _unpublished_revisions() -> QuerySet[Revision]:
    """Revisions that the row of their story does not mirror: the newest of stories once published,
    and scheduled updates.

    Found by indexes alone, so that few snapshots are searched, however many stories there are.
    """
    newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
    published = Transition.objects.filter(
        article=OuterRef("article"), step="publish", revision=OuterRef("pk")
    )
    newest = Q(~Exists(newer), ~Exists(published), number__gt=1)
    return Revision.objects.filter(
        newest | Q(due_at__isnull=False), article__first_published_at__isnull=False
    )


def authors_shown_by(photo: Photo) -> QuerySet[Author]:
    """Authors whose portrait the photo is."""
    return photo.portrayed.all()


def renew_stories_with(photo: Photo) -> int:
    """Render the pages of stories that are out and show the photo; returns how many."""
    return publishing.renew(Article.objects.filter(photo_uses__photo=photo, state=Article.State.PUBLISHED))
