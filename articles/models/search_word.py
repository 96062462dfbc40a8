from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchWord(models.Model):
    """A word that titles, standfirsts, bylines or captions have had, for “did you mean”.

    Words of stories that nobody may see may be here too: a suggestion made of them is offered only
    once a search for it finds something.
    """

    word = models.CharField(max_length=40, unique=True)
    folded = models.CharField(max_length=40, db_index=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("word of the search index")
        verbose_name_plural = _("words of the search index")

    def __str__(self):
        return self.word
