"""Taking a merge back: the record that went stands again, with what it held."""

from collections.abc import Iterator

from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import audit
from articles.models import Redirect
from awards.changes import Change
from awards.copied_columns import renew_copies
from awards.merging.merge import ALIAS
from awards.merging.references import name_of_kind
from awards.models import Merge, Organisation, Person, PersonTitle
from awards.models.lineage import leads_back

_NAMED = 5
_MODELS = {Merge.Kind.ORGANISATION: Organisation, Merge.Kind.PERSON: Person}


def obstacles(merge: Merge) -> list[str]:
    """Why the merge cannot be taken back now, in words for an editor; nothing when it can.

    Rows that were deleted since are no obstacle: they stay deleted.
    """
    if merge.undone_at:
        return [_("This merge has been undone already.")]
    model = _MODELS[merge.kind]
    kept = model.objects.filter(pk=merge.kept_pk).first()
    if kept is None:
        later = Merge.objects.filter(kind=merge.kind, gone_pk=merge.kept_pk, undone_at=None).first()
        if later:
            return [
                _("“%(kept)s” was itself merged into “%(later)s”: undo that first.")
                % {"kept": merge.kept_name, "later": later.kept_name}
            ]
        return [_("“%(kept)s” is gone: there is nothing to take apart.") % {"kept": merge.kept_name}]
    return [*_of_the_row(merge, model), *_of_what_moved(merge, kept)]


def returning(merge: Merge) -> list[tuple[str, int]]:
    """What would go back, kind by kind: the kind's name and how many rows, as far as they still are."""
    numbers = {}
    for moved in [*merge.record["moved"], *_titles(merge)]:
        model = apps.get_model(moved["model"])
        number = model._base_manager.filter(pk__in=moved["keys"]).count()
        numbers[model] = numbers.get(model, 0) + number
    for row in merge.record["removed"]:
        model = apps.get_model(row["model"])
        numbers[model] = numbers.get(model, 0) + 1
    return [(name_of_kind(model), number) for model, number in numbers.items()]


@transaction.atomic
def undo(merge: Merge, *, user=None):
    """Bring back the record that went, with its key, its address and what it held; returns it.

    Raises ValidationError where `obstacles` has any; nothing has changed then.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    model = _MODELS[merge.kind]
    kept = model.objects.select_for_update().filter(pk=merge.kept_pk).first()
    if found := obstacles(merge):
        raise ValidationError(found)
    account = merge.record
    following = Change(kept)
    _give_back(kept, account)
    _insert(account["row"])
    gone = model.objects.get(pk=merge.gone_pk)
    for row in account["removed"]:
        if _stands_on(row):
            _insert(row)
    for moved in account["moved"]:
        rows = apps.get_model(moved["model"])._base_manager.filter(pk__in=moved["keys"])
        rows.update(**{moved["field"]: gone})
    for key, place in account.get("places", {}).items():
        PersonTitle.objects.filter(pk=key, person=kept).update(person=gone, position=place)
    renew_copies(gone)
    _lead_back(merge, kept, gone)
    following.settle(kept, gone)
    merge.undone_at, merge.undone_by = timezone.now(), audit.printed_name(user)
    merge.save(update_fields=["undone_at", "undone_by"])
    audit.record("unmerge", gone, user=user, before=str(kept), after=f"{gone} ({gone.get_absolute_url()})")
    return gone


# Obstacles ----------------------------------------------------------------------------------------


def _of_the_row(merge: Merge, model) -> Iterator[str]:
    """What stands against the record itself."""
    row = merge.record["row"]
    if model.objects.filter(slug=row["fields"]["slug"]).exists():
        yield _("The address %(path)s belongs to another record now.") % {"path": merge.gone_path}
    if not _stands_on(row):
        yield _("What “%(gone)s” belonged to is gone.") % {"gone": merge.gone_name}
    author = row["fields"].get("author")
    if author and Person.objects.filter(author=author).exclude(pk=merge.kept_pk).exists():
        yield _("The author that “%(gone)s” signed as is now another person.") % {"gone": merge.gone_name}
    parent = row["fields"].get("parent")
    if parent and _units_stand_above(parent, merge):
        yield _("The units of “%(gone)s” stand above it now.") % {"gone": merge.gone_name}


def _of_what_moved(merge: Merge, kept) -> Iterator[str]:
    """Rows that somebody has since given to yet another record."""
    for moved in [*merge.record["moved"], *_titles(merge)]:
        model = apps.get_model(moved["model"])
        elsewhere = model._base_manager.filter(pk__in=moved["keys"]).exclude(**{moved["field"]: kept.pk})
        names = [str(row) for row in elsewhere.order_by("pk")[: _NAMED + 1]]
        if names:
            more = " …" if len(names) > _NAMED else ""
            yield _("Changed since, no longer with “%(kept)s” (%(kind)s): %(names)s") % {
                "kept": kept,
                "kind": name_of_kind(model),
                "names": "; ".join(names[:_NAMED]) + more,
            }
    taken = [row for row in merge.record["removed"] if _is_taken(row)]
    if taken:
        yield _("The reference of a piece of evidence that would come back is in use.")


def _titles(merge: Merge) -> list[dict]:
    places = merge.record.get("places")
    return (
        [{"model": "awards.persontitle", "field": "person", "keys": [int(key) for key in places]}]
        if places
        else []
    )


def _units_stand_above(parent: int, merge: Merge) -> bool:
    """Whether the former parent stands now below a unit that would come back below the record."""
    units = {
        key
        for moved in merge.record["moved"]
        if (moved["model"], moved["field"]) == ("awards.organisation", "parent")
        for key in moved["keys"]
    }

    def above(keys):
        return Organisation.objects.filter(pk__in=keys, parent__isnull=False).values_list("parent", flat=True)

    return any(leads_back([parent], above, unit) for unit in units)


def _stands_on(row: dict) -> bool:
    """Whether everything that the stored row points at is there."""
    for field in apps.get_model(row["model"])._meta.concrete_fields:
        key = row["fields"].get(field.name)
        if field.is_relation and key and not field.related_model._base_manager.filter(pk=key).exists():
            return False
    return True


def _is_taken(row: dict) -> bool:
    ref = row["fields"].get("ref")
    return bool(ref) and apps.get_model(row["model"])._base_manager.filter(ref=ref).exists()


# Steps --------------------------------------------------------------------------------------------


def _give_back(kept, account: dict) -> None:
    """What the kept record took over goes, as far as nobody has changed it since."""
    alias, _column = ALIAS[type(kept)]
    alias.objects.filter(pk__in=account["added"]).delete()
    for name, (before, after) in account["kept"].items():
        field = kept._meta.get_field(name)
        if getattr(kept, field.attname) == field.to_python(after):
            setattr(kept, field.attname, field.to_python(before))
    kept.save()


def _insert(row: dict) -> None:
    for one in serializers.deserialize("python", [row], ignorenonexistent=True):
        one.save()


def _lead_back(merge: Merge, kept, gone) -> None:
    """The old address shows its page again, and what led to it before the merge leads there again."""
    path = gone.get_absolute_url()
    Redirect.objects.filter(old_path=path).delete()
    older = Redirect.objects.filter(old_path__in=merge.record["led_here"])
    older.filter(new_path=kept.get_absolute_url()).update(new_path=path)
