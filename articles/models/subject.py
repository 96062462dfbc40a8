from django.db import models


class Subject(models.Model):
    """One thing that a story is about, under the key that other stories about it have too.

    Made when the story is published, with its date, so that the newest stories about a thing are
    one indexed read. Whether a reader may see them is judged when they are read.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="subjects")
    key = models.CharField(max_length=100)
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["article", "key"], name="subject_once_a_story")]
        indexes = [models.Index(fields=["key", "-published_at", "-article"], name="subjects_by_date")]

    def __str__(self):
        return self.key
