from django.db import models

from awards.models.base import OrderClass, RecipientKind


class TallyQuerySet(models.QuerySet):
    def held(self):
        """Of honours that stand, as `HonourQuerySet.held()`."""
        return self.filter(held=True)


class Tally(models.Model):
    """How many honours that are always shown are alike in everything that readers filter by but the unit.

    Kept by the database (`awards.keeping`) in the transaction that changes an honour, its evidence or its
    story. Columns are named as those of the honours they count, so that one condition fits both; 0 stands
    for no campaign and no scope. Proposed honours are in none.
    """

    pk = models.CompositePrimaryKey(
        "form_id",
        "recipient_kind",
        "scope",
        "on_list",
        "held",
        "order_class",
        "listed_year",
        "campaign",
    )
    form = models.ForeignKey(
        "awards.AwardForm", on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    order_class = models.CharField(max_length=8, choices=OrderClass)
    recipient_kind = models.CharField(max_length=10, choices=RecipientKind)
    listed_year = models.PositiveSmallIntegerField()
    campaign = models.PositiveBigIntegerField()
    scope = models.PositiveBigIntegerField()
    on_list = models.BooleanField()
    held = models.BooleanField()
    number = models.IntegerField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.number} × {self.form}"


# In a column of the tallies below: counted whatever the honours have there.
ANY, ANY_WORD = -1, "*"


class RollTally(models.Model):
    """How many honours that are always shown each choice of the roll's filters has, but for units.

    Kept as `Tally` is, but every honour is counted eight times: by its own form, year and campaign, and
    with `ANY` in place of each of them. So no count reads rows that it does not print.
    """

    pk = models.CompositePrimaryKey(
        "form_id", "listed_year", "campaign", "order_class", "recipient_kind", "held"
    )
    form_id = models.BigIntegerField()
    listed_year = models.SmallIntegerField()
    campaign = models.BigIntegerField()
    order_class = models.CharField(max_length=8)
    recipient_kind = models.CharField(max_length=10)
    held = models.BooleanField()
    number = models.IntegerField()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["form_id", "campaign", "listed_year"], name="tallies_by_year"),
            models.Index(fields=["listed_year", "campaign", "form_id"], name="tallies_by_form"),
        ]

    def __str__(self):
        return f"{self.number} × {self.form_id}"


class UnitTally(models.Model):
    """How many honours that are always shown a unit has, those of who served in it among them.

    By class and kind, and with `ANY_WORD` in place of each: the filters that leave too many honours to
    count one by one.
    """

    pk = models.CompositePrimaryKey("unit", "order_class", "recipient_kind")
    unit = models.BigIntegerField()
    order_class = models.CharField(max_length=8)
    recipient_kind = models.CharField(max_length=10)
    number = models.IntegerField()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["order_class", "recipient_kind", "-number", "unit"], name="units_with_the_most"
            ),
        ]

    def __str__(self):
        return f"{self.number} × {self.unit}"
