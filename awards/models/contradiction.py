"""Where stories disagree: what each says, in its words, and what the registry editors decided."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from awards.models.evidence import Evidence
from newsroom.text_fields import LineField, ParagraphField


class ContradictionQuerySet(models.QuerySet):
    def public(self, at=None):
        """Those that readers are told of: every reading stands in a story that is out at `at`.

        Two names that may be one are a question and not a statement: readers hear of it only once
        an editor leaves it open.
        """
        unproven = Reading.objects.filter(
            ~Exists(Evidence.objects.public(at).filter(pk=OuterRef("evidence_id"))),
            contradiction=OuterRef("pk"),
        )
        told = Q(state=Contradiction.State.LEFT) | (
            ~Q(kind=Contradiction.Kind.NAME)
            & (
                Q(state=Contradiction.State.OPEN)
                | Q(state=Contradiction.State.RESOLVED, chosen__isnull=False)
            )
        )
        return self.filter(told, ~Exists(unproven), found=True)

    def with_readings(self):
        """With the readings and what the names of their records need, in one query more."""
        return self.prefetch_related(
            models.Prefetch("readings", Reading.objects.select_related(*Reading.NAMED))
        )


class Contradiction(models.Model):
    """Readings of one fact that cannot all be right, found by rules (`awards/contradictions/`)."""

    class Kind(models.TextChoices):
        DATE = "date", _("Different dates")
        YEAR = "year", _("Different years")
        CLASS = "class", _("Different classes")
        PERIOD = "period", _("Year outside the period")
        NAME = "name", _("Two names, perhaps one")

    class State(models.TextChoices):
        OPEN = "open", _("Waits")
        LEFT = "left", _("Left open")
        RESOLVED = "resolved", _("Resolved")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    key = models.CharField(max_length=160, unique=True, editable=False)
    fingerprint = models.CharField(max_length=64, editable=False)
    found = models.BooleanField(
        _("still there"), default=True, help_text=_("False once the registry and its stories agree.")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    chosen = models.ForeignKey(
        "awards.Reading",
        verbose_name=_("chosen reading"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = ParagraphField(_("reason"), blank=True)
    decided_by = LineField(_("decided by"), max_length=200, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    noticed_at = models.DateTimeField(_("noticed"), auto_now_add=True)

    objects = ContradictionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-noticed_at", "-pk"]
        verbose_name = _("contradiction")
        verbose_name_plural = _("contradictions")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open") | ~Q(reason=""), name="contradiction_decided_with_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(state="resolved") | Q(chosen__isnull=True),
                name="contradiction_chosen_only_when_resolved",
            ),
        ]
        indexes = [models.Index(fields=["state", "-noticed_at", "-id"], name="contradictions_by_state")]

    def __str__(self):
        values = " · ".join(reading.value for reading in self.readings.all())
        return f"{self.get_kind_display()}: {values}"

    @property
    def about(self) -> str:
        """The record of the first reading, which tells contradictions with the same values apart."""
        first = next(iter(self.readings.all()), None)
        return str(first.record or "") if first else ""


class Reading(models.Model):
    """One side of a contradiction: the value, the words that say it, and the record that holds it."""

    contradiction = models.ForeignKey(Contradiction, on_delete=models.CASCADE, related_name="readings")
    position = models.PositiveSmallIntegerField()
    value = LineField(_("reading"), max_length=300)
    stored = models.CharField(max_length=300, editable=False)
    quote = LineField(_("exact words"), max_length=2000, blank=True)
    # How the honour stood before another reading of the same award was chosen; empty: it stands.
    stood_as = models.CharField(max_length=10, blank=True, default="", editable=False)
    evidence = models.ForeignKey(
        Evidence, verbose_name=_("evidence"), null=True, on_delete=models.SET_NULL, related_name="readings"
    )
    honour = models.ForeignKey("awards.Honour", null=True, on_delete=models.SET_NULL, related_name="readings")
    announcement = models.ForeignKey(
        "awards.Announcement", null=True, on_delete=models.SET_NULL, related_name="readings"
    )
    event = models.ForeignKey("awards.Event", null=True, on_delete=models.SET_NULL, related_name="readings")
    organisation = models.ForeignKey(
        "awards.Organisation", null=True, on_delete=models.SET_NULL, related_name="readings"
    )
    person = models.ForeignKey("awards.Person", null=True, on_delete=models.SET_NULL, related_name="readings")

    RECORDS = ("honour", "announcement", "event", "organisation", "person")
    NAMED = (
        "honour__form",
        "honour__organisation",
        "honour__person",
        "announcement__form",
        "event",
        "organisation",
        "person",
    )

    class Meta:
        default_permissions = ()
        ordering = ["position", "pk"]
        verbose_name = _("reading")
        verbose_name_plural = _("readings")

    def __str__(self):
        return self.value

    @property
    def record(self):
        """The record that holds the value; None once it is gone."""
        return next((getattr(self, name) for name in self.RECORDS if getattr(self, f"{name}_id")), None)
