from typing import NamedTuple

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from awards.models.base import (
    OrderClass,
    RecipientKind,
    award_name,
    class_only_where_form_has_them,
    class_rank,
    form_has_classes,
    ref_field,
    standing,
)
from awards.models.shown import Shown, ShownField, ShownQuerySet
from newsroom.derived_fields import (
    DerivedBigNumberField,
    DerivedFlagField,
    DerivedNumberField,
    DerivedTextField,
    FoldField,
    SortKeyField,
)
from newsroom.partial_date_field import PartialDateField
from newsroom.stated import Basis, basis_agrees
from newsroom.text_fields import LineField, ParagraphField
from newsroom.vietnamese import sort_key


class Authority(NamedTuple):
    """Who conferred an award, and whether a source says so (`stated`) or the form's rule does (`law`)."""

    name: str
    basis: str


class HonourQuerySet(ShownQuerySet):
    def held(self):
        """Honours that stand: decided or presented, not proposed, not revoked, not set aside."""
        return self.filter(status__in=[Honour.Status.DECIDED, Honour.Status.PRESENTED])

    def public(self):
        """Honours that readers see: a proposed name is not a holder; a revoked one stays, marked.

        Where two records were one award, the one that the editors chose stands for both.
        """
        return self.exclude(status__in=Honour.UNSEEN)

    def for_list(self):
        """With everything that an entry of a list prints."""
        return self.select_related(
            "form",
            "organisation",
            "person",
            "recipient_unit",
            "event",
            "presenter",
            "decision",
            "revoked_by",
            "campaign",
        )

    def by_precedence(self):
        """Form, then class, then newest first, then the recipient's name."""
        return self.order_by(*PRECEDENCE)


# Inside a form and class: newest first, by the names that people are called by, by the alphabet.
PRECEDENCE = ("standing", "age", "recipient_sort", "pk")
BY_GIVEN_NAME = ("standing", "recipient_sort", "age", "pk")
BY_ALPHABET = ("standing", "recipient_alphabet", "age", "pk")
COUNTED_BY = ("shown", "status", "form", "order_class", "listed_year", "recipient_kind", "campaign")
COUNTED_UNITS = ("shown", "status", "order_class", "recipient_kind", "organisation", "recipient_unit")
LAST_YEAR = 9999
NEWEST_FIRST = ("-listed_year", "-presented_on", *PRECEDENCE)


def listed_year(honour) -> int:
    """The year under which lists put the honour: that of the award, else of its presentation, else 0."""
    return honour.year or (honour.presented_on.year if honour.presented_on else 0)


def age(honour) -> int:
    """Runs against `listed_year`, so that an index ascends where the newest stand first, those of no year last."""
    return LAST_YEAR - honour.listed_year


def recipient_alphabet(honour) -> str:
    """Everybody by the alphabet, people by their family name."""
    return sort_key(str(honour.recipient or ""))


def recipient_sort(honour) -> str:
    """Units by the alphabet, people by given name."""
    recipient = honour.recipient
    return getattr(recipient, "sort_key", None) or sort_key(str(recipient or ""))


class Honour(models.Model):
    """One award to one named recipient. The same form may be given several times."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        DECIDED = "decided", _("Decided")
        PRESENTED = "presented", _("Presented")
        REVOKED = "revoked", _("Revoked")
        ASIDE = "aside", _("Set aside for another record")

    UNSEEN = (Status.PROPOSED, Status.ASIDE)

    ref = ref_field()
    form = models.ForeignKey(
        "awards.AwardForm",
        verbose_name=_("form"),
        on_delete=models.PROTECT,
        related_name="honours",
        db_index=False,
    )
    order_class = models.CharField(
        _("class"),
        max_length=8,
        blank=True,
        default="",
        choices=[choice for choice in OrderClass.choices if choice[0] != OrderClass.VARIOUS],
    )
    organisation = models.ForeignKey(
        "awards.Organisation",
        verbose_name=_("collective"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours",
        db_index=False,
    )
    person = models.ForeignKey(
        "awards.Person",
        verbose_name=_("individual"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours",
    )
    household = LineField(_("household"), max_length=200, blank=True)
    recipient_title = LineField(_("title at the time"), max_length=200, blank=True)
    recipient_unit = models.ForeignKey(
        "awards.Organisation",
        verbose_name=_("unit at the time"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours_of_members",
        db_index=False,
    )
    year = models.PositiveSmallIntegerField(_("year of the award"), null=True, blank=True)
    presented_on = PartialDateField(_("presented on"), blank=True)
    presented_on_basis = models.CharField(
        _("date is"), max_length=12, choices=Basis, blank=True, default=Basis.UNKNOWN
    )
    event = models.ForeignKey(
        "awards.Event",
        verbose_name=_("ceremony"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours",
    )
    presenter = models.ForeignKey(
        "awards.Person",
        verbose_name=_("presented by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours_presented",
    )
    presenter_title = LineField(_("presenter's title"), max_length=200, blank=True)
    presenter_capacity = LineField(
        _("in what capacity"),
        max_length=100,
        blank=True,
        help_text=_("thừa ủy quyền … as printed"),
    )
    authority = LineField(
        _("conferred by"),
        max_length=200,
        blank=True,
        help_text=_("Only where a source states it; else the law's authority is shown as such."),
    )
    decision = models.ForeignKey(
        "awards.Decision",
        verbose_name=_("decision"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours",
    )
    revoked_by = models.ForeignKey(
        "awards.Decision",
        verbose_name=_("revoked by decision"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours_revoked",
    )
    campaign = models.ForeignKey(
        "awards.Campaign",
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours",
        db_index=False,
    )
    announcement = models.ForeignKey(
        "awards.Announcement",
        verbose_name=_("named under the total"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours",
        db_index=False,
    )
    scope = models.ForeignKey(
        "awards.Organisation",
        verbose_name=_("counted in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honours_counted",
        help_text=_("The sector or body whose totals this honour belongs to."),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DECIDED)
    posthumous = models.BooleanField(_("posthumous"), default=False)
    note = ParagraphField(_("note"), blank=True)

    class_rank = DerivedNumberField(compute=class_rank)
    form_has_classes = DerivedFlagField(compute=form_has_classes)
    recipient_kind = DerivedTextField(compute=lambda honour: honour.kind, max_length=10)
    listed_year = DerivedNumberField(compute=listed_year)
    standing = DerivedBigNumberField(compute=standing)
    age = DerivedNumberField(compute=age)
    recipient_sort = SortKeyField(compute=recipient_sort)
    recipient_alphabet = SortKeyField(compute=recipient_alphabet)
    recipient_fold = FoldField(from_fields=("recipient",))
    shown = ShownField()

    objects = HonourQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("honour")
        verbose_name_plural = _("honours")
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(organisation__isnull=False, person__isnull=True, household="")
                    | Q(organisation__isnull=True, person__isnull=False, household="")
                    | (Q(organisation__isnull=True, person__isnull=True) & ~Q(household=""))
                ),
                name="honour_has_one_recipient",
                violation_error_message=_(
                    "An honour has exactly one recipient: a collective, an individual or a household."
                ),
            ),
            models.CheckConstraint(
                condition=class_only_where_form_has_them(),
                name="honour_class_only_where_form_has_classes",
                violation_error_message=_("This form of award has no classes."),
            ),
            models.CheckConstraint(
                condition=basis_agrees("presented_on", "presented_on_basis"),
                name="honour_date_has_basis",
                violation_error_message=_("Say whether the date is stated or inferred."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_by__isnull=True) | Q(status="revoked"),
                name="honour_revoking_decision_only_when_revoked",
                violation_error_message=_("Only a revoked honour names the decision that revoked it."),
            ),
            models.CheckConstraint(
                condition=Q(posthumous=False) | Q(person__isnull=False),
                name="honour_posthumous_only_for_people",
                violation_error_message=_("Only a person can be honoured posthumously."),
            ),
        ]
        indexes = [
            models.Index(fields=["standing", "age", "recipient_sort", "id"], name="honours_by_precedence"),
            models.Index(fields=["standing", "recipient_sort", "age", "id"], name="honours_by_given_name"),
            models.Index(fields=["standing", "recipient_alphabet", "age", "id"], name="honours_by_alphabet"),
            # One filter of the roll each; a form is found by its standing. Class and kind have none: half of
            # all rows are no help, and SQLite would take such an index for as good as one of a unit.
            models.Index(fields=["listed_year", "standing", "age"], name="honours_of_year"),
            models.Index(fields=["campaign", "standing", "age"], name="honours_of_campaign"),
            # Counted by unit without a look at the rows.
            models.Index(fields=["form", *COUNTED_UNITS, "listed_year", "campaign"], name="honours_of_form"),
            models.Index(fields=["listed_year", *COUNTED_UNITS], name="honours_of_units_in_year"),
            models.Index(fields=["organisation", *COUNTED_BY], name="honours_of_unit"),
            models.Index(
                fields=["recipient_unit", *COUNTED_BY],
                name="honours_of_members",
                condition=Q(recipient_unit__isnull=False),
            ),
            models.Index(fields=["announcement", "status", "shown"], name="honours_on_list"),
            models.Index(fields=["shown"], name="honours_shown_by_time", condition=Q(shown=Shown.BY_TIME)),
        ]

    def __str__(self):
        return f"{self.award_name}: {self.recipient}"

    def get_absolute_url(self):
        return f"{self.form.get_absolute_url()}#{self.ref}"

    def natural_key(self):
        return (self.ref,)

    @property
    def recipient(self):
        """The organisation, the person, or the household's name."""
        return self.organisation or self.person or self.household

    @property
    def kind(self) -> str:
        if self.organisation_id:
            return RecipientKind.COLLECTIVE
        return RecipientKind.INDIVIDUAL if self.person_id else RecipientKind.HOUSEHOLD

    @property
    def award_name(self) -> str:
        """“Huân chương Lao động hạng Nhất”."""
        return award_name(self.form, self.order_class)

    @property
    def conferring_authority(self) -> Authority | None:
        """The authority that a source states, else that of the law; never the presenter."""
        stated = self.authority or (self.decision.authority if self.decision else "")
        if stated:
            return Authority(stated, "stated")
        return Authority(self.form.authority, "law") if self.form.authority else None
