from django.db import models
from django.utils.translation import gettext_lazy as _

from awards.models.base import SluggedQuerySet
from newsroom.addresses import address
from newsroom.derived_fields import FoldField
from newsroom.name_list_field import NameListField
from newsroom.partial_date_field import PartialDateField
from newsroom.slug_field import VietnameseSlugField
from newsroom.stated import Basis, basis_agrees
from newsroom.text_fields import LineField, ParagraphField


class Event(models.Model):
    """A meeting or ceremony that a story reports."""

    name = LineField(_("name"), max_length=300)
    slug = VietnameseSlugField(_("slug"), max_length=210, source="name")
    other_names = NameListField(_("other names"), help_text=_("One a line."))
    date = PartialDateField(_("date"), blank=True)
    date_basis = models.CharField(
        _("date is"), max_length=12, choices=Basis, blank=True, default=Basis.UNKNOWN
    )
    date_note = LineField(_("inferred from"), max_length=300, blank=True)
    place = LineField(_("place"), max_length=200, blank=True)
    sessions = NameListField(_("sessions"), help_text=_("One a line."))
    note = ParagraphField(_("note"), blank=True)
    name_fold = FoldField(from_fields=("name", "other_names"), max_length=1500)

    objects = SluggedQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "name", "pk"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=basis_agrees("date", "date_basis"),
                name="event_date_has_basis",
                violation_error_message=_("Say whether the date is stated or inferred."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("awards:event", self.slug)

    def natural_key(self):
        return (self.slug,)


class EventOrganiserQuerySet(models.QuerySet):
    def get_by_natural_key(self, event, organisation, role):
        return self.get(event__slug=event, organisation__slug=organisation, role=role)


class EventOrganiser(models.Model):
    """What a body did at an event, in the words of the source: chủ trì, phối hợp, tham gia."""

    event = models.ForeignKey(
        Event, verbose_name=_("event"), on_delete=models.CASCADE, related_name="organisers"
    )
    organisation = models.ForeignKey(
        "awards.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="events_organised",
    )
    role = LineField(_("role"), max_length=60)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = EventOrganiserQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("organiser")
        verbose_name_plural = _("organisers")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organisation", "role"],
                name="event_organiser_once_a_role",
            )
        ]

    def __str__(self):
        return f"{self.organisation} ({self.role})"

    def natural_key(self):
        return (self.event.slug, self.organisation.slug, self.role)

    natural_key.dependencies = ["awards.event", "awards.organisation"]
