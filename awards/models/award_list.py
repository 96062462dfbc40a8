from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.decision_numbers import join_decision_number
from awards.models.base import OrderClass, RecipientKind
from awards.models.honour import Honour
from newsroom.partial_date_field import PartialDateField
from newsroom.text_fields import LineField

STATES_OF_A_LIST = (Honour.Status.PROPOSED, Honour.Status.DECIDED, Honour.Status.PRESENTED)


class AwardList(models.Model):
    """The list of a decision, from the cells that were pasted to the honours recorded from them as one.

    While it is a draft, `sheet`, `columns` and `answers` hold what was typed, so nothing of it is lost:
    rows of cells; the column of each field; what the editor said of names, forms and rows.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Being checked")
        RECORDED = "recorded", _("Recorded")
        UNDONE = "undone", _("Undone")

    name = LineField(_("name"), max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    sheet = models.JSONField(default=list)
    head = models.IntegerField(default=-1)  # the row of the headings in the sheet; -1: it has none
    columns = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)

    number = LineField(_("number"), max_length=20, blank=True)
    symbol = LineField(_("symbol"), max_length=40, blank=True)
    date = PartialDateField(_("date"), blank=True)
    authority = LineField(_("issued by"), max_length=200, blank=True)
    campaign = models.ForeignKey(
        "awards.Campaign",
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    scope = models.ForeignKey(
        "awards.Organisation",
        verbose_name=_("counted in"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    year = models.PositiveSmallIntegerField(_("year of the award"), null=True, blank=True)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=[(state.value, state.label) for state in STATES_OF_A_LIST],
        default=Honour.Status.DECIDED,
    )
    form = models.ForeignKey(
        "awards.AwardForm",
        verbose_name=_("form"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    order_class = models.CharField(
        _("class"),
        max_length=8,
        blank=True,
        default="",
        choices=[choice for choice in OrderClass.choices if choice[0] != OrderClass.VARIOUS],
    )
    kind = models.CharField(
        _("recipients"), max_length=10, blank=True, default="", choices=RecipientKind.choices
    )
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    quote = LineField(_("exact words"), max_length=2000, blank=True)
    block = models.CharField(_("block"), max_length=40, blank=True)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    recorded_at = models.DateTimeField(_("recorded"), null=True, editable=False)
    decision = models.ForeignKey(
        "awards.Decision",
        verbose_name=_("decision"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="lists",
    )
    brought_decision = models.BooleanField(default=False, editable=False)
    counts = models.JSONField(default=dict, editable=False)  # recorded rows by kind of record
    undone_at = models.DateTimeField(_("undone"), null=True, editable=False)

    class Meta:
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        verbose_name = _("list of a decision")
        verbose_name_plural = _("lists of decisions")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", recorded_at__isnull=True)
                | Q(state="recorded", recorded_at__isnull=False, undone_at__isnull=True)
                | Q(state="undone", recorded_at__isnull=False, undone_at__isnull=False),
                name="award_list_state_has_its_moment",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def reference(self) -> str:
        """Number and symbol as printed: “382/QĐ-BTC”; empty when neither is typed."""
        return join_decision_number(self.number, self.symbol) if self.number and self.symbol else ""


class AwardListEntry(models.Model):
    """One record that the list brought, with what it held then: whoever undoes the list sees what changed."""

    award_list = models.ForeignKey(AwardList, on_delete=models.CASCADE, related_name="entries")
    row = models.PositiveIntegerField()  # as a spreadsheet counts, from 1
    honour = models.ForeignKey(
        "awards.Honour", null=True, on_delete=models.SET_NULL, related_name="list_entries"
    )
    organisation = models.ForeignKey(
        "awards.Organisation", null=True, on_delete=models.SET_NULL, related_name="list_entries"
    )
    person = models.ForeignKey(
        "awards.Person", null=True, on_delete=models.SET_NULL, related_name="list_entries"
    )
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["row", "pk"]
        default_permissions = ()
        verbose_name = _("record of a list")
        verbose_name_plural = _("records of lists")

    def __str__(self):
        return str(self.honour or self.organisation or self.person or "–")
