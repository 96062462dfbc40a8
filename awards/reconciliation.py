"""Announced totals against named honours: compared when asked, in the same query, never stored.

An announced total says how many recipients of one form, class and kind there were. Beside it stand

`named`    honours listed under this total (`honour.announcement`),
`outside`  honours that no total lists, of the same form, class, kind of recipient and scope (none
           counts as equal to none), whose year lies in the total's period where both are known,
`status`   `exceeds` when named and outside together are more than announced, else `complete` when
           all are named, `unnamed` when none is, `partial` otherwise. Of “many” nobody knows when
           all are named: it is `unnamed` or `partial`.

Only honours that stand count: decided or presented, not proposed and not revoked. A total “of
various classes” is compared with every class of its form. The year of an honour is that of the
award, else of its presentation; the period of a total is its years from and to, else its one year.
"""

from django.db import models
from django.db.models import Case, Count, ExpressionWrapper, F, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from awards.models import Announcement, Honour, Tally
from awards.models.base import OrderClass
from awards.models.shown import BY_TIME


class Status(models.TextChoices):
    """How a total and the names agree, in the words that readers see."""

    COMPLETE = "complete", "đủ tên"
    PARTIAL = "partial", "chưa đủ tên"
    UNNAMED = "unnamed", "chưa có tên nào"
    EXCEEDS = "exceeds", "nhiều hơn số công bố"


def reconciled(announcements, honours=None):
    """The announcements (a queryset) with `named`, `outside` and `status`, in one query.

    `honours` are those that may count, as far as they stand: what readers may see if omitted, and then
    those on no list are taken from the tallies.
    """
    if honours is None:
        standing = Honour.objects.proven().held()
        outside = _tallied(_like_the_total(Tally.objects.held())) + _number_of(
            _on_no_list(standing.filter(BY_TIME))
        )
    else:
        standing = honours.held()
        outside = _number_of(_on_no_list(standing))
    named = standing.filter(announcement=OuterRef("pk"))
    return announcements.annotate(named=_number_of(named), outside=outside).annotate(
        status=Case(
            When(count__isnull=True, named=0, then=Value(Status.UNNAMED)),
            When(count__isnull=True, then=Value(Status.PARTIAL)),
            When(count__lt=F("named") + F("outside"), then=Value(Status.EXCEEDS)),
            When(named=0, then=Value(Status.UNNAMED)),
            When(count=F("named"), then=Value(Status.COMPLETE)),
            default=Value(Status.PARTIAL),
            output_field=models.CharField(),
        )
    )


def public_totals():
    """Announced totals that readers may see, reconciled, in order of precedence."""
    return (
        reconciled(Announcement.objects.proven())
        .select_related("form", "scope", "campaign")
        .order_by("standing", "recipient_kind", "-pk")
    )


def _number_of(honours):
    counted = honours.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0, output_field=models.IntegerField())


def _tallied(tallies):
    """How many honours on no list these tallies of the total's scope count."""
    alike = tallies.filter(on_list=False, scope=Coalesce(OuterRef("scope_id"), 0))
    counted = alike.order_by().annotate(one=Value(1)).values("one").annotate(sum=Sum("number"))
    return Coalesce(Subquery(counted.values("sum")), 0, output_field=models.IntegerField())


def _on_no_list(honours):
    """Honours without a total that could belong to the total of the outer query."""
    same_scope = Q(scope=F("total_scope")) | Q(scope__isnull=True, total_scope__isnull=True)
    scope = ExpressionWrapper(OuterRef("scope_id"), models.BigIntegerField())
    return _like_the_total(honours.alias(total_scope=scope)).filter(same_scope, announcement__isnull=True)


def _like_the_total(rows):
    """Honours, or tallies of them, of the form, class, kind and period of the outer query's total."""
    same_class = Q(order_class=F("total_class")) | Q(total_class=OrderClass.VARIOUS)
    in_period = Q(listed_year=0) | (
        (Q(total_from__isnull=True) | Q(listed_year__gte=F("total_from")))
        & (Q(total_to__isnull=True) | Q(listed_year__lte=F("total_to")))
    )
    return rows.alias(
        total_class=ExpressionWrapper(OuterRef("order_class"), models.CharField()),
        total_from=Coalesce(OuterRef("period_from"), OuterRef("year"), output_field=models.IntegerField()),
        total_to=Coalesce(OuterRef("period_to"), OuterRef("year"), output_field=models.IntegerField()),
    ).filter(same_class, in_period, form=OuterRef("form"), recipient_kind=OuterRef("recipient_kind"))
