"""The list of what is read most, made once an hour from the readings of a day."""

from datetime import datetime, timedelta

from django.db.models import Sum

from articles.models import Article, MostRead, StoryReads

PLACES = 5
FEWEST = 3  # readings below which a place says nothing
SPAN = timedelta(days=1)
KEPT = timedelta(days=8)


def renew(hour: datetime) -> None:
    """Make the list of the day before `hour`, unless that was done. Old numbers go."""
    before = list(MostRead.objects.all())
    if before and before[0].found_at >= hour:
        return
    StoryReads.objects.filter(hour__lt=hour - KEPT).delete()
    read = (
        StoryReads.objects.filter(hour__gt=hour - SPAN, article__in=Article.objects.published())
        .values("article")
        .annotate(total=Sum("count"))
        .filter(total__gte=FEWEST)
        .order_by("-total", "-article__published_at", "-article")
    )
    keys = [row["article"] for row in read[:PLACES]]
    if keys == [one.article_id for one in before]:
        MostRead.objects.update(found_at=hour)
        return
    MostRead.objects.all().delete()
    MostRead.objects.bulk_create(
        MostRead(place=place, article_id=key, found_at=hour) for place, key in enumerate(keys, start=1)
    )
