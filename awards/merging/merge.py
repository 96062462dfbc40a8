"""Bringing one record into another, in one transaction, with a written account of it."""

import json

from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from articles import audit
from articles.models import Redirect
from awards.changes import Change
from awards.copied_columns import renew_copies
from awards.merging.references import columns_to, doubled
from awards.models import Merge, Organisation, OrganisationAlias, Person, PersonAlias, PersonTitle
from awards.models.lineage import leads_back

# What the kept record takes over from the other when it has none of its own; what stands in one
# group is taken together or not at all.
_FILLED = {
    Organisation: [("parent",), ("valid_from", "valid_to"), ("note",)],
    Person: [("author",), ("sort_given",), ("hidden_at", "hidden_by", "hidden_reason")],
}
ALIAS = {Organisation: (OrganisationAlias, "organisation"), Person: (PersonAlias, "person")}


def obstacles(kept, gone) -> list[str]:
    """Why the two cannot be merged, in words for an editor; nothing when they can."""
    if kept.pk == gone.pk:
        return [_("Choose two different records.")]
    if not isinstance(kept, Organisation):
        return []
    links = Organisation.predecessors.through.objects
    pair = [kept.pk, gone.pk]
    found = []
    if links.filter(from_organisation__in=pair, to_organisation__in=pair).exists():
        found.append(
            _("One of the two followed the other: they are two bodies. If that is wrong, unlink them first.")
        )
    if kept.parent_id != gone.pk and kept.parent_id and leads_back([kept.parent_id], _above, gone.pk):
        found.append(_("“%(kept)s” stands below “%(gone)s”.") % {"kept": kept, "gone": gone})
    return found


@transaction.atomic
def merge(kept, gone, *, user=None, reason: str = "") -> Merge:
    """Bring everything that `gone` holds to `kept` and delete `gone`; its address leads to the other.

    Raises ValidationError where `obstacles` has any.
    """
    model = type(kept)
    locked = {row.pk: row for row in model.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk])}
    if len(locked) < 2:
        raise ValidationError(_("Choose two different records."))
    kept, gone = locked[kept.pk], locked[gone.pk]
    if found := obstacles(kept, gone):
        raise ValidationError(found)
    following = Change(kept, gone)
    old_pk, old_path = gone.pk, gone.get_absolute_url()
    account = {
        "row": as_row(gone),
        "led_here": list(Redirect.objects.filter(new_path=old_path).values_list("old_path", flat=True)),
        "removed": [],
        "moved": [],
    }
    before = as_row(kept)["fields"]
    if isinstance(kept, Organisation) and kept.parent_id == gone.pk:
        kept.parent = gone.parent
        kept.save()
    _remove_doubled(kept, gone, account)
    _move(kept, gone, account)
    values = {name: getattr(gone, name) for group in _FILLED[model] for name in group}
    gone.delete()
    _fill(kept, values)
    after = as_row(kept)["fields"]
    account["kept"] = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    account["added"] = _keep_name(kept, str(gone))
    renew_copies(kept)
    following.settle(kept, instead={(model, old_pk): kept.get_absolute_url()})
    audit.record("merge", kept, user=user, before=f"{gone} ({old_path})", after=str(kept), note=reason)
    return Merge.objects.create(
        kind=model._meta.model_name,
        kept_pk=kept.pk,
        kept_name=str(kept),
        gone_pk=old_pk,
        gone_name=str(gone),
        gone_path=old_path,
        record=account,
        reason=reason,
        user_name=audit.printed_name(user),
    )


def as_row(record: models.Model) -> dict:
    """The columns of a record as plain JSON, links to many left out."""
    row = json.loads(serializers.serialize("json", [record]))[0]
    for field in record._meta.many_to_many:
        row["fields"].pop(field.name, None)
    return row


def _above(keys):
    return Organisation.objects.filter(pk__in=keys, parent__isnull=False).values_list("parent", flat=True)


def _remove_doubled(kept, gone, account: dict) -> None:
    for column in columns_to(type(kept)):
        rows = doubled(column, gone.pk, kept.pk)
        account["removed"] += [as_row(row) for row in rows]
        column.model._base_manager.filter(pk__in=[row.pk for row in rows]).delete()


def _move(kept, gone, account: dict) -> None:
    for column in columns_to(type(kept)):
        rows = column.rows(gone.pk)
        if column.model is PersonTitle and column.field.name == "person":
            account["places"] = _move_titles(kept, rows)
            continue
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        if keys:
            rows.update(**{column.field.attname: kept.pk})
            account["moved"].append({"model": column.label, "field": column.field.name, "keys": keys})


def _move_titles(kept: Person, rows) -> dict[str, int]:
    """Titles stand after those of the one kept; returns where each stood, by key."""
    last = kept.titles.aggregate(last=Max("position"))["last"]
    places = dict(rows.order_by("position").values_list("pk", "position"))
    for place, key in enumerate(places, start=0 if last is None else last + 1):
        PersonTitle.objects.filter(pk=key).update(person=kept, position=place)
    return {str(key): place for key, place in places.items()}


def _fill(kept, values: dict) -> None:
    for group in _FILLED[type(kept)]:
        if not any(getattr(kept, name) for name in group):
            for name in group:
                setattr(kept, name, values[name])
    if isinstance(kept, Organisation) and kept.parent_id == kept.pk:
        kept.parent = None
    kept.save()


def _keep_name(kept, name: str) -> list[int]:
    """The name that went is another spelling of the one kept; returns the key of a new alias."""
    alias, column = ALIAS[type(kept)]
    if name == str(kept):
        return []
    row, new = alias.objects.get_or_create(**{column: kept}, name=name)
    return [row.pk] if new else []
