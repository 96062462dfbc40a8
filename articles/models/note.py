from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.text_fields import LineField, ParagraphField

MAX_QUOTE = 2000
MAX_TEXT = 4000


class NoteThread(models.Model):
    """What colleagues say about one place of a story, until it is settled. No reader ever sees it.

    The place is the whole story, a field of its form, or a block of its body with the words that stood
    there. `articles.notes.standing` tells what has become of the place since.
    """

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        on_delete=models.CASCADE,
        related_name="note_threads",
    )
    field = models.CharField(_("field"), max_length=30, blank=True)
    block = models.CharField(_("block"), max_length=40, blank=True)
    quote = LineField(_("words"), max_length=MAX_QUOTE, blank=True)
    begun_at = models.DateTimeField(_("begun"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering = ["begun_at", "pk"]
        verbose_name = _("thread of notes")
        verbose_name_plural = _("threads of notes")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(block="") | models.Q(field="body"), name="note_block_is_of_the_body"
            ),
        ]

    def __str__(self):
        return self.quote or self.field or str(self.article)


class Note(models.Model):
    """One remark in a thread. What is deleted and has been answered stays as a trace without words."""

    thread = models.ForeignKey(
        NoteThread, verbose_name=_("thread of notes"), on_delete=models.CASCADE, related_name="notes"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = ParagraphField(_("note"), max_length=MAX_TEXT, blank=True)
    mentioned = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("mentioned"), blank=True, related_name="+"
    )
    written_at = models.DateTimeField(_("when"), default=timezone.now)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    deleted_at = models.DateTimeField(_("deleted"), null=True, blank=True)

    class Meta:
        ordering = ["written_at", "pk"]
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self):
        return self.text
