from django.db import models


class StoryReads(models.Model):
    """How often a story was read in one hour. Of the readers nothing is kept."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="reads")
    hour = models.DateTimeField(db_index=True)  # its beginning
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "hour"], name="reads_of_a_story_by_hour")]

    def __str__(self):
        return f"{self.article_id} · {self.hour:%Y-%m-%d %H:%M} · {self.count}"


class MostRead(models.Model):
    """One place of the list of what is read most, as it was found in the hour `found_at`."""

    place = models.PositiveSmallIntegerField(unique=True)
    article = models.OneToOneField("articles.Article", on_delete=models.CASCADE, related_name="most_read")
    found_at = models.DateTimeField()

    class Meta:
        ordering = ["place"]

    def __str__(self):
        return f"{self.place}. {self.article_id}"
