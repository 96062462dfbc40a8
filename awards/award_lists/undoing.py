"""A recorded list is taken back as a whole, unless something has been built on what it brought."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import audit, publishing
from articles.models import Article
from awards.award_lists.recording import digest, in_words, look_again, renew_story
from awards.merging.references import Column, columns_to, name_of_kind
from awards.models import AwardList, Evidence, Honour, Organisation, Person
from newsroom.batches import in_batches

_SHOWN = 100  # of each kind of use
_BROUGHT = {"honour": Honour, "organisation": Organisation, "person": Person}


@dataclass(frozen=True)
class Hindrance:
    """Why one row cannot be taken back: what it brought was changed or deleted, or something refers to it."""

    row: int
    record: str
    why: str


class CannotUndo(ValueError):
    """Something has been built on the list since; `hindrances` name the rows."""

    def __init__(self, hindrances: list[Hindrance]):
        super().__init__(f"{len(hindrances)} rows stand in the way.")
        self.hindrances = hindrances


@transaction.atomic
def undo(award_list: AwardList, *, user) -> AwardList:
    """Delete what the list brought; pages that were public answer 410. Raises CannotUndo, else all is gone."""
    row = AwardList.objects.select_for_update().get(pk=award_list.pk)
    if row.state != AwardList.State.RECORDED:
        return row
    if found := hindrances(row):
        raise CannotUndo(found)
    keys = {name: list(_brought(row, name).values_list(name, flat=True)) for name in _BROUGHT}
    addresses = _public_addresses(row, keys)
    row.entries.all().delete()
    _delete(Honour.objects.all(), keys["honour"])
    _delete(Person.objects.all(), keys["person"])
    _delete(Organisation.objects.filter(parent__isnull=False), keys["organisation"])  # parts before the whole
    _delete(Organisation.objects.all(), keys["organisation"])
    row.state, row.undone_at = AwardList.State.UNDONE, timezone.now()
    row.save(update_fields=["state", "undone_at"])
    _drop_decision(row)
    audit.record("undo_list", row, user=user, before=row.reference, note=in_words(row.counts))
    look_again([_BROUGHT[name](pk=key) for name, gone in keys.items() for key in gone])
    publishing.close_addresses(addresses)
    renew_story(row)
    return row


def _delete(rows, keys: list[int]) -> None:
    for batch in in_batches(keys):
        rows.filter(pk__in=batch).delete()


def _drop_decision(award_list: AwardList) -> None:
    """The decision goes with its list when the list brought it and nothing else names it by now."""
    decision = award_list.decision
    if (
        decision
        and award_list.brought_decision
        and not (
            decision.honours.exists()
            or decision.honours_revoked.exists()
            or decision.lists.exclude(pk=award_list.pk)
        )
    ):
        decision.delete()


def _public_addresses(award_list: AwardList, keys: dict[str, list[int]]) -> list[str]:
    """Addresses that readers could open: those of new names, if the story that proves them ever was out."""
    if not Article.objects.once_public().filter(pk=award_list.article_id).exists():
        return []
    return [
        record.get_absolute_url()
        for name in ("organisation", "person")
        for batch in in_batches(keys[name])
        for record in _BROUGHT[name].objects.filter(pk__in=batch).only("slug")
    ]


# What stands in the way ---------------------------------------------------------------------------------


def hindrances(award_list: AwardList) -> list[Hindrance]:
    """Why the list cannot be taken back, by row; a fixed number of queries for each thousand rows."""
    found = list(_gone(award_list))
    for name in _BROUGHT:
        found += _changed(award_list, name)
        found += _referred_to(award_list, name)
    return sorted(set(found), key=lambda one: (one.row, one.record, one.why))


def _brought(award_list: AwardList, name: str):
    """The entries whose record is of this kind and still there."""
    return award_list.entries.filter(**{f"{name}__isnull": False})


def _gone(award_list: AwardList) -> Iterator[Hindrance]:
    gone = award_list.entries.filter(honour=None, organisation=None, person=None)
    for number in gone.values_list("row", flat=True):
        yield Hindrance(number, "–", _("what it brought was deleted"))


def _changed(award_list: AwardList, name: str) -> Iterator[Hindrance]:
    model = _BROUGHT[name]
    relations = ("form", "organisation", "person") if model is Honour else ()
    for entries in in_batches(_brought(award_list, name).order_by("pk")):
        keys = [getattr(entry, f"{name}_id") for entry in entries]
        records = model.objects.select_related(*relations).in_bulk(keys)
        for entry, key in zip(entries, keys, strict=True):
            if digest(records[key]) != entry.digest:
                yield Hindrance(entry.row, str(records[key]), _("was changed"))


def _referred_to(award_list: AwardList, name: str) -> Iterator[Hindrance]:
    """Rows of any table that point at what the list brought, less those of the list itself."""
    brought = _brought(award_list, name)
    for column in columns_to(_BROUGHT[name]):
        if column.field.remote_field.on_delete is models.SET_NULL:
            continue
        others = column.model._base_manager.filter(**{f"{column.field.name}__in": brought.values(name)})
        others = others.exclude(_is_own(award_list, column))
        what = name_of_kind(column.model)
        for key in set(others.values_list(column.field.attname, flat=True)[:_SHOWN]):
            entry = brought.select_related(name).get(**{name: key})
            yield Hindrance(entry.row, str(getattr(entry, name)), _("is used by: %(what)s") % {"what": what})


def _is_own(award_list: AwardList, column: Column) -> Q:
    if column.model is Evidence and award_list.article_id:
        # The first words of each record are those of the list, however the story writes them by now.
        name = column.field.name
        pieces = Evidence.objects.filter(
            article=award_list.article_id, **{f"{name}__in": _brought(award_list, name).values(name)}
        )
        return Q(pk__in=pieces.order_by().values(name).annotate(first=Min("pk")).values("first"))
    if column.model in _BROUGHT.values():
        name = column.model._meta.model_name
        return Q(pk__in=_brought(award_list, name).values(name))
    return Q(pk__in=[])
