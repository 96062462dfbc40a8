from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchEntry(models.Model):
    """What search knows of one story that is out or will be: keys of its words, made by `articles.search.index`.

    Its id rises with the moment at which the story goes out, so the index itself is in the order of
    time. The database follows each row by itself (triggers of SQLite's full-text tables, generated
    columns of PostgreSQL: migration `search`): a migration that has SQLite make this table anew must
    put the triggers up again.
    """

    id = models.BigIntegerField(primary_key=True)
    article = models.OneToOneField(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="search_entry",
    )
    facets = models.TextField(blank=True)
    title = models.TextField(blank=True)
    standfirst = models.TextField(blank=True)
    beside = models.TextField(blank=True)
    body = models.TextField(blank=True)
    beside_text = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        # From an entry to its story without reading past the words of its body.
        indexes = [models.Index(fields=["id", "article"], name="search_entry_story")]
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self):
        return self.title
