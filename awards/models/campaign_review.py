from django.db import models
from django.utils.translation import gettext_lazy as _

from awards.models.campaign import Campaign
from awards.models.event import Event


class CampaignReview(models.Model):
    """A meeting that looked back on a campaign: sơ kết on the way, tổng kết at its end.

    Readers see it where they see the event: the event's story is the proof.
    """

    class Stage(models.TextChoices):
        INTERIM = "interim", _("Interim review")
        FINAL = "final", _("Final review")

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), on_delete=models.CASCADE, related_name="reviews"
    )
    stage = models.CharField(_("stage"), max_length=8, choices=Stage)
    event = models.ForeignKey(
        Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="campaigns_reviewed"
    )

    class Meta:
        ordering = ["event__date", "pk"]
        verbose_name = _("review of a campaign")
        verbose_name_plural = _("reviews of campaigns")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "event"], name="campaign_reviewed_once_at_an_event")
        ]

    def __str__(self):
        return f"{self.get_stage_display()}: {self.event}"
