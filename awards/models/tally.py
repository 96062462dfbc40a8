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
